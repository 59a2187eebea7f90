// Five thousand cases in one team: how long the list takes from the server, and a filter on the page.
import type { Page } from 'playwright-core';
import { openAppWorld, type AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';
import { builtTab, openTabBrowser } from '../support/tab-browser.ts';
import { openTravellingTables } from '../support/time-travel.ts';
import { quantile } from './support/report.ts';
import { storeManyCases } from './tab/many-cases.ts';

const CASES = 5_000;
const REQUESTS = 200;
const ROUNDS = 10;

export type ListFigures = {
  readonly cases: number;
  /** The first answer of a process, which reads every row. */
  readonly coldMs: number;
  readonly api: {
    readonly p50: number;
    readonly p95: number;
    readonly max: number;
    /** Processor time of one answer, with that of whoever asked and unpacked it: the same however busy the machine is. */
    readonly cpuMs: number;
  };
  /** What is sent, compressed as a browser gets it, in kilobytes. */
  readonly kilobytes: number;
  /** From a choice or a letter to the next picture, by how much slower the processor is made. */
  readonly filter: readonly { readonly slowdown: number; readonly p50: number; readonly max: number }[];
  /** Cumulative layout shift of opening the page. */
  readonly layoutShift: number;
};

/** Measures both with the whole app on a storage of its own, about a minute. */
export async function measureList(): Promise<ListFigures> {
  const tables = await openTravellingTables();
  const world = await openAppWorld({ tables, tabFiles: await builtTab(), tabLimits: { reads: 100_000 } });
  try {
    await storeManyCases(world.store, CASES);
    const coldMs = await timed(() => askList(world));
    const api: number[] = [];
    const before = process.cpuUsage();
    for (let request = 0; request < REQUESTS; request += 1) {
      // Each tenth comes after a pause, when the list has to look for what others have written.
      await (request % 10 === 0 ? tables.pass(3_000) : Promise.resolve());
      api.push(await timed(() => askList(world)));
    }
    const { user, system } = process.cpuUsage(before);
    const page = await measurePage(world);
    return {
      cases: CASES,
      coldMs,
      api: {
        p50: quantile(api, 0.5),
        p95: quantile(api, 0.95),
        max: Math.max(...api),
        cpuMs: (user + system) / 1_000 / REQUESTS,
      },
      ...page,
    };
  } finally {
    await world.close();
    await tables.close();
  }
}

async function askList(world: AppWorld): Promise<void> {
  const { status, json } = await world.api(VEERA).get('/cases');
  const cases: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'cases') : null;
  if (status !== 200 || !Array.isArray(cases) || cases.length !== CASES) {
    throw new Error(`the list was not answered: ${status}`);
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) { sum += entry.hadRecentInput ? 0 : entry.value; } })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 500);
})`;

// A choice of the stage, or letters in the search field, until the picture that shows what they leave.
const CHOOSE = `(async () => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const stage = [...document.querySelectorAll('.case-filters select')][1];
  const search = document.querySelector('.case-filters input[type=search]');
  const times = [];
  const act = async (field, type, value) => {
    const started = performance.now();
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
    await painted();
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 600));
  };
  for (let round = 0; round < ${ROUNDS}; round += 1) {
    await act(stage, 'change', String(1 + (round % 4)));
    await act(stage, 'change', '');
    await act(search, 'input', ['aanekoski', 'tampere', 'odotus', 'palvelun 12'][round % 4]);
    await act(search, 'input', '');
  }
  return times;
})()`;

async function measurePage(world: AppWorld): Promise<Pick<ListFigures, 'kilobytes' | 'filter' | 'layoutShift'>> {
  const browser = await openTabBrowser();
  try {
    const { page } = await browser.visit(world, VEERA, 'tapaukset');
    await page.locator('.board').waitFor();
    const bytes: unknown = await page.evaluate(
      `performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/cases')).encodedBodySize`,
    );
    const layoutShift: unknown = await page.evaluate(SHIFT);
    const filter = [];
    for (const slowdown of [1, 4]) {
      const times = await filterTimes(page, slowdown);
      filter.push({ slowdown, p50: quantile(times, 0.5), max: Math.max(...times) });
    }
    return { kilobytes: Number(bytes) / 1_024, layoutShift: Number(layoutShift), filter };
  } finally {
    await browser.close();
  }
}

async function filterTimes(page: Page, slowdown: number): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: unknown = await page.evaluate(CHOOSE);
  return Array.isArray(times) ? times.map(Number) : [];
}
