// What the app says on its own, through to Teams: failures, removals, other processes, the calendar.
import { BOT_ACCOUNT, CASES, GENERAL, TENANT } from '../support/bot-client.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import type { Case } from '../../src/features/cases/domain/case.ts';
import type { ConnectorAnswer, ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, says } from '../features/cases/case-world.ts';
import { known, openAppWorld, WORKSPACE, type AppProcess, type AppWorld } from './app-world.ts';
import { addAction, caseOf, openDatedCase } from './dated-cases.ts';
import { AINO, appointAdvisor, cardIn, doAction, KAISA, MIKKO, press, TEAM, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

/** Wednesday two weeks and a day later; its first reminder comes on Wednesday 2.12. at 9.00. */
const DATE = '2026-12-09';
const FIRST_REMINDER = '2026-12-02T07:00:01.000Z';

const openDated = (name: string, date = DATE): Promise<ConnectorMessage> => openDatedCase(world, name, { date });
const byName = (name: string): Promise<Case> => caseOf(world, name);

/** Everything that is due within the hour after this is said. */
async function settle(at: string): Promise<void> {
  await world.travel(at);
  await world.postman.tick();
}

/** The reminders about something, in the order they came; its own thread only when one is named. */
function reminders(name: string): readonly ConnectorMessage[] {
  return world.connector.messages.filter(({ activity }) => String(activity['summary']).includes(`Soita: ${name}`));
}

async function statesOf(kind: string): Promise<readonly string[]> {
  const found = await world.deliveries();
  return found.filter((delivery) => delivery.kind === `reminders/${kind}`).map(({ state }) => state);
}

async function afterOpening(): Promise<void> {
  await settle('2026-11-24T09:20:00.000Z');
}

describe('one recipient who fails', () => {
  it('R2: a 403 for one case holds up no other, posts no apology, and is kept as failed', async () => {
    const names = ['Ensimmäinen', 'Toinen', 'Kolmas'];
    const threads = [];
    for (const name of names) {
      threads.push(await openDated(name));
    }
    await afterOpening();
    const before = world.connector.messages.length;
    // All of that channel's new threads too: there is nowhere to go for this case.
    const forbidden = { status: 403, body: { error: { code: 'MessageWritesBlocked' } } };
    world.connector.answer('Soita: Toinen', forbidden);
    await settle(FIRST_REMINDER);
    await world.postman.tick();
    await world.postman.tick();
    const posted = world.connector.messages.slice(before);
    // Two that are due at one instant may come in either order.
    const told = (about: string) => posted.filter(({ activity }) => String(activity['summary']).includes(about));
    expect(posted).toHaveLength(2);
    expect(told('Soita: Ensimmäinen').map((message) => whereOf(message))).toEqual([whereOf(known(threads[0]))]);
    expect(told('Soita: Kolmas').map((message) => whereOf(message))).toEqual([whereOf(known(threads[2]))]);
    expect((await statesOf('letter')).toSorted()).toContain('failed');
    expect(world.faults).toEqual([]);
  });
});

describe('R17: a send that failed is never taken for sent', () => {
  const busy: readonly (readonly [string, ConnectorAnswer])[] = [
    ['429', { status: 429, headers: { 'retry-after': '5' } }],
    ['412', { status: 412 }],
    ['502', { status: 502 }],
    ['500', { status: 500 }],
  ];

  it.each(busy)('%s: one request each time, and it is said once when Teams works again', async (_status, answer) => {
    await openDated('Kyyti');
    await afterOpening();
    world.connector.answer('Soita: Kyyti', answer);
    const posts = (): number => world.connector.requests.filter(({ body }) => body.includes('Soita: Kyyti')).length;
    const before = posts();
    await settle(FIRST_REMINDER);
    expect(posts() - before).toBe(1);
    expect(await statesOf('letter')).not.toContain('sent');
    world.connector.forget();
    await settle('2026-12-02T07:30:00.000Z');
    expect(reminders('Kyyti')).toHaveLength(1);
    expect(await statesOf('letter')).toContain('sent');
  });

  it('R4: an answer that is lost counts as unknown, and is not asked for again in the same attempt', async () => {
    await openDated('Kyyti');
    await afterOpening();
    const before = world.connector.messages.length;
    world.connector.answer('Soita: Kyyti', 'reset');
    await settle(FIRST_REMINDER);
    expect(world.connector.messages).toHaveLength(before + 1);
    expect(world.postman.counts()).toMatchObject({ unknown: 1 });
    expect(world.notes.map(({ code }) => code)).toContain('delivery-unknown');
  });

  it('R4: a thread that is gone: the reminder begins a new one in the channel, and the case moves there', async () => {
    const at = await openDated('Kyyti');
    await afterOpening();
    const { root } = whereOf(at);
    world.connector.answer(`;messageid=${root}`, { status: 404, body: { error: { code: 'ConversationNotFound' } } });
    await settle(FIRST_REMINDER);
    await world.postman.tick();
    const [first] = reminders('Kyyti');
    expect(first?.conversationId).toBe(CASES);
    await settle('2026-12-08T07:00:01.000Z');
    const [, second] = reminders('Kyyti');
    expect(second?.conversationId).toBe(`${CASES};messageid=${first?.id}`);
  });
});

describe('R13: of many cases that are due the same morning', () => {
  it('each is said once, in its own thread, to its own people', async () => {
    await appointAdvisor(world);
    const counts: readonly (readonly [ConnectorMember, number])[] = [
      [VEERA, 1],
      [MIKKO, 3],
      [AINO, 2],
      [KAISA, 5],
    ];
    const threads = new Map<string, readonly [ConnectorMessage, ConnectorMember]>();
    for (const [whose, count] of counts) {
      const name = `Asia ${whose.name}`;
      const at = await openDatedCase(world, name, { date: DATE, whose });
      threads.set(name, [at, whose]);
      for (let extra = 1; extra < count; extra += 1) {
        await addAction(world, at, { name, date: DATE, whose });
      }
    }
    await afterOpening();
    const before = world.connector.messages.length;
    await settle(FIRST_REMINDER);
    await world.postman.tick();
    // The digest of a week whose Monday nobody looked at comes along.
    const said = world.connector.messages.slice(before).filter((message) => !says(cardIn(message), 'Kanavan viikko'));
    expect(said).toHaveLength(counts.length);
    for (const [name, [at, whose]] of threads) {
      const own = said.filter(({ activity }) => JSON.stringify(activity).includes(`Soita: ${name}`));
      expect(own.map(({ conversationId }) => conversationId)).toEqual([at.conversationId]);
      expect(cardIn(own[0])['msteams']).toMatchObject({ entities: [{ mentioned: { id: whose.id } }] });
    }
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([]);
  });
});

describe('several processes', () => {
  it('R5, T-08: two that look at the same moment say it once', async () => {
    await openDated('Kyyti');
    await afterOpening();
    const other = await world.another();
    await world.travel(FIRST_REMINDER);
    await Promise.all([world.postman.tick(), other.postman.tick(), world.postman.tick(), other.postman.tick()]);
    expect(reminders('Kyyti')).toHaveLength(1);
  });

  it('R1, T-08: one that is started again, three times, says nothing twice', async () => {
    await openDated('Kyyti');
    await afterOpening();
    await settle(FIRST_REMINDER);
    for (const later of ['2026-12-02T07:02:00.000Z', '2026-12-02T07:04:00.000Z', '2026-12-02T08:00:00.000Z']) {
      const next: AppProcess = await world.another();
      await world.travel(later);
      await next.postman.tick();
    }
    expect(reminders('Kyyti')).toHaveLength(1);
  });

  it('R3: when none was there at the hour, the next one says it, and that it is late', async () => {
    await openDated('Kyyti');
    await afterOpening();
    await world.postman.stop();
    await world.travel('2026-12-03T06:30:00.000Z');
    const next = await world.another();
    await next.postman.tick();
    expect(reminders('Kyyti')).toEqual([]);
    await world.travel('2026-12-03T07:00:01.000Z');
    await next.postman.tick();
    expect(reminders('Kyyti').map((message) => says(cardIn(message), 'Tämä muistutus tulee myöhässä.'))).toEqual([
      true,
    ]);
  });
});

describe('the calendar', () => {
  it('R12: a date 60 days ahead is reminded of then and not before', async () => {
    await openDated('Kyyti', '2027-01-26');
    await afterOpening();
    await settle('2027-01-19T06:59:30.000Z');
    expect(reminders('Kyyti')).toEqual([]);
    await settle('2027-01-19T07:00:01.000Z');
    expect(reminders('Kyyti')).toHaveLength(1);
  });

  it('R11, T-05: after the clocks have changed it is still 9.00 in Helsinki', async () => {
    // Summer time begins on Sunday 28.3.2027.
    await openDated('Kyyti', '2027-04-07');
    await afterOpening();
    await settle('2027-03-31T05:59:30.000Z');
    expect(reminders('Kyyti')).toEqual([]);
    await settle('2027-03-31T06:00:01.000Z');
    expect(reminders('Kyyti')).toHaveLength(1);
  });

  it('R10, T-09: a moved date is reminded of at its new time only, and a closed case not at all', async () => {
    const at = await openDated('Kyyti');
    await afterOpening();
    const { id, rev, actions } = await byName('Kyyti');
    const item = known(actions[0]).id;
    const typed = { when: 'own', date: '2026-12-16' };
    await doAction(world, VEERA, { at, id, rev }, { action: 'postpone', typed, item });
    await settle(FIRST_REMINDER);
    expect(reminders('Kyyti')).toEqual([]);
    await settle('2026-12-09T07:00:01.000Z');
    expect(reminders('Kyyti')).toHaveLength(1);
    const closing = { caseId: id, seen: String(rev + 1) };
    const form = known((await world.press(VEERA, 'cases/do/withdraw', closing, whereOf(at))).card);
    await press(world, VEERA, at, { card: form, title: 'Peru tapauksen avaus', typed: { reason: 'Vahingossa' } });
    await settle('2026-12-15T07:00:01.000Z');
    expect(reminders('Kyyti')).toHaveLength(1);
  });

  it('C-12: "Tehty" on the reminder counts once, from every copy of it', async () => {
    await openDated('Kyyti');
    await afterOpening();
    await settle(FIRST_REMINDER);
    const reminder = known(reminders('Kyyti')[0]);
    const done = { card: cardIn(reminder), title: 'Tehty' };
    const answers = await Promise.all([1, 2, 3].map(() => press(world, VEERA, reminder, done)));
    expect(answers.filter((card) => says(card, 'Mitään ei tehty kahteen kertaan.'))).toHaveLength(2);
    expect((await byName('Kyyti')).rev).toBe(3);
  });
});

it('B-08: "Tehty" on the reminder can be undone where it was pressed, and is reminded of again', async () => {
  await openDated('Kyyti');
  await afterOpening();
  await settle(FIRST_REMINDER);
  const reminder = known(reminders('Kyyti')[0]);
  const done = await press(world, VEERA, reminder, { card: cardIn(reminder), title: 'Tehty' });
  const undone = await press(world, VEERA, reminder, { card: done, title: 'Kumoa' });
  expect(says(undone, 'Kyyti')).toBe(true);
  expect(known((await byName('Kyyti')).actions[0]).done).toBeNull();
  await settle('2026-12-08T07:00:01.000Z');
  expect(reminders('Kyyti')).toHaveLength(2);
});

describe('a team that the bot leaves', () => {
  const removed = { membersRemoved: [BOT_ACCOUNT] };
  const added = { membersAdded: [BOT_ACCOUNT] };

  it('is told nothing, loses nothing, and is told late once the bot is back', async () => {
    await world.tell(added);
    const at = await openDated('Kyyti');
    await afterOpening();
    await world.tell(removed);
    const before = world.connector.messages.length;
    await settle(FIRST_REMINDER);
    await settle('2026-12-02T12:00:00.000Z');
    expect(world.connector.messages).toHaveLength(before);
    // For the action's date and the target date: every lead time that can be chosen, and the day when it is late.
    expect(await statesOf('due')).toEqual(Array.from({ length: 12 }, () => 'pending'));
    await world.tell(added);
    await settle('2026-12-03T07:00:01.000Z');
    const [reminder, ...more] = reminders('Kyyti');
    expect(more).toEqual([]);
    expect(reminder?.conversationId).toBe(at.conversationId);
    expect(says(cardIn(reminder), 'Tämä muistutus tulee myöhässä.')).toBe(true);
  });

  it('is greeted when the bot comes, once, in the General channel', async () => {
    await world.tell(added);
    await world.tell({ type: 'installationUpdate', action: 'add' });
    await world.postman.tick();
    await settle('2026-11-24T10:00:00.000Z');
    const [greeting, ...more] = world.connector.messages;
    expect(more).toEqual([]);
    expect(greeting?.conversationId).toBe(GENERAL);
    expect(says(cardIn(greeting), 'Ratkaisupolku on nyt mukana tiimissä')).toBe(true);
  });
});

describe('a channel that is deleted', () => {
  const about = (eventType: string) => ({
    channelData: {
      tenant: { id: TENANT },
      team: { id: TEAM.id, name: TEAM.name },
      channel: { id: CASES, name: 'Tapaukset' },
      eventType,
    },
  });

  it('is told nothing until it is restored, and then what it missed', async () => {
    const at = await openDated('Kyyti');
    await afterOpening();
    await world.tell(about('channelDeleted'));
    const before = world.connector.messages.length;
    await settle(FIRST_REMINDER);
    expect(world.connector.messages).toHaveLength(before);
    await world.tell(about('channelRestored'));
    await settle('2026-12-02T07:20:00.000Z');
    expect(reminders('Kyyti').map(({ conversationId }) => conversationId)).toEqual([at.conversationId]);
  });
});

it('S0-13: somebody who becomes advisor later is told of the next case, and nobody of the earlier one again', async () => {
  await openDated('Ennen');
  await afterOpening();
  await appointAdvisor(world);
  await openDated('Jälkeen');
  await settle('2026-11-24T10:00:00.000Z');
  const told = world.connector.messages.filter(({ activity }) =>
    JSON.stringify(activity).includes(`"id":"${AINO.id}"`),
  );
  expect(told.map(({ activity }) => activity['summary'])).toEqual([expect.stringContaining('Jälkeen')]);
  expect(() => buttonOf(cardIn(told[0]), 'Näytä tapaus')).not.toThrow();
});
