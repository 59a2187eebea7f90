// Reminders as people live with them, through to Teams: one message a morning, their own choices, later, late, Mondays.
import { CASES } from '../support/bot-client.ts';
import { lintCard } from '../support/card-linter.ts';
import type { ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, says, type Shown } from '../features/cases/case-world.ts';
import type { Case } from '../../src/features/cases/domain/case.ts';
import { caseRowKey, replaceCase } from '../../src/features/cases/rows.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { caseOf, openDatedCase } from './dated-cases.ts';
import { AINO, appointAdvisor, ask, cardIn, doAction, MIKKO, openCase, press, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

const DATE = '2026-12-09';
const WEEK_BEFORE = '2026-12-02T07:00:01.000Z';
const PRIVATE_CHAT = 'a:personal-29:veera';

async function settle(at: string): Promise<readonly ConnectorMessage[]> {
  const before = world.connector.messages.length;
  await world.travel(at);
  await world.postman.tick();
  return world.connector.messages.slice(before);
}

/** What has been said by now has been said; the connector remembers only what follows. */
async function afterOpening(): Promise<void> {
  await settle('2026-11-24T09:20:00.000Z');
}

/** The case as if its first stage had been walked through. */
async function inStageTwo(name: string): Promise<Case> {
  const c = { ...(await caseOf(world, name)), stage: 'authorityContact' as const };
  const row = known(await world.store.read(WORKSPACE, caseRowKey(c.id)));
  expect(await world.store.commit(WORKSPACE, [replaceCase(c, row.etag)])).toBe('committed');
  return c;
}

/** A press of a button on a message's own card. */
function pressed(who: typeof VEERA, message: ConnectorMessage, title: string, card = cardIn(message)): Promise<Shown> {
  return press(world, who, message, { card, title });
}

function mentionedIn(message: ConnectorMessage | undefined): unknown {
  return cardIn(message)['msteams'];
}

describe('B-17: one message a person a morning', () => {
  it('tells of three cases in one private message, and every case stays where it is', async () => {
    for (const name of ['Ensimmäinen', 'Toinen', 'Kolmas']) {
      await openDatedCase(world, name, { date: DATE });
    }
    await afterOpening();
    const said = await settle(WEEK_BEFORE);
    expect(said.map(({ conversationId }) => conversationId)).toEqual([PRIVATE_CHAT]);
    const card = cardIn(said[0]);
    expect(says(card, '3 asiaa muistettavana')).toBe(true);
    for (const name of ['Ensimmäinen', 'Toinen', 'Kolmas']) {
      expect([name, says(card, `Soita: ${name}`)]).toEqual([name, true]);
    }
    expect(mentionedIn(said[0])).toBeUndefined();
    expect(lintCard(card)).toEqual([]);
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('B-16: answers a single case in its own thread with a mention, and names the day, the next step and the choices', async () => {
    const at = await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const [letter] = await settle(WEEK_BEFORE);
    expect(letter?.conversationId).toBe(at.conversationId);
    expect(mentionedIn(letter)).toMatchObject({ entities: [{ mentioned: { id: VEERA.id } }] });
    const card = cardIn(letter);
    expect(says(card, 'viikon päästä, keskiviikkona 9.12.2026')).toBe(true);
    expect(says(card, 'Tee sovittu asia ja merkitse se tehdyksi.')).toBe(true);
    for (const title of ['Tehty', 'Siirrä myöhemmäksi', 'Lisää kalenteriin', 'Näytä tapaus']) {
      expect(() => buttonOf(card, title)).not.toThrow();
    }
  });

  it('goes to the threads with a mention when the person cannot be reached in private', async () => {
    const threads = [];
    for (const name of ['Ensimmäinen', 'Toinen']) {
      threads.push((await openDatedCase(world, name, { date: DATE })).conversationId);
    }
    await afterOpening();
    world.connector.answer('POST /v3/conversations {', { status: 403, body: { error: { code: 'BotBlocked' } } });
    await settle(WEEK_BEFORE);
    const said = [...(await settle('2026-12-02T07:00:30.000Z')), ...(await settle('2026-12-02T07:01:30.000Z'))];
    const all = world.connector.messages.filter(({ activity }) => String(activity['summary']).includes('Soita: '));
    expect(said.length).toBeLessThanOrEqual(2);
    expect(all.map(({ conversationId }) => conversationId).toSorted()).toEqual(threads.toSorted());
    for (const message of all) {
      expect(mentionedIn(message)).toMatchObject({ entities: [{ mentioned: { id: VEERA.id } }] });
    }
  });
});

describe('B-15: own choices', () => {
  const CHOICES = { on: 'yes', leads: '3', where: 'private', from: '10:00', until: '16:00' };

  async function choose(typed: Shown): Promise<Shown> {
    const settings = await ask(world, VEERA, 'asetukset');
    const own = await pressed(VEERA, settings, 'Omat muistutukset');
    expect(lintCard(own)).toEqual([]);
    const form = await pressed(VEERA, settings, 'Muokkaa', own);
    expect(lintCard(form)).toEqual([]);
    return press(world, VEERA, settings, { card: form, title: 'Tallenna', typed });
  }

  it('are the defaults until somebody chooses, and said in words', async () => {
    const settings = await ask(world, VEERA, 'asetukset');
    const own = await pressed(VEERA, settings, 'Omat muistutukset');
    for (const text of ['7 päivää ennen ja päivää ennen', 'arkipäivinä klo 9–18', 'Nämä ovat oletukset.']) {
      expect([text, says(own, text)]).toEqual([text, true]);
    }
  });

  it('decide how early, when and where one is reminded, of what was promised before too', async () => {
    await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const said = await choose(CHOICES);
    expect(says(said, 'Saat muistutuksen 3 päivää ennen.') && says(said, 'klo 10–16')).toBe(true);
    expect(await settle(WEEK_BEFORE)).toEqual([]);
    // Three days before is Sunday the 6th, which is independence day: on Friday the 4th.
    expect(await settle('2026-12-04T07:30:00.000Z')).toEqual([]);
    const letters = await settle('2026-12-04T08:00:01.000Z');
    expect(letters.map(({ conversationId }) => conversationId)).toEqual([PRIVATE_CHAT]);
  });

  it('silence everything when reminders are off, and come back with the defaults', async () => {
    await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const off = await choose({ ...CHOICES, on: 'no' });
    expect(says(off, 'Muistutukset ovat pois päältä.')).toBe(true);
    expect(await settle(WEEK_BEFORE)).toEqual([]);
    const settings = await ask(world, VEERA, 'asetukset');
    const own = await pressed(VEERA, settings, 'Omat muistutukset');
    const back = await pressed(VEERA, settings, 'Palauta oletukset', own);
    expect(says(back, 'Oletukset ovat taas voimassa.')).toBe(true);
    const said = await settle('2026-12-08T07:00:01.000Z');
    expect(said.filter(({ activity }) => String(activity['summary']).includes('Soita: Kyyti'))).toHaveLength(1);
  });
});

describe('"Siirrä myöhemmäksi"', () => {
  it('T-04, T-09: moves the reminder to another morning, says when it comes, and leaves the agreed day alone', async () => {
    await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const letter = known((await settle(WEEK_BEFORE))[0]);
    const form = await pressed(VEERA, letter, 'Siirrä myöhemmäksi');
    expect(lintCard(form)).toEqual([]);
    expect(says(form, 'Huomenna, torstaina 3.12.2026') && says(form, 'Ensi viikolla, maanantaina 7.12.2026')).toBe(
      true,
    );
    const past = await press(world, VEERA, letter, {
      card: form,
      title: 'Tallenna',
      typed: { when: 'own', date: '2026-11-30', move: 'false' },
    });
    expect(says(past, 'Päivä on jo mennyt, joten muistutusta ei tule.')).toBe(true);
    const typed = { when: '2026-12-03', date: '', move: 'false' };
    const said = await press(world, VEERA, letter, { card: past, title: 'Tallenna', typed });
    expect(says(said, 'Muistutan sinua uudelleen torstaina 3.12.2026 klo 9.00.')).toBe(true);
    const again = await press(world, VEERA, letter, { card: past, title: 'Tallenna', typed });
    expect(says(again, 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    expect((await caseOf(world, 'Kyyti')).actions[0]?.date).toBe(DATE);
    const next = await settle('2026-12-03T07:00:01.000Z');
    expect(next.filter(({ activity }) => String(activity['summary']).includes('Soita: Kyyti'))).toHaveLength(1);
  });

  it('moves the agreed day of a task along when asked', async () => {
    await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const letter = known((await settle(WEEK_BEFORE))[0]);
    const form = await pressed(VEERA, letter, 'Siirrä myöhemmäksi');
    const typed = { when: 'own', date: '2026-12-17', move: 'true' };
    const said = await press(world, VEERA, letter, { card: form, title: 'Tallenna', typed });
    expect(says(said, 'Asia on nyt sovittu tehtäväksi torstaina 17.12.2026.')).toBe(true);
    expect((await caseOf(world, 'Kyyti')).actions[0]?.date).toBe('2026-12-17');
    const stale = await pressed(VEERA, letter, 'Siirrä myöhemmäksi');
    expect(says(stale, 'Tästä ei enää muistuteta.')).toBe(true);
  });

  it('is for one’s own reminders', async () => {
    await openDatedCase(world, 'Kyyti', { date: DATE });
    await afterOpening();
    const letter = known((await settle(WEEK_BEFORE))[0]);
    expect(says(await pressed(MIKKO, letter, 'Siirrä myöhemmäksi'), 'Tämä muistutus on toiselle ihmiselle.')).toBe(
      true,
    );
  });
});

describe('what is late', () => {
  it('B-21: is told to the advisor of the county after three working days, once, without blame', async () => {
    await appointAdvisor(world);
    const at = await openDatedCase(world, 'Kyyti', { date: '2026-11-27' });
    await afterOpening();
    await settle('2026-12-01T07:00:01.000Z');
    const said = await settle('2026-12-02T07:00:01.000Z');
    const told = said.filter(({ activity }) => String(activity['summary']).includes('Soita: Kyyti'));
    expect(told.map(({ conversationId }) => conversationId)).toEqual([at.conversationId]);
    expect(mentionedIn(told[0])).toMatchObject({ entities: [{ mentioned: { id: AINO.id } }] });
    const card = cardIn(told[0]);
    expect(says(card, 'Sovittu päivä on mennyt') && says(card, '5 päivää myöhässä'.replaceAll(' ', '\u00a0'))).toBe(
      true,
    );
    expect(says(card, 'Kysy ystävällisesti')).toBe(true);
    expect(() => buttonOf(card, 'Siirrä myöhemmäksi')).toThrow('no button');
    expect(lintCard(card)).toEqual([]);
    const later = await settle('2026-12-04T07:00:01.000Z');
    expect(later.filter(({ activity }) => JSON.stringify(activity).includes('Soita: Kyyti'))).toEqual([]);
  });

  it('is not told when it was done meanwhile', async () => {
    await appointAdvisor(world);
    const at = await openDatedCase(world, 'Kyyti', { date: '2026-11-27' });
    await afterOpening();
    const { id, rev, actions } = await caseOf(world, 'Kyyti');
    await world.press(
      VEERA,
      'cases/do/done',
      { caseId: id, seen: String(rev), item: known(actions[0]).id },
      whereOf(at),
    );
    await settle('2026-12-01T07:00:01.000Z');
    const said = await settle('2026-12-02T07:00:01.000Z');
    expect(said.filter(({ activity }) => JSON.stringify(activity['summary']).includes('Soita: Kyyti'))).toEqual([]);
  });
});

describe('S1-07: Monday at 9.00', () => {
  it('tells the channel its week, what is late and what has no next step, mentions nobody, and comes again', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-12-02' });
    await openDatedCase(world, 'Tulkkaus', { date: '2026-11-26' });
    await openCase(world, VEERA, { matter: 'Asuminen' });
    await afterOpening();
    await settle('2026-11-27T07:00:01.000Z');
    const early = await settle('2026-11-30T06:59:30.000Z');
    expect(early).toEqual([]);
    const monday = await settle('2026-11-30T07:00:01.000Z');
    const digests = monday.filter((message) => says(cardIn(message), 'Tällä viikolla'));
    expect(digests.map(({ conversationId }) => conversationId)).toEqual([CASES]);
    const card = cardIn(digests[0]);
    for (const text of ['keskiviikkona 2.12.2026: Toimenpide: Soita: Kyyti', 'Soita: Tulkkaus', 'Asuminen']) {
      expect([text, says(card, text)]).toEqual([text, true]);
    }
    expect(mentionedIn(digests[0])).toBeUndefined();
    expect(lintCard(card)).toEqual([]);
    const next = await settle('2026-12-07T07:00:01.000Z');
    expect(next.filter((message) => says(cardIn(message), 'Tällä viikolla'))).toHaveLength(1);
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([]);
  });

  it('says nothing when there is nothing to say', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-12-16' });
    await afterOpening();
    await settle('2026-11-30T07:00:01.000Z');
    const said = await settle('2026-11-30T08:00:01.000Z');
    expect(said).toEqual([]);
    expect(world.connector.messages.filter((message) => says(cardIn(message), 'Kanavan viikko'))).toEqual([]);
  });
});

describe('S0-22: "Ei vastausta"', () => {
  it('arms a reminder a week later that brings a ready message to ask again', async () => {
    const { at } = await openCase(world, VEERA, { matter: 'Kyyti' });
    const opened = await inStageTwo('Kyyti');
    await doAction(
      world,
      VEERA,
      { at, id: opened.id, rev: opened.rev },
      {
        action: 'contact',
        typed: {
          on: '2026-11-24',
          channel: 'email',
          receiver: 'Vammaispalvelut',
          outcome: 'noAnswer',
          note: '',
          askAgain: '',
        },
      },
    );
    await afterOpening();
    // A week later is Tuesday 1.12.; the day before it is reminded of.
    const said = await settle('2026-11-30T07:00:01.000Z');
    const letter = known(said.find(({ activity }) => String(activity['summary']).includes('Kysy uudelleen')));
    expect(says(cardIn(letter), 'Valmis viesti on painikkeen takana.')).toBe(true);
    const message = await pressed(VEERA, letter, 'Näytä valmis viesti');
    expect(says(message, 'Muistutus keskustelupyynnöstä: Kyyti')).toBe(true);
    expect(says(message, 'Emme ole vielä saaneet vastausta')).toBe(true);
  });
});
