// Who may show the page in a frame, as Chromium understands what the server says.
import type { Browser, Page } from 'playwright-core';
import { createServer, type WebServer } from '../../../src/platform/http/server.ts';
import { tabPages, type TabFile } from '../../../src/platform/tab/tab-pages.ts';
import { openBrowser, openContext } from '../../e2e/support/browser.ts';

const PAGE: TabFile = {
  contentType: 'text/html; charset=utf-8',
  content: Buffer.from('<!doctype html><title>Ratkaisupolku</title><p>Polku</p>'),
  gzip: null,
  brotli: null,
};

let server: WebServer;
let url: string;
let browser: Browser;
beforeAll(async () => {
  const routes = tabPages(new Map([['index.html', PAGE]]), { appId: 'app', signIn: { kind: 'teams' } });
  server = createServer({ routes, reportFault: () => 'ref', limits: { graceMs: 50 } });
  url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What a page at the origin sees in a frame that shows the tab. */
async function framed(origin: string): Promise<string> {
  // Without it Chromium keeps a public page away from this machine, whatever our policy says.
  const { context } = await openContext(browser, { permissions: ['local-network-access'] });
  await context.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${url}/tab"></iframe>` }),
  );
  const page: Page = await context.newPage();
  await page.goto(`${origin}/`);
  const [, frame] = page.frames();
  const text = await frame?.locator('body').innerText();
  await context.close();
  return text ?? '';
}

it.each([
  'https://teams.microsoft.com',
  'https://emea.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://m365.cloud.microsoft',
])('%s may', async (origin) => {
  expect(await framed(origin)).toBe('Polku');
});

it.each([
  'https://evil.example.org',
  'https://teams.microsoft.com.evil.example.org',
  'https://evilteams.microsoft.com',
  'https://cloud.microsoft.evil.example.org',
  'http://teams.microsoft.com',
  'http://localhost:1',
])('%s may not', async (origin) => {
  expect(await framed(origin)).not.toContain('Polku');
});
