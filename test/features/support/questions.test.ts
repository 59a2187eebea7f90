// A question from the form to the answer, and what happens when nobody answers.
import type { Question } from '../../../src/features/support/domain/question.ts';
import { questionTable } from '../../../src/features/support/rows.ts';
import type { Asking } from '../../../src/platform/teams/bot.ts';
import { openPostWorld, type PostWorld, type Said } from '../../support/post-world.ts';
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

const ASKED = { topic: 'Kuljetuspalvelun hakeminen', text: 'Kuka päättää kuljetuspalvelusta?', county: '08' } as const;
const ANSWER = { answer: 'Hyvinvointialueen viranhaltija tekee päätöksen.' } as const;

async function ask(over: Shown = {}, about: Partial<Asking> = {}): Promise<Shown> {
  const form = await world.press(VEERA, await world.say(VEERA, 'kysy', '', about), 'Kirjoita kysymys', {}, about);
  return await world.press(VEERA, form, 'Lähetä kysymys', { ...ASKED, ...over }, about);
}

async function answer(shown: Shown, who = AINO): Promise<Shown> {
  return await world.press(who, await world.press(who, shown, 'Vastaa'), 'Lähetä vastaus', ANSWER);
}

async function stored(): Promise<readonly Question[]> {
  const summaries = await questionTable.list(world.store, WORKSPACE);
  const read = await Promise.all(summaries.map(({ id }) => questionTable.read(world.store, WORKSPACE, id)));
  return read.flatMap((found) => (found === null ? [] : [found.post]));
}

const saidOf = (text: string): readonly Said[] => world.said.filter(({ message }) => message.summary.startsWith(text));
const valueOf = (card: Shown, name: string): unknown => nodesOf(card).find(({ id }) => id === name)?.['value'];

describe('asking', () => {
  it('S2-34: any member asks, and the advisor of the county is mentioned in a thread of its own', async () => {
    const answered = await ask();
    expect(says(answered, `Tallennettu. Kysymys tulee kohta kanavalle. Kerron siitä: ${AINO.name}.`)).toBe(true);
    await world.tick();
    const [posted] = world.said;
    expect(posted?.to).toEqual({ kind: 'channel', channelId: PIRKANMAA });
    expect(posted?.message.mentions).toEqual([{ teamsId: AINO.teamsId, name: AINO.name }]);
    expect(posted?.message.summary).toBe(`Kysymys: ${ASKED.topic}`);
    for (const text of [ASKED.text, VEERA.name, 'Pirkanmaan hyvinvointialue', 'Odottaa vastausta.']) {
      expect([text, says(posted?.message.card ?? {}, text)]).toEqual([text, true]);
    }
  });

  it('B-13: the county of the channel and the words after the command are there already', async () => {
    const start = await world.say(VEERA, 'kysymys', 'Kuka päättää kyydeistä?');
    const form = await world.press(VEERA, start, 'Kirjoita kysymys');
    expect([valueOf(form, 'topic'), valueOf(form, 'county')]).toEqual(['Kuka päättää kyydeistä?', '08']);
  });

  it('G-02: no identity code that came with the command is repeated', async () => {
    expect(JSON.stringify(await world.say(VEERA, 'kysy', 'Autan henkilöä 131052-308T'))).not.toContain('308T');
  });

  it('G-02, G-03: refuses identity codes, and warns of a phone number once', async () => {
    expect(says(await ask({ text: 'Miten autan 131052-308T?' }), 'Poista henkilötunnus.')).toBe(true);
    const warned = await ask({ text: 'Kyyti ei tule, soita 040 1234567.' });
    expect(says(warned, 'puhelinnumero')).toBe(true);
    expect(await stored()).toEqual([]);
  });

  it('in the personal chat goes to the General channel, which the form says', async () => {
    const place = { kind: 'personal' } as const;
    const start = await world.say(VEERA, 'kysy', '', { place });
    const form = await world.press(VEERA, start, 'Kirjoita kysymys', {}, { place });
    expect(says(form, 'tiimin yleiselle kanavalle')).toBe(true);
    await ask({}, { place });
    await world.tick();
    expect(world.said[0]?.to).toEqual({ kind: 'channel', channelId: GENERAL });
  });

  it('is not for guests who may only read', async () => {
    world = await openPostWorld(tables, { mayWrite: () => false });
    expect(says(await world.say(VEERA, 'kysy'), 'Et voi kysyä vieraana.')).toBe(true);
    const forged = await world.send(VEERA, 'support/ask/save', { nonce: 'forged-nonce', ...ASKED });
    expect(says(forged, 'Et voi kysyä vieraana.')).toBe(true);
    expect(await stored()).toEqual([]);
  });

  it('says so when the county has nobody who answers', async () => {
    world = await openPostWorld(tables, { supporterOf: () => null });
    expect(says(await ask(), 'Hyvinvointialueella ei ole vielä vastaajaa.')).toBe(true);
    await world.tick();
    expect(world.said[0]?.message.mentions).toEqual([]);
  });

  it('the asker mends it while nobody has answered, others do not', async () => {
    const shown = await ask();
    const form = await world.press(VEERA, shown, 'Muokkaa');
    expect(valueOf(form, 'text')).toBe(ASKED.text);
    const other = await world.press(MIKKO, shown, 'Muokkaa');
    expect(says(other, 'Vain kysyjä voi muokata kysymystä.')).toBe(true);
    expect(() => buttonOf(other, 'Peru kysymys')).toThrow('no button');
    await world.press(VEERA, form, 'Tallenna', { ...ASKED, topic: 'Toinen aihe' });
    expect((await stored())[0]?.topic).toBe('Toinen aihe');
    await answer(shown);
    const late = await world.press(VEERA, form, 'Tallenna', { ...ASKED, topic: 'Kolmas' });
    expect(says(late, 'Jos haluat tallentaa uuden tekstin')).toBe(true);
    const refused = await world.press(VEERA, late, 'Tallenna', { ...ASKED, topic: 'Kolmas' });
    expect(says(refused, 'Kysymykseen on jo vastattu.')).toBe(true);
  });
});

