// What a run of the kill test came to: every promise looked at, every copy of a message explained by the audit, and how
// long it took until others had taken up what a killed process had in its hands.
import * as z from 'zod/mini';
import type { WorkspaceKey } from '../../src/kernel/ids.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import { readWorkspaceDeliveries } from '../../src/platform/delivery/read-deliveries.ts';
import type { DeliveryRecord } from '../../src/platform/delivery/delivery-rows.ts';
import { unpackJson } from '../../src/platform/storage/packed-json.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import type { Arrival, FaultyTeams } from './faulty-teams.ts';
import type { Fleet } from './fleet.ts';
import type { KillRun } from './kill-run.ts';

/** What a killed process can leave half done: the postman's limit of attempts at a time. */
const IN_FLIGHT = 8;

export type KillReport = {
  readonly run: KillRun;
  readonly isInTime: boolean;
  readonly accidents: readonly string[];
  readonly seconds: number;
  readonly perSecond: number;
  readonly kills: number;
  /** Between two kills. */
  readonly killEveryMs: number;
  readonly startMs: Spread;
  /** How often processes died over one message before it was delivered. */
  readonly mostDeaths: number;
  readonly clockMinutes: readonly number[];
  /** Promises that did not end as sent, or of which no message arrived; the first few by key. */
  readonly lost: readonly string[];
  /** Messages that arrived before the time of a promise in them. */
  readonly early: number;
  readonly messages: number;
  /** Answers that left open whether the message arrived. */
  readonly ambiguous: number;
  /** Messages of attempts that are not the one which is recorded as sent. */
  readonly duplicates: number;
  readonly duplicatesAllowed: number;
  /** Duplicates that no audit row explains, by attempt. */
  readonly unexplained: readonly string[];
  /** More than one message of one attempt: hidden re-posting. */
  readonly repeatedAttempts: number;
  readonly takenOver: number;
  readonly unknown: number;
  /** From a kill until each message that it cut off was in its channel, or there again. */
  readonly recoveryMs: Spread;
  /** From a kill until somebody else sent something for each tenant that was waiting. */
  readonly tenantRecoveryMs: Spread;
  readonly latenessMs: Spread;
  readonly differences: number;
  /** Requests over a limit of Teams. */
  readonly overLimits: number;
  readonly overBy: Readonly<Record<string, number>>;
  readonly azuriteCpuSeconds: number;
  readonly notes: Readonly<Record<string, number>>;
};

export type Spread = { readonly count: number; readonly p50: number; readonly p99: number; readonly most: number };

type Finished = {
  readonly run: KillRun;
  readonly store: Store;
  readonly workspaces: readonly WorkspaceKey[];
  readonly teams: FaultyTeams;
  readonly fleet: Fleet;
  readonly overLimits: number;
  readonly overBy: Readonly<Record<string, number>>;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly isInTime: boolean;
  readonly azuriteCpuSeconds: number;
};

/** A delivery with the key that is its own across all teams. */
type Kept = { readonly key: string; readonly tenant: string; readonly record: DeliveryRecord };
type Audit = {
  readonly what: string;
  readonly attempt: string;
  /** The deliveries that the row is about, and their attempt at that time: of a take-over the one that was cut off. */
  readonly of: readonly { readonly key: string; readonly attempt: string }[];
};

