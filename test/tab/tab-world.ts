// What every test of the tab's pages stands on: a storage, a Chromium and the app with the built tab in it.
import type { TabFiles } from '../../src/platform/tab/tab-pages.ts';
import { openAppWorld, type AppWorld, type AppWorldOptions } from '../app/app-world.ts';
import { builtTab, openTabBrowser, type TabBrowser } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';

export interface TabStage {
  readonly tables: TravellingTables;
  readonly browser: TabBrowser;
  /** A fresh world with the built tab. It is closed with the stage. */
  world(options?: Omit<AppWorldOptions, 'tables' | 'tabFiles'>): Promise<AppWorld>;
  close(): Promise<void>;
}

/** One stage for the tests of a file. */
export async function openTabStage(): Promise<TabStage> {
  const [tables, tabFiles, browser]: [TravellingTables, TabFiles, TabBrowser] = await Promise.all([
    openTravellingTables(),
    builtTab(),
    openTabBrowser(),
  ]);
  const worlds: AppWorld[] = [];
  return {
    tables,
    browser,
    async world(options = {}) {
      const world = await openAppWorld({ ...options, tables, tabFiles });
      worlds.push(world);
      return world;
    },
    async close() {
      await browser.close();
      await Promise.all(worlds.map((world) => world.close()));
      await tables.close();
    },
  };
}
