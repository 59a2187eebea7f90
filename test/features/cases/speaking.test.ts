// What the bot says about a case on its own, from the promise to the message, on a storage whose clock travels.
import { randomUUID } from 'node:crypto';
import { createPostman, type Postman } from '../../../src/platform/delivery/postman.ts';
import { readSubject } from '../../../src/platform/delivery/read-deliveries.ts';
import { findDifferences } from '../../../src/platform/delivery/find-differences.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { CardMessage } from '../../../src/platform/cards/card.ts';
import type { Member } from '../../../src/platform/teams/bot.ts';
import type { Destination, Messenger, SendOutcome } from '../../../src/platform/teams/messenger.ts';
import { lintCard } from '../../support/card-linter.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import {
  AINO,
  buttonOf,
  GENERAL,
  MIKKO,
  openCaseWorld,
  openOne,
  OPENING,
  PIRKANMAA,
  says,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type CaseWorld,
  type Shown,
} from './case-world.ts';

type Said = { readonly to: Destination | null; readonly at: string | null; readonly message: CardMessage };

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) {
    throw new Error(`no instant: ${text}`);
  }
  return parsed;
}

type Speaking = {
  readonly world: CaseWorld;
  readonly said: Said[];
  readonly postman: Postman;
  /** Answers for the next messages; then all are accepted. */
  readonly answers: SendOutcome[];
  now: Instant;
  travel(to: string): Promise<void>;
  press(who: Member, verb: string, data?: Shown): Promise<Shown>;
};

async function startSpeaking(): Promise<Speaking> {
  await tables.travel(TUESDAY);
  const world = await openCaseWorld({ tables });
  const said: Said[] = [];
  const answers: SendOutcome[] = [];
  const answer = (one: Said): Promise<SendOutcome> => {
    const scripted = answers.shift();
    if (scripted === undefined) {
      said.push(one);
    }
    return Promise.resolve(scripted ?? { kind: 'sent', activityId: `m${said.length}` });
  };
  const messenger: Messenger = {
    post: (_workspace, to, message) => answer({ to, at: null, message }),
    update: (_workspace, { activityId }, message) => answer({ to: null, at: activityId, message }),
  };
  const { store, postmen, feature, reminders } = world;
  const postman = createPostman({
    store,
    postmen,
    messenger,
    kinds: [...feature.deliveries, ...reminders.deliveries],
    owner: randomUUID(),
    monotonicMs: () => tables.monotonicMs(),
    pause: () => Promise.resolve(),
    random: () => 0.5,
    newId: randomUUID,
    log: () => undefined,
  });
  const speaking: Speaking = {
    world,
    said,
    postman,
    answers,
    now: TUESDAY,
    async travel(to) {
      speaking.now = instant(to);
      await tables.travel(speaking.now);
    },
    press: (who, verb, data = {}) =>
      world.press(who, verb, data, { now: speaking.now, today: localDateOf(speaking.now) }),
  };
  return speaking;
}

async function doing(speaking: Speaking, who: Member, action: string, values: Shown, item: Shown = {}): Promise<Shown> {
  const { id, rev } = await speaking.world.read('2026-001');
  const form = await speaking.press(who, `cases/do/${action}`, { caseId: id, seen: String(rev), ...item });
  const { verb, data } = buttonOf(form, 'Tallenna');
  return await speaking.press(who, verb, { ...data, ...values });
}

async function withAction(date = '2026-12-09'): Promise<Speaking> {
  const speaking = await startSpeaking();
  await openOne(speaking.world);
  await doing(speaking, VEERA, 'action', { what: 'Pyydä tilastot', person: VEERA.id, who: '', date });
  await speaking.travel('2026-11-24T09:05:00.000Z');
  await speaking.postman.tick();
  speaking.said.length = 0;
  return speaking;
}

/** What was said to somebody: the digest of a channel mentions nobody. */
function remindersIn({ said }: Speaking): readonly Said[] {
  return said.filter(({ to, message }) => to !== null && message.mentions.length > 0);
}

