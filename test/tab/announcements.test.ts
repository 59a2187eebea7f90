// What a screen reader says without the focus moving (W-11): everything that the live regions were given, in order.
import type { Page } from 'playwright-core';
import type { AppWorld } from '../app/app-world.ts';
import { KAISA, VEERA } from '../app/people.ts';
import { fillWorld } from './full-world.ts';
import { openTabStage, type TabStage } from './tab-world.ts';

jest.setTimeout(120_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
  await fillWorld(world);
});
afterAll(() => stage.close());

const LISTEN = `
window.heard = [];
// Scripts of the page may not be made from text, so waiting goes by an attribute.
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const place = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    const isRegion = (element) => element?.closest?.('[role=status], [role=alert]');
    // A region that comes with its words is news as well when it is an alert.
    const within = isRegion(place) ?? [...addedNodes].flatMap((node) => [node, ...(node.querySelectorAll?.('[role=alert]') ?? [])]).find((node) => node.matches?.('[role=alert]'));
    const words = within?.textContent.trim() ?? '';
    if (words !== '' && window.heard.at(-1) !== words) window.heard.push(words);
    document.documentElement.dataset.heard = window.heard.join(' ');
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });`;

/** The person's page, from now on listened to. */
async function listen(who: typeof VEERA, path: string): Promise<Page> {
  const { page } = await stage.browser.visit(world, who, path);
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await page.evaluate(LISTEN);
  return page;
}

/** Waits until these words were said, and gives all that were. */
async function hear(page: Page, words: string): Promise<readonly string[]> {
  await page.locator(`html[data-heard*=${JSON.stringify(words)}]`).waitFor({ state: 'attached' });
  return await page.evaluate('window.heard');
}

describe('W-11: without the focus moving, it is said', () => {
  it('that something is being fetched, when it takes over a second', async () => {
    const page = await listen(VEERA, 'ohje');
    const held = new Set<() => void>();
    await page.route('**/api/teams/**/statistics*', async (route) => {
      await new Promise<void>((resolve) => void held.add(resolve));
      await route.continue();
    });
    await page.getByRole('link', { name: 'Tilastot' }).click();
    await hear(page, 'Haen tietoja.');
    held.forEach((release) => release());
    await page.locator('.key-figures').waitFor();
    expect(await page.evaluate('window.heard')).toEqual(['Haen tietoja.']);
    await page.context().close();
  });

  it('nothing, when it comes at once', async () => {
    const page = await listen(VEERA, 'ohje');
    await page.getByRole('link', { name: 'Tilastot' }).click();
    await page.locator('.key-figures').waitFor();
    expect(await page.evaluate('window.heard')).toEqual([]);
    await page.context().close();
  });

  it('how many cases a filter leaves, once', async () => {
    const page = await listen(VEERA, 'tapaukset');
    const field = page.getByLabel('Vaihe', { exact: true });
    await field.focus();
    await field.selectOption('3');
    const heard = await hear(page, 'Rajaus löysi');
    expect(heard).toHaveLength(1);
    expect(await page.locator(':focus').getAttribute('id')).toBe(await field.getAttribute('id'));
    await page.context().close();
  });

  it('that something is saved', async () => {
    const page = await listen(VEERA, 'asetukset');
    await page.getByRole('button', { name: 'Muokkaa' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
    expect(await hear(page, 'Tallennettu.')).toHaveLength(1);
    await page.context().close();
  });

  it('that a press did not succeed, and why', async () => {
    const page = await listen(KAISA, 'kalenteri');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Uusi tapahtuma', exact: true }).click();
    // The lost connection is told as well.
    expect((await hear(page, 'Ei yhteyttä.')).join(' ')).toContain('Verkkoyhteys puuttuu.');
    await page.context().close();
  });

  it('that the connection is lost, and that it is back', async () => {
    const page = await listen(VEERA, 'ohje');
    await page.context().setOffline(true);
    await hear(page, 'Verkkoyhteys puuttuu.');
    await page.context().setOffline(false);
    expect(await hear(page, 'Yhteys palasi.')).toHaveLength(2);
    await page.context().close();
  });
});
