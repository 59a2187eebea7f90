// Every page and state of the tab, in every theme, narrow and wide: found by axe and measured.
import type { Page } from 'playwright-core';
import type { AppWorld } from '../app/app-world.ts';
import { fillWorld } from './full-world.ts';
import { axeFindings, measure, NOTHING } from './page-measures.ts';
import { FULLEST_VIEW, openView, PAGE_VIEWS, STATE_VIEWS } from './page-views.ts';
import { openTabStage, type TabStage } from './tab-world.ts';

jest.setTimeout(180_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
  await fillWorld(world);
});
afterAll(() => stage.close());

const THEMES = ['light', 'dark', 'contrast'] as const;
const WIDTHS = [1280, 320] as const;

type Look = Readonly<Record<string, unknown>>;

async function lookAt(page: Page, name: string): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of THEMES) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      looks.push({ name, width, theme, axe: await axeFindings(page, theme === 'light' ? 'all' : 'colours') });
    }
    looks.push({ name, width, ...(await measure(page)) });
  }
  return looks;
}

const fineLooks = (name: string): readonly Look[] =>
  WIDTHS.flatMap((width) => [...THEMES.map((theme) => ({ name, width, theme, axe: [] })), { name, width, ...NOTHING }]);

describe('W-02, W-03, W-05, W-12, A-13: nothing is wrong in any theme, narrow or wide', () => {
  it.each([...PAGE_VIEWS, ...STATE_VIEWS])('on $name', async (view) => {
    const visit = await openView(stage, world, view);
    expect(await lookAt(visit.page, view.name)).toEqual(fineLooks(view.name));
    await visit.page.context().close();
  });

  // Its parts are those of any case, so one theme shows what their number and length do.
  it('on the fullest case', async () => {
    const { page } = await openView(stage, world, FULLEST_VIEW, { width: 320 });
    expect(await axeFindings(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, ...(await measure(page)) }).toEqual({ width, ...NOTHING });
    }
    await page.context().close();
  });
});
