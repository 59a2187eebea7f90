// Every page of the tab and every state that it can be in, each with how a person comes to it.
import type { Page } from 'playwright-core';
import type { ConnectorMember } from '../support/teams-connector.ts';
import type { Visit, VisitOptions } from '../support/tab-browser.ts';
import type { AppWorld } from '../app/app-world.ts';
import { AINO, KAISA, MIKKO, VEERA } from '../app/people.ts';
import { FULLEST, MONTH } from './full-world.ts';
import type { TabStage } from './tab-world.ts';

export type PageView = {
  readonly name: string;
  readonly who: ConnectorMember;
  readonly path: string;
  /** What has to be there before the page is looked at. */
  readonly shows: string;
  /** What the person does there first. */
  readonly act?: (page: Page) => Promise<void>;
};

/** Opens everything that a press would open. */
export const openAll = async (page: Page): Promise<void> =>
  void (await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))"));

async function openEntry(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Tukitapaaminen/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 2, name: 'Asialista' }).waitFor();
}

/** A form with nothing in it that was sent all the same. */
export async function sendEmptyForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Uusi tapahtuma', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
  await page.locator('.summary').waitFor();
}

async function loseConnection(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.locator('.offline').waitFor();
}

async function goUnconnected(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Kalenteri', exact: true }).first().click();
  await page.getByRole('link', { name: 'Ohje', exact: true }).first().click();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Tapaukset', exact: true }).first().click();
  await page.locator('.problem').waitFor();
}

const MONTH_PATH = `kalenteri?kuukausi=${MONTH}`;

/** The pages with something on them. */
export const PAGE_VIEWS: readonly PageView[] = [
  { name: 'Omat of an advisor', who: AINO, path: '', shows: '.page h2' },
  { name: 'Tapaukset as a board', who: VEERA, path: 'tapaukset?paatetyt=1', shows: '.board', act: openAll },
  { name: 'Tapaukset as a table', who: VEERA, path: 'tapaukset?nakyma=taulukko', shows: '.data-table' },
  { name: 'a case', who: VEERA, path: 'tapaukset/2026-001', shows: '.case-history', act: openAll },
  { name: 'Kalenteri', who: VEERA, path: MONTH_PATH, shows: '.entry', act: openAll },
  { name: 'Kalenteri as a list', who: VEERA, path: `${MONTH_PATH}&nakyma=lista`, shows: '.month-list .entry' },
  { name: 'a meeting', who: VEERA, path: MONTH_PATH, shows: '.entry', act: openEntry },
  { name: 'Hyvinvointialueet', who: VEERA, path: 'hyvinvointialueet', shows: '.counties' },
  { name: 'a county', who: VEERA, path: 'hyvinvointialueet/08', shows: '.county' },
  { name: 'Tilastot', who: VEERA, path: 'tilastot', shows: '.key-figures', act: openAll },
  { name: 'Asetukset of one’s own', who: VEERA, path: 'asetukset', shows: '.settings-part' },
  { name: 'Asetukset of people', who: KAISA, path: 'asetukset/ihmiset', shows: '.settings .data-table' },
  { name: 'Asetukset of the register', who: KAISA, path: 'asetukset/tukipiirit', shows: '.settings .data-table' },
  { name: 'Asetukset of links', who: KAISA, path: 'asetukset/linkit', shows: '.settings .facts' },
  { name: 'the messages', who: KAISA, path: 'asetukset/viestit', shows: '.page h2' },
  { name: 'Ohje', who: VEERA, path: 'ohje', shows: '.page h2' },
];

/** The longest page that there can be: every text at its limit, every list at its cap. */
export const FULLEST_VIEW: PageView = {
  name: 'the fullest case',
  who: KAISA,
  path: `tapaukset/${FULLEST}`,
  shows: '.case-history',
  act: openAll,
};

/** The states that a page can be in besides. */
export const STATE_VIEWS: readonly PageView[] = [
  { name: 'Omat with nothing to do', who: MIKKO, path: '', shows: '.empty' },
  { name: 'a filter that finds nothing', who: VEERA, path: 'tapaukset?haku=olematon', shows: '.empty' },
  { name: 'a month with nothing', who: VEERA, path: 'kalenteri?kuukausi=2027-07&omat=1', shows: '.calendar-bar' },
  { name: 'a form with mistakes', who: KAISA, path: 'kalenteri', shows: '.calendar-bar', act: sendEmptyForm },
  { name: 'a connection that is lost', who: VEERA, path: 'ohje', shows: '.page h2', act: loseConnection },
  { name: 'a page that does not come', who: VEERA, path: 'ohje', shows: '.page h2', act: goUnconnected },
  { name: 'no such page', who: VEERA, path: 'olematon', shows: 'h1' },
  { name: 'no such case', who: VEERA, path: 'tapaukset/2026-999', shows: '.problem' },
  { name: 'not allowed', who: VEERA, path: 'asetukset/viestit', shows: '.problem' },
  { name: 'a channel’s tab outside Teams', who: VEERA, path: 'config', shows: 'h1' },
];

/** The person's page, as far as the view has it. */
export async function openView(
  stage: TabStage,
  world: AppWorld,
  view: PageView,
  options: VisitOptions = {},
): Promise<Visit> {
  const visit = await stage.browser.visit(world, view.who, view.path, options);
  await visit.page.locator(view.shows).first().waitFor();
  await visit.page.locator('.loading').first().waitFor({ state: 'detached' });
  await view.act?.(visit.page);
  return visit;
}
