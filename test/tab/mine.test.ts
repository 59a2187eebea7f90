// Omat and the page of the messages as people meet them: real Chromium, real server, real storage.
import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { openAppWorld, type AppWorld } from '../app/app-world.ts';
import { openDatedCase } from '../app/dated-cases.ts';
import { AINO, appointAdvisor, KAISA, MIKKO, openCase, VEERA } from '../app/people.ts';

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
beforeAll(async () => {
  tables = await openTravellingTables();
  browser = await openTabBrowser();
});
afterAll(async () => {
  await browser.close();
  await tables.close();
});
beforeEach(async () => {
  world = await openAppWorld({ tables, tabFiles: await builtTab() });
});
afterEach(() => world.close());

const LATER = '2026-12-08T09:00:00.000Z';

const THEMES = ['vaalea', 'tumma', 'kontrasti'] as const;

/** What is wrong with a page in a theme, at both widths. */
async function look(who: typeof VEERA, path: string, theme: (typeof THEMES)[number]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const width of [320, 1280]) {
    const visit = await browser.visit(world, who, path, { theme, width });
    await visit.page.locator('h2').first().waitFor();
    wrong.push(...(await visit.violations()), ...visit.complaints());
    const overflow = await visit.overflow();
    wrong.push(...(overflow === 0 ? [] : [`${overflow} pixels too wide at ${width}`]));
    const name = path === '' ? 'omat' : 'viestit';
    await visit.page.screenshot({ path: `.artifacts/screenshots/${name}-${theme}-${width}.png`, fullPage: true });
    await visit.page.context().close();
  }
  return wrong;
}

/** Goes on with the Tab key until the focus is on that control. */
async function tabTo({ page }: Visit, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name });
  await wanted.waitFor();
  for (let count = 0; count < 60; count += 1) {
    if (await wanted.evaluate((node) => node === node.ownerDocument.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

describe('Omat', () => {
  it.each(THEMES)(
    'W-02, W-03, W-12: shows an advisor late and silent cases in the theme %s, narrow and wide',
    async (theme) => {
      await appointAdvisor(world);
      await openDatedCase(world, 'Kyyti', { date: '2026-11-26' });
      await openCase(world, VEERA, { matter: 'Hiljainen' });
      await world.travel(LATER);
      expect(await look(AINO, '', theme)).toEqual([]);
    },
  );

  it('W-04, W-11: a late step is done with the keyboard alone, is said, and is gone', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-11-26' });
    await world.travel(LATER);
    const visit = await browser.visit(world, VEERA);
    await visit.page.getByText('12 päivää myöhässä').waitFor();
    await tabTo(visit, 'Tehty: Toimenpide: Soita: Kyyti');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByText('12 päivää myöhässä').waitFor({ state: 'detached' });
    expect((await world.read('2026-001')).actions[0]?.done).not.toBeNull();
    expect(visit.complaints()).toEqual([]);
  });

  it('says what to do next when there is nothing', async () => {
    const { page } = await browser.visit(world, MIKKO);
    await page.getByText('Sinulla ei ole nyt tehtäviä.').waitFor();
    expect(await page.getByRole('button', { name: 'Uusi tapaus' }).count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Katso tapaukset' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tapaukset' }).waitFor();
  });
});

describe('the page of the messages', () => {
  async function openFailed(): Promise<void> {
    await openCase(world, VEERA, { matter: 'Kyyti' });
    world.connector.answer('POST /v3/conversations', { status: 413 });
    for (const minute of ['10', '12', '14', '16', '18', '20']) {
      await world.travel(`2026-11-24T09:${minute}:00.000Z`);
      await world.postman.tick();
    }
    world.connector.forget();
  }

  it.each(THEMES)('W-02, W-03, W-12: shows what failed in the theme %s, narrow and wide', async (theme) => {
    await openFailed();
    expect(await look(KAISA, 'asetukset/viestit', theme)).toEqual([]);
  });

  it('W-04, W-11: sends a failed message again with the keyboard alone', async () => {
    await openFailed();
    const visit = await browser.visit(world, KAISA, 'asetukset/viestit');
    await tabTo(visit, 'Lähetä uudelleen: Uusi tapaus');
    await visit.page.keyboard.press('Enter');
    await visit.page.locator('.notice').getByText('Viesti lähtee nyt uudelleen.').waitFor();
    await visit.page.getByText('Kaikki viestit ovat lähteneet ajallaan.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('tells whoever may not see it why', async () => {
    const { page } = await browser.visit(world, VEERA, 'asetukset/viestit');
    await page.getByText('Sinulla ei ole oikeutta tähän').waitFor();
    expect(await page.getByRole('button', { name: 'Lähetä uudelleen' }).count()).toBe(0);
  });
});