/** Looks at every row that the run left. */
export async function judge(finished: Finished): Promise<KillReport> {
  const { run, teams, fleet, startedMs, endedMs } = finished;
  const kept: Kept[] = [];
  const audits: Audit[] = [];
  let differences = 0;
  for (const workspace of finished.workspaces) {
    const { deliveries, unreadable } = await readWorkspaceDeliveries(finished.store, workspace);
    const tenant = workspace.split('|')[0] ?? '';
    kept.push(...deliveries.map(({ record, row }) => ({ key: `${workspace} ${row.rowKey}`, tenant, record })));
    differences += (await findDifferences(finished.store, workspace)).length + unreadable.length;
    audits.push(...(await readAudits(finished.store, workspace)));
  }
  const arrivals = teams.arrivals;
  const taken = arrivals.filter(({ isTaken }) => isTaken);
  const final = new Set(kept.flatMap(({ record }) => (record.state === 'sent' ? [record.attemptId] : [])));
  const extra = taken.filter(({ mark }) => !final.has(mark.attempt));
  const explained = explainedAttempts(audits);
  const ambiguous = arrivals.filter(({ fault }) => fault !== null && fault !== '412').length;
  const seconds = (endedMs - startedMs) / 1_000;
  return {
    run,
    isInTime: finished.isInTime,
    accidents: fleet.accidents,
    seconds,
    perSecond: run.deliveries / seconds,
    kills: fleet.kills.length,
    killEveryMs: meanInterval(fleet.kills.map(({ atMs }) => atMs)),
    startMs: spread(fleet.startsMs),
    mostDeaths: Math.max(0, ...kept.map(({ record }) => record.takeovers)),
    clockMinutes: [...fleet.clockMinutes].toSorted((a, b) => a - b),
    lost: lostOf(run, kept, taken),
    early: arrivals.filter(({ mark, atMs }) => mark.deliveries.some(({ dueUtc }) => atMs < Date.parse(dueUtc))).length,
    messages: taken.length,
    ambiguous,
    duplicates: extra.length,
    duplicatesAllowed: ambiguous + fleet.kills.length * IN_FLIGHT,
    unexplained: extra.flatMap(({ mark }) => (explained.has(mark.attempt) ? [] : [mark.attempt])),
    repeatedAttempts: taken.length - new Set(taken.map(({ mark }) => mark.attempt)).size,
    takenOver: audits.filter(({ what }) => what === 'delivery-taken-over').length,
    unknown: audits.filter(({ what }) => what === 'delivery-unknown').length,
    recoveryMs: spread(recoveries(finished, audits)),
    tenantRecoveryMs: spread(tenantRecoveries(finished, kept)),
    latenessMs: spread(latenesses(taken)),
    differences,
    overLimits: finished.overLimits,
    overBy: finished.overBy,
    azuriteCpuSeconds: finished.azuriteCpuSeconds,
    notes: Object.fromEntries(fleet.notes),
  };
}

/** The promises of the engine that this run broke; empty when it kept all of them. */
export function brokenPromises(report: KillReport): readonly string[] {
  const { run } = report;
  const isHarmless = run.kills === null && run.faultShare === 0;
  const checks: readonly (readonly [boolean, string])[] = [
    [report.isInTime, 'everything is delivered in time'],
    [report.accidents.length === 0, 'no process ends by itself'],
    [run.kills === null || report.kills >= run.kills.atLeast, 'enough processes are killed'],
    [report.lost.length === 0, 'nothing is lost'],
    [report.early === 0, 'nothing is early'],
    [report.duplicates <= report.duplicatesAllowed, 'duplicates are at most ambiguous answers and what was in flight'],
    [!isHarmless || report.duplicates === 0, 'without faults there are no duplicates'],
    [!isHarmless || report.overLimits === 0, 'no request is over a limit of Teams'],
    [report.unexplained.length === 0, 'every duplicate is explained by an audit row'],
    [report.repeatedAttempts === 0, 'one attempt is one message'],
    [report.recoveryMs.p99 <= 90_000, 'what a kill cut off is delivered within 90 s (p99)'],
    [report.tenantRecoveryMs.p99 <= 90_000, 'tenants of a killed process are served within 90 s (p99)'],
    [report.differences === 0, 'the due index agrees with the deliveries'],
  ];
  return checks.filter(([holds]) => !holds).map(([, promise]) => promise);
}

function lostOf(run: KillRun, kept: readonly Kept[], taken: readonly Arrival[]): readonly string[] {
  const arrived = new Set(taken.flatMap(({ mark }) => mark.deliveries.map(({ key }) => `${mark.workspace} ${key}`)));
  const lost = kept.flatMap(({ key, record }) =>
    record.state === 'sent' && arrived.has(key) ? [] : [`${key} ${record.state}`],
  );
  return kept.length === run.deliveries ? lost : [...lost, `${run.deliveries - kept.length} have no row`];
}

