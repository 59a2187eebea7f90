// Every card of bulletins, questions and experiences with the longest legal content of every field at once. The world
// lints each card that is shown or posted; here it only has to be made to show them.
import { counties } from '../../src/kernel/regions/regions.ts';
import { openPostWorld, type PostWorld } from '../support/post-world.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { HEARING, publish, REFORM } from './bulletins/publish.ts';
import { AINO, MIKKO, says, VEERA, type Shown } from './cases/case-world.ts';
import { LONG, SHORT } from './cases/full-case.ts';

const TEXT_MAX = 1_500;
const long = (length: number): string => LONG.padEnd(length, 'ä ').slice(0, length);
const LINK = `https://www.esimerkki.fi/${'a'.repeat(270)}`;

let tables: TravellingTables;
let world: PostWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openPostWorld(tables);
});

async function sayAll(): Promise<void> {
  await world.travel('2026-11-24T09:01:00.000Z');
  await world.tick();
}

it('bulletins: the card, the forms, the news and the list', async () => {
  const scope = counties.map(({ code }) => code).join(',');
  const full = { title: SHORT, text: long(TEXT_MAX), scope, link: LINK };
  const hearing = { ...HEARING, ...full, place: SHORT };
  const tooLong = await publish(world, hearing, { title: long(240), text: long(2 * TEXT_MAX), place: long(240) });
  expect(says(tooLong, 'Lyhennä tekstiä.')).toBe(true);
  const published = await publish(world, hearing);
  expect(says(published, 'Tallennettu.')).toBe(true);
  await world.tick();
  await world.press(MIKKO, published, 'Muistuta minua');
  await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Tallenna', {
    ...hearing,
    date: '2026-12-17',
  });
  await sayAll();
  expect(world.said).toHaveLength(3);
  for (let number = 0; number < 10; number += 1) {
    await publish(world, hearing);
  }
  await publish(world, { ...REFORM, ...full }, { channel: 'socialMedia' });
  const list = await world.say(VEERA, 'tiedotteet');
  const narrowed = await world.press(VEERA, list, 'Rajaa hakua');
  await world.press(VEERA, await world.press(VEERA, narrowed, 'Hae', { county: '08', kind: 'hearing' }), 'Näytä lisää');
  await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Peru tiedote');
});

it('questions: the card with three answers, the forms, the messages and the list', async () => {
  const typed = { topic: SHORT, text: long(1_000), county: '08' };
  const start = await world.say(VEERA, 'kysy', long(500));
  const form = await world.press(VEERA, start, 'Kirjoita kysymys');
  await world.press(VEERA, form, 'Lähetä kysymys', { ...typed, topic: long(240), text: long(2_000) });
  let shown: Shown = await world.press(VEERA, form, 'Lähetä kysymys', typed);
  expect(says(shown, 'Tallennettu.')).toBe(true);
  await world.press(VEERA, shown, 'Muokkaa');
  for (const title of ['Vastaa', 'Vastaa lisää', 'Vastaa lisää']) {
    const answering = await world.press(AINO, shown, title);
    await world.press(AINO, answering, 'Lähetä vastaus', { answer: long(2 * TEXT_MAX) });
    shown = await world.press(AINO, answering, 'Lähetä vastaus', { answer: long(TEXT_MAX) });
  }
  await world.press(AINO, shown, 'Peru kysymys');
  await world.tick();
  await sayAll();
  expect(world.said).toHaveLength(4);
  for (let number = 0; number < 12; number += 1) {
    const again = await world.press(VEERA, start, 'Kirjoita kysymys');
    await world.press(VEERA, again, 'Lähetä kysymys', typed);
  }
  await world.press(AINO, await world.say(AINO, 'kysymykset'), 'Näytä myös vastatut');
});

it('experiences: the card, the forms and the list', async () => {
  const typed = { title: SHORT, done: long(TEXT_MAX), helped: long(TEXT_MAX), county: '08', general: 'true' };
  const start = await world.say(VEERA, 'kokemus', long(500));
  const form = await world.press(VEERA, start, 'Kirjoita kokemus');
  const twice = { title: long(240), done: long(2 * TEXT_MAX), helped: long(2 * TEXT_MAX) };
  await world.press(VEERA, form, 'Jaa kokemus', { ...typed, ...twice });
  const shown = await world.press(VEERA, form, 'Jaa kokemus', typed);
  expect(says(shown, 'Tallennettu.')).toBe(true);
  await world.press(VEERA, await world.press(VEERA, shown, 'Muokkaa'), 'Peru kokemus');
  await world.tick();
  for (let number = 0; number < 11; number += 1) {
    const again = await world.press(VEERA, start, 'Kirjoita kokemus');
    await world.press(VEERA, again, 'Jaa kokemus', typed);
  }
  await world.press(VEERA, await world.say(VEERA, 'kokemukset'), 'Näytä lisää');
});
