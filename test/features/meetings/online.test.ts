// The Teams meeting that the app makes when it may: a stand-in of Graph's that can be down, slow or without the grant.
import type { OnlineMeetingAnswer, OnlineMeetings } from '../../../src/platform/graph/online-meetings.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, nodesOf, says, type Shown } from '../cases/case-world.ts';
import { makeEvent, makeSeries, only, openMeetingWorld, TRAINING, type MeetingWorld } from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

type StandIn = OnlineMeetings & {
  readonly asked: string[];
  /** Answers for the next questions; then everything is granted. */
  readonly answers: OnlineMeetingAnswer[];
};

function createStandIn(): StandIn {
  const asked: string[] = [];
  const answers: OnlineMeetingAnswer[] = [];
  const events = new Map<string, string>();
  const answer = (question: string, usual: OnlineMeetingAnswer): Promise<OnlineMeetingAnswer> => {
    asked.push(question);
    return Promise.resolve(answers.shift() ?? usual);
  };
  return {
    isOn: true,
    asked,
    answers,
    create({ transactionId, organiser, date, time }) {
      const eventId = events.get(transactionId) ?? `event-${events.size + 1}`;
      events.set(transactionId, eventId);
      const made = { kind: 'made', eventId, joinUrl: `https://teams.example/${eventId}` } as const;
      return answer(`create ${organiser} ${date} ${time}`, made);
    },
    move: (_organiser, eventId, { date, time }) => answer(`move ${eventId} ${date} ${time}`, { kind: 'done' }),
    cancel: (_organiser, eventId) => answer(`cancel ${eventId}`, { kind: 'done' }),
  };
}

const WITHOUT_LINK = { from: '2.12.2026', link: '' };

async function announced(online: StandIn): Promise<{ world: MeetingWorld; id: string }> {
  const world = await openMeetingWorld({ tables, online });
  await makeSeries(world, WITHOUT_LINK);
  await world.deliver();
  return { world, id: only(await world.meetings()).id };
}

function linksOf(card: Shown): readonly unknown[] {
  return nodesOf(card)
    .filter((node) => node['type'] === 'Action.OpenUrl')
    .map((node) => node['url']);
}

describe('the automatic Teams meeting', () => {
  it('S2-33, C-05: is made before the announcement, which has its link from the first', async () => {
    const online = createStandIn();
    const { world } = await announced(online);
    expect(online.asked).toEqual([`create ${AINO.id} 2026-12-08 17:00`]);
    expect(linksOf(world.said[0]?.message.card ?? {})).toEqual(['https://teams.example/event-1']);
    await world.expectNoDifferences();
  });

  it('S2-33: a link that somebody gave is left alone', async () => {
    const online = createStandIn();
    const world = await openMeetingWorld({ tables, online });
    await makeEvent(world);
    await world.deliver();
    expect(online.asked).toEqual([]);
  });

  it('S2-33: when Teams is not there, it is announced without the link after ten minutes, and the link comes later', async () => {
    const online = createStandIn();
    online.answers.push(...Array.from({ length: 20 }, () => ({ kind: 'unavailable', retryAfterMs: 60_000 }) as const));
    const { world, id } = await announced(online);
    expect(world.said).toEqual([]);
    await tables.pass(11 * 60_000);
    await world.postman.tick();
    expect(says(only(world.said).message.card, 'Linkki tulee myöhemmin tähän korttiin.')).toBe(true);
    online.answers.length = 0;
    await tables.pass(2 * 60_000);
    await world.deliver();
    expect(linksOf(world.said.at(-1)?.message.card ?? {})).toEqual(['https://teams.example/event-1']);
    expect((await world.meeting(id)).online).toMatchObject({ kind: 'made' });
  });

  it('S2-33: without the grant nothing is missing but the link', async () => {
    const online = createStandIn();
    online.answers.push({ kind: 'notGranted' });
    const world = await openMeetingWorld({ tables, online });
    await makeSeries(world, WITHOUT_LINK);
    await world.deliver();
    await tables.pass(11 * 60_000);
    await world.deliver();
    expect(online.asked).toHaveLength(1);
    expect(says(only(world.said).message.card, 'tiistaina 8.12.2026')).toBe(true);
  });

  it('S2-33: moves and goes with the meeting', async () => {
    const online = createStandIn();
    const { world, id } = await announced(online);
    const move = await world.press(AINO, 'meetings/form/move', { meetingId: id });
    await world.click(AINO, move, 'Siirrä tapaaminen', { date: '15.12.2026', time: '18' });
    await world.deliver();
    const cancel = await world.press(AINO, 'meetings/form/cancel', { meetingId: id });
    await world.click(AINO, cancel, 'Peru tapaaminen');
    await world.deliver();
    expect(online.asked.slice(1)).toEqual(['move event-1 2026-12-15 18:00', 'cancel event-1']);
    expect((await world.meeting(id)).online).toEqual({ kind: 'gone' });
  });

  it('S2-33: a crash after Teams has answered makes no second meeting', async () => {
    const online = createStandIn();
    const world = await openMeetingWorld({ tables, online });
    await makeSeries(world, WITHOUT_LINK);
    const { id } = only(await world.meetings());
    // Asked and answered, but nothing was stored of it.
    await online.create({
      transactionId: id,
      organiser: AINO.id,
      subject: '',
      body: '',
      minutes: 60,
      date: '2026-12-08' as never,
      time: '17:00' as never,
    });
    await world.deliver();
    expect((await world.meeting(id)).online).toMatchObject({ eventId: 'event-1' });
  });

  it('S2-33: somebody removed it from the calendar: it is not made again, and the link is no longer shown', async () => {
    const online = createStandIn();
    const { world, id } = await announced(online);
    online.answers.push({ kind: 'gone' });
    const move = await world.press(AINO, 'meetings/form/move', { meetingId: id });
    await world.click(AINO, move, 'Siirrä tapaaminen', { date: '15.12.2026', time: '18' });
    await world.deliver();
    expect(online.asked).toHaveLength(2);
    expect(linksOf(world.said.filter(({ at }) => at !== null).at(-1)?.message.card ?? {})).toEqual([]);
  });

  it('S2-33: a link typed later takes its place, and the Teams meeting is cancelled', async () => {
    const online = createStandIn();
    const world = await openMeetingWorld({ tables, online });
    await makeEvent(world, { link: '' });
    await world.deliver();
    const { id } = only(await world.meetings());
    const form = await world.press(AINO, 'meetings/form/edit', { meetingId: id });
    await world.click(AINO, form, 'Tallenna', { ...TRAINING, link: 'https://teams.example/oma' });
    await world.deliver();
    expect(online.asked.at(-1)).toBe('cancel event-1');
    expect(await world.meeting(id)).toMatchObject({ online: { kind: 'gone' }, link: 'https://teams.example/oma' });
  });
});
