// `npm run pictures:tab`: every page of the tab in three themes and two widths into .artifacts/pictures/tab, for looking
// at, and those that the docs show into docs/images. `npm run pictures:tab -- tapaus tilastot` draws only those pages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { AINO, KAISA, VEERA } from '../app/people.ts';
import { openPicturedWorld } from './pictured-world.ts';
import { builtTab, openTabBrowser, type TabBrowser, type VisitOptions } from './tab-browser.ts';
import type { ConnectorMember } from './teams-connector.ts';
import { openTravellingTables } from './time-travel.ts';

type Picture = {
  readonly name: string;
  readonly path: string;
  readonly who: ConnectorMember;
  /** What to do on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** The widths at which the docs show it; the theme is the light one. */
  readonly docs?: readonly number[];
};

const FOLDER = '.artifacts/pictures/tab';
const DOCS = 'docs/images';
const THEMES = ['vaalea', 'tumma', 'kontrasti'] as const;
const WIDTHS = [320, 1280];
// The docs show the beginning of a page: the rest of a long one says nothing new and makes the repository heavy.
const DOCS_HEIGHT = 960;

function pictures(number: string): readonly Picture[] {
  const ownCase = `tapaukset/${number}`;
  return [
    { name: 'omat', path: '', who: VEERA, docs: WIDTHS },
    { name: 'omat-asiantuntija', path: '', who: AINO },
    { name: 'tapaukset', path: 'tapaukset', who: VEERA, docs: [1280] },
    { name: 'tapaukset-taulukko', path: 'tapaukset?nakyma=taulukko', who: VEERA },
    { name: 'tapaus', path: ownCase, who: VEERA, docs: [1280] },
    { name: 'tapaus-lomake', path: ownCase, who: VEERA, act: openForm, docs: [1280] },
    { name: 'kalenteri', path: 'kalenteri?kuukausi=2026-12', who: VEERA, docs: [1280] },
    { name: 'kalenteri-kohta', path: 'kalenteri?kuukausi=2026-12', who: VEERA, act: openEntry },
    { name: 'hyvinvointialueet', path: 'hyvinvointialueet', who: VEERA, docs: [1280] },
    { name: 'hyvinvointialue', path: 'hyvinvointialueet/08', who: VEERA },
    { name: 'tilastot', path: 'tilastot', who: VEERA, docs: [1280] },
    { name: 'asetukset-omat', path: 'asetukset', who: VEERA },
    { name: 'asetukset-ihmiset', path: 'asetukset/ihmiset', who: KAISA, docs: [1280] },
    { name: 'asetukset-tukipiirit', path: 'asetukset/tukipiirit', who: KAISA },
    { name: 'asetukset-linkit', path: 'asetukset/linkit', who: KAISA },
    { name: 'asetukset-viestit', path: 'asetukset/viestit', who: KAISA },
    { name: 'ohje', path: 'ohje', who: VEERA },
  ];
}

async function openForm(page: Page): Promise<void> {
  await page.locator('.case-next').getByRole('button').first().click();
  await page.getByRole('dialog').waitFor();
}

async function openEntry(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /Tukitapaaminen/ })
    .locator('visible=true')
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /Tukitapaaminen/ }).waitFor();
}

async function draw(browser: TabBrowser, world: Parameters<TabBrowser['visit']>[0], picture: Picture): Promise<void> {
  const { name, path, who, act, docs = [] } = picture;
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      const options: VisitOptions = { theme, width, height: width === 320 ? 640 : 800 };
      const { page, complaints, overflow } = await browser.visit(world, who, path, options);
      await page.locator('.page:not(:has(.loading)) h1').waitFor();
      await act?.(page);
      await page.locator('.page:not(:has(.loading)) h1').waitFor();
      // No scrollbar is drawn here, so none needs room.
      await page.evaluate('document.documentElement.style.scrollbarGutter = "auto"');
      const file = `${name}-${theme}-${width}.png`;
      const fullPage = (await page.getByRole('dialog').count()) === 0;
      await page.screenshot({ path: join(FOLDER, file), fullPage });
      if (theme === 'vaalea' && docs.includes(width)) {
        const shown = join(DOCS, `sivu-${name}${width === 320 ? '-kapea' : ''}.png`);
        await page.setViewportSize({ width, height: DOCS_HEIGHT });
        await page.screenshot({ path: shown });
      }
      const wrong = [...complaints(), ...((await overflow()) === 0 ? [] : ['wider than the window'])];
      process.stdout.write([file, ...wrong].join('  ') + '\n');
      await page.context().close();
    }
  }
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const tables = await openTravellingTables();
const [tabFiles, browser] = await Promise.all([builtTab(), openTabBrowser()]);
const { world, number } = await openPicturedWorld(tables, tabFiles);
try {
  for (const picture of pictures(number)) {
    if (wanted.length === 0 || wanted.includes(picture.name)) {
      await draw(browser, world, picture);
    }
  }
} finally {
  await browser.close();
  await world.close();
  await tables.close();
}
