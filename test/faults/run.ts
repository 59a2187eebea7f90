// `npm run test:faults`: the fault tests at full size, as tables; it fails when a promise is broken. The names of parts
// (`kill`, `calm`, `limits`) run those only. `npm test` runs the same in short.
import { cpus, loadavg, totalmem } from 'node:os';
import { brokenPromises, type KillReport, type Spread } from './kill-report.ts';
import { runKillTest, type KillRun } from './kill-run.ts';
import { runLimitsTest, type LimitsReport, type LimitsRun } from './limits-run.ts';

const MACHINE = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

const TEAMS = { tenants: 32, teamsOfTenant: 1, threadsOfTeam: 16, clockMinutes: [-10, 0, 0, 10], seed: 3 };
const KILL: KillRun = {
  ...TEAMS,
  title: 'Processes are killed, Teams leaves answers open, clocks are wrong',
  deliveries: 10_000,
  minutes: 3,
  kills: { everyMs: 500, atLeast: 60, atMost: 240 },
  faultShare: 0.05,
  hasLimits: true,
  deadlineMs: 30 * 60_000,
};
const CALM: KillRun = { ...KILL, title: 'Nothing goes wrong but the clocks', kills: null, faultShare: 0 };
const LIMITS: LimitsRun = { tenants: 4, threadsOfTenant: 20, deliveriesOfThread: 42, hot: 1_640, handOver: null };
const PARTS = ['kill', 'calm', 'limits'] as const;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function table(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  say(`\n${title}`);
  rows.forEach(([name, value]) => say(`  ${name.padEnd(width)}  ${value}`));
}

function seconds({ count, p50, p99, most }: Spread): string {
  const text = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
  return count === 0 ? 'none' : `p50 ${text(p50)}, p99 ${text(p99)}, most ${text(most)} (${count})`;
}

function describeKill(report: KillReport): readonly string[] {
  const { run } = report;
  const broken = brokenPromises(report);
  table(run.title, [
    ['machine', `${MACHINE}; load ${loadavg()[0]?.toFixed(1)}`],
    ['promises', `${run.deliveries} in ${run.tenants} tenants, ${run.tenants * run.teamsOfTenant} teams`],
    [
      'processes',
      `${run.clockMinutes.length}, clocks at ${report.clockMinutes.join(', ')} min; start ${seconds(report.startMs)}`,
    ],
    ['killed', `${report.kills}, one every ${Math.round(report.killEveryMs)} ms`],
    ['lost', `${report.lost.length} (allowed 0)`],
    ['early by the storage’s clock', `${report.early} (allowed 0)`],
    [
      'duplicates',
      `${report.duplicates} of ${report.messages} messages (allowed ${report.duplicatesAllowed} = ${report.ambiguous} open answers + 8 a kill)`,
    ],
    ['duplicates without an audit row', `${report.unexplained.length} (allowed 0)`],
    ['messages of one attempt beyond the first', `${report.repeatedAttempts} (allowed 0)`],
    [
      'audit rows',
      `${report.takenOver} taken over, ${report.unknown} unknown; most deaths over one message ${report.mostDeaths}`,
    ],
    ['from a kill until its messages were sent again', `${seconds(report.recoveryMs)} (allowed p99 90 s)`],
    ['from a kill until its tenants were served', `${seconds(report.tenantRecoveryMs)} (allowed p99 90 s)`],
    [
      'requests over a limit of Teams',
      `${report.overLimits}${run.kills === null ? ' (allowed 0)' : ''} ${JSON.stringify(report.overBy)}`,
    ],
    ['due index against rows', `${report.differences} differences (allowed 0)`],
    ['lateness', seconds(report.latenessMs)],
    ['throughput', `${report.perSecond.toFixed(0)} a second, ${report.seconds.toFixed(0)} s in all`],
    ['CPU of Azurite', `${report.azuriteCpuSeconds.toFixed(1)} s`],
    ['notes in the logs', JSON.stringify(report.notes)],
    ['broken promises', broken.length === 0 ? 'none' : broken.join('; ')],
  ]);
  report.lost.slice(0, 5).forEach((lost) => say(`  lost: ${lost}`));
  report.accidents.forEach((accident) => say(`  ${accident}`));
  return broken;
}

function describeLimits(report: LimitsReport): readonly string[] {
  const broken = [
    ...(report.delivered === report.deliveries ? [] : ['everything is delivered']),
    ...(report.over === 0 ? [] : ['no request is over a limit']),
  ];
  const { run } = report;
  table('Teams enforces its limits', [
    ['machine', MACHINE],
    ['backlog', `${report.deliveries} in ${run.tenants} tenants, ${run.hot} of them in one thread`],
    ['delivered', `${report.delivered}, with ${report.requests} requests`],
    ['requests over a limit', `${report.over} (allowed 0)`],
    ...Object.entries(report.fullest).map(
      ([name, { most, allowed }]) => [`most at a time, ${name}`, `${most} (allowed ${allowed})`] as const,
    ),
    ['time', `${report.simulatedSeconds.toFixed(0)} s simulated, ${report.realSeconds.toFixed(0)} s real`],
    ['transactions a message', report.commitsPerMessage.toFixed(2)],
    ['broken promises', broken.length === 0 ? 'none' : broken.join('; ')],
  ]);
  return broken;
}

const asked = process.argv.slice(2);
const parts = PARTS.filter((part) => asked.length === 0 || asked.includes(part));
const broken: string[] = [];
for (const part of parts) {
  if (part === 'limits') {
    say('The backlog, in simulated time');
    broken.push(...describeLimits(await runLimitsTest(LIMITS)));
  } else {
    broken.push(...describeKill(await runKillTest(part === 'kill' ? KILL : CALM, say)));
  }
}
process.exitCode = broken.length === 0 && parts.length > 0 ? 0 : 1;
