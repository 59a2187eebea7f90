// People at the pages of the tab: real Chromium, the built tab, the real app behind it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { buildTab } from '../../infra/local/build-tab.ts';
import { loadTabFiles } from '../../src/platform/tab/load-tab-files.ts';
import type { TabFiles } from '../../src/platform/tab/tab-pages.ts';
import { openBrowser, openContext } from '../e2e/support/browser.ts';
import type { TabSide } from './tab-client.ts';
import type { ConnectorMember } from './teams-connector.ts';

export type VisitOptions = {
  readonly width?: number;
  readonly height?: number;
  /** As in the address; without it the page follows the system, which is light. */
  readonly theme?: 'vaalea' | 'tumma' | 'kontrasti';
};

/** Somebody's visit: their page, and what their browser complained about. */
export type Visit = {
  readonly page: Page;
  /** Errors in the console, breaches of the content policy, faults of scripts, attempts to reach outside. */
  readonly complaints: () => readonly string[];
  /** What axe finds wrong with the page as it is now, one line each. */
  readonly violations: () => Promise<readonly string[]>;
  /** How much wider than the window the page is, in pixels. */
  readonly overflow: () => Promise<number>;
};

export interface TabBrowser {
  /** Opens a page as somebody and waits for its heading: `visit(world, VEERA, 'tapaukset?vaihe=2')`. */
  visit(
    world: Pick<TabSide, 'tabAddress'>,
    person: ConnectorMember,
    path?: string,
    options?: VisitOptions,
  ): Promise<Visit>;
  /** A page at any address. */
  open(address: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** The built tab, for `openAppWorld({ tables, tabFiles: await builtTab() })`; builds it when the sources are newer. */
export async function builtTab(): Promise<TabFiles> {
  const files = await loadTabFiles(await buildTab(process.cwd()));
  if (files === null) {
    throw new Error('the tab was not built');
  }
  return files;
}

/** One Chromium for the tests of a file. */
export async function openTabBrowser(): Promise<TabBrowser> {
  const browser = await openBrowser();
  const open = (address: string, options: VisitOptions = {}): Promise<Visit> => openVisit(browser, address, options);
  return {
    open,
    async visit(world, person, path = '', options = {}) {
      const visit = await open(withTheme(await world.tabAddress(person, path), options), options);
      await visit.page.locator('h1').waitFor();
      return visit;
    },
    close: () => browser.close(),
  };
}

function withTheme(address: string, { theme }: VisitOptions): string {
  const url = new URL(address);
  if (theme !== undefined) {
    url.searchParams.set('teema', theme);
  }
  return url.href;
}

async function openVisit(
  browser: Browser,
  address: string,
  { width = 1280, height = 900 }: VisitOptions,
): Promise<Visit> {
  const { context, outside } = await openContext(browser, { viewport: { width, height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return {
    page,
    complaints: () => [...complaints, ...outside.map((host) => `reached for ${host}`)],
    violations: async () => await axeViolations(page),
    overflow: () =>
      page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'),
  };
}

async function axeViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
