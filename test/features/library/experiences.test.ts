// An experience from the form to its thread and the list.
import type { Experience } from '../../../src/features/library/domain/experience.ts';
import { experienceTable } from '../../../src/features/library/rows.ts';
import type { Asking } from '../../../src/platform/teams/bot.ts';
import { openPostWorld, type PostWorld } from '../../support/post-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import {
  AINO,
  buttonOf,
  IN_RESTRICTED,
  MIKKO,
  nodesOf,
  PIRKANMAA,
  says,
  VEERA,
  WORKSPACE,
  type Shown,
} from '../cases/case-world.ts';

let tables: TravellingTables;
let world: PostWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openPostWorld(tables);
});

const SHARED = {
  title: 'Tapasimme lautakunnan ennen päätöstä',
  done: 'Pyysimme keskustelua kuukautta ennen kokousta.',
  helped: 'Meillä oli valmis ratkaisuehdotus.',
  county: '08',
  general: 'true',
} as const;

async function share(over: Shown = {}, about: Partial<Asking> = {}): Promise<Shown> {
  const form = await world.press(VEERA, await world.say(VEERA, 'kokemus', '', about), 'Kirjoita kokemus', {}, about);
  return await world.press(VEERA, form, 'Jaa kokemus', { ...SHARED, ...over }, about);
}

async function stored(): Promise<readonly Experience[]> {
  const summaries = await experienceTable.list(world.store, WORKSPACE);
  const read = await Promise.all(summaries.map(({ id }) => experienceTable.read(world.store, WORKSPACE, id)));
  return read.flatMap((found) => (found === null ? [] : [found.post]));
}

describe('sharing', () => {
  it('S2-34: any member shares what was done and what helped; it is in a thread of its own', async () => {
    expect(says(await share(), 'Tallennettu. Kokemus tulee kohta kanavalle.')).toBe(true);
    await world.tick();
    const [posted] = world.said;
    expect(posted?.to).toEqual({ kind: 'channel', channelId: PIRKANMAA });
    expect(posted?.message).toMatchObject({ summary: `Kokemus: ${SHARED.title}`, mentions: [] });
    for (const text of [SHARED.title, SHARED.done, SHARED.helped, VEERA.name, 'Pirkanmaan hyvinvointialue']) {
      expect([text, says(posted?.message.card ?? {}, text)]).toEqual([text, true]);
    }
  });

  it('needs no county, and keeps the words after the command', async () => {
    const form = await world.press(VEERA, await world.say(VEERA, 'jaa kokemus', 'Hyvä tapaaminen'), 'Kirjoita kokemus');
    expect(nodesOf(form).find(({ id }) => id === 'title')?.['value']).toBe('Hyvä tapaaminen');
    await share({ county: '' });
    expect((await stored())[0]?.county).toBeNull();
  });

  it('G-03: is confirmed to be general, and warns of the name of a person', async () => {
    const unconfirmed = await share({ general: 'false' });
    expect(says(unconfirmed, 'Tarkista teksti ja poista tiedot yhdestä ihmisestä.')).toBe(true);
    const warned = await share({ done: 'Kävimme tapaamassa Maija Virtasta.' });
    expect(says(warned, 'nimi')).toBe(true);
    expect(await stored()).toEqual([]);
    const typed = { ...SHARED, done: 'Kävimme tapaamassa Maija Virtasta.' };
    await world.press(VEERA, warned, 'Tallenna silti', typed);
    expect(await stored()).toHaveLength(1);
  });

  it('G-02: refuses identity codes', async () => {
    expect(says(await share({ helped: 'Tunnus 131052-308T' }), 'Poista henkilötunnus.')).toBe(true);
    expect(await stored()).toEqual([]);
  });

  it('counts once, and is not for guests who may only read', async () => {
    const form = await world.press(VEERA, await world.say(VEERA, 'kokemus'), 'Kirjoita kokemus');
    await world.press(VEERA, form, 'Jaa kokemus', SHARED);
    expect(says(await world.press(VEERA, form, 'Jaa kokemus', SHARED), 'kahteen kertaan')).toBe(true);
    expect(await stored()).toHaveLength(1);
    world = await openPostWorld(tables, { mayWrite: () => false });
    expect(says(await world.say(VEERA, 'kokemus'), 'Et voi jakaa kokemuksia vieraana.')).toBe(true);
    const forged = await world.send(VEERA, 'library/experience/save', { nonce: 'forged-nonce', ...SHARED });
    expect(says(forged, 'Et voi jakaa kokemuksia vieraana.')).toBe(true);
  });
});

