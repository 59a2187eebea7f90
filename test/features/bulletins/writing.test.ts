// A bulletin from the form to its thread, mended and withdrawn.
import { readFollowers } from '../../../src/features/bulletins/followers.ts';
import { bulletinTable } from '../../../src/features/bulletins/rows.ts';
import type { Bulletin } from '../../../src/features/bulletins/domain/bulletin.ts';
import { openPostWorld, type PostWorld } from '../../support/post-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import {
  AINO,
  buttonOf,
  GENERAL,
  IN_RESTRICTED,
  KAISA,
  MIKKO,
  nodesOf,
  PIRKANMAA,
  RESTRICTED,
  says,
  VEERA,
  WORKSPACE,
  type Shown,
} from '../cases/case-world.ts';
import { HEARING, publish, REFORM } from './publish.ts';

let tables: TravellingTables;
let world: PostWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openPostWorld(tables);
});

async function stored(): Promise<readonly Bulletin[]> {
  const summaries = await bulletinTable.list(world.store, WORKSPACE);
  const read = await Promise.all(summaries.map(({ id }) => bulletinTable.read(world.store, WORKSPACE, id)));
  return read.flatMap((found) => (found === null ? [] : [found.post]));
}

const last = <Value>(values: readonly Value[]): Value => {
  const value = values.at(-1);
  if (value === undefined) {
    throw new Error('nothing there');
  }
  return value;
};

describe('who writes', () => {
  it.each([
    ['an advisor', AINO],
    ['an admin', KAISA],
  ])('S2-31: %s chooses what it is about', async (_who, who) => {
    const card = await world.say(who, 'tiedote');
    const kinds = ['Uudistus', 'Kuulemistilaisuus', 'Alueellinen työryhmä', 'Toimintaympäristön muutos'];
    expect(kinds.map((kind) => buttonOf(card, kind).verb)).toEqual(kinds.map(() => 'bulletins/write'));
  });

  it('others see the list and are told who writes', async () => {
    await publish(world);
    const card = await world.say(VEERA, 'tiedote');
    expect(says(card, 'Tiedotteita kirjoittavat järjestöasiantuntija ja ylläpitäjä.')).toBe(true);
    expect(says(card, AINO.name)).toBe(true);
    expect(says(card, HEARING.title)).toBe(true);
  });

  it('a forged form of somebody else writes nothing', async () => {
    const data = { nonce: 'forged-nonce', ...REFORM };
    const card = await world.send(VEERA, 'bulletins/write/save', data);
    expect(says(card, 'Vain järjestöasiantuntija tai ylläpitäjä voi tehdä tämän.')).toBe(true);
    expect(await stored()).toEqual([]);
  });
});

