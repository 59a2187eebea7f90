import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { openAppWorld, WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { appointAdvisor, VEERA } from '../app/people.ts';
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
  await appointAdvisor(world);
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
  await opened.page.locator('.counties, .county').first().waitFor();
  return opened;
}

const LOOKS = [
  ['vaalea', 320],
  ['vaalea', 1280],
  ['tumma', 320],
  ['tumma', 1280],
  ['kontrasti', 320],
  ['kontrasti', 1280],
] as const;

/** The first heading of each kind, as the page is read. */
async function headings({ page }: Visit): Promise<readonly string[]> {
  return await page.locator('h2').allTextContents();
}

describe('the page of all counties', () => {
  it.each(LOOKS)('W-02, W-03, W-12: has no violations and no sideways scrolling, %s at %i px', async (theme, width) => {
    const seen = await visit('hyvinvointialueet', { theme, width });
    expect([await seen.violations(), await seen.overflow(), seen.complaints()]).toEqual([[], 0, []]);
    await keepScreenshot(seen.page, `counties-${theme}-${width}`);
  });

  it('A-09: every tile is a link with the name of its county, its open cases and its late ones in words', async () => {
    const { page } = await visit('hyvinvointialueet');
    const tiles = page.locator('.tiles').getByRole('link');
    expect(await tiles.count()).toBe(22);
    await page.getByRole('link', { name: 'Pirkanmaa 4 avointa tapausta 2 myöhässä', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Lappi 1 avoin tapaus ei myöhässä', exact: true }).waitFor();
    expect(await page.locator('.tile-aland').textContent()).toBe('Ahvenanmaa');
  });

  it('the table below says the same as the tiles, with who acts and who supports', async () => {
    const { page } = await visit('hyvinvointialueet');
    const row = page.getByRole('row', { name: /Pirkanmaan hyvinvointialue/ });
    expect(await row.locator('.cell-value').allTextContents()).toEqual([
      'Pirkanmaan hyvinvointialue',
      '4',
      '2',
      '3',
      'Pirkanmaan vaikuttajat',
      'Aino Esimerkki',
    ]);
    expect(await page.locator('tbody tr').count()).toBe(22);
  });

  it('W-04: Tab walks through the tiles from north to south, arrows go where they point, Enter opens', async () => {
    const { page } = await visit('hyvinvointialueet');
    const focused = (): Promise<unknown> =>
      page.evaluate('document.activeElement.querySelector(".tile-name")?.textContent');
    await page.locator('.tiles a').first().focus();
    expect(await focused()).toBe('Lappi');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Pohjois-Pohjanmaa');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Kainuu');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Kainuu');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Pohjois-Savo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Pohjois-Savon hyvinvointialue' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/tab/hyvinvointialueet/13');
  });

  it('W-12: on a phone the list comes before the tiles, for the eye and the keyboard alike', async () => {
    expect(await headings(await visit('hyvinvointialueet', { width: 320 }))).toEqual(['Lista', 'Kartta']);
    expect(await headings(await visit('hyvinvointialueet'))).toEqual(['Kartta', 'Lista']);
  });
});

describe('the page of one county', () => {
  it.each(LOOKS)('W-02, W-03, W-12: has no violations and no sideways scrolling, %s at %i px', async (theme, width) => {
    const seen = await visit('hyvinvointialueet/08', { theme, width });
    expect([await seen.violations(), await seen.overflow(), seen.complaints()]).toEqual([[], 0, []]);
    await keepScreenshot(seen.page, `county-${theme}-${width}`);
  });

  it('leads to its cases, and to the list of cases narrowed to it', async () => {
    const { page } = await visit('hyvinvointialueet/08');
    const to = async (name: string | RegExp): Promise<string> =>
      (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
    expect(await to(/Asumisyksikön muutto/)).toMatch(/^\/tab\/tapaukset\/2026-002/);
    expect(await to('Näytä kaikki avoimet (4)')).toMatch(/^\/tab\/tapaukset\?alue=08/);
    expect(await to('Näytä myöhässä olevat (2)')).toMatch(/^\/tab\/tapaukset\?alue=08&myohassa=1/);
    expect(await to('Näytä kaikki päätetyt (3)')).toMatch(/^\/tab\/tapaukset\?alue=08&paatetyt=1/);
    expect(await page.locator('main').textContent()).toContain('Aino Esimerkki');
  });

  it('says that there is none when the address names none', async () => {
    const opened = await browser.visit(world, VEERA, 'hyvinvointialueet/91');
    visits.push(opened);
    await opened.page.getByText('Sivua ei löydy').waitFor();
    expect(await opened.violations()).toEqual([]);
  });
});