describe('answering', () => {
  it('S2-34: the advisor answers by a card; the answer is in the thread, mentions who asked, and stays with the question', async () => {
    const shown = await ask();
    await world.tick();
    const form = await world.press(AINO, shown, 'Vastaa');
    expect(says(form, ASKED.text)).toBe(true);
    const saved = await world.press(AINO, form, 'Lähetä vastaus', ANSWER);
    expect(says(saved, `Tallennettu. Kerron vastauksesta: ${VEERA.name}.`)).toBe(true);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    const [reply] = saidOf('Kysymykseen on vastattu');
    expect(reply?.to).toEqual({ kind: 'thread', channelId: PIRKANMAA, rootId: 'm1' });
    expect(reply?.message.mentions).toEqual([{ teamsId: VEERA.teamsId, name: VEERA.name }]);
    expect(says(reply?.message.card ?? {}, ANSWER.answer)).toBe(true);
    const update = world.said.find(({ at }) => at === 'm1');
    expect([ANSWER.answer, 'Vastattu 24.11.2026'].map((text) => says(update?.message.card ?? {}, text))).toEqual([
      true,
      true,
    ]);
    expect(update?.message.mentions).toEqual([]);
  });

  it('members who do not answer for the county are told who does', async () => {
    const shown = await ask();
    expect(says(await world.press(MIKKO, shown, 'Vastaa'), 'Kysymykseen vastaa järjestöasiantuntija.')).toBe(true);
    const [question] = await stored();
    const data = { id: question?.id, nonce: 'forged-nonce', ...ANSWER };
    await world.send(MIKKO, 'support/answer/save', data);
    expect((await stored())[0]?.answers).toEqual([]);
  });

  it('counts once, and two who answer at once are both heard', async () => {
    const shown = await ask();
    const [mine, other] = [await world.press(AINO, shown, 'Vastaa'), await world.press(KAISA, shown, 'Vastaa')];
    await world.press(AINO, mine, 'Lähetä vastaus', ANSWER);
    expect(says(await world.press(AINO, mine, 'Lähetä vastaus', ANSWER), 'kahteen kertaan')).toBe(true);
    await world.press(KAISA, other, 'Lähetä vastaus', { answer: 'Minä lisään tämän.' });
    expect((await stored())[0]?.answers.map(({ by }) => by)).toEqual([AINO.id, KAISA.id]);
  });

  it('ends at three answers', async () => {
    let shown = await ask();
    for (const text of ['Ensimmäinen', 'Toinen', 'Kolmas']) {
      const form = await world.press(AINO, shown, text === 'Ensimmäinen' ? 'Vastaa' : 'Vastaa lisää');
      shown = await world.press(AINO, form, 'Lähetä vastaus', { answer: text });
    }
    expect(() => buttonOf(shown, 'Vastaa lisää')).toThrow('no button');
    const [question] = await stored();
    const refused = await world.send(AINO, 'support/answer/save', { id: question?.id, nonce: 'late-nonce', ...ANSWER });
    expect(says(refused, 'Kysymyksessä on jo 3 vastausta.')).toBe(true);
  });
});

