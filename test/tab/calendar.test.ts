// Kalenteri as people meet it: real Chromium, real server, real storage.
import type { Page } from 'playwright-core';
import { MONTHLY, TRAINING } from '../features/meetings/meeting-world.ts';
import { known, openAppWorld, type AppWorld } from '../app/app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, press, VEERA } from '../app/people.ts';
import { says } from '../features/cases/case-world.ts';
import { builtTab, openTabBrowser, type TabBrowser } from '../support/tab-browser.ts';
import type { ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
let posted: ConnectorMessage;
beforeAll(async () => {
  tables = await openTravellingTables();
  const [tabFiles, opened] = await Promise.all([builtTab(), openTabBrowser()]);
  browser = opened;
  world = await openAppWorld({ tables, tabFiles });
  await appointAdvisor(world);
  posted = await announceMeeting();
  await announceTraining();
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

async function settle(at: string): Promise<void> {
  await world.travel(at);
  for (let look = 0; look < 4; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each look finds what the one before has promised
    await world.postman.tick();
  }
}

async function announceMeeting(): Promise<ConnectorMessage> {
  const at = await ask(world, AINO, 'tukitapaaminen');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Uusi tukitapaamisten sarja' });
  const typed = { ...MONTHLY, from: '2.12.2026', organiser: AINO.aadObjectId };
  await press(world, AINO, at, { card: form, title: 'Tallenna', typed });
  await settle('2026-11-24T09:10:00.000Z');
  return known(world.connector.messages.find(({ activity }) => String(activity['summary']).includes('8.12.2026')));
}

async function announceTraining(): Promise<void> {
  const at = await ask(world, AINO, 'tapahtumat');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Uusi tapahtuma' });
  const typed = { ...TRAINING, date: '15.12.2026' };
  await press(world, AINO, at, { card: form, title: 'Tallenna', typed });
}

/** Moves the focus with the keyboard until it is on what is so called. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const walked: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const said = await page.evaluate<string>(
      "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? ''",
    );
    const heard = said.replaceAll('\u00AD', '').trim();
    walked.push(heard);
    if (name.test(heard)) {
      return;
    }
  }
  throw new Error(`the keyboard never came to ${String(name)}: ${walked.join(' | ')}`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent');
}

const THEMES = ['vaalea', 'tumma', 'kontrasti'] as const;

describe('W-02, W-03, W-12: the page', () => {
  it.each(THEMES.flatMap((theme) => [320, 1280].map((width) => [theme, width] as const)))(
    'has no violations and no two-way scrolling in theme %s at %i px, month and entry alike',
    async (theme, width) => {
      const visit = await browser.visit(world, VEERA, 'kalenteri?kuukausi=2026-12', { theme, width });
      const { page } = visit;
      await page.getByRole('link', { name: /Tukitapaaminen/ }).waitFor();
      await page.getByRole('button', { name: 'Tilaa kalenteri' }).waitFor();
      expect([await visit.violations(), await visit.overflow()]).toEqual([[], 0]);
      await page.screenshot({ path: `.artifacts/screenshots/calendar-${theme}-${width}.png`, fullPage: true });
      await page.getByRole('link', { name: /Tukitapaaminen/ }).click();
      await page.getByRole('heading', { level: 2, name: 'Asialista' }).waitFor();
      expect([await visit.violations(), await visit.overflow()]).toEqual([[], 0]);
      await page.screenshot({ path: `.artifacts/screenshots/calendar-entry-${theme}-${width}.png`, fullPage: true });
      expect(visit.complaints()).toEqual([]);
      await page.context().close();
    },
  );
});

describe('S2-37: the month', () => {
  it('is a table with ISO weeks and holidays where it fits, else a list of the same', async () => {
    const { page } = await browser.visit(world, VEERA, 'kalenteri?kuukausi=2026-12');
    const table = page.getByRole('table', { name: 'joulukuu 2026' });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Viikko',
      'maanantai',
      'tiistai',
      'keskiviikko',
      'torstai',
      'perjantai',
      'lauantai',
      'sunnuntai',
    ]);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(
      [49, 50, 51, 52, 53].map((n) => `Viikko ${n}`),
    );
    const cell = table.getByRole('cell', { name: /tiistaina 8\.12\.2026/ });
    expect(await cell.getByRole('link', { name: 'klo 17.00 Tukitapaaminen', exact: true }).count()).toBe(1);
    expect(await table.getByText(/Itsenäisyys.?päivä/).count()).toBe(1);

    await page.setViewportSize({ width: 320, height: 800 });
    await table.waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(
      expect.arrayContaining(['Viikko 50, 7.–13.12.2026']),
    );
    expect(await page.getByRole('heading', { level: 4, name: /tiistaina 8\.12\.2026/ }).count()).toBe(1);
    await page.context().close();
  });

  it('W-11: keeps what narrows it in the address, stays where the focus is, and says what is left', async () => {
    const { page } = await browser.visit(world, VEERA, 'kalenteri?kuukausi=2026-12');
    const kind = page.getByRole('combobox', { name: 'Mitä?' });
    await kind.selectOption({ label: 'Koulutus' });
    await page.getByRole('link', { name: /Tukitapaaminen/ }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kuukausi=2026-12&laji=training');
    await page.getByRole('status').filter({ hasText: 'joulukuu 2026: 1 tapahtuma.' }).waitFor({ state: 'attached' });
    await page.getByRole('checkbox', { name: /Vain omat/ }).check();
    await page.getByText('Näillä valinnoilla kuussa ei ole mitään.').waitFor();
    await page.getByRole('link', { name: 'Näytä kaikki' }).click();
    await page.getByRole('link', { name: /Tukitapaaminen/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?kuukausi=2026-12');
    await page.context().close();
  });

  it('T-04: marks today in words, and shows an empty month as one', async () => {
    const { page } = await browser.visit(world, VEERA, 'kalenteri');
    const today = page.getByRole('cell', { name: /tänään, tiistaina 24\.11\.2026/ });
    await today.waitFor();
    expect(await today.getByText('Tänään', { exact: true }).count()).toBe(1);
    await page.goto(page.url().replace(/\/kalenteri.*$/, '/kalenteri?kuukausi=2027-07&omat=1'));
    await page.getByText('Näillä valinnoilla kuussa ei ole mitään.').waitFor();
    await page.context().close();
  });
});

describe('W-04: with the keyboard alone', () => {
  it('goes to another month, back, into a meeting, answers it, and proposes a topic', async () => {
    const { page } = await browser.visit(world, VEERA, 'kalenteri?kuukausi=2026-11');
    await tabTo(page, /^Seuraava: joulukuu 2026$/);
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'joulukuu 2026' }).waitFor();
    await tabTo(page, /^klo 17\.00 Tukitapaaminen$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tukitapaaminen' }).waitFor();
    expect(await focused(page)).toBe('Tukitapaaminen');

    await tabTo(page, /^Tulen$/);
    await page.keyboard.press('Enter');
    await page.getByText('Olet mukana tapaamisessa.').first().waitFor();
    await page.locator('dd', { hasText: /^Tulen$/ }).waitFor();
    await page.locator('h2:focus', { hasText: 'Tiedot' }).waitFor();

    await tabTo(page, /^Ehdota aihetta$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Mistä haluat puhua\?$/);
    await page.keyboard.type('Kyytien odotusajat');
    await tabTo(page, /^Tallenna$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('listitem').filter({ hasText: 'Kyytien odotusajat' }).waitFor();

    await settle('2026-11-24T09:20:00.000Z');
    const now = cardIn(world.connector.messages.find(({ id }) => id === posted.id));
    expect([says(now, 'Tulen 1 · Ehkä 0 · En pääse 0'), says(now, '1 ehdotus')]).toEqual([true, true]);
    await tabTo(page, /^Takaisin: kalenteri, joulukuu 2026$/);
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'joulukuu 2026' }).waitFor();
    await page.context().close();
  });
});

describe('S2-37: an entry', () => {
  it('B-16: gives the ways into one’s own calendar', async () => {
    const { page } = await browser.visit(world, AINO, 'kalenteri?kuukausi=2026-12');
    await page.getByRole('link', { name: /Koulutus/ }).click();
    await page.getByRole('button', { name: 'Lisää kalenteriin' }).first().click();
    const dialog = page.getByRole('dialog');
    const links = dialog.getByRole('link');
    await links.first().waitFor();
    expect(await links.allTextContents()).toEqual(['Lataa kalenteriin (.ics)', 'Avaa Teamsissa uutena kokouksena']);
    await page.context().close();
  });

  it('prints its agenda without what is for the screen', async () => {
    const { page } = await browser.visit(world, AINO, 'kalenteri?kuukausi=2026-12');
    await page.getByRole('link', { name: /Tukitapaaminen/ }).click();
    await page.getByRole('button', { name: 'Tulosta: Asialista' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).allTextContents()).toEqual([]);
    expect(await page.getByRole('heading', { level: 2 }).filter({ visible: true }).allTextContents()).toEqual([
      'Tiedot',
      'Asialista',
    ]);
    await page.screenshot({ path: '.artifacts/screenshots/calendar-agenda-print.png', fullPage: true });
    await page.context().close();
  });
});

describe('S2-37: the feed of one’s own', () => {
  it('is made, shows its address once to be copied, and can be ended', async () => {
    const visit = await browser.visit(world, VEERA, 'kalenteri');
    const { page } = visit;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Tilaa kalenteri' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Vain omat tapahtumani ja päiväni' }).check();
    await dialog.getByRole('button', { name: 'Tilaa kalenteri' }).click();
    const address = dialog.getByRole('textbox', { name: 'Kalenterisi osoite' });
    const shown = await address.inputValue();
    expect(shown).toMatch(/^https:\/\/ratkaisupolku\.example\.org\/calendar\/[\w-]{43}\.ics$/);
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Kopioi osoite' }).click();
    await dialog.getByRole('status').filter({ hasText: 'Osoite on kopioitu.' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(shown);
    await page.screenshot({ path: '.artifacts/screenshots/calendar-address.png' });
    await dialog.getByRole('button', { name: 'Sulje' }).click();
    await page.getByText('Sinulla on tilattu kalenteri.').waitFor();
    expect((await page.content()).includes(shown)).toBe(false);

    await page.getByRole('button', { name: 'Lopeta tilaus' }).click();
    await dialog.getByRole('button', { name: 'Lopeta tilaus' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Tilaa kalenteri' }).waitFor();
    const answer = await fetch(shown.replace('https://ratkaisupolku.example.org', world.url));
    expect(answer.status).toBe(404);
    await page.context().close();
  });
});