async function openDeliveries({ world }: Speaking): Promise<readonly string[]> {
  const { id } = await world.read('2026-001');
  const { deliveries } = await readSubject(world.store, WORKSPACE, id);
  return deliveries
    .filter(({ record }) => record.state === 'pending' && !record.name.startsWith(`remind-${id}`))
    .map(({ record }) => record.name);
}

describe('right after an opening', () => {
  it('S0-13: the advisor of the county is mentioned in the thread, and the form becomes the case card for everybody', async () => {
    const speaking = await startSpeaking();
    await openOne(speaking.world);
    await speaking.postman.tick();
    await speaking.travel('2026-11-24T09:01:00.000Z');
    await speaking.postman.tick();
    const update = speaking.said.find((each) => each.at !== null);
    const notice = speaking.said.find((each) => each.to !== null);
    expect(update?.at).toBe('1600000000002');
    expect(says(update?.message.card ?? {}, 'Tapaus 2026-001')).toBe(true);
    expect(notice?.to).toEqual({ kind: 'thread', channelId: PIRKANMAA, rootId: '1600000000001' });
    expect(notice?.message.mentions).toEqual([{ teamsId: AINO.teamsId, name: AINO.name }]);
    expect(notice?.message.summary).toContain('Tapaus 2026-001');
    for (const { message } of speaking.said) {
      expect(lintCard(message.card)).toEqual([]);
    }
    expect(await findDifferences(speaking.world.store, WORKSPACE)).toEqual([]);
  });

  it('C-05: opened in the personal chat, the bot begins a thread in the General channel and the case lives there', async () => {
    const speaking = await startSpeaking();
    const place = { kind: 'personal' } as const;
    const form = await speaking.world.say(VEERA, 'uusi tapaus', '', { place });
    const { verb, data } = buttonOf(form, 'Avaa tapaus');
    await speaking.world.press(VEERA, verb, { ...data, ...OPENING }, { place });
    await speaking.postman.tick();
    await speaking.travel('2026-11-24T09:00:30.000Z');
    await speaking.postman.tick();
    // The card first, then the notice to the advisor under it.
    expect(speaking.said.map((each) => each.to)).toEqual([
      { kind: 'channel', channelId: GENERAL },
      { kind: 'thread', channelId: GENERAL, rootId: 'm1' },
    ]);
    await doing(speaking, VEERA, 'owner', { kind: 'workingGroup', name: 'Ryhmä' });
    speaking.said.length = 0;
    await speaking.travel('2026-11-24T09:01:00.000Z');
    await speaking.postman.tick();
    expect(speaking.said.map((each) => each.at === null)).toEqual([false]);
  });
});

