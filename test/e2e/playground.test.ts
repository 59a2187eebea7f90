// What the browser tests rely on, shown with a stand-in for the app: the Playground, the page object, the two-way
// translation of people and counties.
import type { Browser } from 'playwright-core';
import { asObject } from '../../infra/local/acting.ts';
import { openBrowser } from './support/browser.ts';
import { openPlayground, type Playground } from './support/playground.ts';
import { ECHO_APP, openTestWorld, type TestWorld } from './support/test-world.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

let world: TestWorld;
let browser: Browser;
let playground: Playground;

beforeAll(async () => {
  world = await openTestWorld({ playground: true, appProgram: ECHO_APP });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});
beforeEach(async () => {
  playground = await openPlayground(browser, world);
  await playground.actAs({ person: 'veera', channel: 'Pirkanmaa' });
});
afterEach(() => playground.page.context().close());

async function lastActivity(type: string): Promise<Record<string, unknown>> {
  const received = (await (await fetch(`${world.appUrl}/received`)).json()) as { activity: Record<string, unknown> }[];
  return received.map(({ activity }) => activity).findLast((activity) => activity['type'] === type) ?? {};
}

it('fills every kind of input and gets the answering card in place of the form', async () => {
  await playground.openChannel();
  await playground.post('uusi tapaus');
  const form = await playground.card('Lomake');
  await form.press('Tallenna');
  expect(await form.text()).toContain('Kirjoita otsikko.');
  await form.fill('Otsikko', 'Kuljetus');
  await form.fill('Kuvaus', 'Rivi\nja toinen');
  await form.choose('Kunta', 'Ylöjärvi');
  await form.choose('Tapa', 'Nokia');
  await form.check('Tampere');
  await form.setDate('Päivä', '2026-12-01');
  await form.setTime('Kello', '09:15');
  await form.check('Sovittu');
  await form.press('Tallenna');
  await playground.card('Tallennettu');
  expect(asObject(asObject((await lastActivity('invoke'))['value'])['action'])['data']).toEqual({
    title: 'Kuljetus',
    note: 'Rivi\nja toinen',
    town: 'Ylöjärvi',
    way: 'Nokia',
    one: 'Tampere',
    date: '2026-12-01',
    time: '09:15',
    agreed: 'true',
  });
  await playground.screenshot('playground-form');
});

it('shows a card that the app updates and one that it adds to the thread', async () => {
  await playground.openChannel();
  await playground.post('uusi tapaus');
  const form = await playground.card('Lomake');
  await form.fill('Otsikko', 'x');
  const thread = playground.thread('uusi tapaus');
  await form.press('Vastaa');
  const reply = await playground.card('Vastaus säikeessä', thread);
  expect(await thread.locator('.ac-adaptiveCard').count()).toBe(2);
  // Another card of the thread is replaced; the one that was pressed shows the answer to the press.
  await reply.fill('Otsikko', 'y');
  await reply.press('Päivitä');
  await playground.card('Päivitetty', thread);
});

it('speaks as whom one chose, in the county one chose', async () => {
  await playground.openChannel();
  await playground.actAs({ person: 'kaisa', channel: 'Lappi' });
  await playground.post('tapaukset');
  await playground.card('Lomake');
  expect(await lastActivity('message')).toMatchObject({
    text: '<at>Ratkaisupolku</at> tapaukset',
    from: { name: 'Kaisa Korhonen', aadObjectId: '0a1b2c3d-0000-4000-8000-0000000000a4' },
    channelData: { channel: { id: '19:lappi-ratkaisupolku@thread.tacv2' } },
    entities: expect.arrayContaining([expect.objectContaining({ type: 'clientInfo', locale: 'fi-FI' })]),
  });
});

it('talks to the bot in a thread and in a personal chat', async () => {
  await playground.openChannel();
  await playground.post('uusi tapaus');
  const thread = playground.thread('uusi tapaus');
  await playground.card('Lomake', thread);
  await playground.reply(thread, 'muistutukset');
  await thread.locator('.ac-adaptiveCard').nth(1).waitFor();
  expect(await lastActivity('message')).toMatchObject({ text: '<at>Ratkaisupolku</at> muistutukset' });
  await playground.openPersonalChat();
  await playground.say('ohje');
  await playground.card('Lomake');
  expect(await lastActivity('message')).toMatchObject({
    text: 'ohje',
    conversation: { id: 'a:henkilokohtainen-veera' },
  });
});

it('works without reaching anything outside this machine', async () => {
  await playground.openChannel('General');
  await playground.post('ohje');
  await playground.card('Lomake');
  // The page asks for Segoe UI, in vain, and falls back to the system's font.
  expect(playground.outside.filter((host) => !host.endsWith('cdn.office.net'))).toEqual([]);
});