describe('mending', () => {
  it('the writer edits it in place; others may not', async () => {
    const shown = await share();
    await world.tick();
    expect(says(await world.press(MIKKO, shown, 'Muokkaa'), 'Vain kirjoittaja voi muokata kokemusta.')).toBe(true);
    const form = await world.press(VEERA, shown, 'Muokkaa');
    await world.press(VEERA, form, 'Tallenna', { ...SHARED, title: 'Uusi otsikko' });
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    expect(world.said.map(({ at }) => at)).toEqual([null, 'm1']);
    expect(says(world.said[1]?.message.card ?? {}, 'Uusi otsikko')).toBe(true);
  });

  it('tells of the other form that was saved before', async () => {
    const shown = await share();
    const [first, second] = [await world.press(VEERA, shown, 'Muokkaa'), await world.press(VEERA, shown, 'Muokkaa')];
    await world.press(VEERA, first, 'Tallenna', { ...SHARED, title: 'Ensin' });
    const told = await world.press(VEERA, second, 'Tallenna', { ...SHARED, title: 'Sitten' });
    expect(says(told, 'Muokkasit kokemusta jo toisessa lomakkeessa.')).toBe(true);
    await world.press(VEERA, told, 'Tallenna', { ...SHARED, title: 'Sitten' });
    expect((await stored())[0]?.title).toBe('Sitten');
  });

  it('B-09: is withdrawn by its writer or the advisor; the words are gone', async () => {
    const shown = await share();
    await world.tick();
    const refused = await world.press(AINO, shown, 'Muokkaa');
    const asked = await world.press(AINO, refused, 'Peru kokemus');
    expect(says(asked, 'Et voi palauttaa sitä.')).toBe(true);
    await world.press(AINO, asked, 'Peru kokemus');
    expect(says(await world.press(AINO, asked, 'Peru kokemus'), 'Tämä kokemus on peruttu')).toBe(true);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    const card = world.said.find(({ at }) => at === 'm1')?.message.card ?? {};
    expect([says(card, 'Tämä kokemus on peruttu 24.11.2026.'), says(card, SHARED.done)]).toEqual([true, false]);
    const rows = await world.store.range(WORKSPACE, { from: 'experience|', before: 'experience}' });
    expect(JSON.stringify(rows)).not.toContain(SHARED.done);
    const old = await world.press(VEERA, shown, 'Muokkaa');
    expect(says(old, 'Tämä kokemus on peruttu')).toBe(true);
    const forged = await share();
    const { data } = buttonOf(forged, 'Muokkaa');
    expect(says(await world.send(MIKKO, 'library/experience-withdraw', data), 'Vain kirjoittaja tai')).toBe(true);
  });
});

describe('kokemukset', () => {
  it('S2-34: shows what others have shared, ten at a time, newest first', async () => {
    expect(says(await world.say(MIKKO, 'kokemukset'), 'Kokemuksia ei ole vielä.')).toBe(true);
    for (let number = 1; number <= 11; number += 1) {
      await share({ title: `Numero ${number}.` });
    }
    const list = await world.say(MIKKO, 'kokemukset');
    expect([says(list, 'Löytyi 11 kokemusta.'), says(list, 'Numero 11.'), says(list, 'Numero 1.')]).toEqual([
      true,
      true,
      false,
    ]);
    const rest = await world.press(MIKKO, list, 'Näytä lisää');
    expect(says(await world.press(MIKKO, rest, 'Näytä kokemus'), SHARED.done)).toBe(true);
  });

  it('G-11: one of a restricted channel is listed and shown only there', async () => {
    const shown = await share({}, { place: IN_RESTRICTED });
    expect(says(await world.say(MIKKO, 'kokemukset'), SHARED.title)).toBe(false);
    expect(says(await world.say(MIKKO, 'kokemukset', '', { place: IN_RESTRICTED }), SHARED.title)).toBe(true);
    expect(says(await world.press(VEERA, shown, 'Muokkaa'), 'Kokemusta ei löydy.')).toBe(true);
  });
});
