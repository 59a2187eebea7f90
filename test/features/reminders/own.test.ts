// One's own choices by card (B-15): saved once, never over a newer choice, and said in words.
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import { readPreferences } from '../../../src/features/reminders/rows.ts';
import { WORKSPACE } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { buttonOf, says, type Shown } from '../cases/case-world.ts';
import { ANNA, BEN, openReminderWorld, type ReminderWorld } from './reminder-world.ts';

let tables: TravellingTables;
let world: ReminderWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openReminderWorld(tables);
});

const CHOICES = { on: 'yes', leads: '14,3', where: 'private', from: '10:00', until: '16:00' };

async function openForm(): Promise<{ readonly verb: string; readonly data: Shown }> {
  return buttonOf(await world.press(ANNA, 'reminders/own/change', {}), 'Tallenna');
}

const stored = () => readPreferences(world.store, WORKSPACE, ANNA);

it('B-15: are kept for the person who made them alone, with a trail that holds no words', async () => {
  const { verb, data } = await openForm();
  const card = await world.press(ANNA, verb, { ...data, ...CHOICES });
  expect(says(card, 'Saat muistutuksen 14 päivää ennen ja 3 päivää ennen.')).toBe(true);
  expect((await stored()).preferences).toEqual({
    on: true,
    leads: [14, 3],
    where: 'private',
    from: '10:00',
    until: '16:00',
  });
  expect((await readPreferences(world.store, WORKSPACE, BEN)).preferences).toBeNull();
  const trail = await world.store.range(WORKSPACE, prefixRange('event|reminders|'));
  expect(trail.map(({ cells }) => [cells['action'], cells['by']])).toEqual([['preferences', ANNA]]);
});

it('the same form again changes nothing; with other content it asks to look again', async () => {
  const { verb, data } = await openForm();
  await world.press(ANNA, verb, { ...data, ...CHOICES });
  const again = await world.press(ANNA, verb, { ...data, ...CHOICES });
  expect(says(again, 'Mitään ei tehty kahteen kertaan.')).toBe(true);
  const other = await world.press(ANNA, verb, { ...data, ...CHOICES, leads: '1' });
  expect(says(other, 'Muutit asetuksia toisessa paikassa.')).toBe(true);
  expect((await stored()).version).toBe(1);
});

it('an older form does not write over a newer choice, and keeps what was typed', async () => {
  const [old, newer] = [await openForm(), await openForm()];
  await world.press(ANNA, newer.verb, { ...newer.data, ...CHOICES });
  const card = await world.press(ANNA, old.verb, { ...old.data, ...CHOICES, leads: '1', until: '18:00' });
  expect(says(card, 'Muutit asetuksia toisessa paikassa.') && says(card, '18:00')).toBe(true);
  expect((await stored()).preferences?.leads).toEqual([14, 3]);
  // The form that comes back is of the newest version and can be saved.
  const { verb, data } = buttonOf(card, 'Tallenna');
  await world.press(ANNA, verb, { ...data, ...CHOICES, leads: '1' });
  expect((await stored()).preferences?.leads).toEqual([1]);
});

it.each([
  ['no lead while reminders are on', { leads: '' }, 'Valitse ainakin yksi.'],
  ['an end before the beginning', { from: '14:00', until: '12:00' }, 'Valitse kellonaika, joka on myöhemmin'],
  ['a lead that is not offered', { leads: '5' }, 'Valitse ainakin yksi.'],
])('%s is mended beside its field', async (_what, typed, problem) => {
  const { verb, data } = await openForm();
  const card = await world.press(ANNA, verb, { ...data, ...CHOICES, ...typed });
  expect(says(card, problem)).toBe(true);
  expect((await stored()).version).toBe(0);
});

it('without any lead they can be off', async () => {
  const { verb, data } = await openForm();
  const card = await world.press(ANNA, verb, { ...data, ...CHOICES, on: 'no', leads: '' });
  expect(says(card, 'Muistutukset ovat pois päältä.')).toBe(true);
});

it('"Palauta oletukset" takes the defaults back, once; an old card of it does nothing', async () => {
  const { verb, data } = await openForm();
  const chosen = await world.press(ANNA, verb, { ...data, ...CHOICES });
  const back = buttonOf(chosen, 'Palauta oletukset');
  expect(says(await world.press(ANNA, back.verb, back.data), 'Oletukset ovat taas voimassa.')).toBe(true);
  expect(says(await world.press(ANNA, back.verb, back.data), 'Mitään ei tehty kahteen kertaan.')).toBe(true);
  expect((await stored()).preferences).toBeNull();
  const forged = await world.press(ANNA, back.verb, { seen: '0' });
  expect(says(forged, 'Tämä kortti oli vanha.')).toBe(true);
});

it('an unreadable row is reported and never taken for the defaults', async () => {
  await world.store.commit(WORKSPACE, [{ kind: 'insert', rowKey: `pref|${ANNA}`, cells: { v: 2 } }]);
  await expect(stored()).rejects.toThrow('row-unreadable');
});
