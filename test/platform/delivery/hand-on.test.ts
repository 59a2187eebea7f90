// A delivery that says nothing itself: what it stood for is promised by others, in the transaction in which it ends.
import type { DeliveryDraft } from '../../../src/platform/delivery/delivery.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import { parsePersonId, type PersonId } from '../../../src/kernel/ids.ts';
import {
  at,
  buildDraft,
  buildWorld,
  channel,
  expectNoDifferences,
  instant,
  SECOND,
  type World,
  WORKSPACE,
} from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

let tables: TravellingTables;
let world: World;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await buildWorld(tables);
});
afterEach(() => expectNoDifferences(world.store));

const MORNING = instant('2026-12-02T07:00:01.000Z');

const letter = (name: string, about: Partial<DeliveryDraft> = {}): DeliveryDraft =>
  buildDraft({ subject: `letter-${name}`, name, bundle: name, ...about });

/** The promise `remind-a` of that morning, which becomes these. */
async function promised(...drafts: DeliveryDraft[]): Promise<void> {
  world.notes.handsOn.set('remind-a', drafts);
  await world.promise(buildDraft({ hours: 'any' }));
  await tables.travel(MORNING);
}

test('it ends, and what follows is said, with nothing sent in its own name', async () => {
  await promised(letter('one'), letter('two'));
  const postman = world.postman();
  await postman.tick();
  expect(postman.counts()).toMatchObject({ handedOn: 1, sent: 2, failed: 0 });
  expect(await world.states()).toEqual(['remind-a 1 handedOn']);
  expect(world.teams.attempts.map(({ summary }) => summary).toSorted()).toEqual(['one', 'two']);
  expect(await world.events()).toEqual(['delivery-handedOn', 'delivery-sent', 'delivery-sent']);
});

test('what follows waits for its own time, and any postman finds it then', async () => {
  await promised(letter('one', { due: at('2026-12-02 12:00') }));
  await world.postman().tick();
  expect(world.teams.attempts).toEqual([]);
  expect(await world.states('letter-one')).toEqual(['one 1 pending']);
  await tables.travel(instant('2026-12-02T10:00:01.000Z'));
  await world.postman().tick();
  expect(await world.states('letter-one')).toEqual(['one 1 sent']);
});

test('T-08: the same promise for the same time is made once, however many hand on to it, also when it was said', async () => {
  const same = letter('one');
  await promised(same);
  world.notes.handsOn.set('remind-b', [same]);
  await world.send(buildDraft({ name: 'remind-b', due: 'now', hours: 'any', bundle: 'b' }));
  const postman = world.postman();
  await postman.tick();
  world.notes.handsOn.set('remind-c', [same]);
  await world.send(buildDraft({ name: 'remind-c', due: 'now', hours: 'any', bundle: 'c' }));
  await postman.tick();
  expect(await world.states('letter-one')).toEqual(['one 1 sent']);
  expect(world.teams.attempts).toHaveLength(1);
});

test('a bundle ends together; what does not hold is obsolete', async () => {
  world.notes.handsOn.set('remind-a', [letter('one')]);
  world.notes.obsolete.add('remind-b');
  await world.promise(
    buildDraft({ hours: 'any', bundle: 'x' }),
    buildDraft({ name: 'remind-b', hours: 'any', bundle: 'x' }),
  );
  await tables.travel(MORNING);
  await world.postman().tick();
  expect(await world.states()).toEqual(['remind-a 1 handedOn', 'remind-b 1 obsolete']);
});

describe('a process that dies', () => {
  // The commits of a turn for one delivery: it is marked, and then it ends.
  it.each([
    ['before it ends', 2, false, 'sending'],
    ['right after', 2, true, 'handedOn'],
  ] as const)('%s: others bring it to its end, once', async (_when, nth, isAfter, state) => {
    await promised(letter('one'));
    await dieAt(nth, isAfter);
    expect(await world.states()).toEqual([`remind-a 1 ${state}`]);
    expect(await world.states('letter-one')).toEqual(isAfter ? ['one 1 pending'] : []);
    await expectNoDifferences(world.store);
    await tables.pass(40 * SECOND);
    await world.postman().tick();
    expect(await world.states()).toEqual(['remind-a 1 handedOn']);
    expect(await world.states('letter-one')).toEqual(['one 1 sent']);
    expect(world.teams.attempts).toHaveLength(1);
  });

  async function dieAt(nth: number, isAfter: boolean): Promise<void> {
    const killed = Promise.withResolvers<void>();
    let commits = 0;
    const dying: Store = {
      ...world.store,
      async commit(partition, writes) {
        commits += 1;
        const outcome = commits < nth || isAfter ? await world.store.commit(partition, writes) : 'conflict';
        if (commits >= nth) {
          killed.resolve();
          return new Promise(() => undefined);
        }
        return outcome;
      },
    };
    await Promise.race([world.postman({ store: dying }).tick(), killed.promise]);
  }
});

