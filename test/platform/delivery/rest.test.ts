// The postman's own loop in a quarter of an hour after a commit, in which its tenant is watched. Time passes as the loop
// pauses, so that a minute of it takes no minute.
import { countedStore, noOperations } from '../../support/counted-store.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import { at, buildDraft, buildWorld, instant, SECOND, type World, WORKSPACE } from '../../support/delivery-world.ts';
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

/** The store, and what resolves when nobody has asked it anything for a while of the event loop. */
function watched(store: Store): { readonly store: Store; idle(): Promise<void> } {
  let asked = 0;
  const noted = async <Value>(answer: Promise<Value>): Promise<Value> => {
    asked += 1;
    try {
      return await answer;
    } finally {
      asked -= 1;
    }
  };
  return {
    store: {
      read: (partition, rowKey) => noted(store.read(partition, rowKey)),
      range: (partition, range) => noted(store.range(partition, range)),
      commit: (partition, writes) => noted(store.commit(partition, writes)),
      now: () => noted(store.now()),
    },
    async idle() {
      for (let turns = 0; turns < 20; turns = asked === 0 ? turns + 1 : 0) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    },
  };
}

/** A postman whose loop runs for `seconds`, and does `at` in the pause of a second, by the storage's clock. */
async function runLoop(
  seconds: number,
  during: Readonly<Record<number, (nudge: () => void) => Promise<void>>> = {},
): Promise<{ readonly looks: number; readonly sentAt: readonly number[] }> {
  const counts = noOperations();
  const sentAt: number[] = [];
  const over = Promise.withResolvers<void>();
  let passed = 0;
  const done = new Set<string>();
  const [store, postmen] = [watched(countedStore(world.store, counts)), watched(world.postmen)];
  const postman = world.postman({
    store: store.store,
    postmen: postmen.store,
    meter: { sent: () => sentAt.push(passed), ticked: () => undefined },
    async pause(ms) {
      // What the tick began is finished before time goes on.
      await store.idle();
      await postmen.idle();
      await tables.pass(ms);
      passed += ms / SECOND;
      for (const [second, job] of Object.entries(during)) {
        if (passed >= Number(second) && !done.has(second)) {
          done.add(second);
          await job(() => postman.nudge(WORKSPACE));
        }
      }
      if (passed >= seconds) {
        over.resolve();
        // Until it is stopped.
        await new Promise(() => undefined);
      }
    },
  });
  postman.start();
  await over.promise;
  await postman.stop();
  return { looks: counts.ranges, sentAt };
}

const now = (name: string) => buildDraft({ name, due: 'now', hours: 'any', bundle: name });

describe('a tenant that is watched after a commit', () => {
  it('is looked into every ten seconds while nothing is there, not on every tick', async () => {
    await world.send(now('first'));
    const { looks } = await runLoop(60);
    // Forty ticks. A round that sends scans twice; a quiet one looks at what is due and at what is next.
    expect(looks).toBeLessThanOrEqual(2 + 2 * 7);
  });

  it('hears at once of what this process promises', async () => {
    await world.send(now('first'));
    const { sentAt } = await runLoop(30, {
      20: async (nudge) => {
        await world.send(now('second'));
        nudge();
      },
    });
    expect(sentAt).toHaveLength(2);
    expect(sentAt[1]).toBeLessThanOrEqual(23);
  });

  it('hears of what another process promises within ten seconds and a tick', async () => {
    await world.send(now('first'));
    const { sentAt } = await runLoop(60, { 20: () => world.send(now('second')) });
    expect(sentAt).toHaveLength(2);
    expect(sentAt[1]).toBeLessThanOrEqual(20 + 10 + 3);
  });

  it('is told at its time what was promised for a time', async () => {
    await tables.travel(instant('2026-12-02T06:59:40.000Z'));
    await world.send(now('first'));
    await world.promise(buildDraft({ name: 'remind-dated', due: at('2026-12-02 09:00') }));
    const { sentAt } = await runLoop(40);
    expect(sentAt).toHaveLength(2);
    expect(sentAt[1]).toBeGreaterThanOrEqual(18);
    expect(sentAt[1]).toBeLessThanOrEqual(24);
  });
});
