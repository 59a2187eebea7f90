// The page of all cases as people use it: real Chromium, real server, real storage.
import type { Page } from 'playwright-core';
import { openAppWorld, WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { openCase, VEERA } from '../app/people.ts';
import { storeCases, type CaseSketch } from '../features/cases/stored-cases.ts';
import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';

const SKETCHES: readonly CaseSketch[] = [
  { title: 'Kuljetuspalvelun odotusajat', theme: 'mobility', targetDate: '2027-01-15' },
  { title: 'Tilapäishoidon paikat', stage: 'followUp', targetDate: '2026-11-21' },
  { title: 'Äänekosken päivätoiminta', municipality: '992', theme: 'workAndDayActivities', stage: 'discussion' },
  { title: 'Öinen tuki', municipality: '564', stage: 'discussion', group: 'Pohteen työryhmä' },
  { title: 'Zumba kuuluu kaikille', municipality: '564', theme: 'leisure', targetDate: '2026-11-23' },
  { title: 'Valmis asia', closed: { on: '2026-10-01', outcome: 'resolved', cooperation: 'yes' } },
];

const LOOKS = [
  [320, '?paatetyt=1'],
  [320, '?nakyma=taulukko'],
  [1280, '?nakyma=taulukko&aihe=liikkuminen'],
  [1280, '?haku=olematon'],
  [1280, ''],
] as const;

jest.setTimeout(120_000);

let tables: TravellingTables;
let world: AppWorld;
let tabFiles: Awaited<ReturnType<typeof builtTab>>;
let browser: TabBrowser;
let visit: Visit;
beforeAll(async () => {
  tables = await openTravellingTables();
  [tabFiles, browser] = await Promise.all([builtTab(), openTabBrowser()]);
  world = await openAppWorld({ tables, tabFiles });
  await storeCases(world.store, WORKSPACE, SKETCHES);
});
afterEach(async () => {
  await visit.page.context().close();
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

async function open(query = '', options: Parameters<TabBrowser['visit']>[3] = {}): Promise<Page> {
  visit = await browser.visit(world, VEERA, `tapaukset${query}`, options);
  await visit.page.getByRole('search').waitFor();
  return visit.page;
}

/** The titles of the cases that are shown, in their order. */
/** Without the places at which a long word may be broken. */
const titles = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.board h3 a, .data-table th[scope=row] a').allTextContents()).map((title) =>
    title.replaceAll('\u00AD', ''),
  );

const lead = (page: Page): Promise<string | null> => page.locator('.lead').textContent();

/** Waits until the line under the heading says it. */
const waitForLead = (page: Page, text: string): Promise<void> =>
  page.locator('.lead', { hasText: text }).waitFor({ state: 'visible' });

const queryOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

describe('the board', () => {
  it('has a column for each stage with its cases, what is due first at the top', async () => {
    const page = await open();
    expect(await lead(page)).toBe('5 avointa. 2 on myöhässä.');
    const columns = page.locator('.board-column');
    expect(await columns.locator('h2').allTextContents()).toEqual([
      '1 Yhteys Tukiliittoon 2 tapausta',
      '2 Yhteys kuntaan tai hyvinvointialueelle 0 tapausta',
      '3 Keskustelutilaisuus 2 tapausta',
      '4 Jatkosuunnitelmat ja seuranta 1 tapaus',
    ]);
    expect(await columns.first().locator('h3').allTextContents()).toEqual([
      'Zumba kuuluu kaikille',
      'Kuljetuspalvelun odotusajat',
    ]);
  });

  it('S0-06, B-21: a card says number, place, next step, date, lateness and urgency in words', async () => {
    const page = await open();
    const card = page.locator('.case-card', { hasText: 'Tilapäishoidon paikat' });
    expect(await card.locator('p, h3').allTextContents()).toEqual([
      '2026-002 · Tampere',
      'Tilapäishoidon paikat',
      'Seuraavaksi: Sovi seuraava tapaaminen',
      '3 päivää myöhässä',
      'Tavoitepäivä 21.11.2026',
      'Kiireellisyys: tavallinen',
    ]);
    const late = page.locator('.case-card', { hasText: 'Zumba kuuluu kaikille' }).locator('.late');
    expect(await late.textContent()).toBe('1 päivän myöhässä');
  });

  it('B-13: a card leads to its case', async () => {
    const page = await open('?vaihe=4');
    const href = await page.getByRole('link', { name: 'Tilapäishoidon paikat' }).getAttribute('href');
    expect(href).toMatch(/^\/tab\/tapaukset\/2026-002(\?|$)/);
  });

  it('shows closed cases when they are asked for, with when and how they ended', async () => {
    const page = await open();
    await page.getByLabel('Myös päätetyt').check();
    await waitForLead(page, '1 on päätetty.');
    expect(await page.locator('.case-card', { hasText: 'Valmis asia' }).textContent()).toContain(
      'Päätetty 1.10.2026: Ratkaistu',
    );
  });
});

describe('the table', () => {
  it('shows the same cases as the board, whatever the filter', async () => {
    for (const filter of ['?', '?vaihe=3', '?myohassa=1', '?haku=tuki', '?alue=19&paatetyt=1']) {
      const page = await open(filter);
      const onBoard = (await titles(page)).toSorted();
      await page.getByRole('link', { name: 'Taulukko', exact: true }).click();
      await page.getByRole('table').waitFor();
      expect([filter, (await titles(page)).toSorted()]).toEqual([filter, onBoard]);
      expect(queryOf(page)).toContain('nakyma=taulukko');
      await page.context().close();
    }
  });

  it('T-11: sorts in Finnish by a press on a heading, and the address keeps it', async () => {
    const page = await open('?nakyma=taulukko');
    expect((await titles(page)).slice(0, 2)).toEqual(['Tilapäishoidon paikat', 'Zumba kuuluu kaikille']);
    const sorted = [
      'Kuljetuspalvelun odotusajat',
      'Tilapäishoidon paikat',
      'Zumba kuuluu kaikille',
      'Äänekosken päivätoiminta',
      'Öinen tuki',
    ];
    await page.getByRole('button', { name: 'Asia' }).click();
    await page.locator('th[aria-sort=ascending]', { hasText: 'Asia' }).waitFor();
    expect(await titles(page)).toEqual(sorted);
    await page.getByRole('button', { name: 'Asia' }).click();
    await page.locator('th[aria-sort=descending]', { hasText: 'Asia' }).waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(await titles(page)).toEqual(sorted.toReversed());
  });
});

describe('filters', () => {
  it('stand in the address in Finnish, and survive a reload and the way back', async () => {
    const page = await open();
    await page
      .getByLabel('Hyvinvointialue', { exact: true })
      .selectOption({ label: 'Pohjois-Pohjanmaan hyvinvointialue' });
    await waitForLead(page, 'Rajaus löysi 2 tapausta. 1 on myöhässä.');
    await page.getByLabel('Vaihe', { exact: true }).selectOption('3');
    await waitForLead(page, 'Rajaus löysi 1 tapauksen.');
    expect(queryOf(page)).toContain('vaihe=3&alue=19');
    await page.reload();
    await page.getByRole('search').waitFor();
    expect(await titles(page)).toEqual(['Öinen tuki']);
    expect(await page.getByLabel('Vaihe', { exact: true }).inputValue()).toBe('3');
    await page.goBack();
    await waitForLead(page, 'Rajaus löysi 2 tapausta');
    expect(await page.getByLabel('Vaihe', { exact: true }).inputValue()).toBe('');
    await page.goBack();
    await waitForLead(page, '5 avointa.');
  });

  it('more of them open by a press, and are open when a shared address uses them', async () => {
    const page = await open();
    expect(await page.getByLabel('Teema', { exact: true }).isVisible()).toBe(false);
    await page.getByText('Lisää rajauksia').click();
    await page.getByLabel('Teema', { exact: true }).selectOption({ label: 'Vapaa-aika' });
    await waitForLead(page, 'Rajaus löysi');
    expect(await titles(page)).toEqual(['Zumba kuuluu kaikille']);
    await page.reload();
    await page.getByRole('search').waitFor();
    expect(await page.getByLabel('Teema', { exact: true }).inputValue()).toBe('vapaa-aika');
    expect(await page.getByText('Lisää rajauksia (1 käytössä)').isVisible()).toBe(true);
  });

  it('T-12: the search finds "aanekoski" and "ÖINEN" while one types, and says how many there are', async () => {
    const page = await open();
    await page.getByLabel('Hae', { exact: true }).fill('aanekoski');
    await waitForLead(page, 'Rajaus löysi 1 tapauksen.');
    expect(await titles(page)).toEqual(['Äänekosken päivätoiminta']);
    await page.waitForURL(/haku=aanekoski/);
    // W-11: said without moving the focus.
    await page.locator('[role=status], [aria-live=polite]', { hasText: 'Rajaus löysi 1 tapauksen.' }).first().waitFor({
      state: 'attached',
    });
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.getByLabel('Hae', { exact: true }).fill('ÖINEN');
    await page.waitForURL(/haku=%C3%96INEN/);
    expect(await titles(page)).toEqual(['Öinen tuki']);
  });

  it('that leave nothing say so, and one press clears them', async () => {
    const page = await open('?haku=olematon&vaihe=2');
    expect(await lead(page)).toBe('Rajaus ei löytänyt tapauksia.');
    await page.locator('.empty').getByRole('button', { name: 'Tyhjennä rajaukset' }).click();
    await waitForLead(page, '5 avointa.');
    expect(queryOf(page)).not.toMatch(/haku|vaihe/);
    expect(await page.getByLabel('Hae', { exact: true }).inputValue()).toBe('');
  });
});

describe('the page', () => {
  it('W-04: works with the keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('Hae', { exact: true }).focus();
    await page.keyboard.type('paivatoiminta');
    await waitForLead(page, 'Rajaus löysi 1 tapauksen.');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.textContent')) === 'Äänekosken päivätoiminta') {
        break;
      }
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tapaukset\/2026-003/);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(['vaalea', 'tumma', 'kontrasti'] as const)(
    'W-02, W-12: has no violations and no two-way scrolling in the theme %s',
    async (theme) => {
      for (const [width, query] of LOOKS) {
        const page = await open(query, { theme, width });
        const name = `cases-${theme}-${width}${query.replaceAll(/[^a-z0-9]+/gi, '-')}`;
        await page.screenshot({ path: `.artifacts/screenshots/${name}.png`, fullPage: true });
        const found = { violations: await visit.violations(), overflow: await visit.overflow() };
        expect({ name, ...found, complaints: visit.complaints() }).toEqual({
          name,
          violations: [],
          overflow: 0,
          complaints: [],
        });
        await page.context().close();
      }
    },
  );

  it('saves the file of what it shows', async () => {
    const page = await open('?vaihe=3');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lataa tiedosto (CSV)' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('tapaukset-2026-11-24.csv');
    const text = (await saved.createReadStream()).setEncoding('utf8');
    const lines = (await text.toArray()).join('').trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(';')[1])).toEqual(
      ['Öinen tuki', 'Äänekosken päivätoiminta'].toSorted(),
    );
  });

  it('opens a new case, and shows one that was opened in a channel meanwhile', async () => {
    const own = await openAppWorld({ tables, tabFiles });
    visit = await browser.visit(own, VEERA, 'tapaukset');
    const { page } = visit;
    await waitForLead(page, 'Ei avoimia tapauksia.');
    await page.getByRole('button', { name: 'Uusi tapaus' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await openCase(own, VEERA, { matter: 'Uusi asia kanavalta' });
    await page.reload();
    await waitForLead(page, '1 avoin.');
    expect(await titles(page)).toEqual(['Uusi asia kanavalta']);
    await own.close();
  });
});
