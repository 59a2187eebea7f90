// The meetings and the reminders in the real client: an advisor makes a series, members answer and propose a topic, the
// reminder is moved later, and the note of the meeting is shared. Screenshots are kept for looking at.
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { openPlayground, type PlaygroundCard, type Playground } from './support/playground.ts';
import { openTestWorld, type TestWorld } from './support/test-world.ts';

const WHEN = 'tiistaina 8.12.2026';

let world: TestWorld;
let browser: Browser;
let playground: Playground;
let shots = 0;

beforeAll(async () => {
  // Tuesday 24.11.2026, 11.00 in Helsinki.
  world = await openTestWorld({ playground: true, startsAt: '2026-11-24T09:00:00.000Z' });
  browser = await openBrowser();
  playground = await openPlayground(browser, world);
}, 240_000);
afterAll(async () => {
  // What was on the screen at the end: of a failure, where it happened.
  await keep('end');
  await browser.close();
  await world.stop();
});

async function keep(name: string, card?: PlaygroundCard): Promise<void> {
  shots += 1;
  await card?.locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await playground.screenshot(`meeting-${String(shots).padStart(2, '0')}-${name}`);
}

it('C-07, S2-33: a series leads to a meeting, its answers, a reminder moved later, and a note', async () => {
  // Pirkanmaa has Aino for its advisor: she makes the series.
  await playground.openChannel();
  await playground.actAs({ person: 'aino', channel: 'Pirkanmaa' });
  await playground.post('työnohjaus');
  const list = await playground.card(/Tukitapaamiset[\s\S]*Uusi tukitapaamisten sarja/);
  expect(await list.text()).toContain('Tukitapaaminen on työnohjauksellinen tuki.');
  await keep('list');
  await list.press('Uusi tukitapaamisten sarja');
  let form = await playground.card('Mistä päivästä alkaen?');
  await keep('series-form', form);
  await form.setDate('Mistä päivästä alkaen?', '2026-12-01');
  await form.fill('Teams-kokouksen linkki', 'https://teams.microsoft.com/l/meetup-join/tuki');
  await form.press(/^Tallenna$/);
  const series = await playground.card(/Sarja on valmis[\s\S]*8\.12\.2026/);
  await keep('series', series);

  // It is announced 14 days before: today. Two answer, and one proposes a topic.
  const announced = await playground.card(new RegExp(`${WHEN}[\\s\\S]*Tulen[\\s\\S]*En pääse`));
  await keep('announced', announced);
  await playground.actAs({ person: 'mikko' });
  await announced.press('En pääse');
  await playground.card('Voit silti ehdottaa aihetta');
  await playground.actAs({ person: 'veera' });
  await playground.post('tukitapaaminen');
  const thread = playground.thread('tukitapaaminen');
  // Every meeting of the list has a button of its own; the next one comes first.
  await (await playground.card(WHEN, thread)).locator.getByRole('button', { name: 'Näytä' }).first().click();
  await (await playground.card(/Osallistuminen on vapaaehtoista[\s\S]*En pääse/, thread)).press('Tulen');
  const mine = await playground.card('Olet mukana tapaamisessa', thread);
  await keep('answered', mine);
  await mine.press('Ehdota aihetta');
  form = await playground.card('Mistä haluat puhua?', thread);
  await form.fill('Mistä haluat puhua?', 'Kuljetuspalvelun odotusajat');
  await keep('topic', form);
  await form.press(/^Tallenna$/);
  await playground.card('Aiheesi on asialistalla', thread);

  // What is coming stands in the calendar too.
  await playground.post('kalenteri');
  const calendar = await playground.card(/Tukitapaaminen[\s\S]*8\.12\.2026/, playground.thread('kalenteri'));
  await keep('calendar', calendar);

  // A week before, the reminder comes at 9.00, and Veera moves it to the next day.
  await world.travelTo('2026-12-01T07:00:05.000Z');
  const reminder = await playground.card(`viikon päästä, ${WHEN}`);
  expect(await reminder.text()).toContain('klo 17');
  await keep('reminder', reminder);
  await reminder.press('Siirrä myöhemmäksi');
  form = await playground.card('Milloin muistutan sinua uudelleen?');
  await keep('later', form);
  await form.check(/^Huomenna, keskiviikkona 2\.12\.2026/);
  await form.press(/^Tallenna$/);
  const moved = await playground.card('Muistutan sinua uudelleen');
  await keep('moved', moved);
  await world.travelTo('2026-12-02T07:00:05.000Z');
  const again = await playground.card(`6 päivän päästä, ${WHEN}`);
  await keep('reminded-again', again);

  // The day after, the organiser writes the note with a next step.
  await world.travelTo('2026-12-09T07:00:05.000Z');
  await playground.actAs({ person: 'aino' });
  const asked = await playground.card(/miten tapaaminen meni/);
  await keep('asked-for-note', asked);
  await asked.press('Kirjaa muistiinpano');
  form = await playground.card('Lyhyt muistiinpano');
  await form.fill('Lyhyt muistiinpano', 'Puhuimme kuljetusten odotusajoista.');
  await form.fill('Seuraava askel 1', 'Pyydä tilastot hyvinvointialueelta');
  await form.setDate('Askeleen 1 päivä', '2026-12-18');
  await keep('note-form', form);
  await form.press(/^Tallenna$/);
  const noted = await playground.card(/Muistiinpano tapaamisesta[\s\S]*Puhuimme kuljetusten odotusajoista/);
  await keep('noted', noted);
}, 300_000);

it('B-15: everybody chooses their own reminders, and they come where the person wants them', async () => {
  await playground.actAs({ person: 'veera' });
  await playground.post('asetukset');
  const thread = playground.thread('asetukset');
  await (await playground.card('Omat muistutukset', thread)).press('Omat muistutukset');
  const own = await playground.card('Saat muistutuksen', thread);
  await keep('own-reminders', own);
  await own.press('Muokkaa');
  const form = await playground.card('Milloin muistutan sinua?', thread);
  await keep('own-form', form);
  await form.check('3 päivää ennen');
  await form.check('Yksityisesti, vain minulle');
  await form.press(/^Tallenna$/);
  const saved = await playground.card('Muistutan sinua nyt näin', thread);
  expect(await saved.text()).toContain('Muistutus tulee vain sinulle.');
  await keep('own-saved', saved);

  // The next month's meeting comes by itself, and its reminder now comes to Veera alone.
  await world.travelTo('2026-12-29T07:00:05.000Z');
  await (await playground.card(/tiistaina 12\.1\.2027[\s\S]*En pääse/)).press('Tulen');
  await playground.card('Olet mukana tapaamisessa');
  await world.travelTo('2027-01-05T07:00:05.000Z');
  await playground.openPersonalChat();
  const letter = await playground.card('viikon päästä, tiistaina 12.1.2027');
  await keep('private-letter', letter);
  await letter.press('Lisää kalenteriin');
  const ways = await playground.card('Lataa kalenteriin');
  await keep('into-calendar', ways);
}, 240_000);