describe('the card of the question', () => {
  const updates = (): readonly Said[] => world.said.filter(({ at }) => at === 'm1');
  const minutes = async (count: number): Promise<void> => {
    await world.travel(`2026-11-24T09:${String(count).padStart(2, '0')}:00.000Z`);
    await world.tick();
  };

  it('B-18: is not redrawn under the form of somebody else, until it is sent', async () => {
    const shown = await ask();
    await world.tick();
    const form = await world.press(AINO, shown, 'Vastaa');
    await world.press(VEERA, await world.press(VEERA, shown, 'Muokkaa'), 'Tallenna', {
      ...ASKED,
      topic: 'Toinen aihe',
    });
    await minutes(2);
    await minutes(5);
    expect(updates()).toEqual([]);
    await world.press(AINO, form, 'Lähetä vastaus', ANSWER);
    await minutes(10);
    expect(updates()).toHaveLength(1);
    expect(says(updates()[0]?.message.card ?? {}, ANSWER.answer)).toBe(true);
  });

  it('B-18: is redrawn once the form is put away', async () => {
    const shown = await ask();
    await world.tick();
    const form = await world.press(AINO, shown, 'Vastaa');
    await world.press(VEERA, await world.press(VEERA, shown, 'Muokkaa'), 'Tallenna', {
      ...ASKED,
      topic: 'Toinen aihe',
    });
    expect(says(await world.press(AINO, form, 'Peruuta'), 'Toinen aihe')).toBe(true);
    await minutes(2);
    expect(updates()).toHaveLength(1);
  });
});