describe('what it says', () => {
  it('S2-31: is for one county, for several, or valtakunnallinen', async () => {
    await publish(world, REFORM, { scope: '08' });
    await publish(world, REFORM, { scope: '08,06' });
    await publish(world, REFORM, { scope: 'all' });
    const [national, several, one] = await stored();
    expect([one?.counties, several?.counties.toSorted(), national?.counties]).toEqual([['08'], ['06', '08'], []]);
    const list = await world.say(VEERA, 'tiedotteet');
    expect(says(list, 'Uudistus · Valtakunnallinen')).toBe(true);
    expect(says(list, 'Pirkanmaan hyvinvointialue, ')).toBe(true);
  });

  it.each([
    ['S2-31', REFORM, { scope: 'all,08' }, 'Poista toinen.'],
    ['S2-31', REFORM, { scope: '' }, 'Valitse ainakin yksi kohta.'],
    ['S2-32', HEARING, { date: '' }, 'Valitse päivä. Esimerkiksi 10.12.2026.'],
    ['S2-32', HEARING, { date: '2026-11-23' }, 'Päivä on jo mennyt.'],
    ['S2-32', HEARING, { date: '2036-11-23' }, 'Tarkista vuosi.'],
    ['S2-32', HEARING, { deadline: '2026-12-11' }, 'Valitse aikaisempi päivä.'],
    ['S2-39', REFORM, { link: 'http://www.tukiliitto.fi' }, 'Aloita se näin: https://'],
    ['S2-39', REFORM, { link: 'javascript:alert(1)' }, 'Aloita se näin: https://'],
  ])('%s: %j with %j is mended beside the field, and what was typed stays', async (_row, form, over, said) => {
    const card = await publish(world, form, over);
    expect(says(card, said)).toBe(true);
    expect(nodesOf(card).find(({ id }) => id === 'text')?.['value']).toBe(form.text);
    expect(await stored()).toEqual([]);
  });

  it('S2-32: a regional group may be looking for members before it has met, but has one of the two dates', async () => {
    const group = { ...HEARING, kind: 'workingGroup', title: 'Hae työryhmään' };
    const card = await publish(world, group, { date: '', time: '', deadline: '' });
    expect(says(card, 'Valitse päivä. Esimerkiksi 10.12.2026.')).toBe(true);
    await publish(world, group, { date: '', time: '', deadline: '2026-12-04' });
    expect((await stored())[0]).toMatchObject({ kind: 'workingGroup', meeting: null, deadline: '2026-12-04' });
  });

  it('S2-39: of a change names the channel that told of it first, and links to more', async () => {
    const card = await publish(
      world,
      { ...REFORM, kind: 'environmentChange' },
      { channel: 'newsletter', link: 'https://www.tukiliitto.fi/uutinen' },
    );
    expect(says(card, 'Toimintaympäristön muutos')).toBe(true);
    expect(says(card, 'Tukiliiton uutiskirje')).toBe(true);
    expect(nodesOf(card).find(({ type }) => type === 'Action.OpenUrl')?.['url']).toBe(
      'https://www.tukiliitto.fi/uutinen',
    );
  });

  it('S2-37: of a hearing links to the event', async () => {
    await publish(world, HEARING, { link: 'https://www.tukiliitto.fi/tapahtumat' });
    await world.tick();
    const link = nodesOf(world.said[0]?.message.card).find(({ type }) => type === 'Action.OpenUrl');
    expect([link?.['title'], link?.['url']]).toEqual(['Lue lisää', 'https://www.tukiliitto.fi/tapahtumat']);
  });

  it('G-02, G-03: refuses identity codes, and warns of a phone number once', async () => {
    expect(says(await publish(world, REFORM, { text: 'Soita 131052-308T' }), 'Poista henkilötunnus.')).toBe(true);
    const typed = { ...REFORM, text: 'Soita 040 1234567' };
    const warned = await publish(world, typed);
    expect(says(warned, 'puhelinnumero')).toBe(true);
    expect(await stored()).toEqual([]);
    const mended = await world.press(AINO, warned, 'Muokkaa', typed);
    expect(nodesOf(mended).find(({ id }) => id === 'text')?.['value']).toBe(typed.text);
    await world.press(AINO, warned, 'Tallenna silti', typed);
    expect(await stored()).toHaveLength(1);
  });
});

describe('its thread', () => {
  it('S2-31: begins with its card in the channel where it was written', async () => {
    await publish(world);
    await world.tick();
    expect(world.said).toMatchObject([
      { to: { kind: 'channel', channelId: PIRKANMAA }, message: { summary: `Tiedote: ${HEARING.title}` } },
    ]);
    const card = last(world.said).message.card;
    for (const text of [HEARING.text, 'torstaina 10.12.2026 klo 17.00', 'perjantaina 4.12.2026', HEARING.place]) {
      expect([text, says(card, text)]).toEqual([text, true]);
    }
  });

  it('is in the General channel when it was written in the personal chat', async () => {
    await publish(world, HEARING, {}, { place: { kind: 'personal' } });
    await world.tick();
    expect(last(world.said).to).toEqual({ kind: 'channel', channelId: GENERAL });
  });

  it('B-10: the card is redrawn in place after an edit, once the editor has had time to read the answer', async () => {
    const published = await publish(world);
    await world.tick();
    const form = await world.press(AINO, published, 'Muokkaa');
    expect(nodesOf(form).find(({ id }) => id === 'title')?.['value']).toBe(HEARING.title);
    const answer = await world.press(AINO, form, 'Tallenna', { ...HEARING, title: 'Uusi otsikko' });
    expect(says(answer, 'Tallennettu. Tiedote on muokattu.')).toBe(true);
    await world.tick();
    expect(world.said).toHaveLength(1);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    expect(world.said.map(({ at }) => at)).toEqual([null, 'm1']);
    expect(says(last(world.said).message.card, 'Uusi otsikko')).toBe(true);
  });

  it('begins anew in the channel when it is gone, and the next edit finds it there', async () => {
    const published = await publish(world);
    await world.tick();
    world.answers.push({ kind: 'refused', status: 404, why: 'gone' });
    await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Tallenna', { ...HEARING, title: 'Toinen' });
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    await world.travel('2026-11-24T09:05:00.000Z');
    await world.tick();
    expect(last(world.said).to).toEqual({ kind: 'channel', channelId: PIRKANMAA });
    const { id } = last(world.said);
    const [b] = await stored();
    const shown = await world.send(AINO, 'bulletins/show', { id: b?.id });
    await world.press(AINO, await world.press(AINO, shown, 'Muokkaa'), 'Tallenna', { ...HEARING, title: 'Kolmas' });
    await world.travel('2026-11-24T09:10:00.000Z');
    await world.tick();
    expect(last(world.said).at).toBe(id);
  });
});

