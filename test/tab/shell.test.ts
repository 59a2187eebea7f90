// The frame around every page, as people meet it: real Chromium, real server, real storage.
import type { AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';
import { openTabStage, type TabStage } from './tab-world.ts';

jest.setTimeout(120_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
});
afterAll(() => stage.close());

const THEMES = ['vaalea', 'tumma', 'kontrasti'] as const;

describe('the frame', () => {
  it.each(THEMES.flatMap((theme) => [320, 1280].map((width) => ({ theme, width }))))(
    'W-01, W-02, W-03, W-12: is without violations in $theme at $width pixels, and needs no exception of the policy',
    async ({ theme, width }) => {
      const visit = await stage.browser.visit(world, VEERA, 'ohje', { theme, width });
      expect(await visit.violations()).toEqual([]);
      expect(await visit.overflow()).toBe(0);
      expect(visit.complaints()).toEqual([]);
      await visit.page.context().close();
    },
  );

  it('W-04, W-07: leads with the keyboard over the skip link to the pages, and help is on each of them', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Siirry sisältöön');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    expect(await page.getByRole('link', { name: 'Ohje', exact: true }).first().getAttribute('aria-current')).toBe(
      'page',
    );
    expect(await page.getByRole('contentinfo').innerText()).toContain('Tarvitsetko apua?');
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kalenteri' }).waitFor();
    expect(await page.getByRole('contentinfo').innerText()).toContain('Tarvitsetko apua?');
    await page.context().close();
  });

  it('a navigation moves the focus to the heading and names the document, and the first load does not', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje');
    expect(await page.locator('h1:focus').count()).toBe(0);
    expect(await page.title()).toBe('Ohje – Ratkaisupolku');
    await page.getByRole('link', { name: 'Kalenteri' }).click();
    await page.locator('h1:focus', { hasText: 'Kalenteri' }).waitFor();
    expect(await page.title()).toBe('Kalenteri – Ratkaisupolku');
    expect(new URL(page.url()).pathname).toBe('/tab/kalenteri');
    await page.goBack();
    await page.locator('h1:focus', { hasText: 'Ohje' }).waitFor();
    await page.context().close();
  });

  it('the way back leads to where the page was left', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje', { height: 300 });
    await page.evaluate('scrollTo(0, 420)');
    await page.getByRole('link', { name: 'Kalenteri' }).dispatchEvent('click', { button: 0 });
    await page.getByRole('heading', { level: 1, name: 'Kalenteri' }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Ohje' }).waitFor();
    await page.evaluate(
      'new Promise((done) => { const look = () => (scrollY === 420 ? done() : requestAnimationFrame(look)); look(); })',
    );
    await page.context().close();
  });

  it('W-09: the token never stays in the address', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje?teema=tumma');
    expect(page.url()).toBe(`${world.url}/tab/ohje?teema=tumma`);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Ohje' }).waitFor();
    await page.context().close();
  });

  it('W-11: sharing a view says that its address is copied', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'ohje');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Jaa tämä näkymä' }).click();
    await page.getByRole('status').getByText('Linkki on kopioitu.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${world.url}/tab/ohje`);
    await page.context().close();
  });
});
