import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../../infra/local/installed.cjs';

// Quiet and offline: no sandbox, because tests may run as root; nothing that calls home.
const FLAGS = [
  ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
].flat();

const WAIT_MS = 90_000;

/** The system's Chromium, or the one that `npm test` installed. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('no Chromium: npm test installs one');
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A browser of somebody in Finland that reaches this machine only. `outside` gathers what it tried to reach. */
export async function openContext(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly outside: readonly string[] }> {
  const context = await browser.newContext({
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 1000 },
    ...options,
  });
  // Other tests may keep the machine busy meanwhile; what never comes is still noticed.
  context.setDefaultTimeout(WAIT_MS);
  const outside: string[] = [];
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => {
      outside.push(new URL(route.request().url()).hostname);
      return route.abort();
    },
  );
  return { context, outside };
}

/** Keeps what the page shows as `.artifacts/screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(process.cwd(), '.artifacts/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