describe('a question that nobody answers', () => {
  // Asked on Tuesday 24.11.: the third working day after it is Friday 27.11.
  const FRIDAY = '2026-11-27T07:00:01.000Z';

  it('S2-34: is mentioned once to the advisor, kindly, after three working days', async () => {
    await ask();
    await world.tick();
    await world.travel('2026-11-26T15:00:00.000Z');
    await world.tick();
    expect(saidOf('Kysymys odottaa vastausta')).toEqual([]);
    await world.travel(FRIDAY);
    await world.tick();
    await world.travel('2026-12-04T07:00:01.000Z');
    await world.tick();
    const nudges = saidOf('Kysymys odottaa vastausta');
    expect(nudges).toHaveLength(1);
    expect(nudges[0]?.to).toEqual({ kind: 'thread', channelId: PIRKANMAA, rootId: 'm1' });
    expect(nudges[0]?.message.mentions).toEqual([{ teamsId: AINO.teamsId, name: AINO.name }]);
    expect(says(nudges[0]?.message.card ?? {}, 'tiistaina 24.11.2026')).toBe(true);
    expect(buttonOf(nudges[0]?.message.card ?? {}, 'Vastaa').verb).toBe('support/answer');
  });

  it('is left in peace once it is answered or withdrawn', async () => {
    await answer(await ask());
    const withdrawn = await ask();
    const asked = await world.press(VEERA, await world.press(VEERA, withdrawn, 'Muokkaa'), 'Peru kysymys');
    await world.press(VEERA, asked, 'Peru kysymys');
    await world.travel(FRIDAY);
    await world.tick();
    expect(saidOf('Kysymys odottaa vastausta')).toEqual([]);
    const nudges = (await world.deliveries()).filter(({ name }) => name === 'nudge-unanswered');
    expect(nudges.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('withdrawing', () => {
  it('B-09: asks once; the words are gone from the card, the rows and the lists', async () => {
    const shown = await ask();
    await world.tick();
    const asked = await world.press(VEERA, await world.press(VEERA, shown, 'Muokkaa'), 'Peru kysymys');
    expect(says(asked, 'Et voi palauttaa sitä.')).toBe(true);
    expect(says(await world.press(VEERA, asked, 'Peru kysymys'), 'Tallennettu. Kysymys on peruttu.')).toBe(true);
    await world.travel('2026-11-24T09:01:00.000Z');
    await world.tick();
    const card = world.said.find(({ at }) => at === 'm1')?.message.card ?? {};
    expect([says(card, 'Tämä kysymys on peruttu 24.11.2026.'), says(card, ASKED.text)]).toEqual([true, false]);
    const rows = await world.store.range(WORKSPACE, { from: 'question|', before: 'question}' });
    expect(JSON.stringify(rows)).not.toContain(ASKED.text);
    expect(says(await world.say(VEERA, 'kysymykset'), ASKED.topic)).toBe(false);
  });

  it('the advisor may, for what somebody should not have written; others may not', async () => {
    const shown = await ask();
    const refused = await world.press(AINO, shown, 'Muokkaa');
    const asked = await world.press(AINO, refused, 'Peru kysymys');
    await world.press(AINO, asked, 'Peru kysymys');
    expect((await stored())[0]?.withdrawnOn).toBe('2026-11-24');
    await ask();
    const [question] = await stored();
    const data = { id: question?.id, nonce: 'forged-nonce' };
    const forged = await world.send(MIKKO, 'support/withdraw/save', data);
    expect(says(forged, 'Vain kysyjä tai järjestöasiantuntija voi perua kysymyksen.')).toBe(true);
    expect((await stored())[0]?.withdrawnOn).toBeNull();
  });

  it('old cards of a withdrawn question change nothing', async () => {
    const shown = await ask();
    const form = await world.press(AINO, shown, 'Vastaa');
    const own = await world.press(VEERA, shown, 'Muokkaa');
    await world.press(VEERA, await world.press(VEERA, own, 'Peru kysymys'), 'Peru kysymys');
    for (const card of [
      await world.press(AINO, form, 'Lähetä vastaus', ANSWER),
      await world.press(AINO, shown, 'Vastaa'),
      await world.press(VEERA, own, 'Tallenna', ASKED),
      await world.press(VEERA, own, 'Peru kysymys'),
    ]) {
      expect(says(card, 'Tämä kysymys on peruttu 24.11.2026.')).toBe(true);
    }
    expect((await stored())[0]).toMatchObject({ answers: [], text: '' });
  });

  it('an answered one is withdrawn from its own view', async () => {
    await answer(await ask());
    const [question] = await stored();
    const own = await world.send(VEERA, 'support/show', { id: question?.id });
    const asked = await world.press(VEERA, own, 'Peru kysymys');
    await world.press(VEERA, asked, 'Peru kysymys');
    expect((await stored())[0]).toMatchObject({ withdrawnOn: '2026-11-24', answers: [] });
    const others = await world.send(MIKKO, 'support/show', { id: question?.id });
    expect(() => buttonOf(others, 'Peru kysymys')).toThrow('no button');
  });
});

describe('kysymykset', () => {
  it("S2-34: shows what waits, the advisor's own first, the longest waiting first", async () => {
    expect(says(await world.say(AINO, 'kysymykset'), 'Yksikään kysymys ei odota vastausta.')).toBe(true);
    await ask({ topic: 'Muualta', county: '06' });
    await ask({ topic: 'Vanhin omani' });
    await ask({ topic: 'Uusin omani' });
    await answer(await ask({ topic: 'Vastattu jo' }));
    const list = await world.say(AINO, 'kysymykset');
    expect(says(list, '3 kysymystä odottaa vastausta. Ensin ovat kysymykset, joihin sinä vastaat.')).toBe(true);
    const text = JSON.stringify(list);
    const places = ['Vanhin omani', 'Uusin omani', 'Muualta'].map((topic) => text.indexOf(topic));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(says(list, 'Vastattu jo')).toBe(false);
    const all = await world.press(VEERA, await world.say(VEERA, 'kysymykset'), 'Näytä myös vastatut');
    expect([says(all, 'Löytyi 4 kysymystä.'), says(all, 'Vastattu 24.11.2026')]).toEqual([true, true]);
    const shown = await world.press(VEERA, all, 'Näytä kysymys');
    expect(says(shown, ASKED.text)).toBe(true);
  });

  it('shows ten at a time', async () => {
    for (let number = 1; number <= 11; number += 1) {
      await ask({ topic: `Numero ${number}.` });
    }
    const rest = await world.press(VEERA, await world.say(VEERA, 'kysymykset'), 'Näytä lisää');
    expect([says(rest, 'Numero 11.'), says(rest, 'Numero 10.')]).toEqual([true, false]);
  });

  it('G-11: a question of a restricted channel is listed and shown only there', async () => {
    const shown = await ask({}, { place: IN_RESTRICTED });
    expect(says(await world.say(AINO, 'kysymykset'), ASKED.topic)).toBe(false);
    expect(says(await world.say(AINO, 'kysymykset', '', { place: IN_RESTRICTED }), ASKED.topic)).toBe(true);
    expect(says(await world.press(AINO, shown, 'Vastaa'), 'Kysymystä ei löydy.')).toBe(true);
  });
});
