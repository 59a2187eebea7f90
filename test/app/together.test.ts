// Two people at once, and cards that are older than the case: over HTTP, as the two see it.
import type { ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, nodesOf, says, type Shown } from '../features/cases/case-world.ts';
import { known, openAppWorld, type AppWorld } from './app-world.ts';
import { answered, cardIn, doAction, MIKKO, openCase, press, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
let at: ConnectorMessage;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
  ({ at } = await openCase(world));
  await begin(MIKKO, 'join');
});
afterEach(() => world.close());

const DEFINITION = {
  influenceTarget: 'Kuljetuspalvelun sopimus',
  goal: 'Kyyti tulee ajoissa',
  kind: '',
  theme: '',
  level: 'regional',
};

/** Presses what begins an action, on the case as it is now. */
async function begin(who: ConnectorMember, action: string): Promise<Shown> {
  const { id, rev } = await world.read('2026-001');
  const about = { caseId: id, seen: String(rev) };
  return answered(await world.press(who, `cases/do/${action}`, about, whereOf(at), { replyToId: at.id }));
}

function save(who: ConnectorMember, form: Shown, typed: Shown): Promise<Shown> {
  return press(world, who, at, { card: form, title: 'Tallenna', typed });
}

function valueOf(card: Shown, field: string): unknown {
  return nodesOf(card).find((node) => node['id'] === field)?.['value'];
}

/** The card that everybody sees once nobody fills in or reads anything. */
async function shared(): Promise<Shown> {
  await world.travel('2026-11-24T09:45:00.000Z');
  await world.postman.tick();
  return cardIn(known(world.connector.messages.find(({ id }) => id === at.id)));
}

it('R9: the slower of two in one form learns who was faster, and what was typed is not lost', async () => {
  const [veeras, mikkos] = [await begin(VEERA, 'define'), await begin(MIKKO, 'define')];
  await save(VEERA, veeras, DEFINITION);
  const again = await save(MIKKO, mikkos, { ...DEFINITION, influenceTarget: 'Kyytien tilaus' });
  expect(says(again, 'Veera Virtanen ehti muokata samaa kohtaa.')).toBe(true);
  expect(valueOf(again, 'influenceTarget')).toBe('Kyytien tilaus');
  expect((await world.read('2026-001')).basics.influenceTarget).toBe('Kuljetuspalvelun sopimus');
  await save(MIKKO, again, { ...DEFINITION, influenceTarget: 'Kyytien tilaus' });
  expect((await world.read('2026-001')).basics.influenceTarget).toBe('Kyytien tilaus');
});

it('R9: of two who press at the same moment one is saved and the other keeps the text', async () => {
  const [veeras, mikkos] = [await begin(VEERA, 'define'), await begin(MIKKO, 'define')];
  const cards = await Promise.all([
    save(VEERA, veeras, { ...DEFINITION, influenceTarget: 'Veeran teksti' }),
    save(MIKKO, mikkos, { ...DEFINITION, influenceTarget: 'Mikon teksti' }),
  ]);
  const [slower, ...more] = cards.filter((card) => says(card, 'ehti muokata samaa kohtaa.'));
  expect(more).toEqual([]);
  const stored = (await world.read('2026-001')).basics.influenceTarget;
  const texts = new Set(['Veeran teksti', 'Mikon teksti']);
  expect(new Set([stored, valueOf(known(slower), 'influenceTarget')])).toEqual(texts);
});

it('R9: of two who advance at once one moves the case, and the other sees who did, with the fresh card', async () => {
  await save(VEERA, await begin(VEERA, 'define'), DEFINITION);
  await save(VEERA, await begin(VEERA, 'owner'), { kind: 'workingGroup', name: 'Ryhmä' });
  const [veeras, mikkos] = [await begin(VEERA, 'advance'), await begin(MIKKO, 'advance')];
  const advance = (who: ConnectorMember, card: Shown) => press(world, who, at, { card, title: 'Siirry silti' });
  const cards = await Promise.all([advance(VEERA, veeras), advance(MIKKO, mikkos)]);
  expect((await world.read('2026-001')).stage).toBe('authorityContact');
  expect(cards.filter((card) => says(card, 'ehti'))).toHaveLength(1);
  expect(cards.every((card) => says(card, 'Tapaus 2026-001'))).toBe(true);
});

