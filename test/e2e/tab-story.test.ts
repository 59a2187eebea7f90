// One case in both worlds at once: people work with it in the channel and on the pages, and each sees what the other did.
// Screenshots are kept for looking at.
import type { Browser, Page } from 'playwright-core';
import { buildTab } from '../../infra/local/build-tab.ts';
import { MIKKO, VEERA } from '../../infra/local/people.ts';
import { keepScreenshot, openBrowser } from './support/browser.ts';
import { openPlayground, PlaygroundCard, type Playground } from './support/playground.ts';
import { signInToTab, type TabVisit } from './support/tab-visit.ts';
import { openTestWorld, type TestWorld } from './support/test-world.ts';

const MATTER = 'Kuljetuspalvelun odotusajat Tampereella';
const NUMBER = '2026-001';
const STAGE_2 = 'Ota yhteyttä Pirkanmaan hyvinvointialueeseen';
const MIKKOS = 'Kuljetusten sopimus';
const VEERAS = 'Kuljetusten tilausajat ja odotusajat';

let world: TestWorld;
let browser: Browser;
let playground: Playground;
let shots = 0;

beforeAll(async () => {
  await buildTab(process.cwd());
  // Tuesday 24.11.2026, 11.00 in Helsinki.
  world = await openTestWorld({ playground: true, startsAt: '2026-11-24T09:00:00.000Z' });
  browser = await openBrowser();
  playground = await openPlayground(browser, world);
}, 180_000);
afterAll(async () => {
  // What was on the screen at the end: of a failure, where it happened.
  await keep('end');
  await browser.close();
  await world.stop();
});

async function keep(name: string, page: Page = playground.page): Promise<void> {
  shots += 1;
  await keepScreenshot(page, `story-${String(shots).padStart(2, '0')}-${name}`);
}

/** The card that began the case's thread, when it says this. */
async function caseCard(saying: RegExp | string): Promise<PlaygroundCard> {
  const thread = playground.thread(`uusi tapaus ${MATTER}`);
  const first = thread.locator('.ac-adaptiveCard').first().filter({ hasText: saying });
  await first.waitFor();
  return new PlaygroundCard(playground.page, first);
}

async function openInChannel(): Promise<void> {
  await playground.openChannel();
  await playground.actAs({ person: 'veera', channel: 'Pirkanmaa' });
  await playground.post(`uusi tapaus ${MATTER}`);
  const form = await caseCard('Koskeeko asia yhtä ihmistä?');
  await form.fill('Tavoite', 'Kyyti tulee 30 minuutissa tilauksesta');
  await form.choose('Hyvinvointialue tai kunta', 'Tampere');
  await form.check('Tavallinen: noin 1 kuukausi');
  await form.check('Vaikuttamistyöryhmä');
  await form.check('Ei, asia koskee useaa ihmistä');
  await form.press('Avaa tapaus');
  await caseCard('on avattu');
  await keep('opened-in-channel');
}

async function findInTab(): Promise<TabVisit> {
  const veera = await signInToTab(browser, `${world.appUrl}/tab/tapaukset`, VEERA.name);
  await veera.page.getByLabel('Hae', { exact: true }).fill('kuljetuspalvelun');
  await veera.page.getByRole('link', { name: MATTER }).click();
  await veera.page.getByRole('heading', { level: 1, name: `${NUMBER} ${MATTER}` }).waitFor();
  await keep('found-in-tab', veera.page);
  return veera;
}

async function describeWithReload(veera: TabVisit): Promise<void> {
  const title = 'Kerro, mitä haluat muuttaa';
  await (await veera.openForm(title)).getByLabel('Vaikuttamisen kohde').fill('Kuljetuspalvelun sopimus');
  await veera.page.reload();
  const form = await veera.openForm(title);
  expect(await form.getByLabel('Vaikuttamisen kohde').inputValue()).toBe('Kuljetuspalvelun sopimus');
  await keep('kept-through-reload', veera.page);
  await form.getByLabel('Teema').selectOption({ label: 'Liikkuminen' });
  await veera.save();
}

async function nameOwnerAndAdvance(veera: TabVisit): Promise<void> {
  const next = veera.page.locator('.case-next');
  await next.getByRole('button', { name: 'Kerro, kuka on toimija' }).click();
  await veera.form.getByLabel('Toimijan nimi').fill('Pirkanmaan vaikuttamistyöryhmä');
  await veera.save();
  await next.getByRole('button', { name: 'Siirry vaiheeseen 2' }).click();
  await veera.save('Siirry silti');
}

