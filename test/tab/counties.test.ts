import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { openAppWorld, WORKSPACE, type AppWorld } from '../app/app-world.ts';
import { appointAdvisor, VEERA } from '../app/people.ts';
import { storeCases } from '../features/cases/stored-cases.ts';
import { COUNTED_CASES } from './counted-cases.ts';

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

describe('the pages of the counties', () => {
  it.each([
    ['vaalea', 320],
    ['vaalea', 1280],
    ['tumma', 320],
    ['tumma', 1280],
    ['kontrasti', 320],
    ['kontrasti', 1280],
  ] as const)('W-02, W-03, W-12: have no violations and no sideways scrolling, %s at %i px', async (theme, width) => {
    for (const path of ['hyvinvointialueet', 'hyvinvointialueet/08']) {
      const seen = await visit(path, { theme, width });
      expect([path, await seen.violations(), await seen.overflow(), seen.complaints()]).toEqual([path, [], 0, []]);
      const name = `${path.replace('/', '-')}-${theme}-${width}`;
      await seen.page.screenshot({ path: `.artifacts/screenshots/${name}.png`, fullPage: true });
    }
  });
});
