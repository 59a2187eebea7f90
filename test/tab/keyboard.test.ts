// The tab with the keyboard alone: everything can be reached and seen, and whole errands are done.
import type { Page } from 'playwright-core';
import type { AppWorld } from '../app/app-world.ts';
import { VEERA } from '../app/people.ts';
import { fillWorld } from './full-world.ts';
import { openView, PAGE_VIEWS } from './page-views.ts';
import { openTabStage, type TabStage } from './tab-world.ts';
import { focusOf, tabTo, walkThrough } from './with-keys.ts';

jest.setTimeout(180_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
  await fillWorld(world);
});
afterAll(() => stage.close());

const REACHABLE = 'a[href]:visible, button:visible, input:visible, select:visible, textarea:visible, summary:visible';

async function nameInFocus(page: Page): Promise<string> {
  return (await focusOf(page))?.name ?? '';
}

describe('W-04: the Tab key', () => {
  it.each(PAGE_VIEWS)('reaches everything on $name, is seen and never hidden, and leaves again', async (view) => {
    const { page } = await openView(stage, world, view, { width: 400, height: 500 });
    const radios = await page.evaluate<number>(
      "document.querySelectorAll('input[type=radio]').length - new Set([...document.querySelectorAll('input[type=radio]')].map(({ name }) => name)).size",
    );
    const wanted = (await page.locator(REACHABLE).count()) - radios - 1;
    const stops = await walkThrough(page);
    expect(stops.filter(({ isShown, isFree }) => !isShown || !isFree)).toEqual([]);
    expect(stops.length).toBeGreaterThanOrEqual(wanted);
    await page.context().close();
  });
});

describe('W-04, W-10, W-11: errands', () => {
  it('somebody skips the navigation, finds a case, records, mends a mistake, and is back where they were', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'tapaukset');
    await page.getByRole('search').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Hae');
    await page.keyboard.type('kyyti');
    await page.getByRole('status').getByText('Rajaus löysi').waitFor({ state: 'attached' });
    await tabTo(page, 'Kyyti');
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Kyyti' }).waitFor();

    await tabTo(page, 'Näytä kaikki toiminnot');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Kirjaa toimenpide');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Tallenna');
    await page.keyboard.press('Enter');
    await page.locator('.summary:focus').waitFor();
    await page.keyboard.press('Tab');
    const wrong = await nameInFocus(page);
    await page.keyboard.press('Enter');
    expect(wrong).not.toBe('');
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('Kysy aikataulusta');
    for (const field of await page.locator('dialog [aria-invalid=true]').all()) {
      if ((await field.getAttribute('type')) === 'date') {
        await field.focus();
        await page.keyboard.type('18122026');
      }
    }
    await tabTo(page, 'Tallenna');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('Tallennettu.').first().waitFor({ state: 'attached' });
    await page.locator('body :focus').waitFor();
    expect(['Kirjaa toimenpide', '2026-001 Kyyti']).toContain(await nameInFocus(page));
    await page.context().close();
  });

  it('W-13: Esc in a form with typed text asks first, and the focus comes back to the button in the end', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'tapaukset');
    await tabTo(page, 'Uusi tapaus');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Asia');
    await page.keyboard.type('Kesken');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    expect(await nameInFocus(page)).toBe('Jatka kirjoittamista');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('body :focus').waitFor();
    expect(await nameInFocus(page)).toBe('Uusi tapaus');
    await page.context().close();
  });

  it('A-14: the length of texts is changed and said', async () => {
    const { page } = await stage.browser.visit(world, VEERA, 'asetukset');
    await page.getByRole('radio', { name: 'Lyhyet tekstit' }).waitFor();
    await tabTo(page, 'Lyhyet tekstit');
    await page.keyboard.press('ArrowDown');
    await page.locator('.notice-done').waitFor();
    const said = (await page.locator('.notice-done').innerText()).replace(/^✓\s*/, '');
    expect(await page.getByRole('status').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining(said.split('.')[0] ?? '')]),
    );
    await page.context().close();
  });
});