/** Both have the same part open; Mikko saves first. */
async function collide(veera: TabVisit): Promise<void> {
  const mikko = await signInToTab(browser, `${world.appUrl}/tab/tapaukset/${NUMBER}`, MIKKO.name);
  await mikko.page.getByRole('button', { name: 'Tule mukaan' }).click();
  await mikko.page.locator('.case-join').waitFor({ state: 'detached' });
  const title = 'Kerro, mitä haluat muuttaa';
  await (await veera.openForm(title)).getByLabel('Vaikuttamisen kohde').fill(VEERAS);
  await (await mikko.openForm(title)).getByLabel('Vaikuttamisen kohde').fill(MIKKOS);
  await mikko.save();
  await veera.form.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await veera.form.getByText('Mikko Mallinen ehti muokata').waitFor();
  expect(await veera.form.innerText()).toContain(MIKKOS);
  expect(await veera.form.getByLabel('Vaikuttamisen kohde').inputValue()).toBe(VEERAS);
  await keep('two-people', veera.page);
  await veera.save();
  await mikko.page.context().close();
}

async function promiseAndRemind(veera: TabVisit): Promise<void> {
  const form = await veera.openForm('Kirjaa toimenpide');
  await form.getByLabel('Mikä on toimenpide?').fill('Pyydä tilastot');
  await form.getByLabel('Milloin toimenpide on valmis?').fill('2026-12-03');
  await veera.save();
  await world.travelTo('2026-12-02T07:00:05.000Z');
  const reminder = await playground.card('huomenna, torstaina 3.12.2026');
  expect(await reminder.text()).toContain('Pyydä tilastot');
  await keep('reminded-in-channel');
  // A week later she has to sign in again.
  await veera.page.goto(`${world.appUrl}/tab`);
  await veera.signIn(VEERA.name);
  const step = veera.page.getByRole('listitem').filter({ hasText: 'Pyydä tilastot' });
  await step.getByRole('button', { name: 'Tehty' }).click();
  await step.waitFor({ state: 'detached' });
  await veera.page.getByText('Tallennettu. Merkitsit tehdyksi').first().waitFor();
  await keep('done-in-tab', veera.page);
}

async function closeInTab(veera: TabVisit): Promise<void> {
  await veera.page.goto(`${world.appUrl}/tab/tapaukset/${NUMBER}`);
  const lesson = await veera.openForm('Kirjoita oppi muille');
  await lesson.getByLabel('Mitä muut voivat oppia?').fill('Pyydä tilastot ennen keskustelua.');
  await veera.save();
  const form = await veera.openForm('Päätä tapaus');
  await form.getByLabel('Ratkaistu', { exact: true }).check();
  await form.getByLabel('Miten asia päättyi?').fill('Odotusaika lyheni puoleen tuntiin.');
  await form.getByLabel('Kyllä, yhteistyö jatkuu säännöllisesti').check();
  await form.getByLabel('Miksi arviointia ei ole?').fill('Asia ratkesi yhdellä kirjeellä.');
  await veera.save('Päätä tapaus');
  await veera.page.locator('.case-records').getByText('Tapaus on päätetty').first().waitFor();
  await keep('closed-in-tab', veera.page);
}

async function countedInTab(veera: TabVisit): Promise<void> {
  await veera.goTo('Tilastot');
  const outcomes = veera.page.locator('svg.chart desc').filter({ hasText: 'Ratkaistu' });
  expect(await outcomes.textContent()).toMatch(/^Ratkaistu: 1\b/);
  await keep('counted', veera.page);
  await veera.page.goto(`${world.appUrl}/tab/hyvinvointialueet/08`);
  const closed = veera.page.getByRole('region', { name: 'Päätetyt tapaukset' });
  expect(await closed.getByRole('listitem').innerText()).toMatch(
    /2026-001 Kuljetuspalvelun[\s\S]*Ratkaistu, 2\.12\.2026/,
  );
  await keep('county', veera.page);
}

it('S0-03, B-08: a case goes from the channel to the pages and back until it is closed and counted', async () => {
  await openInChannel();
  const veera = await findInTab();
  await describeWithReload(veera);
  await nameOwnerAndAdvance(veera);
  await veera.page.locator('.case-next').getByText(STAGE_2).waitFor();

  // The channel's card waits while somebody may be writing in it, and follows then.
  await world.travelTo('2026-11-24T10:00:00.000Z');
  await caseCard(STAGE_2);
  await keep('channel-follows');

  await collide(veera);
  await promiseAndRemind(veera);
  await closeInTab(veera);
  await world.travelTo('2026-12-02T08:00:00.000Z');
  await caseCard('Tapaus on päätetty');
  await keep('closed-in-channel');
  await countedInTab(veera);
  expect(veera.outside).toEqual([]);
}, 240_000);