const AuditedDeliveries = z.array(z.object({ key: z.string(), attempt: z.nullable(z.string()) }));

async function readAudits(store: Store, workspace: WorkspaceKey): Promise<readonly Audit[]> {
  const prefix = 'event|delivery|';
  const rows = await store.range(workspace, { from: prefix, before: 'event|delivery}' });
  return rows.map((row) => ({
    what: String(row.cells['what']),
    attempt: row.rowKey.slice(row.rowKey.lastIndexOf('|') + 1),
    of: AuditedDeliveries.parse(unpackJson(row.cells, 'deliveries')).flatMap(({ key, attempt }) =>
      attempt === null ? [] : [{ key: `${workspace} ${key}`, attempt }],
    ),
  }));
}

// An attempt whose message nobody counts as sent: its answer was unknown, or it was taken over from a dead process.
function explainedAttempts(audits: readonly Audit[]): ReadonlySet<string> {
  return new Set(
    audits.flatMap(({ what, attempt, of }) =>
      what === 'delivery-taken-over'
        ? of.map((cutOff) => cutOff.attempt)
        : what === 'delivery-unknown'
          ? [attempt]
          : [],
    ),
  );
}

// Until it was in its channel again, also where others were killed over it or Teams did not take it at first.
function recoveries({ fleet, teams }: Finished, audits: readonly Audit[]): readonly number[] {
  const killed = new Map(fleet.kills.map(({ owner, atMs }) => [owner, atMs]));
  const taken = new Map<string, number[]>();
  for (const { mark, atMs } of teams.arrivals.filter(({ isTaken }) => isTaken)) {
    mark.deliveries.forEach(({ key }) => {
      const id = `${mark.workspace} ${key}`;
      taken.set(id, [...(taken.get(id) ?? []), atMs]);
    });
  }
  return audits
    .filter(({ what }) => what === 'delivery-taken-over')
    .flatMap(({ of }) =>
      of.flatMap(({ key, attempt }) => {
        const killedAt = killed.get(attempt.split('.')[0] ?? '');
        const again = taken.get(key)?.find((atMs) => killedAt !== undefined && atMs > killedAt);
        return killedAt === undefined || again === undefined ? [] : [again - killedAt];
      }),
    );
}

function tenantRecoveries({ teams, fleet }: Finished, kept: readonly Kept[]): readonly number[] {
  const sends = Map.groupBy(teams.arrivals, ({ mark }) => mark.workspace.split('|')[0] ?? '');
  const promises = Map.groupBy(kept, ({ tenant }) => tenant);
  return [...sends].flatMap(([tenant, arrivals]) =>
    fleet.kills.flatMap(({ owner, atMs }) => {
      // Whoever sent the last message before the kill had the tenant.
      const last = arrivals.findLast((arrival) => arrival.atMs <= atMs);
      const isWaiting = (promises.get(tenant) ?? []).some(
        ({ record }) => Date.parse(record.dueUtc) <= atMs && Date.parse(record.endedAt ?? '') > atMs + 1_000,
      );
      const next = arrivals.find((arrival) => arrival.atMs > atMs && ownerOf(arrival) !== owner);
      return last !== undefined && ownerOf(last) === owner && isWaiting && next !== undefined ? [next.atMs - atMs] : [];
    }),
  );
}

function ownerOf({ mark }: Arrival): string {
  return mark.attempt.split('.')[0] ?? '';
}

function latenesses(taken: readonly Arrival[]): readonly number[] {
  const first = new Map<string, number>();
  for (const { mark, atMs } of taken) {
    for (const { key, dueUtc } of mark.deliveries) {
      const id = `${mark.workspace} ${key}`;
      first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, atMs - Date.parse(dueUtc)));
    }
  }
  return [...first.values()];
}

function meanInterval(times: readonly number[]): number {
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined || times.length < 2 ? 0 : (last - first) / (times.length - 1);
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}