it('two who work on different parts both save, and the card of everybody shows both', async () => {
  const [veeras, mikkos] = [await begin(VEERA, 'define'), await begin(MIKKO, 'owner')];
  await Promise.all([
    save(VEERA, veeras, DEFINITION),
    save(MIKKO, mikkos, { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' }),
  ]);
  expect(await world.read('2026-001')).toMatchObject({
    basics: { goal: DEFINITION.goal },
    owner: { name: 'Pirkanmaan ryhmä' },
  });
  const card = await shared();
  expect([says(card, DEFINITION.goal), says(card, 'Pirkanmaan ryhmä')]).toEqual([true, true]);
});

it('B-18: the card of everybody is not redrawn while somebody fills in a form', async () => {
  await shared();
  const form = await begin(MIKKO, 'define');
  const { id, rev } = await world.read('2026-001');
  const owner = { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' };
  await doAction(world, VEERA, { at, id, rev }, { action: 'owner', typed: owner });
  const updates = (): number => known(world.connector.messages.find((message) => message.id === at.id)).updates;
  const before = updates();
  await world.travel('2026-11-24T09:50:00.000Z');
  await world.postman.tick();
  expect(updates()).toBe(before);
  await save(MIKKO, form, DEFINITION);
  await world.travel('2026-11-24T10:20:00.000Z');
  await world.postman.tick();
  expect(updates()).toBe(before + 1);
});

it('R6: a double click, and the same press under the same id again, save once', async () => {
  const form = await begin(VEERA, 'action');
  const { verb, data } = buttonOf(form, 'Tallenna');
  const sent = { ...data, what: 'Soita', person: VEERA.aadObjectId, who: '', date: '2026-12-09' };
  const over = { replyToId: at.id, id: '1650000000001' };
  const answers = await Promise.all([
    world.press(VEERA, verb, sent, whereOf(at), over),
    world.press(VEERA, verb, sent, whereOf(at), over),
    world.press(VEERA, verb, sent, whereOf(at), { replyToId: at.id }),
  ]);
  const cards = answers.map(answered);
  expect(cards.filter((card) => says(card, 'Mitään ei tehty kahteen kertaan.'))).toHaveLength(2);
  expect((await world.read('2026-001')).actions).toHaveLength(1);
});

it('a form that was sent, sent again with other words, changes nothing and keeps the words', async () => {
  const form = await begin(VEERA, 'define');
  await save(VEERA, form, DEFINITION);
  const again = await save(VEERA, form, { ...DEFINITION, influenceTarget: 'Toinen teksti' });
  expect(valueOf(again, 'influenceTarget')).toBe('Toinen teksti');
  expect((await world.read('2026-001')).basics.influenceTarget).toBe(DEFINITION.influenceTarget);
});

it('a button of an old card opens the form of the case as it is now, or says what has happened', async () => {
  const { id } = await world.read('2026-001');
  const old = { caseId: id, seen: '1' };
  await save(VEERA, await begin(VEERA, 'define'), DEFINITION);
  const form = answered(await world.press(MIKKO, 'cases/do/define', old, whereOf(at), { replyToId: at.id }));
  expect(valueOf(form, 'influenceTarget')).toBe(DEFINITION.influenceTarget);
  const { rev } = await world.read('2026-001');
  await press(world, VEERA, at, {
    card: await begin(VEERA, 'withdraw'),
    title: 'Peru tapauksen avaus',
    typed: { reason: 'Vahingossa' },
  });
  const closed = answered(await world.press(MIKKO, 'cases/do/define', old, whereOf(at), { replyToId: at.id }));
  expect(says(closed, 'Tapaus 2026-001')).toBe(true);
  expect(nodesOf(closed).some((node) => String(node['type']).startsWith('Input.'))).toBe(false);
  expect((await world.read('2026-001')).rev).toBe(rev + 1);
});
