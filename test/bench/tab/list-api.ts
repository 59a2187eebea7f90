// How long the list of thousands of cases takes from the server.
import { openAppWorld, type AppWorld } from '../../app/app-world.ts';
import { VEERA } from '../../app/people.ts';
import { openTravellingTables } from '../../support/time-travel.ts';
import { quantile } from '../support/report.ts';
import { storeManyCases } from './many-cases.ts';

const REQUESTS = 200;
// Longer than the list trusts what it has read: then it looks for what others have written.
const PAUSE_MS = 3_000;

export type ListFigures = {
  /** The first answer of a process, which reads every row. */
  readonly coldMs: number;
  readonly p50: number;
  readonly p95: number;
  /** The answer as JSON, unpacked. */
  readonly kilobytes: number;
};

/** Asks the whole app on a storage of its own, one request after another; each tenth comes after a pause. */
export async function measureListApi(cases: number): Promise<ListFigures> {
  const tables = await openTravellingTables();
  const world = await openAppWorld({ tables, tabLimits: { reads: 100_000 } });
  try {
    await storeManyCases(world.store, cases);
    const cold = await timed(() => askList(world, cases));
    const times: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) {
      await (request % 10 === 0 ? tables.pass(PAUSE_MS) : Promise.resolve());
      const { ms } = await timed(() => askList(world, cases));
      times.push(ms);
    }
    return {
      coldMs: cold.ms,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      kilobytes: cold.value / 1_000,
    };
  } finally {
    await world.close();
    await tables.close();
  }
}

async function askList(world: AppWorld, count: number): Promise<number> {
  const { status, json, bytes } = await world.api(VEERA).get('/cases');
  const cases: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'cases') : null;
  if (status !== 200 || !Array.isArray(cases) || cases.length !== count) {
    throw new Error(`the list was not answered: ${status}`);
  }
  return bytes.length;
}

async function timed<Value>(run: () => Promise<Value>): Promise<{ readonly ms: number; readonly value: Value }> {
  const started = performance.now();
  const value = await run();
  return { ms: performance.now() - started, value };
}
