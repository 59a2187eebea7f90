// The fault matrix: every storage call of the delivery engine, at every step at which it is made, times everything that
// can happen to it.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import { createTableStore } from '../../src/platform/storage/table-store.ts';
import { tableOptions } from '../support/azurite.ts';
import { type FaultProxy, type NetworkFault, openFaultProxy, type SeenRequest } from '../support/fault-proxy.ts';
import { readBooks } from '../support/delivery-audit.ts';
import { type World, WORKSPACE } from '../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { ROUNDS, type Scenario } from './matrix-scenarios.ts';
import { type Fortune, openStage } from './matrix-stage.ts';
import type { StorageCall } from './watched-process.ts';

/** One thing that can happen. `lasting`: to every request that the call makes, until it gives up; else to its first. */
export type Mishap = { readonly name: string; readonly lasting: boolean } & (
  | { readonly kind: 'network'; readonly fault: NetworkFault }
  | { readonly kind: 'death'; readonly when: 'before' | 'after' }
);

const network = (name: string, fault: NetworkFault, isLasting: boolean): Mishap => ({
  name,
  kind: 'network',
  fault,
  lasting: isLasting,
});

/** The columns of every run. The deadline of a request stands to the delay of `slow 5 s` as 4 s stand to 5 s. */
export const MISHAPS: readonly Mishap[] = [
  network('503', 'unavailable', true),
  network('429', 'throttled', true),
  network('reset before', 'reset-before', true),
  network('reset after commit', 'reset-after', true),
  network('hang', 'hang-after', true),
  network('slow 5 s', 'late', true),
  { name: 'dies before', kind: 'death', when: 'before', lasting: true },
  { name: 'dies after', kind: 'death', when: 'after', lasting: true },
];

/** The columns of a full run besides: what happens to one request only, and other ways of hanging and being slow. */
export const MORE_MISHAPS: readonly Mishap[] = [
  network('503 once', 'unavailable', false),
  network('429 once', 'throttled', false),
  network('reset before, once', 'reset-before', false),
  network('reset after commit, once', 'reset-after', false),
  network('hang once', 'hang-after', false),
  network('hang before arriving', 'hang-before', true),
  network('hang before arriving, once', 'hang-before', false),
  network('slow 5 s, once', 'late', false),
  network('slow, but in time', 'slow', true),
];

const DEADLINE_MS = 80;
const DELAYS = { slowMs: 15, lateMs: 100 };
const MORE_THAN_ANY_CALL_MAKES = 200;

/** A call at a step: the `nth` (from 0) that a scenario makes there. */
export type Step = {
  readonly scenario: Scenario;
  readonly call: StorageCall;
  readonly nth: number;
};

export type Result = {
  /** What is wrong; empty when the end was as it should be. */
  readonly problems: readonly string[];
  /** What the call asked over HTTP, `GET row` or the like. */
  readonly requests: readonly string[];
};

export type Cell = { readonly step: Step; readonly mishap: Mishap };

type Lab = { readonly tables: TravellingTables; readonly proxy: FaultProxy };

// A cell takes a tenth of a second, and some of it is waiting for deadlines.
const LABS = 3;
const CELL_MS = 20_000;
const PLAYS = 3;
const NOT_REACHED = 'the step was not reached';

/** Storages that travel in time, each with a proxy before it, that take the cells from each other. */
export class Matrix {
  readonly #labs: Lab[] = [];

  /** Every step of the scenarios, in order, and what goes wrong even without a mishap. */
  async record(scenarios: readonly Scenario[]): Promise<{
    readonly steps: readonly Step[];
    readonly problems: readonly string[];
  }> {
    const recorded = await this.#share(scenarios, (lab, scenario) => recordSteps(lab, scenario));
    return {
      steps: scenarios.flatMap((scenario) => recorded.get(scenario)?.steps ?? []),
      problems: scenarios.flatMap((scenario) =>
        (recorded.get(scenario)?.problems ?? ['not played']).map((problem) => `${scenario.name}: ${problem}`),
      ),
    };
  }

