// One run of the kill test: promises for many teams, processes that deliver them and are killed meanwhile, a Teams that
// leaves them in doubt, and what came of it.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { addMs, localDateOf, localTimeOf, parseInstant } from '../../src/kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import { createDeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import { createWorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';
import { openTestStore } from '../support/azurite.ts';
import { createTeamsLimits } from '../support/teams-limits.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { startFaultyTeams, type FaultyTeams } from './faulty-teams.ts';
import { noteDraft } from './fault-note.ts';
import { buildWorkspaces, rememberTeam } from './fault-teams.ts';
import { startFleet, type Fleet } from './fleet.ts';
import { judge, type KillReport } from './kill-report.ts';

export type KillRun = {
  readonly title: string;
  readonly deliveries: number;
  readonly tenants: number;
  readonly teamsOfTenant: number;
  readonly threadsOfTeam: number;
  /** Over how many minutes they are due, as many at each full minute. */
  readonly minutes: number;
  /** A process for each: how far its clock is from the storage's. */
  readonly clockMinutes: readonly number[];
  /**
   * SIGKILL of one process this often, until everything is delivered and at least so many were killed, and no more than
   * `atMost`; null for none.
   */
  readonly kills: { readonly everyMs: number; readonly atLeast: number; readonly atMost: number | null } | null;
  /** Which share of the sends meets a fault. */
  readonly faultShare: number;
  /** Whether Teams refuses what is over its limits, by real time. */
  readonly hasLimits: boolean;
  /** It has failed when it takes longer. */
  readonly deadlineMs: number;
  /** Makes the run repeatable as far as anything here is. */
  readonly seed: number;
};

const MINUTE = 60_000;
// Time to start the processes.
const START_MS = 5_000;
// Every tenth promise shares its message with the one before it.
const SHARED = 10;
const NAMES_PER_COMMIT = 40;

/** Runs it and says what happened; the promises are judged by whoever asked. */
export async function runKillTest(run: KillRun, progress: (text: string) => void): Promise<KillReport> {
  await using stack = new AsyncDisposableStack();
  const tables = await openTravellingTables();
  stack.defer(() => tables.close());
  const nowMs = (): number => tables.presentMs();
  const random = createRandom(run.seed);
  const limits = createTeamsLimits(() => performance.now());
  const { faultShare } = run;
  const teams = await startFaultyTeams({ faultShare, random, nowMs, ...(run.hasLimits ? { limits } : {}) });
  stack.defer(() => teams.close());
  const { store, postmen, tableName } = await openTestStore({ url: tables.url });
  const workspaces = buildWorkspaces(run.tenants, run.teamsOfTenant);

  progress(`${run.title}: ${run.deliveries} promises in ${workspaces.length} teams of ${run.tenants} tenants`);
  const firstDue = nextMinute(await store.now());
  await promiseAll({ run, store, postmen, workspaces, serviceUrl: teams.url, firstDue });
  // The clock of the storage goes ahead to just before the first of them is due; those of the processes are wrong by it.
  await tables.travel(addMs(firstDue, -START_MS));
  const clocksMs = run.clockMinutes.map((minutes) => nowMs() - Date.now() + minutes * MINUTE);
  const fleet = await startFleet({ clocksMs, args: [tables.url, tableName], nowMs, random });
  stack.defer(() => fleet.stop());
  const cpuBefore = cpuSeconds(tables.pid);
  const startedMs = Date.parse(firstDue);
  const isInTime = await deliverAll({ run, tables, teams, fleet, store, workspaces, progress });
  const endedMs = nowMs();
  const azuriteCpuSeconds = cpuSeconds(tables.pid) - cpuBefore;
  await fleet.stop();
  const [overLimits, overBy] = [limits.over(), limits.overBy()];
  const times = { startedMs, endedMs, isInTime, azuriteCpuSeconds };
  return await judge({ run, store, workspaces, teams, fleet, overLimits, overBy, ...times });
}

type Running = {
  readonly run: KillRun;
  readonly tables: TravellingTables;
  readonly teams: FaultyTeams;
  readonly fleet: Fleet;
  readonly store: Store;
  readonly workspaces: readonly WorkspaceKey[];
  readonly progress: (text: string) => void;
};

