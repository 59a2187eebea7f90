// The tab inside Teams: who, where and in which theme come from the client; the server still proves all of it.
import type { AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';
import { CASES, GENERAL } from '../support/bot-client.ts';
import { openInTeams, type TeamsClient, type TeamsContext } from './teams-client.ts';
import { openTabStage, type TabStage } from './tab-world.ts';
import type { Frame, Page } from 'playwright-core';

jest.setTimeout(60_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
});
afterAll(() => stage.close());

async function open(
  context: Partial<TeamsContext>,
  path = '/tab/ohje',
): Promise<{
  readonly page: Page;
  readonly tab: Frame;
  readonly teams: TeamsClient;
  readonly complaints: () => readonly string[];
}> {
  const { page, complaints } = await stage.browser.open('about:blank');
  const token = new URL(await world.tabAddress(VEERA)).hash.replace('#token=', '');
  const teams = await openInTeams(page, `${world.url}${path}`, { token, context: { theme: 'default', ...context } });
  const tab = page.frame('tab');
  if (tab === null) {
    throw new Error('Teams shows no tab');
  }
  await tab.locator('h1').waitFor();
  return { page, tab, teams, complaints };
}

const themeOf = (tab: Frame): Promise<unknown> => tab.evaluate("document.documentElement.dataset['theme']");

it('W-09: signs in by Teams alone, says that it has loaded, and reaches for nothing outside', async () => {
  const { page, tab, teams, complaints } = await open({ teamId: GENERAL });
  expect(await tab.locator('.who').innerText()).toContain('Veera Virtanen');
  expect(await teams.asked()).toEqual(
    expect.arrayContaining([
      'initialize',
      'appInitialization.appLoaded',
      'authentication.getAuthToken',
      'appInitialization.success',
    ]),
  );
  expect(complaints()).toEqual([]);
  await page.context().close();
});

it('follows the theme of Teams live', async () => {
  const { page, tab, teams } = await open({ theme: 'dark' });
  expect(await themeOf(tab)).toBe('dark');
  for (const [name, theme] of [
    ['contrast', 'contrast'],
    ['default', 'light'],
  ] as const) {
    await teams.changeTheme(name);
    await tab.locator(`html[data-theme="${theme}"]`).waitFor();
  }
  await page.context().close();
});

it('asks as the channel whose tab it is, and opens where a deep link points', async () => {
  const { page } = await stage.browser.open('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const token = new URL(await world.tabAddress(VEERA)).hash.replace('#token=', '');
  await openInTeams(page, `${world.url}/tab/ohje`, {
    token,
    context: { theme: 'default', teamId: GENERAL, channelId: CASES, subEntityId: 'kalenteri?kuukausi=2027-02' },
  });
  await page.frameLocator('iframe').getByText('helmikuu 2027').first().waitFor();
  const calendar = asked.find((url) => url.includes('/api/teams/') && url.includes('/calendar'));
  expect(new URL(calendar ?? '').searchParams.get('channel')).toBe(CASES);
  await page.context().close();
});

it('a personal view works where the browser blocks the storage of framed pages; sharing it lets Teams make the link', async () => {
  const { page, tab, teams } = await open({});
  await tab.getByRole('button', { name: 'Jaa tämä näkymä' }).click();
  await teams.waitFor('shareDeepLink');
  expect(await teams.asked()).toContain('shareDeepLink');
  await page.context().close();
});

it('becomes the tab of a channel with the page that one chose', async () => {
  const { page, tab, teams } = await open({ teamId: GENERAL, frameContext: 'settings' }, '/tab/config');
  await tab.getByRole('radio', { name: 'Kalenteri' }).check();
  expect(await teams.saveSettings()).toMatchObject({
    contentUrl: `${world.url}/tab/kalenteri`,
    suggestedDisplayName: 'Ratkaisupolku: Kalenteri',
  });
  // A shared view, filters and all.
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'tapaukset?vaihe=3&tiimi=19' }));
  const link = tab.getByLabel('Jaetun näkymän linkki');
  await link.fill('https://example.org/tab/tapaukset');
  await tab.getByText('Tämä linkki ei vie Ratkaisupolun sivulle.').waitFor();
  await link.fill(`https://teams.microsoft.com/l/entity/app/ratkaisupolku?label=x&context=${context}`);
  expect(await teams.saveSettings()).toMatchObject({
    contentUrl: `${world.url}/tab/tapaukset?vaihe=3`,
    suggestedDisplayName: 'Ratkaisupolku: Tapaukset',
  });
  await page.context().close();
});
