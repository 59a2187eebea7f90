// Somebody who has a keyboard and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What has the focus: its name, whether it is seen that it has it, and whether nothing lies over it. */
export type Focus = { readonly name: string; readonly isShown: boolean; readonly isFree: boolean };

const SOURCE = readFileSync(join(process.cwd(), 'test/tab/in-page/focus.js'), 'utf8');

/** What has the focus now; null when nothing has. */
export function focusOf(page: Page): Promise<Focus | null> {
  return page.evaluate<Focus | null>(SOURCE);
}

const STOPS_MAX = 400;

/** Every stop of the Tab key after the skip link until it leaves the page. Throws when it never does: a trap. */
export async function walkThrough(page: Page): Promise<readonly Focus[]> {
  const stops: Focus[] = [];
  await page.locator('.skip').focus();
  while (stops.length < STOPS_MAX) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const stop = await focusOf(page);
    if (stop === null) {
      return stops;
    }
    stops.push(stop);
  }
  throw new Error(
    `the keyboard never leaves the page: ${stops
      .slice(-5)
      .map(({ name }) => name)
      .join(' | ')}`,
  );
}

/** Presses Tab until the focus is on what is so called. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const walked: string[] = [];
  while (walked.length < STOPS_MAX) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const heard = (await focusOf(page))?.name ?? '';
    walked.push(heard);
    if (typeof name === 'string' ? heard === name : name.test(heard)) {
      return;
    }
  }
  throw new Error(`the keyboard never came to ${String(name)}: ${walked.slice(0, 60).join(' | ')}`);
}
