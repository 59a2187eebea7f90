// A developer's first minute at the pages: from the address that npm start prints to being signed in, or not let in.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { OUTSIDER, VEERA } from '../../infra/local/people.ts';
import { buildTab } from '../../infra/local/build-tab.ts';
import { openBrowser, openContext } from './support/browser.ts';
import { openTestWorld, type TestWorld } from './support/test-world.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(180_000);

let world: TestWorld;
let browser: Browser;
beforeAll(async () => {
  await buildTab(process.cwd());
  world = await openTestWorld({ playground: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

async function openTab(path: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { context } = await openContext(browser, { viewport: { width: 320, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) {
      complaints.push(message.text());
    }
  });
  await page.goto(`${world.appUrl}${path}`);
  return { page, complaints };
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Kirjaudu' }).click();
  await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor();
  await page.getByRole('group', { name: 'Kuka olet?' }).getByLabel(name).check();
  await page.getByRole('button', { name: 'Jatka' }).click();
  await page.waitForURL(`${world.appUrl}/tab/**`);
}

it('lets one choose a person of the team, and shows the page that was asked for', async () => {
  const { page, complaints } = await openTab('/tab/kalenteri');
  await signIn(page, VEERA.name);
  await page.getByRole('heading', { level: 1, name: 'Kalenteri' }).waitFor();
  // The token is not left in the address, where it would be seen or shared.
  expect(page.url()).not.toContain('token');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('tells who is not in the team so, in words', async () => {
  const { page } = await openTab('/tab/kalenteri');
  await signIn(page, OUTSIDER.name);
  const heading = page.getByRole('heading', { name: 'Et ole vielä missään tiimissä' });
  await heading.waitFor();
  expect(await heading.count()).toBe(1);
  await page.context().close();
});

it('W-02: the page for signing in has no violations, at 320 pixels', async () => {
  const { page } = await openTab('/tab/kalenteri');
  await page.getByRole('button', { name: 'Kirjaudu' }).click();
  await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  await page.context().close();
});
