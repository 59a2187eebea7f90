import { runKillTest } from './kill-run.ts';
import { brokenPromises } from './kill-report.ts';
const small = process.argv[2] !== 'full';
const base = { tenants: 16, teamsOfTenant: 2, threadsOfTeam: 10, clockMinutes: [-10, 0, 0, 10], seed: 1 };
const r = await runKillTest(
  process.argv[3] === 'calm'
    ? {
        ...base,
        title: 'calm',
        deliveries: small ? 1000 : 10000,
        minutes: small ? 1 : 3,
        kills: null,
        faultShare: 0,
        deadlineMs: 600_000,
      }
    : {
        ...base,
        title: 'kill',
        deliveries: small ? 1000 : 10000,
        minutes: small ? 1 : 3,
        kills: { everyMs: 500, atLeast: small ? 20 : 60 },
        faultShare: 0.05,
        deadlineMs: Number(process.argv[4] ?? 600_000),
      },
  (t) => console.log(t),
);
console.log(
  JSON.stringify({ ...r, lost: r.lost.slice(0, 5), unexplained: r.unexplained.slice(0, 5) }, null, 1),
  r.lost.length,
  r.unexplained.length,
);
console.log(brokenPromises(r));