describe('saving it', () => {
  it('counts once, however often the form arrives, and other text under the same form is shown again', async () => {
    const form = await world.press(AINO, await world.say(AINO, 'tiedote'), 'Kuulemistilaisuus');
    await world.press(AINO, form, 'Julkaise tiedote', HEARING);
    const again = await world.press(AINO, form, 'Julkaise tiedote', HEARING);
    expect(says(again, 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    const other = await world.press(AINO, form, 'Julkaise tiedote', { ...HEARING, title: 'Muu' });
    expect(says(other, 'Jos haluat tallentaa uuden tekstin, tallenna se tästä.')).toBe(true);
    expect(await stored()).toHaveLength(1);
    await world.press(AINO, other, 'Julkaise tiedote', { ...HEARING, title: 'Muu' });
    expect(await stored()).toHaveLength(2);
  });

  it('tells of a faster editor, and saves over it only when asked once more', async () => {
    const published = await publish(world);
    const slow = await world.press(KAISA, published, 'Muokkaa');
    const fast = await world.press(AINO, published, 'Muokkaa');
    await world.press(AINO, fast, 'Tallenna', { ...HEARING, title: 'Nopea' });
    const told = await world.press(KAISA, slow, 'Tallenna', { ...HEARING, title: 'Hidas' });
    expect(says(told, 'Joku ehti muokata tiedotetta.')).toBe(true);
    expect((await stored())[0]?.title).toBe('Nopea');
    await world.press(KAISA, told, 'Tallenna', { ...HEARING, title: 'Hidas' });
    expect((await stored())[0]?.title).toBe('Hidas');
  });

  it('G-12: leaves who, what and when in the trail, and no word of it', async () => {
    const published = await publish(world);
    await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Tallenna', { ...HEARING, title: 'Toinen' });
    const [b] = await stored();
    const trail = await world.store.range(WORKSPACE, { from: `event|${b?.id}|`, before: `event|${b?.id}~` });
    expect(trail.map(({ cells }) => [cells['action'], cells['by']])).toEqual([
      ['publish', AINO.id],
      ['change', AINO.id],
    ]);
    expect(JSON.stringify(trail)).not.toContain('Toinen');
  });
});

describe('withdrawing it', () => {
  const withdraw = async (published: Shown): Promise<Shown> => {
    const asked = await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Peru tiedote');
    expect(says(asked, 'Et voi palauttaa tiedotetta.')).toBe(true);
    return asked;
  };

  it('B-09: asks once, and the card says that it is withdrawn and nothing else', async () => {
    const published = await publish(world);
    await world.tick();
    const asked = await withdraw(published);
    expect((await stored())[0]?.withdrawnOn).toBeNull();
    const answer = await world.press(AINO, asked, 'Peru tiedote');
    expect(says(answer, 'Tallennettu. Tiedote on peruttu.')).toBe(true);
    expect(says(await world.press(AINO, asked, 'Peru tiedote'), 'peruttu')).toBe(true);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    const { card } = last(world.said).message;
    expect(says(card, 'Tämä tiedote on peruttu 24.11.2026.')).toBe(true);
    expect(says(card, HEARING.text)).toBe(false);
    expect(nodesOf(card).filter(({ type }) => String(type).startsWith('Action.'))).toEqual([]);
  });

  it('S2-32: ends its reminders, and tells those who asked for one', async () => {
    const published = await publish(world);
    await world.tick();
    await world.press(MIKKO, published, 'Muistuta minua');
    await world.press(AINO, await withdraw(published), 'Peru tiedote');
    const left = (await world.deliveries()).filter(
      ({ name, state }) => name.startsWith('remind-') && state === 'pending',
    );
    expect(left).toEqual([]);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    const news = world.said.find(({ message }) => message.summary.startsWith('Tiedote on peruttu'));
    expect(news?.to).toEqual({ kind: 'thread', channelId: PIRKANMAA, rootId: 'm1' });
    expect(news?.message.mentions).toEqual([{ teamsId: MIKKO.teamsId, name: MIKKO.name }]);
  });

  it('an old card of a withdrawn bulletin changes nothing', async () => {
    const published = await publish(world);
    const old = await world.press(AINO, published, 'Muokkaa');
    await world.press(AINO, await withdraw(published), 'Peru tiedote');
    expect(says(await world.press(AINO, old, 'Tallenna', HEARING), 'Tämä tiedote on peruttu')).toBe(true);
    expect(says(await world.press(VEERA, published, 'Muistuta minua'), 'Tämä tiedote on peruttu')).toBe(true);
    const [b] = await stored();
    expect(b === undefined ? [] : await readFollowers(world.store, WORKSPACE, b)).toEqual([AINO.id]);
  });
});

describe('the list', () => {
  it('S2-31: is narrowed by county and kind; what is valtakunnallinen fits every county', async () => {
    await publish(world, REFORM, { title: 'Pirkanmaalle', scope: '08' });
    await publish(world, REFORM, { title: 'Kaikille', scope: 'all' });
    await publish(world, HEARING, { title: 'Muualle', scope: '06' });
    const filter = await world.press(VEERA, await world.say(VEERA, 'tiedotteet'), 'Rajaa hakua');
    const here = await world.press(VEERA, filter, 'Hae', { county: '08', kind: '' });
    expect(['Pirkanmaalle', 'Kaikille', 'Muualle'].map((title) => says(here, title))).toEqual([true, true, false]);
    const hearings = await world.press(VEERA, filter, 'Hae', { county: '', kind: 'hearing' });
    expect(['Pirkanmaalle', 'Kaikille', 'Muualle'].map((title) => says(hearings, title))).toEqual([false, false, true]);
    const none = await world.press(VEERA, filter, 'Hae', { county: '08', kind: 'hearing' });
    expect(says(none, 'Näillä ehdoilla ei löytynyt tiedotteita.')).toBe(true);
    expect(says(await world.press(VEERA, none, 'Näytä kaikki'), 'Löytyi 3 tiedotetta.')).toBe(true);
  });

  it('shows ten at a time, newest first, and leads to the rest', async () => {
    for (let number = 1; number <= 12; number += 1) {
      await publish(world, REFORM, { title: `Numero ${number}.` });
    }
    const list = await world.say(VEERA, 'tiedotteet');
    expect([says(list, 'Numero 12.'), says(list, 'Numero 2.'), says(list, 'Lisäksi 2 tiedotetta.')]).toEqual([
      true,
      false,
      true,
    ]);
    const rest = await world.press(VEERA, list, 'Näytä lisää');
    expect([says(rest, 'Numero 1.'), says(rest, 'Numero 3.')]).toEqual([true, false]);
    expect(() => buttonOf(rest, 'Näytä lisää')).toThrow('no button');
  });

  it('G-11: a bulletin of a restricted channel is listed and shown only there', async () => {
    const published = await publish(world, HEARING, {}, { place: IN_RESTRICTED });
    expect(says(await world.say(VEERA, 'tiedotteet'), HEARING.title)).toBe(false);
    expect(says(await world.say(VEERA, 'tiedotteet', '', { place: IN_RESTRICTED }), HEARING.title)).toBe(true);
    expect(says(await world.press(VEERA, published, 'Muistuta minua'), 'Tiedotetta ei löydy.')).toBe(true);
    expect(() => buttonOf(published, 'Lisää kalenteriin')).toThrow('no button');
    await world.tick();
    expect(last(world.said).to).toEqual({ kind: 'channel', channelId: RESTRICTED });
  });
});
