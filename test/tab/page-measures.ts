// What is measured in the page itself: nothing of it needs a judgement.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is wrong, by kind, each finding a line. */
export type Findings = {
  readonly sideways: readonly string[];
  readonly smallTargets: readonly string[];
  readonly smallTexts: readonly string[];
  readonly overlaps: readonly string[];
  readonly outside: readonly string[];
  readonly clipped: readonly string[];
  readonly namelessPictures: readonly string[];
};

/** A page with nothing wrong. */
export const NOTHING: Findings = {
  sideways: [],
  smallTargets: [],
  smallTexts: [],
  overlaps: [],
  outside: [],
  clipped: [],
  namelessPictures: [],
};

const SOURCE = readFileSync(join(process.cwd(), 'test/tab/in-page/measures.js'), 'utf8');

/** Measures the page as it is now; an open panel alone, because nothing else can be reached then. */
export function measure(page: Page): Promise<Findings> {
  return page.evaluate<Findings>(SOURCE);
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
// Nothing else depends on the theme, and a whole look takes a while.
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA, and against what it calls good practice; or of colours only. */
export async function axeFindings(page: Page, of: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  // One page without frames: axe need not go round by a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (of === 'all' ? axe.withTags(LEVELS) : axe.withRules(COLOUR_RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
