import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { openAppWorld, WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';
import { keepScreenshot } from '../e2e/support/browser.ts';
import { storeCases } from '../features/cases/stored-cases.ts';
import { COUNTED_CASES } from './counted-cases.ts';

// Axe looks through long pages, and the machine may be busy with others.
jest.setTimeout(120_000);

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
const visits: Visit[] = [];
beforeAll(async () => {
  tables = await openTravellingTables();
  const [tabFiles, opened] = await Promise.all([builtTab(), openTabBrowser()]);
  browser = opened;
  world = await openAppWorld({ tables, tabFiles });
  await storeCases(world.store, WORKSPACE, COUNTED_CASES);
});
afterEach(async () => {
  await Promise.all(visits.splice(0).map(({ page }) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

async function visit(path: string, options: Parameters<TabBrowser['visit']>[3] = {}): Promise<Visit> {
  const opened = await browser.visit(world, VEERA, path, options);
  visits.push(opened);
  await opened.page.locator('.key-figures').waitFor();
  return opened;
}

/** Every figure of a drawing's description, in its order: `Asuminen: 2 (15 %)`. */
async function drawn({ page }: Pick<Visit, 'page'>): Promise<readonly (readonly string[])[]> {
  const all = await page.locator('svg.chart desc').allTextContents();
  return all.map((text) => text.split(/(?<=[\d)])\. ?/).filter((part) => part !== ''));
}

/** The rows of the tables as a drawing would say them, without the total. */
async function tabled({ page }: Visit): Promise<readonly (readonly string[])[]> {
  const found = await page.locator('.figures table').all();
  return await Promise.all(
    found.map(async (table) => {
      const rows = await table.locator('tbody tr').all();
      const cells = await Promise.all(rows.map((row) => row.locator('.cell-value').allTextContents()));
      return cells.slice(0, -1).map(([label, count, share]) => `${label}: ${count}${share ? ` (${share})` : ''}`);
    }),
  );
}

/** The colours that the elements of a selector are filled with, each once. */
function fillsOf(page: Visit['page'], selector: string): Promise<unknown> {
  return page.evaluate(
    `[...new Set([...document.querySelectorAll('${selector}')].map((each) => getComputedStyle(each).fill))]`,
  );
}

describe('the page of statistics', () => {
  it.each([
    ['vaalea', 320],
    ['vaalea', 1280],
    ['tumma', 320],
    ['tumma', 1280],
    ['kontrasti', 320],
    ['kontrasti', 1280],
  ] as const)('W-02, W-03, W-12: has no violations and no sideways scrolling, %s at %i px', async (theme, width) => {
    const seen = await visit('tilastot', { theme, width });
    await seen.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect([await seen.violations(), await seen.overflow(), seen.complaints()]).toEqual([[], 0, []]);
    await keepScreenshot(seen.page, `statistics-${theme}-${width}`);
  });

  it('S1-28, S3-20: says what was opened, what came of it and what goes on, in words and figures', async () => {
    const { page } = await visit('tilastot');
    expect(await page.locator('.key-figures strong').allTextContents()).toEqual([
      '13',
      '3',
      '5',
      '49 päivää',
      '3 tapausta 5 tapauksesta',
      '3 tapausta 5 tapauksesta',
    ]);
    expect(await page.locator('main').textContent()).not.toContain('Pirkanmaan vaikuttajat');
  });

  it('W-02: every drawing is a picture with a name, and says the same figures as the table below it', async () => {
    const seen = await visit('tilastot');
    const drawings = await drawn(seen);
    expect(drawings).toHaveLength(8);
    expect(drawings).toEqual(await tabled(seen));
    const names = await seen.page
      .getByRole('img')
      .evaluateAll((all) => all.map((each) => each.querySelector('title')?.textContent));
    expect(names).toContain('Kuvio: Tapaukset vaiheittain');
  });

  it('no letter of a drawing lies outside it on a phone', async () => {
    const { page } = await visit('tilastot', { width: 320 });
    const outside = await page.evaluate(
      `[...document.querySelectorAll('svg.chart text')]
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((each) => each.textContent)`,
    );
    expect(outside).toEqual([]);
  });

  it('W-04, W-11: the keyboard chooses a county, the address keeps it, and what is shown is announced', async () => {
    const { page } = await visit('tilastot');
    await page.getByLabel('Hyvinvointialue', { exact: true }).focus();
    await page.keyboard.press('H');
    await page.keyboard.press('Enter');
    await page.getByText('Näkyvissä: Koko aika · Helsingin kaupunki').first().waitFor();
    expect(new URL(page.url()).searchParams.get('alue')).toBe('90');
    expect(await page.locator('div[role=status]').textContent()).toBe('Näkyvissä: Koko aika · Helsingin kaupunki');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
    expect(await page.locator('.key-figures strong').first().textContent()).toBe('2');
  });

  it('a shared address shows the same, and says when there are too few for per cents', async () => {
    const { page } = await visit('tilastot?aika=2026-1&alue=08');
    expect(await page.getByLabel('Aika', { exact: true }).inputValue()).toBe('2026-1');
    await page.getByText('Tapauksia on vähän. Siksi en näytä prosentteja.').first().waitFor();
    expect((await drawn({ page })).flat().join(' ')).not.toContain('%');
  });

  it('ASVS 1.2.10: the same figures come as a file', async () => {
    const { page } = await visit('tilastot?aika=2026');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lataa luvut tiedostona' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('tilastot-2026.csv');
  });

  it('W-03: drawings keep their contrast in colours of the reader, and everything is there on paper', async () => {
    const { page } = await visit('tilastot');
    await page.emulateMedia({ forcedColors: 'active' });
    const fills = await fillsOf(page, 'svg.chart > g .bar:not([fill])');
    const letters = await fillsOf(page, 'svg.chart text');
    expect(fills).toEqual(letters);
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    expect(await page.locator('.statistics-filter').isVisible()).toBe(false);
    expect(await page.locator('svg.chart').first().isVisible()).toBe(true);
    expect(await page.getByText('Näkyvissä: Koko aika').first().isVisible()).toBe(true);
  });
});
