// A support meeting through the whole app: from the series to the announcement, the answers, the reminder and the note.
import { CASES } from '../support/bot-client.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import type { ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { nodesOf, says } from '../features/cases/case-world.ts';
import { MONTHLY } from '../features/meetings/meeting-world.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, MIKKO, press, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
  await appointAdvisor(world);
});
afterEach(() => world.close());

/** Everything that is due by then is said. */
async function settle(at: string): Promise<void> {
  await world.travel(at);
  for (let look = 0; look < 4; look += 1) {
    // Each look finds what the one before has promised.
    // oxlint-disable-next-line no-await-in-loop
    await world.postman.tick();
  }
}

function saidOf(summary: string): readonly ConnectorMessage[] {
  return world.connector.messages.filter(({ activity }) => String(activity['summary']).includes(summary));
}

/** The thread that a message has begun. */
function threadOf(posted: ConnectorMessage): ReturnType<typeof whereOf> {
  return { ...whereOf(posted), root: posted.id };
}

async function announced(): Promise<ConnectorMessage> {
  const at = await ask(world, AINO, 'tukitapaaminen');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Uusi tukitapaamisten sarja' });
  const typed = { ...MONTHLY, from: '2.12.2026', organiser: AINO.aadObjectId };
  const shown = await press(world, AINO, at, { card: form, title: 'Tallenna', typed });
  expect(says(shown, 'tiistaina 8.12.2026 klo 17.00–18.30')).toBe(true);
  await settle('2026-11-24T09:10:00.000Z');
  const [posted] = saidOf('Tukitapaaminen tiistaina 8.12.2026');
  return known(posted);
}

it('C-07, S2-33: a series tells of its session, counts answers, reminds who comes, and keeps the note', async () => {
  const posted = await announced();
  expect(posted.conversationId.split(';')[0]).toBe(CASES);
  const mine = await press(world, VEERA, posted, { card: cardIn(posted), title: 'Tulen' });
  await press(world, MIKKO, posted, { card: cardIn(posted), title: 'En pääse' });
  const topic = await press(world, VEERA, posted, { card: mine, title: 'Ehdota aihetta' });
  await press(world, VEERA, posted, { card: topic, title: 'Tallenna', typed: { topic: 'Kyytien odotusajat' } });
  await settle('2026-11-24T09:20:00.000Z');
  const shown = known(world.connector.messages.find(({ id }) => id === posted.id));
  expect(says(cardIn(shown), 'Tulen 1 · Ehkä 0 · En pääse 1')).toBe(true);
  expect(says(cardIn(shown), '1 ehdotus')).toBe(true);

  await settle('2026-12-01T07:00:30.000Z');
  const reminders = world.connector.messages.filter(({ activity }) =>
    says(cardIn({ activity }), 'viikon päästä, tiistaina 8.12.2026'),
  );
  const reminded = JSON.stringify(reminders.map(({ activity }) => activity));
  expect([reminded.includes(VEERA.name), reminded.includes(MIKKO.name)]).toEqual([true, false]);

  await settle('2026-12-09T07:00:30.000Z');
  const [asked] = saidOf('Kirjaa muistiinpano');
  expect(whereOf(known(asked))).toEqual(threadOf(posted));
  const form = await press(world, AINO, known(asked), { card: cardIn(asked), title: 'Kirjaa muistiinpano' });
  const typed = { note: 'Puhuimme kyydeistä.', what1: 'Pyydä tilastot', date1: '18.12.2026' };
  await press(world, AINO, known(asked), { card: form, title: 'Tallenna', typed });
  await settle('2026-12-09T07:10:00.000Z');
  const [noted] = saidOf('Muistiinpano tapaamisesta');
  expect(says(cardIn(noted), 'Puhuimme kyydeistä.')).toBe(true);

  // The next month comes by itself.
  await settle('2026-12-29T07:00:30.000Z');
  expect(saidOf('Tukitapaaminen tiistaina 12.1.2027')).toHaveLength(1);
  expect([...world.faults, ...(await findDifferences(world.store, WORKSPACE))]).toEqual([]);
});

it('S2-33, S2-37: the session stands in the calendar, and from the answer it can be taken into a calendar of one’s own', async () => {
  const posted = await announced();
  const mine = await press(world, VEERA, posted, { card: cardIn(posted), title: 'Tulen' });
  const added = await press(world, VEERA, posted, { card: mine, title: 'Lisää kalenteriin' });
  expect(nodesOf(added).some((node) => node['type'] === 'Action.OpenUrl')).toBe(true);
  const calendar = cardIn(await ask(world, MIKKO, 'kalenteri'));
  expect(says(calendar, 'Tukitapaaminen')).toBe(true);
  expect(world.faults).toEqual([]);
});
