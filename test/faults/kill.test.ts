// The kill test in short: what `npm run test:faults` does at full size.
import { brokenPromises } from './kill-report.ts';
import { runKillTest, type KillRun } from './kill-run.ts';

// Whole processes start and die here, on a machine that may be busy with other tests.
jest.setTimeout(240_000);

const RUN: KillRun = {
  title: 'in short',
  deliveries: 600,
  tenants: 16,
  teamsOfTenant: 1,
  threadsOfTeam: 6,
  minutes: 1,
  clockMinutes: [-10, 0, 0, 10],
  kills: { everyMs: 700, atLeast: 8, atMost: 8 },
  faultShare: 0.05,
  hasLimits: false,
  deadlineMs: 180_000,
  seed: 7,
};

it('R1, R4, R5: four processes with wrong clocks, killed again and again, lose nothing, say nothing early, and repeat only what nobody can know', async () => {
  const report = await runKillTest(RUN, () => undefined);
  expect(brokenPromises(report)).toEqual([]);
  expect(report.clockMinutes).toEqual([-10, 0, 10]);
  expect(report.kills).toBe(8);
  expect(report.ambiguous).toBeGreaterThan(0);
});

it('R5: without faults, four processes say everything exactly once', async () => {
  const report = await runKillTest({ ...RUN, kills: null, faultShare: 0 }, () => undefined);
  expect(brokenPromises(report)).toEqual([]);
  expect(report.duplicates).toBe(0);
});
