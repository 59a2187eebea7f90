// The page of one case as people meet it: real Chromium, real server, real storage.
import type { Page } from 'playwright-core';
import { builtTab, openTabBrowser, type TabBrowser } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { OPENING, says } from '../features/cases/case-world.ts';
import { known, openAppWorld, TUESDAY, type AppWorld } from '../app/app-world.ts';
import { cardIn, doAction, MIKKO, openCase, VEERA, type Opened } from '../app/people.ts';

// The machine may be busy with other tests.
const WAIT_MS = 90_000;
const PATH = 'tapaukset/2026-001';
const HEADING = `2026-001 ${OPENING.matter}`;

jest.setTimeout(WAIT_MS);

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
let opened: Opened;
beforeAll(async () => {
  tables = await openTravellingTables();
  const [tabFiles, chromium] = await Promise.all([builtTab(), openTabBrowser()]);
  browser = chromium;
  world = await openAppWorld({ tables, tabFiles });
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

async function promise(what: string, date: string): Promise<void> {
  const { id, rev } = await world.read('2026-001');
  const typed = { what, person: VEERA.aadObjectId, who: '', date };
  await doAction(world, VEERA, { at: opened.at, id, rev }, { action: 'action', typed });
}

beforeAll(async () => {
  opened = await openCase(world);
  await promise('Soita vammaispalvelujen päällikölle ja kysy, kuka päättää kilpailutuksen ehdoista', '2026-12-15');
});

async function focused(page: Page): Promise<string> {
  return await page.evaluate(
    '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()',
  );
}

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    // Serialised: each press moves on from where the last one led.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) {
      return;
    }
  }
  throw new Error(`no way to ${String(name)} with the keyboard`);
}

async function tabToField(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    // Serialised, as above.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop
    if ((await page.evaluate('document.activeElement?.getAttribute("name")')) === name) {
      return;
    }
  }
  throw new Error(`no way to the field ${name} with the keyboard`);
}

