// A backlog towards a Teams that enforces its limits, in simulated time: hours of waiting pass in minutes, while every
// request is real.
import { randomUUID } from 'node:crypto';
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { addMs } from '../../src/kernel/helsinki-time.ts';
import { createDeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../src/platform/delivery/postman.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import { REQUEST_MS } from '../../src/platform/teams/attempt-limits.ts';
import { openOutbound } from '../../src/platform/teams/teams-outbound.ts';
import { createWorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';
import { openTestStore } from '../support/azurite.ts';
import { createSimulatedTime, type SimulatedProcess } from '../support/simulated-time.ts';
import { createTeamsLimits } from '../support/teams-limits.ts';
import { openTravellingTables } from '../support/time-travel.ts';
import { buildWorkspaces, rememberTeam } from './fault-teams.ts';
import { createNoteKind, noteDraft } from './fault-note.ts';
import { startFaultyTeams } from './faulty-teams.ts';

const CREDENTIALS = { kind: 'Local', botId: LOCAL_BOT_ID, issuer: 'http://127.0.0.1:1' } as const;

export type LimitsRun = {
  readonly tenants: number;
  readonly threadsOfTenant: number;
  readonly deliveriesOfThread: number;
  /** How many go into one thread besides. */
  readonly hot: number;
  /** When the first postman goes, and how; another follows at once. Null: there is only one. */
  readonly handOver: { readonly afterSeconds: number; readonly how: 'dies' | 'stops' } | null;
};

export type LimitsReport = {
  readonly run: LimitsRun;
  readonly deliveries: number;
  readonly delivered: number;
  readonly requests: number;
  /** Requests over a limit of Teams. */
  readonly over: number;
  readonly fullest: Readonly<Record<string, { readonly most: number; readonly allowed: number }>>;
  readonly simulatedSeconds: number;
  readonly realSeconds: number;
  /** Storage transactions for each message. */
  readonly commitsPerMessage: number;
};

const HOT = 'thread-hot';
const NAMES_PER_COMMIT = 30;

/** Delivers the backlog and says what Teams saw of it. */
export async function runLimitsTest(run: LimitsRun): Promise<LimitsReport> {
  await using stack = new AsyncDisposableStack();
  const tables = await openTravellingTables();
  stack.defer(() => tables.close());
  const monotonicMs = (): number => tables.monotonicMs();
  const limits = createTeamsLimits(monotonicMs);
  const random = (): number => 0.5;
  const teams = await startFaultyTeams({ faultShare: 0, random, nowMs: () => tables.presentMs(), limits });
  stack.defer(() => teams.close());
  const { store, postmen } = await openTestStore({ url: tables.url, clock: createStorageClock(monotonicMs) });
  const workspaces = buildWorkspaces(run.tenants, 1);
  const directory = createWorkspaceDirectory(store, monotonicMs);
  const desk = createDeliveryDesk({
    store,
    hints: createHints(postmen, { pause: () => Promise.resolve(), random }),
    nudge: () => undefined,
  });

  const expires = addMs(await store.now(), 7 * 24 * 3_600_000);
  let deliveries = 0;
  for (const [index, workspace] of workspaces.entries()) {
    await rememberTeam(directory, workspace, teams.url);
    const threads = Array.from({ length: run.threadsOfTenant }, (_, thread) => `thread-${thread}`);
    for (const subject of index === 0 ? [HOT, ...threads] : threads) {
      const count = subject === HOT ? run.hot : run.deliveriesOfThread;
      const drafts = Array.from({ length: count }, (_, number) =>
        noteDraft({ subject, name: `note-${number}`, bundle: `${subject}-${number}`, due: 'now', expires }),
      );
      for (let from = 0; from < count; from += NAMES_PER_COMMIT) {
        await desk.commit(workspace, { writes: [], send: drafts.slice(from, from + NAMES_PER_COMMIT) });
      }
      deliveries += count;
    }
  }

  const time = createSimulatedTime(tables);
  let commits = 0;
  const startPostman = (process: SimulatedProcess): Postman => {
    const watched = process.store(store);
    const { messenger } = openOutbound({ credentials: CREDENTIALS, store, monotonicMs, requestMs: REQUEST_MS });
    const postman = createPostman({
      store: {
        ...watched,
        commit: (...about) => {
          commits += 1;
          return watched.commit(...about);
        },
      },
      postmen: process.store(postmen),
      messenger: process.messenger(messenger),
      kinds: [createNoteKind()],
      owner: randomUUID(),
      monotonicMs,
      pause: process.pause,
      random,
      newId: randomUUID,
      log: () => undefined,
    });
    postman.start();
    return postman;
  };
  const [startedMs, startedReal] = [monotonicMs(), performance.now()];
  let process = time.process();
  let postman = startPostman(process);
  if (run.handOver !== null) {
    const { afterSeconds, how } = run.handOver;
    await time.until(() => monotonicMs() - startedMs >= afterSeconds * 1_000);
    if (how === 'dies') {
      process.die();
    } else {
      await stop(time, postman);
    }
    process = time.process();
    postman = startPostman(process);
  }
  await time.until(() => teams.takenDeliveries() >= deliveries);
  const report = {
    run,
    deliveries,
    delivered: teams.takenDeliveries(),
    requests: teams.arrivals.length,
    over: limits.over(),
    fullest: limits.fullest(),
    simulatedSeconds: (monotonicMs() - startedMs) / 1_000,
    realSeconds: (performance.now() - startedReal) / 1_000,
    commitsPerMessage: commits / deliveries,
  };
  await stop(time, postman);
  return report;
}

async function stop(time: ReturnType<typeof createSimulatedTime>, postman: Postman): Promise<void> {
  let hasStopped = false;
  const stopped = postman.stop().then(() => {
    hasStopped = true;
  });
  await time.until(() => hasStopped);
  await stopped;
}