/** Kills processes until every promise is kept; false when that took too long. */
async function deliverAll(running: Running): Promise<boolean> {
  const { run, teams, fleet, progress } = running;
  const giveUpAt = performance.now() + run.deadlineMs;
  const isDone = (): boolean =>
    teams.takenDeliveries() >= run.deliveries && fleet.kills.length >= (run.kills?.atLeast ?? 0);
  let saidAt = performance.now();
  let nextKillAt = performance.now() + (run.kills?.everyMs ?? 0);
  for (let looks = 0; ; looks += 1) {
    if (performance.now() > giveUpAt || fleet.accidents.length > 0) {
      return false;
    }
    if (isDone() && looks % 10 === 0 && (await isNothingOpen(running))) {
      return true;
    }
    if (performance.now() - saidAt > 15_000) {
      saidAt = performance.now();
      progress(`  ${teams.takenDeliveries()} delivered, ${fleet.kills.length} killed, ${fleet.alive()} alive`);
    }
    const isEnough = run.kills === null || fleet.kills.length >= (run.kills.atMost ?? Number.POSITIVE_INFINITY);
    if (run.kills !== null && !isEnough && performance.now() >= nextKillAt) {
      nextKillAt = fleet.killOne() ? Math.max(nextKillAt + run.kills.everyMs, performance.now()) : nextKillAt;
    }
    await wait(50);
  }
}

async function isNothingOpen({ store, workspaces }: Running): Promise<boolean> {
  for (const workspace of workspaces) {
    if ((await store.range(workspace, { from: 'due|', before: 'due}', limit: 1 })).length > 0) {
      return false;
    }
  }
  return true;
}

/** Promises as features do: through the desk, forty of a subject in a transaction. */
async function promiseAll(about: {
  readonly run: KillRun;
  readonly store: Store;
  readonly postmen: Store;
  readonly workspaces: readonly WorkspaceKey[];
  readonly serviceUrl: string;
  readonly firstDue: Instant;
}): Promise<void> {
  const { run, store, postmen, workspaces, serviceUrl, firstDue } = about;
  const directory = createWorkspaceDirectory(store, () => performance.now());
  const hints = createHints(postmen, { pause, random: () => 0.5 });
  const desk = createDeliveryDesk({ store, hints, nudge: () => undefined });
  const threads = workspaces.flatMap((workspace) =>
    Array.from({ length: run.threadsOfTeam }, (_, thread) => ({ workspace, subject: `thread-${thread}` })),
  );
  for (const workspace of workspaces) {
    await rememberTeam(directory, workspace, serviceUrl);
  }
  const expires = addMs(firstDue, 24 * 60 * MINUTE);
  for (const [index, { workspace, subject }] of threads.entries()) {
    const count = shareOf(run.deliveries, threads.length, index);
    const drafts = Array.from({ length: count }, (_, number) => {
      const minute = Math.floor((number % (run.minutes * SHARED)) / SHARED);
      const dueUtc = addMs(firstDue, minute * MINUTE);
      const isShared = number % SHARED === SHARED - 1;
      const name = `note-${number}`;
      const bundle = `${subject}-${isShared ? number - 1 : number}`;
      return noteDraft({
        subject,
        name,
        bundle,
        due: { date: localDateOf(dueUtc), time: localTimeOf(dueUtc) },
        expires,
      });
    });
    for (let from = 0; from < drafts.length; from += NAMES_PER_COMMIT) {
      const wanted = drafts.slice(from, from + NAMES_PER_COMMIT);
      const names = wanted.map(({ name }) => name);
      await desk.commit(workspace, { writes: [], reconcile: { subject, kindsOf: 'note-', names, wanted } });
    }
  }
}

function shareOf(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

// Far enough away that everything is promised before its time.
function nextMinute(now: Instant): Instant {
  const ms = Math.ceil(Date.parse(now) / MINUTE + 10) * MINUTE;
  const instant = parseInstant(new Date(ms).toISOString());
  if (instant === null) {
    throw new Error('no instant');
  }
  return instant;
}

// User and system time of a process, in seconds; the kernel counts in hundredths.
function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0; // only Linux tells
  }
}

async function pause(ms: number): Promise<void> {
  await wait(ms);
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
