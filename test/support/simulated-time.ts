// Time for whole loops: it runs on by itself while anything is asked of the storage or of Teams, and jumps to the next
// moment that somebody waits for as soon as everybody waits.
import type { Store } from '../../src/platform/storage/store.ts';
import type { Messenger } from '../../src/platform/teams/messenger.ts';
import type { TravellingTables } from './time-travel.ts';

/** What one process sees of the world; it can die, and then nothing of it is ever finished. */
export interface SimulatedProcess {
  readonly pause: (ms: number) => Promise<void>;
  store(store: Store): Store;
  messenger(messenger: Messenger): Messenger;
  die(): void;
}

export interface SimulatedTime {
  process(): SimulatedProcess;
  /** Lets time pass until `holds`. */
  until(holds: () => boolean): Promise<void>;
}

type Sleeper = { readonly at: number; readonly wake: () => void; readonly isDead: () => boolean };

/** Simulated time on the clock of these tables. */
export function createSimulatedTime(tables: TravellingTables): SimulatedTime {
  const sleepers = new Set<Sleeper>();
  let underWay = 0;
  let idle = Promise.withResolvers<void>();

  const isAnybodyBusy = (): boolean => underWay > 0;

  async function busy<Value>(job: () => Promise<Value>, isDead: () => boolean): Promise<Value> {
    if (isDead()) {
      return new Promise(() => undefined);
    }
    underWay += 1;
    try {
      const value = await job();
      return isDead() ? await new Promise(() => undefined) : value;
    } finally {
      underWay -= 1;
      idle.resolve();
    }
  }

  async function settle(): Promise<void> {
    // What was answered goes on before anybody looks whether all wait: a few turns of the event loop.
    for (let turns = 0; turns < 5; turns += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (isAnybodyBusy()) {
        idle = Promise.withResolvers();
        await idle.promise;
        turns = 0;
      }
    }
  }

  return {
    process() {
      let dead = false;
      const isDead = (): boolean => dead;
      return {
        pause: (ms) =>
          new Promise((resolve) => {
            sleepers.add({ at: tables.monotonicMs() + ms, wake: resolve, isDead });
          }),
        store: (store) => ({
          read: (...about) => busy(() => store.read(...about), isDead),
          range: (...about) => busy(() => store.range(...about), isDead),
          commit: (...about) => busy(() => store.commit(...about), isDead),
          now: () => busy(() => store.now(), isDead),
        }),
        messenger: (messenger) => ({
          post: (...about) => busy(() => messenger.post(...about), isDead),
          update: (...about) => busy(() => messenger.update(...about), isDead),
        }),
        die() {
          dead = true;
        },
      };
    },
    async until(holds) {
      while (!holds()) {
        await settle();
        const awake = [...sleepers].filter((sleeper) => !sleeper.isDead());
        const next = Math.min(...awake.map(({ at }) => at));
        if (next > tables.monotonicMs()) {
          // A moment more, because the clock of the storage counts in whole milliseconds.
          await tables.pass(next - tables.monotonicMs() + 1);
        }
        for (const sleeper of awake.filter(({ at }) => at <= tables.monotonicMs())) {
          sleepers.delete(sleeper);
          sleeper.wake();
        }
      }
    },
  };
}