test('somebody else who writes the same promise meanwhile loses nothing and doubles nothing', async () => {
  await promised(letter('one'));
  let isFirst = true;
  const contended: Store = {
    ...world.store,
    async commit(partition, writes) {
      if (isFirst && writes.some(({ rowKey }) => rowKey.startsWith('delivery|letter-one'))) {
        isFirst = false;
        await world.desk.commit(WORKSPACE, { writes: [], ensure: [letter('one')] });
      }
      return world.store.commit(partition, writes);
    },
  };
  await world.postman({ store: contended }).tick();
  expect(await world.states()).toEqual(['remind-a 1 handedOn']);
  expect(await world.states('letter-one')).toEqual(['one 1 sent']);
  expect(world.teams.attempts).toHaveLength(1);
});

test('40 follow in one transaction', async () => {
  await promised(...Array.from({ length: 40 }, (_, index) => letter(`n${index}`, { due: at('2026-12-03 09:00') })));
  await world.postman().tick();
  expect(await world.states()).toEqual(['remind-a 1 handedOn']);
  expect(await world.states('letter-n39')).toEqual(['n39 1 pending']);
});

test('more than that is reported, waits and is not lost', async () => {
  await promised(...Array.from({ length: 41 }, (_, index) => letter(`n${index}`)));
  await world.postman().tick();
  expect(world.logged).toContain('hand-on-too-large');
  expect(await world.states()).toEqual(['remind-a 1 pending']);
  expect(world.teams.attempts).toEqual([]);
});

test('`ensure` promises unless one of that name is open, for whatever time', async () => {
  const first = letter('week', { due: at('2026-12-07 09:00') });
  await world.desk.commit(WORKSPACE, { writes: [], ensure: [first] });
  await world.desk.commit(WORKSPACE, {
    writes: [],
    ensure: [letter('week', { due: at('2026-12-14 09:00') })],
  });
  expect(await world.states('letter-week')).toEqual(['week 1 pending']);
});

describe('a message to one person', () => {
  const someone = (id: string): PersonId => {
    const person = parsePersonId(id);
    if (person === null) {
      throw new Error('no person');
    }
    return person;
  };
  const toPerson = (id: string): DeliveryDraft => buildDraft({ due: 'now', hours: 'any', payload: { person: id } });

  test('their chat is looked after first, and then it is sent once', async () => {
    await world.send(toPerson('somebody'));
    await world.postman().tick();
    expect(world.teams.prepared).toEqual(['somebody']);
    expect(world.teams.attempts.map(({ to }) => to)).toEqual([{ kind: 'person', person: 'somebody' }]);
  });

  test('who cannot be reached is refused before any message, and the fallback gets it', async () => {
    world.notes.fallbacks.set('fails-403', { kind: 'thread', channelId: channel('19:general'), rootId: 'thread-1' });
    await world.send(toPerson('fails-403'));
    await world.postman().tick();
    await world.postman().tick();
    expect(world.teams.attempts.map(({ to }) => to)).toEqual([
      { kind: 'thread', channelId: '19:general', rootId: 'thread-1' },
    ]);
    expect(await world.states()).toEqual(['remind-a 1 sent']);
  });

  test('a chat that could not be begun now is begun later', async () => {
    await world.send(toPerson('fails-before'));
    await world.postman().tick();
    expect(world.teams.attempts).toEqual([]);
    world.teams.repair(someone('fails-before'));
    await tables.pass(60 * SECOND);
    await world.postman().tick();
    expect(await world.states()).toEqual(['remind-a 1 sent']);
  });
});
