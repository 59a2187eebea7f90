// The page Asetukset as people meet it: real Chromium, real server, real storage.
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { OrganisationList } from '../../src/features/organisations/contract.ts';
import { builtTab, openTabBrowser, type TabBrowser, type Visit } from '../support/tab-browser.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { known, openAppWorld, type AppWorld } from '../app/app-world.ts';
import { AINO, appointAdvisor, KAISA, VEERA } from '../app/people.ts';

let tables: TravellingTables;
let world: AppWorld;
let browser: TabBrowser;
beforeAll(async () => {
  tables = await openTravellingTables();
  const [tabFiles, opened] = await Promise.all([builtTab(), openTabBrowser()]);
  browser = opened;
  world = await openAppWorld({ tables, tabFiles, env: { MODEL_URL: 'https://malli.example.org/' } });
  await appointAdvisor(world);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
  await tables.close();
});

const SECTIONS = ['', '/ihmiset', '/tukipiirit', '/linkit'] as const;

const FILE = [
  'Laji;Nimi;Hyvinvointialue;Kunta;Piiri;Puheenjohtaja',
  'piiri;Esimerkkiseudun Tukipiiri ry;Pirkanmaa;;;Etunimi',
  'yhdistys;Tampereen Esimerkkituki ry;;Tampere;Esimerkkiseudun Tukipiiri ry;',
  'yhdistys;Ähtärin Esimerkkituki ry;;Äthäri;;',
  'yhdistys;;;Nokia;;',
].join('\r\n');

async function visit(who: typeof KAISA, section: string): Promise<Visit> {
  const opened = await browser.visit(world, who, `asetukset${section}`);
  await settled(opened.page);
  return opened;
}