describe('a reminder', () => {
  it('C-08, C-12, T-04: comes 7 days before at 9.00, names the matter, the day and the next step, and notifies whom it concerns', async () => {
    const speaking = await withAction();
    await speaking.travel('2026-12-02T06:59:30.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toEqual([]);
    await speaking.travel('2026-12-02T07:00:01.000Z');
    await speaking.postman.tick();
    const [reminder] = speaking.said;
    const card = reminder?.message.card ?? {};
    expect(speaking.said).toHaveLength(1);
    expect(says(card, 'viikon päästä, keskiviikkona 9.12.2026')).toBe(true);
    expect(says(card, 'Pyydä tilastot')).toBe(true);
    expect(['Tehty', 'Siirrä myöhemmäksi', 'Näytä tapaus'].map((title) => buttonOf(card, title).verb)).toHaveLength(3);
    expect(reminder?.message.mentions).toEqual([{ teamsId: VEERA.teamsId, name: VEERA.name }]);
    expect(reminder?.message.summary).toContain('Pyydä tilastot');
    expect(lintCard(card)).toEqual([]);
  });

  it('S0-06: comes before the target date too, so that no case is left with a silent plan', async () => {
    const speaking = await startSpeaking();
    await openOne(speaking.world);
    await speaking.travel('2026-11-24T09:05:00.000Z');
    await speaking.postman.tick();
    speaking.said.length = 0;
    // A week before Thursday 24.12.2026.
    await speaking.travel('2026-12-17T07:00:01.000Z');
    await speaking.postman.tick();
    const card = speaking.said.find((each) => each.to !== null)?.message.card ?? {};
    expect(says(card, 'Tavoitepäivä lähestyy')).toBe(true);
    expect(says(card, 'viikon päästä, torstaina 24.12.2026')).toBe(true);
    expect(() => buttonOf(card, 'Tehty')).toThrow('no button');
    expect(buttonOf(card, 'Siirrä myöhemmäksi').verb).toBe('reminders/later');
    expect(lintCard(card)).toEqual([]);
  });

  it('R1: is said once, however often the postman looks', async () => {
    const speaking = await withAction();
    await speaking.travel('2026-12-02T07:00:01.000Z');
    for (let round = 0; round < 4; round += 1) {
      await speaking.postman.tick();
    }
    expect(speaking.said).toHaveLength(1);
  });

  it('"Tehty" on the reminder ends the rest and answers with what comes next', async () => {
    const speaking = await withAction();
    await speaking.travel('2026-12-02T07:00:01.000Z');
    await speaking.postman.tick();
    const { verb, data } = buttonOf(speaking.said[0]?.message.card ?? {}, 'Tehty');
    const answer = await speaking.press(VEERA, verb, data);
    expect(says(answer, 'Tallennettu.')).toBe(true);
    expect(says(await speaking.press(VEERA, verb, data), 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    await speaking.travel('2026-12-08T07:00:01.000Z');
    speaking.said.length = 0;
    await speaking.postman.tick();
    expect(remindersIn(speaking)).toEqual([]);
  });

  it('R10: of a moved date comes before the new date and not before the old one', async () => {
    const speaking = await withAction();
    const [item] = (await speaking.world.read('2026-001')).actions;
    await doing(speaking, VEERA, 'postpone', { when: 'own', date: '2026-12-16' }, { item: item?.id });
    await speaking.travel('2026-12-08T07:05:00.000Z');
    await speaking.postman.tick();
    expect(remindersIn(speaking)).toEqual([]);
    await speaking.travel('2026-12-09T07:00:01.000Z');
    await speaking.postman.tick();
    expect(remindersIn(speaking)).toHaveLength(1);
  });

  it('R3: missed while everything was down is said once, together, at the next allowed hour, and says that it is late', async () => {
    const speaking = await withAction();
    // From Tuesday 24.11. to Tuesday 8.12. at 20.30 nobody was there: both lead times were missed.
    await speaking.travel('2026-12-08T18:30:00.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toEqual([]);
    await speaking.travel('2026-12-09T07:00:01.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toHaveLength(1);
    expect(says(speaking.said[0]?.message.card ?? {}, 'Tämä muistutus tulee myöhässä.')).toBe(true);
    // Nothing of what was missed is left: only the day after it, for the advisor.
    expect(await openDeliveries(speaking)).toEqual([expect.stringMatching(/-late$/)]);
  });

  it('B-17: those of one case and one morning come as one message', async () => {
    const speaking = await withAction();
    await doing(speaking, VEERA, 'action', { what: 'Varaa tila', person: VEERA.id, who: '', date: '2026-12-09' });
    await speaking.postman.tick();
    speaking.said.length = 0;
    await speaking.travel('2026-12-02T07:00:01.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toHaveLength(1);
    const card = speaking.said[0]?.message.card ?? {};
    expect(says(card, 'Pyydä tilastot') && says(card, 'Varaa tila')).toBe(true);
    expect(lintCard(card)).toEqual([]);
  });

  it('R10: is silent once the case is closed', async () => {
    const speaking = await withAction();
    const { id, rev } = await speaking.world.read('2026-001');
    const form = await speaking.press(VEERA, 'cases/do/withdraw', { caseId: id, seen: String(rev) });
    const { verb, data } = buttonOf(form, 'Peru tapauksen avaus');
    await speaking.press(VEERA, verb, { ...data, reason: 'Avattiin vahingossa' });
    expect((await speaking.world.read('2026-001')).status.kind).toBe('closed');
    await speaking.postman.tick();
    speaking.said.length = 0;
    await speaking.travel('2026-12-02T07:00:01.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toEqual([]);
  });

  it('R10: of a closed case that is opened again is still promised', async () => {
    const speaking = await withAction();
    const { id, rev } = await speaking.world.read('2026-001');
    const form = await speaking.press(VEERA, 'cases/do/withdraw', { caseId: id, seen: String(rev) });
    const { verb, data } = buttonOf(form, 'Peru tapauksen avaus');
    await speaking.press(VEERA, verb, { ...data, reason: 'Avattiin vahingossa' });
    const reopening = await speaking.press(VEERA, 'cases/do/reopen', { caseId: id, seen: String(rev + 1) });
    const again = buttonOf(reopening, 'Palauta tapaus avoimeksi');
    await speaking.press(VEERA, again.verb, again.data);
    await speaking.postman.tick();
    speaking.said.length = 0;
    await speaking.travel('2026-12-02T07:00:01.000Z');
    await speaking.postman.tick();
    expect(speaking.said).toHaveLength(1);
  });

  it('R4, R17: that Teams refuses is not taken for sent, goes to a new thread, and the case moves there', async () => {
    const speaking = await withAction();
    await speaking.travel('2026-12-02T07:00:01.000Z');
    speaking.answers.push({ kind: 'refused', status: 404, why: 'gone' });
    await speaking.postman.tick();
    await speaking.postman.tick();
    expect(speaking.said[0]?.to).toEqual({ kind: 'channel', channelId: PIRKANMAA });
    await speaking.travel('2026-12-08T07:00:01.000Z');
    await speaking.postman.tick();
    expect(speaking.said.at(-1)?.to).toMatchObject({ kind: 'thread', rootId: 'm1' });
  });
});

describe('the case card', () => {
  it('B-18: is not redrawn under somebody who is filling in a form, and is afterwards', async () => {
    const speaking = await withAction();
    const { id, rev } = await speaking.world.read('2026-001');
    await speaking.press(VEERA, 'cases/do/define', { caseId: id, seen: String(rev) });
    await speaking.press(MIKKO, 'cases/do/join', { caseId: id, seen: String(rev) });
    await speaking.postman.tick();
    expect(speaking.said).toEqual([]);
    await speaking.press(VEERA, 'cases/card', { caseId: id });
    await speaking.travel('2026-11-24T09:30:00.000Z');
    await speaking.postman.tick();
    expect(speaking.said.map((each) => each.at)).toEqual(['1600000000002']);
  });

  it('B-10: is not redrawn over the answer that somebody is reading, and is soon after', async () => {
    const speaking = await withAction();
    await doing(speaking, VEERA, 'owner', { kind: 'workingGroup', name: 'Ryhmä' });
    await speaking.postman.tick();
    expect(speaking.said).toEqual([]);
    await speaking.travel('2026-11-24T09:10:00.000Z');
    await speaking.postman.tick();
    expect(speaking.said.map((each) => each.at)).toEqual(['1600000000002']);
  });

  it('R15: shows the same to everybody, with no button that only an advisor has', async () => {
    const speaking = await withAction();
    await doing(speaking, AINO, 'define', { influenceTarget: 'Sopimus', goal: 'Kyyti ajoissa', level: 'regional' });
    await speaking.travel('2026-11-24T09:10:00.000Z');
    await speaking.postman.tick();
    const card = speaking.said.find((each) => each.at !== null)?.message.card ?? {};
    expect(says(card, 'Sopimus')).toBe(false);
    expect(() => buttonOf(card, 'Vastaa tukipyyntöön')).toThrow('no button');
    expect(says(card, 'Tallennettu')).toBe(false);
  });
});
