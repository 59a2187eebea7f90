// Tukiliitto informs and answers, through the whole app: a bulletin from the form to the withdrawal, a question from the
// asker to the answer.
import { CASES } from '../support/bot-client.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import type { ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { says, type Shown } from '../features/cases/case-world.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, MIKKO, press, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
  await appointAdvisor(world);
});
afterEach(() => world.close());

/** What went wrong on the way: nothing, if all is well. */
async function wrongs(): Promise<readonly unknown[]> {
  return [...world.faults, ...(await findDifferences(world.store, WORKSPACE))];
}

/** Everything that is due by then is said. */
async function settle(at: string): Promise<void> {
  await world.travel(at);
  await world.postman.tick();
  await world.postman.tick();
}

function saidOf(summary: string): readonly ConnectorMessage[] {
  return world.connector.messages.filter(({ activity }) => String(activity['summary']).includes(summary));
}

function mentionedIn({ activity }: ConnectorMessage): string {
  return JSON.stringify(activity['entities'] ?? cardIn({ activity })['msteams'] ?? '');
}

/** The thread that a message has begun. */
function threadOf(posted: ConnectorMessage): ReturnType<typeof whereOf> {
  return { ...whereOf(posted), root: posted.id };
}

const HEARING = {
  title: 'Kuuleminen kuljetuspalveluista',
  text: 'Voit kertoa, miten kyydit toimivat.',
  scope: '08',
  date: '2026-12-10',
  time: '17:00',
  place: 'Pääkirjasto',
  deadline: '',
  link: '',
};

async function publish(): Promise<ConnectorMessage> {
  const at = await ask(world, AINO, 'tiedote');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Kuulemistilaisuus' });
  const shown = await press(world, AINO, at, { card: form, title: 'Julkaise tiedote', typed: HEARING });
  expect(says(shown, 'Tallennettu. Tiedote tulee kohta kanavalle.')).toBe(true);
  await settle('2026-11-24T09:10:00.000Z');
  const [posted] = saidOf(`Tiedote: ${HEARING.title}`);
  return known(posted);
}

describe('a bulletin', () => {
  it('S2-31, S2-32: is written, posted as its own thread, edited in place, withdrawn, and told so to who asked', async () => {
    const posted = await publish();
    expect(posted.conversationId.split(';')[0]).toBe(CASES);
    await press(world, MIKKO, posted, { card: cardIn(posted), title: 'Muistuta minua' });
    const form = await press(world, AINO, posted, { card: cardIn(posted), title: 'Muokkaa' });
    const asked = await press(world, AINO, posted, { card: form, title: 'Peru tiedote' });
    await press(world, AINO, posted, { card: asked, title: 'Peru tiedote' });
    await settle('2026-11-24T09:20:00.000Z');
    const [news] = saidOf('Tiedote on peruttu');
    expect(whereOf(known(news))).toEqual(threadOf(posted));
    expect(mentionedIn(known(news))).toContain(MIKKO.id);
    const updates = world.connector.requests.filter(({ method }) => method === 'PUT');
    expect(updates.some(({ body }) => body.includes('Tämä tiedote on peruttu'))).toBe(true);
    expect(await wrongs()).toEqual([]);
  });

  it('S2-32: reminds its writer and whoever asked, a week before, in its thread, until they need it no more', async () => {
    const posted = await publish();
    await press(world, MIKKO, posted, { card: cardIn(posted), title: 'Muistuta minua' });
    await settle('2026-12-03T07:00:01.000Z');
    await settle('2026-12-03T07:05:00.000Z');
    const letters = saidOf('Kuulemistilaisuus, viikon päästä');
    const told = letters.map(mentionedIn).join(' ');
    expect([MIKKO.id, AINO.id, VEERA.id].map((id) => told.includes(id))).toEqual([true, true, false]);
    const letter = known(letters.find((each) => mentionedIn(each).includes(MIKKO.id)));
    expect(whereOf(letter)).toEqual(threadOf(posted));
    expect(says(cardIn(letter), 'viikon päästä, torstaina 10.12.2026 klo 17.00')).toBe(true);
    const shown = await press(world, MIKKO, letter, { card: cardIn(letter), title: 'En tarvitse muistutusta' });
    expect(says(shown, 'En muistuta sinua tästä tiedotteesta.')).toBe(true);
    // One message mentions them both.
    expect(letters).toHaveLength(1);
    await settle('2026-12-09T07:00:01.000Z');
    await settle('2026-12-09T07:05:00.000Z');
    const later = world.connector.messages.filter(({ activity }) => String(activity['summary']).includes('huomenna'));
    expect(later.map(mentionedIn).join(' ')).toContain(AINO.id);
    expect(later.map(mentionedIn).join(' ')).not.toContain(MIKKO.id);
    expect(await wrongs()).toEqual([]);
  });

  it("S2-37: is offered for the reader's own calendar, and leads back from there", async () => {
    const posted = await publish();
    const offered = await press(world, MIKKO, posted, { card: cardIn(posted), title: 'Lisää kalenteriin' });
    expect(says(offered, HEARING.title)).toBe(true);
    const details = await press(world, MIKKO, posted, { card: offered, title: 'Näytä tiedot' });
    const shown = await press(world, MIKKO, posted, { card: details, title: 'Näytä tiedote' });
    expect(says(shown, HEARING.text)).toBe(true);
    expect(says(cardIn(await ask(world, MIKKO, 'kalenteri')), HEARING.title)).toBe(true);
    expect(await wrongs()).toEqual([]);
  });
});

describe('a question', () => {
  it('S2-34: is asked in the channel, and the advisor who is mentioned answers it in its thread', async () => {
    const at = await ask(world, VEERA, 'kysy Kuljetuspalvelun hakeminen');
    const form = await press(world, VEERA, at, { card: cardIn(at), title: 'Kirjoita kysymys' });
    const typed: Shown = { topic: 'Kuljetuspalvelun hakeminen', text: 'Kuka päättää siitä?', county: '08' };
    await press(world, VEERA, at, { card: form, title: 'Lähetä kysymys', typed });
    await settle('2026-11-24T09:10:00.000Z');
    const posted = known(saidOf('Kysymys: Kuljetuspalvelun hakeminen')[0]);
    expect(mentionedIn(posted)).toContain(AINO.id);
    const list = await ask(world, AINO, 'kysymykset');
    expect(says(cardIn(list), 'Kuljetuspalvelun hakeminen')).toBe(true);
    const answering = await press(world, AINO, posted, { card: cardIn(posted), title: 'Vastaa' });
    const answer = { answer: 'Hyvinvointialueen viranhaltija.' };
    const saved = await press(world, AINO, posted, { card: answering, title: 'Lähetä vastaus', typed: answer });
    expect(says(saved, 'Tallennettu. Kerron vastauksesta: Veera Virtanen.')).toBe(true);
    await settle('2026-11-24T09:20:00.000Z');
    const reply = known(saidOf('Kysymykseen on vastattu')[0]);
    expect(whereOf(reply)).toEqual(threadOf(posted));
    expect(mentionedIn(reply)).toContain(VEERA.id);
    expect(says(cardIn(reply), answer.answer)).toBe(true);
    expect(says(cardIn(await ask(world, AINO, 'kysymykset')), 'Yksikään kysymys ei odota vastausta.')).toBe(true);
    expect(await wrongs()).toEqual([]);
  });
});