// Until everything that the page asks for has come.
async function settled(page: Page): Promise<void> {
  await page.locator('.page:not(:has(.loading)) h1').waitFor();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** By the keyboard alone: to the button, and Enter. */
async function pressByKey(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
}

describe('the settings', () => {
  it.each(SECTIONS)(
    'W-02, W-12: section "%s" has no violations in any theme or width',
    async (section) => {
      for (const theme of ['vaalea', 'tumma', 'kontrasti'] as const) {
        for (const width of [320, 1280]) {
          const opened = await browser.visit(world, KAISA, `asetukset${section}`, { theme, width });
          await settled(opened.page);
          const found = { violations: await opened.violations(), overflow: await opened.overflow() };
          expect({ theme, width, ...found }).toEqual({ theme, width, violations: [], overflow: 0 });
          expect(opened.complaints()).toEqual([]);
          const name = `settings${section.replace('/', '-')}-${theme}-${width}`;
          await opened.page.screenshot({ path: `.artifacts/screenshots/${name}.png`, fullPage: true });
          await opened.page.context().close();
        }
      }
    },
    180_000,
  );

  it('A-14: long texts add explanations, and the choice is there the next time', async () => {
    const { page } = await visit(VEERA, '');
    const explained = page.getByText('Muistutus on viesti ennen sovittua päivää.');
    expect(await explained.count()).toBe(0);
    await page.getByLabel('Pitkät tekstit').check();
    await explained.waitFor();
    await page.reload();
    await explained.waitFor();
    expect(await page.getByLabel('Pitkät tekstit').isChecked()).toBe(true);
    await page.getByLabel('Lyhyet tekstit').check();
    await explained.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('B-15: reminders are said in words and changed in their own form', async () => {
    const { page } = await visit(VEERA, '');
    await page.getByText('Muistutukset ovat päällä.').waitFor();
    await press(page, 'Muokkaa');
    const panel = page.getByRole('dialog');
    await panel.getByLabel('En', { exact: true }).check();
    await panel.getByRole('button', { name: 'Tallenna' }).click();
    await page.locator('.outcome').getByText('Tallennettu.').waitFor();
    await page.getByText('Muistutukset ovat pois päältä.').waitFor();
    expect(await panel.count()).toBe(0);
    await page.context().close();
  });

  it('lets an admin set a link, and tells others who may', async () => {
    const { page } = await visit(KAISA, '/linkit');
    await press(page, 'Muokkaa linkkejä');
    const panel = page.getByRole('dialog');
    await panel.getByLabel(/^Lakineuvonta/).fill('http://neuvonta.example.org');
    await panel.getByRole('button', { name: 'Tallenna' }).click();
    await panel.locator('.field-problem').waitFor();
    await panel.getByLabel(/^Lakineuvonta/).fill('https://neuvonta.example.org/');
    await panel.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByRole('link', { name: 'https://neuvonta.example.org/' }).waitFor();
    await page.context().close();
    const other = await visit(VEERA, '/linkit');
    await other.page.getByText('Vain ylläpitäjä voi muokata näitä.').waitFor();
    expect(await other.page.getByRole('button', { name: 'Muokkaa linkkejä' }).count()).toBe(0);
    await other.page.context().close();
  });

  it('shows who helps where, with the buttons of each', async () => {
    const { page } = await visit(AINO, '/ihmiset');
    const row = page.getByRole('row', { name: /Aino Esimerkki/ });
    await row.getByText('Pirkanmaan hyvinvointialue').waitFor();
    expect(await row.getByRole('button').allTextContents()).toEqual(['Merkitse poissaolo']);
    await page.context().close();
  });
});

describe('the register of districts and associations', () => {
  it('S1-24, W-04: comes from a file by keyboard, with the rows that cannot be taken told and saved as a list', async () => {
    const { page } = await visit(KAISA, '/tukipiirit');
    await page.getByText('Luettelo on vielä tyhjä.').waitFor();
    const buffer = Buffer.from(FILE, 'latin1');
    await page.getByLabel('Valitse tiedosto').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer });
    await pressByKey(page, 'Katso, mitä muuttuu');
    await page.getByText('Uusia 2, muuttuvia 0, poistuvia 0, samoja 0.').waitFor();
    // The focus goes where the news is.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Näin luettelo muuttuu');
    await page.getByText('Tarkoititko: Ähtäri?').waitFor();
    await page.getByText('Luettelo ei ota näitä sarakkeita: Puheenjohtaja.').waitFor();
    const download = page.waitForEvent('download');
    await pressByKey(page, 'Lataa lista korjattavista');
    expect((await download).suggestedFilename()).toBe('korjattavat-rivit.csv');
    await pressByKey(page, 'Tallenna 2 muutosta');
    await page.getByText('Luettelossa on 1 tukipiiri ja 1 tukiyhdistys.').waitFor();
    await page.getByRole('row', { name: /Tampereen Esimerkkituki ry/ }).waitFor();
    await page.context().close();
  });

  it('says when the file has changed since it was chosen, and takes it chosen anew', async () => {
    const { page } = await visit(KAISA, '/tukipiirit');
    const folder = await mkdtemp(join(tmpdir(), 'register-'));
    const path = join(folder, 'x.csv');
    await writeFile(path, FILE, 'latin1');
    await page.getByLabel('Valitse tiedosto').setInputFiles(path);
    await appendFile(path, '\r\n');
    await press(page, 'Katso, mitä muuttuu');
    await page.getByText('Tiedostoa ei voi lukea.').waitFor();
    await page.getByLabel('Valitse tiedosto').setInputFiles([]);
    await page.getByLabel('Valitse tiedosto').setInputFiles(path);
    await press(page, 'Katso, mitä muuttuu');
    await page.getByText('Näin luettelo muuttuu').waitFor();
    expect(await page.getByText('Tiedostoa ei voi lukea.').count()).toBe(0);
    await rm(folder, { recursive: true });
    await page.context().close();
  });

  it('B-11: keeps what was typed over a mistake and a reload', async () => {
    const { page } = await visit(KAISA, '/tukipiirit');
    await press(page, 'Lisää tukipiiri tai tukiyhdistys');
    await page.getByLabel('Nimi', { exact: true }).fill('Nokian Esimerkkituki ry');
    await page.getByLabel('Kunnat', { exact: true }).fill('Nokja');
    await press(page, 'Tallenna');
    await page.locator('.field-problem').getByText('Tarkoititko: Nokia?').waitFor();
    await page.reload();
    await press(page, 'Lisää tukipiiri tai tukiyhdistys');
    expect(await page.getByLabel('Nimi', { exact: true }).inputValue()).toBe('Nokian Esimerkkituki ry');
    await page.getByLabel('Kunnat', { exact: true }).fill('Nokia');
    await press(page, 'Tallenna');
    await page.getByRole('row', { name: /Nokian Esimerkkituki ry/ }).waitFor();
    expect(await page.getByLabel('Kunnat', { exact: true }).count()).toBe(0);
    await page.context().close();
  });

  it('W-13: a collision keeps what was typed, and takes what others have changed beside it', async () => {
    const { page } = await visit(KAISA, '/tukipiirit');
    await page.getByRole('button', { name: /Tampereen Esimerkkituki ry/ }).click();
    await page.getByLabel('Verkkosivu', { exact: true }).fill('https://tampere.example.org');
    const { json } = await world.api(KAISA).get('/organisations?haku=tampereen');
    const { id, seen, cells } = known(OrganisationList.parse(json).organisations[0]);
    const changed = { ...cells, municipalities: 'Tampere, Nokia' };
    const saved = await world.api(KAISA).post('/organisations/save', { id, seen, cells: changed });
    expect(saved.json).toMatchObject({ kind: 'saved' });
    await press(page, 'Tallenna');
    await page.getByText('Joku ehti muokata samaa riviä.').waitFor();
    expect(await page.getByLabel('Kunnat', { exact: true }).inputValue()).toMatch(/Nokia/);
    expect(await page.getByLabel('Verkkosivu', { exact: true }).inputValue()).toBe('https://tampere.example.org');
    await press(page, 'Tallenna');
    await page.getByRole('link', { name: 'Tampereen Esimerkkituki ry' }).waitFor();
    await page.context().close();
  });
});
