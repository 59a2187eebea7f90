// What did not go as promised is found without looking through everything, and sent again when somebody asks for it.
import { parsePersonId } from '../../../src/kernel/ids.ts';
import { addMs } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import { checkIndex } from '../../../src/platform/delivery/check-index.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import { readLate, readMissed, readSendings } from '../../../src/platform/delivery/read-troubles.ts';
import { tryAgain } from '../../../src/platform/delivery/try-again.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import { countedStore, noOperations } from '../../support/counted-store.ts';
import {
  at,
  buildDraft,
  buildWorld,
  DAY,
  expectNoDifferences,
  HOUR,
  instant,
  MINUTE,
  REFERENCE,
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

const AINO = parsePersonId('aaaaaaaa-0000-4000-8000-000000000001');
const DUE = instant('2026-12-02T07:00:01.000Z');

/** A promise whose place refuses for good. */
function refused(root: string, about: Parameters<typeof buildDraft>[0] = {}) {
  return buildDraft({ payload: { root }, ...about });
}

async function goTo(moment: Instant): Promise<void> {
  await tables.travel(moment);
  await world.postman().tick();
}

async function missed(max = 50) {
  const { deliveries, more, unreadable } = await readMissed(world.store, WORKSPACE, { since: REFERENCE, max });
  const lines = deliveries.map(({ record }) => `${record.name} ${record.generation} ${record.state}`);
  return { lines, more, unreadable, key: deliveries[0]?.row.rowKey ?? '' };
}

async function late() {
  const read = await readLate(world.store, WORKSPACE, { now: await world.store.now(), max: 50 });
  return read.deliveries.map(({ record }) => `${record.name} ${record.state}`);
}

/** Asks for it as the panel does; what came of it as one word. */
async function again(key: string): Promise<string> {
  const { store, desk, notes } = world;
  const by = AINO;
  if (by === null) {
    throw new Error('no person');
  }
  const deps = { store, desk, kinds: [notes], newId: () => crypto.randomUUID() };
  const done = await tryAgain(deps, WORKSPACE, { key, by, now: await store.now() });
  return done.ok ? 'promised' : done.refusal.code;
}

describe('what was never said', () => {
  it('is listed in the transaction in which it fails or expires, the newest first', async () => {
    const expires = instant('2026-12-03T07:00:00.000Z');
    await world.promise(
      refused('fails-403'),
      refused('thread-2', { name: 'remind-b', bundle: 'b' }),
      refused('fails-502', { name: 'remind-c', bundle: 'c', expires }),
    );
    await goTo(DUE);
    await goTo(addMs(expires, MINUTE));
    expect(await missed()).toMatchObject({ lines: ['remind-c 1 expired', 'remind-a 1 failed'], more: 0 });
    expect(await missed(1)).toMatchObject({ lines: ['remind-c 1 expired'], more: 1 });
  });

  it('is not listed any more when the same is promised again for another day', async () => {
    await world.promise(refused('fails-403'));
    await goTo(DUE);
    await world.promise(buildDraft({ due: at('2026-12-07 09:00') }));
    expect((await missed()).lines).toEqual([]);
  });

  it('costs one query and one more for each that is missed, however much is promised and said', async () => {
    await world.promise(...Array.from({ length: 20 }, (_each, index) => buildDraft({ name: `remind-${index}` })));
    await goTo(DUE);
    await world.send(refused('fails-404', { name: 'news', due: 'now', hours: 'any' }));
    await goTo(addMs(DUE, MINUTE));
    const operations = noOperations();
    const store = countedStore(world.store, operations);
    await readMissed(store, WORKSPACE, { since: REFERENCE, max: 50 });
    expect(operations).toMatchObject({ ranges: 2, reads: 0 });
  });

  it('of a version that listed none is listed by the next check of the indexes', async () => {
    await world.promise(refused('fails-403'));
    await goTo(DUE);
    const rows = await world.store.range(WORKSPACE, prefixRange('missed|'));
    await world.store.commit(
      WORKSPACE,
      rows.map(({ rowKey, etag }) => ({ kind: 'remove', rowKey, etag })),
    );
    expect((await missed()).lines).toEqual([]);
    const hints = createHints(world.postmen, { pause: () => Promise.resolve(), random: () => 0.5 });
    const checked = await checkIndex({ store: world.store, hints }, WORKSPACE);
    expect(checked).toMatchObject({ repaired: [], left: [] });
    expect((await missed()).lines).toEqual(['remind-a 1 failed']);
  });
});

describe('what is late', () => {
  it('is what was due and is tried in vain, also between two tries; what waits for the morning is not', async () => {
    await world.promise(
      refused('fails-502', { hours: 'any' }),
      refused('fails-502', { name: 'remind-b', bundle: 'b' }),
      refused('thread-2', { name: 'remind-c', bundle: 'c', due: at('2026-12-05 09:00') }),
    );
    await goTo(DUE);
    expect(await late()).toEqual([]);
    await goTo(addMs(DUE, 2 * MINUTE));
    expect(await late()).toEqual(['remind-a pending', 'remind-b pending']);
    // In the evening nobody is disturbed, so only what may be said at any hour is late.
    await goTo(instant('2026-12-02T18:00:00.000Z'));
    expect(await late()).toEqual(['remind-a pending']);
  });

  it('is empty once everything was said', async () => {
    await world.promise(buildDraft());
    await goTo(DUE);
    await tables.travel(addMs(DUE, HOUR));
    expect(await late()).toEqual([]);
  });
});

describe('what was sent', () => {
  it('tells when the last message arrived and of how many nobody knows', async () => {
    await world.promise(buildDraft(), refused('arrives-unknown', { name: 'remind-b', bundle: 'b' }));
    await goTo(DUE);
    const { lastSent, unknown } = await readSendings(world.store, WORKSPACE, addMs(DUE, -DAY));
    expect(lastSent?.slice(0, 16)).toBe('2026-12-02T07:00');
    expect(unknown).toBe(1);
    expect(await readSendings(world.store, WORKSPACE, addMs(DUE, DAY))).toEqual({ lastSent: null, unknown: 0 });
  });
});

describe('trying again', () => {
  async function failedOnce(): Promise<string> {
    await world.promise(refused('fails-403'));
    await goTo(DUE);
    return (await missed()).key;
  }

  it('sends it once as a new generation, and notes who asked', async () => {
    const key = await failedOnce();
    world.teams.repair('fails-403');
    expect(await again(key)).toBe('promised');
    expect(await world.states()).toEqual(['remind-a 1 failed', 'remind-a 2 pending']);
    await goTo(addMs(DUE, 5 * MINUTE));
    await goTo(addMs(DUE, 10 * MINUTE));
    expect(world.teams.posted.map(({ summary }) => summary)).toEqual(['remind-a']);
    expect(await world.states()).toEqual(['remind-a 1 failed', 'remind-a 2 sent']);
    expect(await world.events()).toEqual(['delivery-again', 'delivery-refused', 'delivery-sent']);
    expect((await missed()).lines).toEqual([]);
  });

  it('asked for twice at once promises it once', async () => {
    const key = await failedOnce();
    world.teams.repair('fails-403');
    const outcomes = await Promise.all([again(key), again(key), again(key)]);
    expect(outcomes.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['promised', 'waiting', 'waiting']);
    await goTo(addMs(DUE, 5 * MINUTE));
    expect(await again(key)).toBe('over');
    expect(world.teams.posted).toHaveLength(1);
  });

  it('can be asked for again when it has failed again', async () => {
    const first = await failedOnce();
    await again(first);
    await goTo(addMs(DUE, 5 * MINUTE));
    const { lines, key } = await missed();
    expect(lines).toEqual(['remind-a 2 failed']);
    expect(await again(first)).toBe('over');
    world.teams.repair('fails-403');
    expect(await again(key)).toBe('promised');
    await goTo(addMs(DUE, 10 * MINUTE));
    expect(world.teams.posted).toHaveLength(1);
  });

  it('is refused for what is under way, was said, is no longer wanted, or was never promised', async () => {
    const key = await failedOnce();
    world.notes.obsolete.add('remind-a');
    expect(await again(key)).toBe('not-needed');
    expect(await again(key.replace('remind-a', 'remind-z'))).toBe('gone');
    expect(await again("delivery|' or PartitionKey ne '|1")).toBe('gone');
    await world.promise(buildDraft({ name: 'remind-b', due: at('2026-12-03 09:00') }));
    expect(await again('delivery|case-1~remind-b|000001')).toBe('waiting');
    expect(await world.states()).toEqual(['remind-a 1 failed', 'remind-b 1 pending']);
  });

  it('waits for the hours in which people are told something', async () => {
    const key = await failedOnce();
    world.teams.repair('fails-403');
    await tables.travel(instant('2026-12-04T20:00:00.000Z'));
    expect(await again(key)).toBe('promised');
    await goTo(instant('2026-12-05T10:00:00.000Z'));
    expect(world.teams.posted).toHaveLength(0);
    await goTo(instant('2026-12-07T10:00:00.000Z'));
    expect(world.teams.posted).toHaveLength(1);
  });
});