  /** Plays the cells. One that throws or does not end has a result that says so. */
  play(cells: readonly Cell[]): Promise<ReadonlyMap<Cell, Result>> {
    return this.#share(cells, async (lab, { step, mishap }) => {
      const ended = new AbortController();
      const tooLong = pause(CELL_MS, null, { signal: ended.signal }).catch(() => null);
      try {
        const result = await Promise.race([playUntilMet(lab, step, mishap), tooLong]);
        return result ?? { requests: [], problems: ['it did not end'] };
      } catch (error) {
        return { requests: [], problems: [error instanceof Error ? (error.stack ?? error.message) : 'thrown'] };
      } finally {
        ended.abort();
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#labs.map((lab) => closeLab(lab)));
  }

  async #share<Job, Value>(
    jobs: readonly Job[],
    work: (lab: Lab, job: Job) => Promise<Value>,
  ): Promise<ReadonlyMap<Job, Value>> {
    const done = new Map<Job, Value>();
    const open = [...jobs];
    while (this.#labs.length < LABS) {
      this.#labs.push(await openLab());
    }
    const drain = async (lab: Lab): Promise<void> => {
      for (let job = open.shift(); job !== undefined; job = open.shift()) {
        done.set(job, await work(lab, job));
      }
    };
    await Promise.all(this.#labs.map(drain));
    return done;
  }
}

async function openLab(): Promise<Lab> {
  const tables = await openTravellingTables();
  return { tables, proxy: await openFaultProxy(tables.url, DELAYS) };
}

async function closeLab({ tables, proxy }: Lab): Promise<void> {
  await proxy.close();
  await tables.close();
}

async function recordSteps(
  lab: Lab,
  scenario: Scenario,
): Promise<{ readonly steps: readonly Step[]; readonly problems: readonly string[] }> {
  const counted = new Map<string, number>();
  const steps: Step[] = [];
  const problems = await play(lab, scenario, () => ({
    died: new Promise(() => undefined),
    isDead: () => false,
    meet({ call, go, direct }) {
      const nth = counted.get(keyOf(call)) ?? 0;
      counted.set(keyOf(call), nth + 1);
      steps.push({ scenario, call, nth });
      return go(direct);
    },
  }));
  return { steps, problems };
}

/**
 * Which of two lanes makes a call first is a matter of moments: a cell whose step was not reached has shown nothing, and
 * is played again. One that is never reached stays a problem.
 */
async function playUntilMet(lab: Lab, step: Step, mishap: Mishap): Promise<Result> {
  let result = await playCell(lab, step, mishap);
  for (let again = 1; again < PLAYS && result.problems.includes(NOT_REACHED); again += 1) {
    result = await playCell(lab, step, mishap);
  }
  return result;
}

/** Plays the step's scenario with one mishap at the step. */
async function playCell(lab: Lab, step: Step, mishap: Mishap): Promise<Result> {
  const before = lab.proxy.seen.length;
  let met = 0;
  const problems = await play(lab, step.scenario, (world) => {
    const died = Promise.withResolvers<void>();
    let isDead = false;
    return {
      died: died.promise,
      isDead: () => isDead,
      async meet({ call, table, go, direct }) {
        if (isDead) {
          return never();
        }
        if (keyOf(call) !== keyOf(step.call) || met++ !== step.nth) {
          return go(direct);
        }
        if (mishap.kind === 'network') {
          return throughFault(lab, mishap, table === 'store' ? world.tableName : `${world.tableName}p`, go);
        }
        if (mishap.when === 'after') {
          await go(direct);
        }
        isDead = true;
        died.resolve();
        return never();
      },
    };
  });
  const requests = lab.proxy.seen.slice(before).map(describeRequest);
  return {
    requests,
    problems: [
      ...problems,
      ...(met > step.nth ? [] : [NOT_REACHED]),
      ...(mishap.kind === 'network' && requests.length === 0 ? ['nothing was asked over HTTP'] : []),
    ],
  };
}

/** Where in the engine a call is made, and on whose behalf. */
export function keyOf({ at, way }: StorageCall): string {
  return `${at} ${way}`;
}

async function play(
  { tables, proxy }: Lab,
  { act, prepare, mend, rounds = ROUNDS, ends }: Scenario,
  fortune: (world: World) => Fortune,
): Promise<readonly string[]> {
  const stage = await openStage(tables, fortune);
  await prepare?.(stage);
  await act(stage);
  // What was sent too late for its sender has arrived by now.
  await proxy.calm();
  // What another would repair later must not be broken now. Where there is something to mend, it is broken on purpose.
  const broken = mend === undefined ? (await readBooks(stage.world, WORKSPACE)).problems : [];
  await mend?.(stage);
  await stage.recover(rounds);
  return [...broken, ...(await stage.judge(ends))];
}

async function throughFault(
  { tables, proxy }: Lab,
  mishap: Extract<Mishap, { kind: 'network' }>,
  tableName: string,
  go: (via: Store) => Promise<unknown>,
): Promise<unknown> {
  const faulty = createTableStore({
    ...tableOptions(tableName, { url: proxy.url, newToken: randomUUID, pause: () => Promise.resolve() }),
    // A clock of its own that nobody has told the time, so that even asking for the time is a request.
    clock: createStorageClock(() => tables.monotonicMs()),
    deadlineMs: DEADLINE_MS,
  });
  const faults = Array<NetworkFault>(mishap.lasting ? MORE_THAN_ANY_CALL_MAKES : 1).fill(mishap.fault);
  proxy.fail(faults);
  return go(faulty);
}

function describeRequest({ method, path }: SeenRequest): string {
  if (path.includes('$batch')) {
    return 'transaction';
  }
  return /RowKey=/.test(path) ? `${method} row` : `${method} page`;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
