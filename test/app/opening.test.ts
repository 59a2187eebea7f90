// From the first words in the channel to the case card that everybody sees: the whole app over HTTP.
import { Fault } from '../../src/kernel/fault.ts';
import { prefixRange } from '../../src/platform/storage/row-keys.ts';
import type { TableStore } from '../../src/platform/storage/table-store.ts';
import { CASES } from '../support/bot-client.ts';
import { lintCard } from '../support/card-linter.ts';
import type { ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, nodesOf, OPENING, says, type Shown } from '../features/cases/case-world.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { AINO, answered, appointAdvisor, ask, cardIn, openCase, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
afterEach(() => world.close());

async function begin(wrap: (store: TableStore) => TableStore = (store) => store): Promise<void> {
  world = await openAppWorld({ tables, wrap });
}

function cases(): Promise<number> {
  return world.store.range(WORKSPACE, prefixRange('case|')).then((rows) => rows.length);
}

/** The message as its last update left it. */
function now(at: ConnectorMessage): ConnectorMessage {
  return known(world.connector.messages.find(({ id }) => id === at.id));
}

/** What is in the thread of a message, without the message itself. */
function repliesTo(at: ConnectorMessage): readonly ConnectorMessage[] {
  return world.connector.messages.filter((each) => each.conversationId === at.conversationId && each.id !== at.id);
}

/** The press that sends the filled opening form. */
function opening(at: ConnectorMessage, over: Shown = {}): Parameters<AppWorld['press']> {
  const { verb, data } = buttonOf(cardIn(at), 'Avaa tapaus');
  return [VEERA, verb, { ...data, ...OPENING, ...over }, whereOf(at), { replyToId: at.id }];
}

