// Teams' limits in short: what `npm run test:faults` does with a backlog of 5,000.
import { runLimitsTest, type LimitsRun } from './limits-run.ts';

jest.setTimeout(240_000);

const RUN: LimitsRun = { tenants: 2, threadsOfTenant: 3, deliveriesOfThread: 12, hot: 65, handOver: null };

it.each<[string, LimitsRun['handOver']]>([
  ['by one postman', null],
  ['by a postman and, when it dies in the middle, another', { afterSeconds: 12, how: 'dies' }],
  ['by a postman and, when it stops in the middle, another', { afterSeconds: 5, how: 'stops' }],
])('a backlog with a hot thread is delivered %s without one request over a limit of Teams', async (_who, handOver) => {
  const report = await runLimitsTest({ ...RUN, handOver });
  expect(report.delivered).toBe(report.deliveries);
  expect(report.over).toBe(0);
  // Put off once, and not again and again.
  expect(report.commitsPerMessage).toBeLessThan(4);
});