describe('the page of a case', () => {
  const looks = (['vaalea', 'tumma', 'kontrasti'] as const).flatMap((theme) =>
    [320, 1280].map((width) => ({ theme, width })),
  );
  it.each(looks)(
    'W-02, W-12: $theme at $width px has no violations and needs no scrolling to the side',
    async ({ theme, width }) => {
      const visit = await browser.visit(world, VEERA, PATH, { theme, width });
      await visit.page.getByText('Näytä kaikki toiminnot').click();
      expect(await visit.violations()).toEqual([]);
      expect(await visit.overflow()).toBe(0);
      expect(visit.complaints()).toEqual([]);
      await visit.page.screenshot({ path: `.artifacts/screenshots/case-${theme}-${width}.png`, fullPage: true });
      await visit.page.context().close();
    },
  );

  it('S0-03: draws the path as an ordered list that says each state in words', async () => {
    const { page } = await browser.visit(world, VEERA, PATH);
    const steps = page.locator('.case-path > li');
    expect(await steps.count()).toBe(4);
    expect(await page.locator('.case-path > [aria-current=step]').innerText()).toMatch(
      /Yhteys Tukiliittoon\s+nyt\s+Alkoi 24\.11\.2026/,
    );
    expect(await steps.nth(1).innerText()).toContain('tulossa');
    await page.context().close();
  });

  it('moves nothing while it loads', async () => {
    const { page } = await browser.visit(world, VEERA, PATH);
    await page.locator('.case-history').waitFor();
    const shift = await page.evaluate(`new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
    })`);
    expect(shift).toBe(0);
    await page.context().close();
  });

  it('tells somebody who has mistyped the number that it is not there', async () => {
    const { page } = await browser.visit(world, VEERA, 'tapaukset/2026-999');
    expect(await page.locator('main').innerText()).toContain('Sivua ei löydy');
    await page.context().close();
  });

  it('G-11: tells somebody outside the case how to take part, and one press is enough', async () => {
    const { page } = await browser.visit(world, MIKKO, PATH);
    const join = page.locator('.case-join');
    expect(await join.innerText()).toContain('Tule ensin mukaan');
    await join.getByRole('button', { name: 'Tule mukaan' }).click();
    await join.waitFor({ state: 'detached' });
    expect((await world.read('2026-001')).participants).toContain(MIKKO.aadObjectId);
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  it('W-04, W-11, B-08: somebody records a promise, hears that it is saved, mends it, and the channel knows', async () => {
    const { page } = await browser.visit(world, VEERA, PATH);
    await tabTo(page, 'Näytä kaikki toiminnot');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Kirjaa toimenpide');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    expect(await focused(page)).toBe('Kirjaa toimenpide');
    await tabToField(page, 'what');
    await page.keyboard.type('Kysy tarjouspyynnöstä');
    await tabToField(page, 'date');
    await page.keyboard.type('18122026');
    await tabTo(page, 'Tallenna');
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await page.locator('[role=status]', { hasText: 'Tallennettu.' }).first().waitFor({ state: 'attached' });
    await page.getByText('Toimenpide: Kysy tarjouspyynnöstä').first().waitFor();
    await tabTo(page, 'Muokkaa');
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await world.travel(new Date(Date.parse(TUESDAY) + 60_000).toISOString());
    await world.postman.tick();
    const card = known(world.connector.messages.find(({ id }) => id === opened.at.id));
    expect(says(cardIn(card), 'Toimenpide')).toBe(true);
    await page.context().close();
  });

  it('"Peruuta" closes the form and the focus comes back to where it was', async () => {
    const { page } = await browser.visit(world, VEERA, PATH);
    const button = page.locator('.case-next').getByRole('button').first();
    await button.focus();
    const name = await focused(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Peruuta');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.case-next button:focus').waitFor();
    expect(await focused(page)).toBe(name);
    await page.context().close();
  });
});

describe('what was typed', () => {
  const NEXT = 'tapaukset/2026-002';
  let other: Opened;
  beforeAll(async () => {
    other = await openCase(world, VEERA, { matter: 'Avustajan vuorot' });
  });

  /** Somebody in the channel changes the case meanwhile. */
  async function changeInChannel(action: string, typed: Readonly<Record<string, string>>): Promise<void> {
    const { id, rev } = await world.read('2026-002');
    await doAction(world, VEERA, { at: other.at, id, rev }, { action, typed });
  }

  async function openForm(page: Page, name: string): Promise<void> {
    await page.getByText('Näytä kaikki toiminnot').click();
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
  }

  it('B-06: before a reload does not undo what others have changed in the same form since', async () => {
    const { page } = await browser.visit(world, VEERA, NEXT);
    await openForm(page, 'Muokkaa perustietoja');
    await page.locator('dialog textarea').fill('Vuorot jäävät tyhjiksi.');
    await changeInChannel('describe', { title: 'Avustajien vuorot', description: '' });
    await page.reload();
    await openForm(page, 'Muokkaa perustietoja');
    expect(await page.locator('dialog textarea').inputValue()).toBe('Vuorot jäävät tyhjiksi.');
    await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await world.read('2026-002')).basics).toMatchObject({
      title: 'Avustajien vuorot',
      description: 'Vuorot jäävät tyhjiksi.',
    });
    await page.context().close();
  });

  it('B-11: stays when the case has been paused meanwhile, and the form says so', async () => {
    const { page } = await browser.visit(world, VEERA, NEXT);
    await openForm(page, 'Kirjaa toimenpide');
    const what = page.locator('dialog [name=what]');
    await what.fill('Pitkä ja harkittu teksti.');
    await changeInChannel('hold', { reason: 'Loma', until: '2026-12-15' });
    await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
    const told = page.locator('dialog [role=alert]').filter({ hasText: /\S/ });
    await told.waitFor();
    expect(await told.innerText()).toMatch(/tauolla/i);
    expect(await what.inputValue()).toBe('Pitkä ja harkittu teksti.');
    await page.context().close();
  });
});

describe('on paper', () => {
  it('a case is one or two pages with all that was recorded, and nothing to press', async () => {
    const { page } = await browser.visit(world, VEERA, PATH);
    const pdf = await page.pdf({ format: 'A4', path: '.artifacts/screenshots/case-print.pdf' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.screenshot({ path: '.artifacts/screenshots/case-print.png', fullPage: true });
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('.case-stage:visible > ul').count()).toBe(4);
    const text = await page.locator('main').innerText();
    for (const word of [HEADING, OPENING.goal, 'Soita vammaispalvelujen päällikölle', 'Seuraava askel']) {
      expect(text).toContain(word);
    }
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('.case-stage[open]').count()).toBe(1);
    await page.context().close();
  });
});