describe('a case is opened', () => {
  it('C-06: the form comes as the reply, and the opener sees the case in its place at once', async () => {
    await begin();
    const { at, shown } = await openCase(world);
    expect(whereOf(at).channel).toBe(CASES);
    expect(says(cardIn(at), 'Uusi tapaus')).toBe(true);
    expect(says(shown, 'Tapaus 2026-001 on avattu.')).toBe(true);
    expect(lintCard(shown)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('B-10: the others see the case in the same message as soon as the opener has had time to read', async () => {
    await begin();
    const { at } = await openCase(world);
    await world.postman.tick();
    await world.travel('2026-11-24T09:00:15.000Z');
    await world.postman.tick();
    expect(now(at).updates).toBe(0);
    await world.travel('2026-11-24T09:00:25.000Z');
    await world.postman.tick();
    expect(now(at).updates).toBe(1);
    const card = cardIn(now(at));
    expect(says(card, 'Tapaus 2026-001')).toBe(true);
    expect(says(card, 'on avattu')).toBe(false);
    await world.travel('2026-11-24T09:30:00.000Z');
    await world.postman.tick();
    expect(now(at).updates).toBe(1);
  });

  it('S0-13: the advisor of the county is notified in the thread, by name, once', async () => {
    await begin();
    await appointAdvisor(world);
    const { at } = await openCase(world);
    await world.postman.tick();
    await world.postman.tick();
    const [notice, ...more] = repliesTo(at);
    expect(more).toEqual([]);
    expect(notice?.activity['summary']).toContain('Tapaus 2026-001: Kuljetuspalvelun odotusajat Tampereella');
    const card = cardIn(notice);
    expect(card['msteams']).toMatchObject({
      entities: [{ type: 'mention', text: `<at>${AINO.name}</at>`, mentioned: { id: AINO.id, name: AINO.name } }],
    });
    expect(says(card, `<at>${AINO.name}</at>`)).toBe(true);
    expect(lintCard(card)).toEqual([]);
  });

  it('R16: every message is one card without text, with a summary, and its update names the id that came back', async () => {
    await begin();
    await appointAdvisor(world);
    const { at } = await openCase(world);
    await world.postman.tick();
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.postman.tick();
    const sent = world.connector.requests.filter(({ method }) => method === 'POST' || method === 'PUT');
    expect(sent).toHaveLength(4);
    for (const { body } of sent) {
      const activity: unknown = JSON.parse(body);
      expect(activity).toMatchObject({ type: 'message', summary: expect.stringMatching(/\S/), attachments: [{}] });
      expect(activity).not.toHaveProperty('text');
    }
    expect(sent.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1))).toEqual([at.id]);
  });

  it('R15: what the opener or the advisor sees after a press is in no message', async () => {
    await begin();
    await appointAdvisor(world);
    const { at } = await openCase(world);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.postman.tick();
    const { id, rev } = await world.read('2026-001');
    const about = { caseId: id, seen: String(rev) };
    const before = JSON.stringify(world.connector.messages);
    const form = answered(await world.press(AINO, 'cases/do/define', about, whereOf(at), { replyToId: at.id }));
    expect(nodesOf(form).some((node) => node['id'] === 'influenceTarget')).toBe(true);
    await world.postman.tick();
    expect(JSON.stringify(world.connector.messages)).toBe(before);
  });
});

describe('R6: what Teams delivers again', () => {
  it('the same message, at once or later, is answered with one form', async () => {
    await begin();
    const again = { id: '1650000000001' };
    const where = { channel: CASES, root: again.id };
    await Promise.all([1, 2, 3].map(() => world.say(VEERA, 'uusi tapaus', where, again)));
    await world.travel('2026-11-24T09:00:30.000Z');
    await world.say(VEERA, 'uusi tapaus', where, again);
    expect(world.connector.messages).toHaveLength(1);
  });

  it('the same filled form, with the same id and with new ones, eight times at once, opens one case', async () => {
    await begin();
    const at = await ask(world, VEERA, 'uusi tapaus');
    const [who, verb, data, where, over] = opening(at);
    const id = { ...over, id: '1650000000009' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_each, index) => world.press(who, verb, data, where, index % 2 === 0 ? over : id)),
    );
    expect(answers.every(({ card }) => says(card ?? {}, 'Tapaus 2026-001'))).toBe(true);
    expect(await cases()).toBe(1);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.postman.tick();
    await world.postman.tick();
    expect(now(at).updates).toBe(1);
  });

  it('the same filled form after a restart says that it is saved already', async () => {
    await begin();
    const at = await ask(world, VEERA, 'uusi tapaus');
    await world.press(...opening(at));
    const other = await world.another();
    const shown = answered(await other.press(...opening(at)));
    expect(says(shown, 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    expect(await cases()).toBe(1);
  });
});

describe('R7: when something breaks after the case is stored', () => {
  it('the turn is not run again: the opener gets a reference, and sends the same form without a second case', async () => {
    let hasBroken = false;
    await begin((store) => ({
      ...store,
      async commit(partition, writes) {
        const outcome = await store.commit(partition, writes);
        if (!hasBroken && writes.some(({ rowKey }) => rowKey.startsWith('case|'))) {
          hasBroken = true;
          throw new Fault('storage-unavailable');
        }
        return outcome;
      },
    }));
    const at = await ask(world, VEERA, 'uusi tapaus');
    const broken = answered(await world.press(...opening(at)));
    expect(says(broken, 'ref-1')).toBe(true);
    expect(world.faults).toMatchObject([
      { fault: { code: 'storage-unavailable' }, where: { verb: 'cases/open/save' } },
    ]);
    expect(await cases()).toBe(1);
    expect(says(answered(await world.press(...opening(at))), 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    expect(await cases()).toBe(1);
    // What the stored case has promised is kept all the same.
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.postman.tick();
    expect(says(cardIn(now(at)), 'Tapaus 2026-001')).toBe(true);
  });
});

it('R8: thirty forms at once give thirty different numbers without gaps', async () => {
  await begin();
  const forms: ConnectorMessage[] = [];
  for (let count = 0; count < 30; count += 1) {
    forms.push(await ask(world, VEERA, 'uusi tapaus'));
  }
  const cards = await Promise.all(forms.map(async (at) => answered(await world.press(...opening(at)))));
  const numbers = cards.map((card) => /2026-\d{3}/.exec(JSON.stringify(card))?.[0]);
  const wanted = Array.from({ length: 30 }, (_each, index) => `2026-${String(index + 1).padStart(3, '0')}`);
  expect(numbers.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))).toEqual(wanted);
  expect(world.faults).toEqual([]);
});
