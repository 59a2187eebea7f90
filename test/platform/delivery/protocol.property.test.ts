import { asyncProperty, check, defaultReportMessage } from 'fast-check';
import type { Store, Write } from '../../../src/platform/storage/store.ts';
import { ProtocolRun, protocolSteps, type Sabotage } from '../../support/protocol-run.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

// `npm run test:faults:protocol` asks for 10,000; PROTOCOL_SEED repeats a run.
const RUNS = Number(process.env['PROTOCOL_RUNS'] ?? 150);
const SEED = Number(process.env['PROTOCOL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
// Each on a storage of its own, since each has a time of its own.
const LANES = 3;

let tables: readonly TravellingTables[] = [];
beforeAll(async () => {
  tables = await Promise.all(Array.from({ length: LANES }, openTravellingTables));
});
afterAll(() => Promise.all(tables.map((each) => each.close())));

const happened = new Map<string, number>();

/** Plays sequences until one breaks an invariant, or so many did not. */
async function play(lane: TravellingTables | undefined, about: Play): Promise<Played> {
  if (lane === undefined) {
    throw new Error('no such lane');
  }
  const property = asyncProperty(protocolSteps, async (steps) => {
    const run = await ProtocolRun.open(lane, about.sabotage);
    for (const step of steps) {
      await run.take(step);
      // Steps without an actor write nothing.
      expect('who' in step ? await run.check() : []).toEqual([]);
    }
    expect(await run.finish()).toEqual([]);
    Object.entries({ ...run.happened, steps: steps.length }).forEach(([what, count]) =>
      happened.set(what, (happened.get(what) ?? 0) + count),
    );
  });
  const isBroken = about.sabotage !== undefined;
  const details = await check(property, { numRuns: about.numRuns, seed: about.seed, endOnFailure: isBroken });
  return {
    runs: details.numRuns,
    failure: details.failed ? `${String(details.errorInstance)} ${defaultReportMessage(details)}` : null,
  };
}

type Play = { readonly numRuns: number; readonly seed: number; readonly sabotage?: Sabotage };
type Played = { readonly runs: number; readonly failure: string | null };

describe('whatever happens, in whatever order', () => {
  it(
    'no promise is lost, early or without its index row, no lowering of the hint is lost, only one attempt lives, and sent is one audit row',
    async () => {
      const started = performance.now();
      const lanes = tables.map((lane, index) => play(lane, { numRuns: Math.ceil(RUNS / LANES), seed: SEED + index }));
      const played = await Promise.all(lanes);
      const facts = [...happened].map(([what, count]) => `${count} ${what}`).join(', ');
      const seconds = Math.round((performance.now() - started) / 1_000);
      const count = played.reduce((sum, { runs }) => sum + runs, 0);
      process.stdout.write(`protocol: ${count} sequences from seed ${SEED} in ${seconds} s: ${facts}\n`);
      expect(played.map(({ failure }) => failure)).toEqual(played.map(() => null));
    },
    Math.max(60_000, RUNS * 1_000),
  );
});

const dropping =
  (which: (write: Write) => boolean): Sabotage =>
  (store) => ({
    ...bound(store),
    commit: async (partition, writes) => {
      const kept = writes.filter((write) => !which(write));
      return kept.length === 0 ? 'committed' : store.commit(partition, kept);
    },
  });

describe('the invariants notice', () => {
  it.each<[string, Sabotage]>([
    [
      'an index row that is not written',
      dropping(({ kind, rowKey }) => kind === 'insert' && rowKey.startsWith('due|')),
    ],
    [
      'an index row that is not removed',
      dropping(({ kind, rowKey }) => kind === 'remove' && rowKey.startsWith('due|')),
    ],
    ['an audit row that is not written', dropping(({ rowKey }) => rowKey.startsWith('event|'))],
    [
      'a lowering of the hint that is lost',
      dropping(({ kind, rowKey }) => kind === 'replace' && rowKey.startsWith('hint|')),
    ],
    [
      'a conflict that is taken for a success',
      (store) => ({
        ...bound(store),
        commit: async (partition, writes) => {
          await store.commit(partition, writes);
          return 'committed';
        },
      }),
    ],
  ])(
    '%s',
    async (_what, sabotage) => {
      const { failure } = await play(tables[0], { numRuns: 2_000, seed: 1, sabotage });
      expect(failure).not.toBeNull();
    },
    120_000,
  );
});

function bound(store: Store): Store {
  return {
    read: (...about) => store.read(...about),
    range: (...about) => store.range(...about),
    commit: (...about) => store.commit(...about),
    now: () => store.now(),
  };
}
