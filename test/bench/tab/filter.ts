// How fast a list of thousands answers on the page, and what it holds in memory.
import type { CDPSession, Page } from 'playwright-core';

export type ListPage = 'ours' | 'reference';

const ROUNDS = 8;
// Longer than a page waits before it writes into the address what was typed.
const PAUSE_MS = 600;

// From the choice of a stage, or a letter in the search, until the picture with the new count is on the screen.
const MEASURE = `async (choices) => {
  const lead = () => document.querySelector('.lead').textContent;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const timer = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const times = { choice: [], search: [] };
  const time = async (kind, act) => {
    const before = lead();
    const started = performance.now();
    act();
    do {
      await frame();
    } while (lead() === before && performance.now() - started < 10_000);
    await timer(0);
    times[kind].push(performance.now() - started);
    await timer(${PAUSE_MS});
  };
  const search = document.querySelector('input[type=search]');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const type = (text) => {
    setValue.call(search, text);
    search.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (let round = 0; round < ${ROUNDS}; round += 1) {
    for (const stage of [1 + (round % 4), 0]) {
      const act = await choices(stage);
      await time('choice', act);
    }
    await time('search', () => type(['aanekoski', 'tampere', 'odotus', 'palvelun 12'][round % 4]));
    await time('search', () => type(''));
  }
  return times;
}`;

// The choice number n of the stage: everything before the decisive event happens untimed.
const CHOICES: Readonly<Record<ListPage, string>> = {
  ours: `async (index) => {
    const select = document.querySelectorAll('.case-filters select')[1];
    return () => {
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
  }`,
  reference: `async (index) => {
    document.querySelector('.stage button').click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const option = document.querySelectorAll('[role=option]')[index];
    return () => option.click();
  }`,
};

export type FilterTimes = { readonly choice: readonly number[]; readonly search: readonly number[] };

/** Milliseconds of each choice and each search on an open page of the list. */
export async function filterTimes(page: Page, kind: ListPage): Promise<FilterTimes> {
  // It is our own script above that answers.
  return (await page.evaluate(`(${MEASURE})(${CHOICES[kind]})`)) as FilterTimes;
}

/** What the scripts of the page hold, in megabytes, after the garbage is gone. */
export async function pageMemory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
