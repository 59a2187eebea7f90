// The shell of the tab as people meet it: real Chromium, real server, real storage.
import { builtTab, openTabBrowser, type TabBrowser } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { openAppWorld, type AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
beforeAll(async () => {
  tables = await openTravellingTables();
  const [tabFiles, opened] = await Promise.all([builtTab(), openTabBrowser()]);
  browser = opened;
  world = await openAppWorld({ tables, tabFiles });
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

describe('the frame', () => {
  it('W-02, W-12: has no violations in any theme or width and needs no policy exceptions', async () => {
    for (const theme of ['vaalea', 'tumma', 'kontrasti'] as const) {
      for (const width of [320, 1280]) {
        const visit = await browser.visit(world, VEERA, 'ohje', { theme, width });
        expect({ theme, width, violations: await visit.violations() }).toEqual({ theme, width, violations: [] });
        expect({ theme, width, overflow: await visit.overflow() }).toEqual({ theme, width, overflow: 0 });
        expect(visit.complaints()).toEqual([]);
        await visit.page.screenshot({ path: `.artifacts/screenshots/shell-${theme}-${width}.png`, fullPage: true });
        await visit.page.context().close();
      }
    }
  });
});
