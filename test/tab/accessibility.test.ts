// Every page and state of the tab, in every theme, narrow and wide: found by axe and measured.
import type { Page } from 'playwright-core';
import type { AppWorld } from '../app/app-world.ts';
import { TEAM, VEERA } from '../app/people.ts';
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

// Nobody is in yet, or not any more: these pages stand without the frame, and the world is another one after them.
describe('W-02, W-03, W-09: nothing is wrong for those who do not get in', () => {
  it('who has not signed in', async () => {
    const { page } = await stage.browser.open(`${world.url}/tab/kalenteri`);
    await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor();
    expect(await lookAt(page, 'signing in')).toEqual(fineLooks('signing in'));
    await page.context().close();
  });

  it('who is in no team', async () => {
    const stranger = { ...VEERA, id: '29:vieras', aadObjectId: 'eeeeeeee-0000-4000-8000-000000000009', name: 'Vieras' };
    const { page } = await stage.browser.visit(world, stranger, 'kalenteri');
    expect(await lookAt(page, 'no team')).toEqual(fineLooks('no team'));
    await page.context().close();
  });

  it('G-11: who has left the team', async () => {
    const left = await stage.world();
    const { page } = await stage.browser.visit(left, VEERA, 'ohje');
    left.connector.setTeam({ ...TEAM, members: TEAM.members.filter(({ id }) => id !== VEERA.id) });
    await left.travel('2026-11-24T09:10:00.000Z');
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.getByRole('heading', { name: 'Et ole enää tiimin jäsen' }).waitFor();
    expect(await lookAt(page, 'not a member')).toEqual(fineLooks('not a member'));
    await page.context().close();
  });

  it('whom a fault stops', async () => {
    let isBroken = false;
    const shaky = await stage.world({
      wrap: (store) => ({ ...store, now: () => (isBroken ? Promise.reject(new Error('broken')) : store.now()) }),
    });
    const { page } = await stage.browser.visit(shaky, VEERA, 'ohje');
    isBroken = true;
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.getByText('Vian tunnus: ref-1').first().waitFor();
    expect(await lookAt(page, 'a fault')).toEqual(fineLooks('a fault'));
    await page.context().close();
  });
});
