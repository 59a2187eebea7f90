// What people write stays in their cases: nothing of it is in what the app notes or reports (G-04, G-15), and what it
// refuses is nowhere at all (G-02). Shown by a walk with words that nothing else has.
import { CASES, GENERAL, STRANGER } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { Fault } from '../../src/kernel/fault.ts';
import type { TableStore } from '../../src/platform/storage/table-store.ts';
import { buttonOf, nodesOf, says, type Shown } from '../features/cases/case-world.ts';
import { marked, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import {
  AINO,
  answered,
  appointAdvisor,
  ask,
  cardIn,
  doAction,
  KAISA,
  MIKKO,
  openCase,
  press,
  VEERA,
  whereOf,
} from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
afterEach(() => world.close());

/** All that the logs would hold: the notes, and of faults what they carry, their stack and their causes too. */
function logged(): string {
  const reports = world.faults.map(({ fault, where }) => ({ where, fault: described(fault) }));
  return JSON.stringify([world.notes, reports]);
}

function described(fault: unknown): unknown {
  return fault instanceof Error
    ? {
        name: fault.name,
        details: fault instanceof Fault ? [fault.code, fault.details] : [],
        cause: described(fault.cause),
      }
    : fault;
}

async function stored(): Promise<string> {
  return JSON.stringify(await world.store.range(WORKSPACE, { from: ' ', before: '~' }));
}

const NAMES = [VEERA, MIKKO, AINO, KAISA, STRANGER].flatMap(({ name }) => name.split(' '));
const IDENTITY_CODE = '131052-308T';

it('G-15: a whole walk, with failures on the way, leaves no word and no name in the logs', async () => {
  world = await openAppWorld({ tables, wrap: breaking });
  const words = ['asia', 'tavoite', 'tehtava', 'komento', 'painike', 'tieto', 'kanava', 'virhe'].map(marked);
  const [matter, goal, what, command, verb, data, channel, broken] = words;
  await appointAdvisor(world);
  const { at } = await openCase(world, VEERA, { matter, goal });
  const { id, rev } = await world.read('2026-001');
  const typed = { what, person: VEERA.aadObjectId, who: '', date: '2026-12-09' };
  await doAction(world, VEERA, { at, id, rev }, { action: 'action', typed });
  await world.say(MIKKO, `${command} ${matter}`);
  await world.say(MIKKO, `tapaukset ${command}`);
  await world.say(STRANGER, `uusi tapaus ${matter}`);
  await world.press(MIKKO, `cases/${verb}`, { [String(data)]: data }, whereOf(at));
  await world.press(MIKKO, 'cases/save/define', { caseId: data, seen: data, goal: data }, whereOf(at));
  await world.deliver({ type: 'message', text: command, from: { id: data } }, null);
  await world.say(VEERA, String(command), { channel: CASES }, { channelData: { channel: { name: channel } } });
  // What breaks inside a turn, in the storage, and on the way to Teams.
  failing = true;
  const lost = await world.press(
    VEERA,
    'cases/do/define',
    { caseId: id, seen: '1', [String(data)]: broken },
    whereOf(at),
  );
  await world.postman.tick();
  failing = false;
  expect(says(answered(lost), 'Jokin meni vikaan')).toBe(true);
  for (const [status, time] of [
    [500, '2026-12-02T07:00:01.000Z'],
    [403, '2026-12-08T07:00:01.000Z'],
  ] as const) {
    world.connector.answer(String(what), { status, body: { error: { code: 'X', message: `${matter}` } } });
    await world.travel(time);
    await world.postman.tick();
    await world.postman.tick();
  }
  expect(world.faults.length).toBeGreaterThan(0);
  expect(world.notes.map((note) => note.code)).toEqual(
    expect.arrayContaining(['activity-refused', 'delivery-unknown', 'postman-turn-failed']),
  );
  for (const word of [...words, ...NAMES, 'Kyyti', 'Tampere']) {
    expect([word, logged().includes(word)]).toEqual([word, false]);
  }
});

let failing = false;
/** A storage that is away now and then; its faults quote what an SDK might. */
function breaking(store: TableStore): TableStore {
  const orBreak = <Result>(query: () => Promise<Result>): Promise<Result> =>
    failing ? Promise.reject(new Fault('storage-unavailable', { what: 'test' })) : query();
  return {
    ...store,
    read: (partition, rowKey) => orBreak(() => store.read(partition, rowKey)),
    range: (partition, range) => orBreak(() => store.range(partition, range)),
    commit: (partition, writes) => orBreak(() => store.commit(partition, writes)),
  };
}

describe('G-02: an identity code', () => {
  const form = async (): Promise<{ readonly card: Shown; readonly send: (typed: Shown) => Promise<Shown> }> => {
    const { at, shown } = await openCase(world, VEERA, { goal: `Autetaan henkilöä ${IDENTITY_CODE} nyt` });
    return { card: shown, send: (typed) => press(world, VEERA, at, { card: shown, title: 'Avaa tapaus', typed }) };
  };

  it('is refused in every form, and is in no answer, message, row or log', async () => {
    world = await openAppWorld({ tables });
    const refused = (await form()).card;
    expect(says(refused, 'Poista henkilötunnus.')).toBe(true);
    const { at } = await openCase(world);
    const { id } = await world.read('2026-001');
    const about = { caseId: id, seen: '1' };
    const answers: Shown[] = [refused];
    for (const action of ['define', 'owner', 'action', 'withdraw']) {
      const open = answered(await world.press(VEERA, `cases/do/${action}`, about, whereOf(at), { replyToId: at.id }));
      const inputs = nodesOf(open).filter((node) => node['type'] === 'Input.Text');
      const typed = Object.fromEntries(inputs.map((input) => [String(input['id']), IDENTITY_CODE]));
      const title = action === 'withdraw' ? 'Peru tapauksen avaus' : 'Tallenna';
      expect(inputs).not.toEqual([]);
      answers.push(await press(world, VEERA, at, { card: open, title, typed }));
    }
    await world.say(VEERA, `tapaukset ${IDENTITY_CODE}`);
    await world.say(VEERA, `uusi tapaus ${IDENTITY_CODE}`);
    await world.say(VEERA, `${IDENTITY_CODE} apua`);
    await world.press(VEERA, `help/run`, { command: 'tapaukset', rest: IDENTITY_CODE }, whereOf(at));
    await world.travel('2026-11-24T10:00:00.000Z');
    await world.postman.tick();
    const everywhere = {
      answers: JSON.stringify(answers),
      messages: JSON.stringify(world.connector.messages),
      rows: await stored(),
      logs: logged(),
    };
    for (const [place, text] of Object.entries(everywhere)) {
      expect([place, text.includes('308T')]).toEqual([place, false]);
    }
  });
});

it('G-04: what is warned about is in no row and no log while the person decides, and in the case once confirmed', async () => {
  world = await openAppWorld({ tables });
  const goal = 'Soita 040 1234567 ja sovi';
  const { at, shown } = await openCase(world, VEERA, { goal });
  expect(says(shown, 'puhelinnumero')).toBe(true);
  expect(await stored()).not.toContain('1234567');
  const typed = Object.fromEntries(
    nodesOf(shown)
      .filter((node) => String(node['type']).startsWith('Input.'))
      .map((node) => [String(node['id']), node['value']]),
  );
  await press(world, VEERA, at, { card: shown, title: 'Tallenna silti', typed });
  expect((await world.read('2026-001')).basics.goal).toBe(goal);
  const trail = await world.store.range(WORKSPACE, { from: 'event|', before: 'event}' });
  expect(trail).not.toEqual([]);
  expect(JSON.stringify(trail)).not.toContain('1234567');
  expect(logged()).not.toContain('1234567');
});

it('G-15: the settings are kept by ids, and no name of theirs is in the logs', async () => {
  world = await openAppWorld({ tables });
  await appointAdvisor(world);
  const message = await ask(world, KAISA, 'asetukset', GENERAL);
  expect(() => buttonOf(cardIn(message), 'Anna rooli')).not.toThrow();
  for (const name of NAMES) {
    expect([name, logged().includes(name)]).toEqual([name, false]);
  }
});
