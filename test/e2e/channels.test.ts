// Who sees what was opened where, in the local world with the real app: its channels are the whole team's.
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { openPlayground, type Playground } from './support/playground.ts';
import { openTestWorld, type TestWorld } from './support/test-world.ts';

// Whole programs start here, on a machine that may be busy with other tests.
jest.setTimeout(120_000);

const MATTER = 'Kuljetuspalvelun odotusajat';

let world: TestWorld;
let browser: Browser;
let playground: Playground;

beforeAll(async () => {
  world = await openTestWorld({ playground: true, startsAt: '2026-11-24T09:00:00.000Z' });
  browser = await openBrowser();
  playground = await openPlayground(browser, world);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});

it('a case opened in a county’s channel is listed in the personal chat and in another county’s channel', async () => {
  await playground.actAs({ person: 'veera', channel: 'Pirkanmaa' });
  await playground.openChannel();
  await playground.post(`uusi tapaus ${MATTER}`);
  const form = await playground.card('Koskeeko asia yhtä ihmistä?');
  await form.fill('Tavoite', 'Kyyti tulee 30 minuutissa tilauksesta');
  await form.choose('Hyvinvointialue tai kunta', 'Tampere');
  await form.check('Tavallinen: noin 1 kuukausi');
  await form.check('Vaikuttamistyöryhmä');
  await form.check('Ei, asia koskee useaa ihmistä');
  await form.press('Avaa tapaus');
  await playground.card('Tapaus 2026-001 on avattu');

  await playground.actAs({ person: 'mikko', channel: 'Lappi' });
  await playground.post('tapaukset');
  const inLappi = await playground.card(/Tapaukset[\s\S]*Näytä tapaus/, playground.thread('tapaukset'));
  expect(await inLappi.text()).toContain(MATTER);

  await playground.openPersonalChat();
  await playground.say('tapaukset');
  const alone = await playground.card(/Tapaukset[\s\S]*Näytä tapaus/);
  expect(await alone.text()).toContain(MATTER);
});
