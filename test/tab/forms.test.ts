// Cards in the tab: a press opens its form in the panel, what is wrong is said at the field, and nothing typed is lost.
import type { Page } from 'playwright-core';
import type { AppWorld } from '../app/app-world.ts';
import { KAISA } from '../app/people.ts';
import { openTabStage, type TabStage } from './tab-world.ts';

jest.setTimeout(120_000);

let stage: TabStage;
let world: AppWorld;
beforeAll(async () => {
  stage = await openTabStage();
  world = await stage.world();
});
afterAll(() => stage.close());

const OPENER = { name: 'Uusi tapahtuma', exact: true } as const;

async function openForm(
  width = 1280,
): Promise<{ readonly page: Page; readonly violations: () => Promise<readonly string[]> }> {
  const visit = await stage.browser.visit(world, KAISA, 'kalenteri', { width });
  await openAgain(visit.page);
  return visit;
}

async function openAgain(page: Page): Promise<void> {
  await page.getByRole('button', OPENER).press('Enter');
  await page.getByRole('dialog', OPENER).waitFor();
}

const nameField = (page: Page) => page.getByLabel('Tapahtuman nimi');

/** Fills in what the form needs. */
async function fill(page: Page, name: string): Promise<void> {
  await page.getByLabel('Millainen tapahtuma?').selectOption({ index: 1 });
  await nameField(page).fill(name);
  for (const [label, value] of [
    ['Päivä', '2026-12-09'],
    ['Alkaa kello', '17:00'],
  ] as const) {
    await page.getByRole('dialog').getByLabel(label).first().fill(value);
  }
}

describe('the panel', () => {
  it('W-04: takes the focus, gives it back at Esc, and nothing behind it can be reached', async () => {
    const { page } = await openForm();
    expect(await page.locator(':focus').innerText()).toBe('Uusi tapahtuma');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator('dialog :focus').count()).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Uusi tapahtuma');
    await page.context().close();
  });

  it('W-13: asks before typed text is thrown away, as often as one tries', async () => {
    const { page } = await openForm();
    await nameField(page).fill('Keskeneräinen');
    for (let time = 0; time < 2; time += 1) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
    }
    expect(await nameField(page).inputValue()).toBe('Keskeneräinen');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sulje ja poista teksti' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await openAgain(page);
    expect(await nameField(page).inputValue()).toBe('');
    await page.context().close();
  });

  it('B-06: what was typed survives a reload, says so, and can be begun anew', async () => {
    const { page } = await openForm();
    await nameField(page).fill('Syksyn tapaaminen');
    await page.reload();
    await openAgain(page);
    expect(await nameField(page).inputValue()).toBe('Syksyn tapaaminen');
    await page.getByText('Lomakkeessa on teksti, joka jäi sinulta kesken.').waitFor();
    await page.getByRole('button', { name: 'Aloita alusta' }).click();
    expect(await nameField(page).inputValue()).toBe('');
    await page.context().close();
  });
});

describe('a form', () => {
  it('W-10, B-11: says what is wrong on top and at the field, leads there, and keeps what was typed', async () => {
    const { page, violations } = await openForm(320);
    await nameField(page).fill('Kesken jäänyt');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    const summary = page.locator('.summary');
    await summary.waitFor();
    expect(await page.locator('.summary:focus').count()).toBe(1);
    expect(await violations()).toEqual([]);
    await summary.getByRole('link', { name: 'Millainen tapahtuma?' }).click();
    const field = page.getByLabel('Millainen tapahtuma?');
    expect(await page.locator(':focus').getAttribute('id')).toBe(await field.getAttribute('id'));
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described.split(' ')[0]}"]`).innerText()).toMatch(/^Korjaa:/);
    expect(await nameField(page).inputValue()).toBe('Kesken jäänyt');
    await page.context().close();
  });

  it('B-10, W-11: saved, it closes, is announced and stands at the top; a double click sends once', async () => {
    const { page } = await openForm();
    const sent: string[] = [];
    page.on('request', (request) => void (request.url().includes('/press') && sent.push(request.url())));
    await fill(page, 'Syystapaaminen');
    await page.getByRole('button', { name: 'Tallenna' }).dblclick();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(sent).toHaveLength(1);
    await page.locator('.outcome').waitFor();
    const told = await page.locator('.outcome .notice').innerText();
    const announced = page.getByRole('status').filter({ hasText: told.replace(/^✓\s*/, '').slice(0, 20) });
    await announced.waitFor({ state: 'attached' });
    await openAgain(page);
    expect(await nameField(page).inputValue()).toBe('');
    await page.context().close();
  });

  it('without a connection it says that nothing was sent and keeps the text', async () => {
    const { page } = await openForm();
    await fill(page, 'Odottava');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Tallennus ei onnistunut. Tekstisi on tallessa.').waitFor();
    expect(await nameField(page).inputValue()).toBe('Odottava');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('a choice among many', () => {
  it('T-12, W-04: is found by typing without dots and chosen with the keyboard; Esc closes its list first', async () => {
    const { page, violations } = await stage.browser.visit(world, KAISA, 'tapaukset');
    await page.getByRole('button', { name: 'Uusi tapaus' }).first().click();
    const field = page.getByRole('combobox', { name: /kunta/i }).first();
    await field.fill('aanek');
    const found = page.getByRole('dialog').getByRole('option', { name: 'Äänekoski' });
    await found.waitFor();
    expect(await violations()).toEqual([]);
    await field.press('Escape');
    await found.waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog').count()).toBe(1);
    await field.press('ArrowDown');
    await field.press('Enter');
    expect(await field.inputValue()).toMatch(/^Äänekoski/);
    await page.context().close();
  });
});
