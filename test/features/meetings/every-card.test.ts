// Every card of the feature with the longest legal content of everything at once (letters of two bytes).
import type { Fields } from '../../../src/platform/cards/field.ts';
import { counties, municipalities } from '../../../src/kernel/regions/regions.ts';
import { agendaOf } from '../../../src/features/meetings/domain/agenda.ts';
import { CAPS } from '../../../src/features/meetings/domain/caps.ts';
import type { Meeting, MeetingState } from '../../../src/features/meetings/domain/meeting.ts';
import { plainSession } from '../../../src/features/meetings/domain/sessions.ts';
import { ANSWERS, MEETING_KINDS, SERIES_KINDS } from '../../../src/features/meetings/domain/vocabulary.ts';
import { drawAgenda } from '../../../src/features/meetings/cards/agenda-card.ts';
import { drawForm, type Trouble } from '../../../src/features/meetings/cards/form-card.ts';
import {
  drawAnnouncement,
  drawAnswers,
  drawMeeting,
  type MeetingScene,
} from '../../../src/features/meetings/cards/meeting-card.ts';
import { drawMeetingList, drawMunicipalList } from '../../../src/features/meetings/cards/meeting-list.ts';
import { drawMenu } from '../../../src/features/meetings/cards/menu.ts';
import { drawSeries, drawSeriesList } from '../../../src/features/meetings/cards/series-card.ts';
import { FORMS } from '../../../src/features/meetings/bot/form-presses.ts';
import type { FormContent } from '../../../src/features/meetings/forms/meeting-form.ts';
import type { Viewer } from '../../../src/features/meetings/policy.ts';
import { readPress } from '../../../src/features/meetings/read-press.ts';
import { parsePersonId, type PersonId } from '../../../src/kernel/ids.ts';
import { meetingsFi as t } from '../../../src/features/meetings/texts.fi.ts';
import { answerWrite, meetingKey, placeWrite, recordWrite } from '../../../src/features/meetings/rows.ts';
import { parseMeeting, parseSeries } from '../../../src/features/meetings/schema.ts';
import type { Member } from '../../../src/platform/teams/bot.ts';
import { lintCard } from '../../support/card-linter.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, IN_PIRKANMAA, peopleOf, VEERA } from '../cases/case-world.ts';
import { buildEvent, buildMeeting, buildSeries, itemId, NOW, SERIES_ID, START_DATE } from './build-meeting.ts';
import { makeSeries, only, openMeetingWorld } from './meeting-world.ts';

const NAME = 'Äö'.repeat(30);
const TITLE = 'ä'.repeat(80);
const SHORT = 'ö'.repeat(120);
const LONG = 'ä'.repeat(1_000);
const LINK = `https://teams.example/${'a'.repeat(570)}`;

function personId(number: number): PersonId {
  const id = parsePersonId(`person-${number}`);
  if (id === null) {
    throw new Error('no person');
  }
  return id;
}

const CROWD: readonly Member[] = Array.from({ length: 300 }, (_, number) => ({
  id: personId(number),
  teamsId: `29:${number}`,
  name: `${NAME} ${number}`,
  isGuest: false,
}));
const PEOPLE = peopleOf([...CROWD, AINO, VEERA], { isAdmin: (id) => id === AINO.id || Number(id.slice(7)) < 60 });
const VIEWER: Viewer = { person: AINO, place: IN_PIRKANMAA, people: PEOPLE, today: START_DATE };
const ALL_COUNTIES = counties.map(({ code }) => code);
const NOTICES = [{ tone: 'warning', text: LONG.slice(0, 300) }] as const;

const FULL = {
  title: TITLE,
  counties: ALL_COUNTIES,
  format: 'both',
  place: SHORT,
  link: LINK,
} as const;
const FULLEST: Partial<Meeting> = {
  ...FULL,
  theme: 'association',
  description: LONG,
  materials: LINK,
  note: 'ö'.repeat(1_500),
  nextSteps: Array.from({ length: CAPS.nextSteps }, (_, number) => ({
    id: itemId(number),
    what: SHORT,
    date: START_DATE,
    done: null,
  })),
};

function sceneOf(m: Meeting): MeetingScene {
  const answers = CROWD.map(({ id }, index) => ({ person: id, answer: ANSWERS[index % 3] ?? 'yes', at: NOW }));
  return { m, people: PEOPLE, answers, topicCount: CAPS.topics, t };
}

const STATES: readonly MeetingState[] = [
  { kind: 'asking', asked: 1 },
  { kind: 'planned' },
  { kind: 'announced', at: NOW },
  { kind: 'skipped' },
  { kind: 'cancelled', wasAnnounced: true },
  { kind: 'held' },
];

describe('every card at its fullest', () => {
  it.each(STATES.map((state) => [state.kind, state] as const))('W-14, B-03: a meeting that is %s', (_kind, state) => {
    for (const person of [AINO, VEERA]) {
      const scene = sceneOf(buildMeeting({ ...FULLEST, state }));
      const viewer = { ...VIEWER, person };
      expect(lintCard(drawAnnouncement(scene))).toEqual([]);
      expect(lintCard(drawMeeting(scene, viewer, NOTICES))).toEqual([]);
      expect(lintCard(drawMenu(scene.m, viewer, { t, problem: t.menu.problem, isInTab: false }))).toEqual([]);
      expect(lintCard(drawAnswers(scene))).toEqual([]);
    }
  });

  it.each(MEETING_KINDS)('W-14: an event of the kind %s', (kind) => {
    expect(lintCard(drawAnnouncement(sceneOf(buildEvent({ kind, ...FULLEST }))))).toEqual([]);
  });

  it.each(SERIES_KINDS)('W-14: a series of the kind %s, its list and the list of its meetings', (kind) => {
    const series = buildSeries({ ...FULL, kind });
    const sessions = Array.from({ length: 40 }, (_, index) =>
      buildMeeting({ ...FULLEST, kind, state: STATES[index % 3] ?? { kind: 'planned' } }),
    );
    expect(lintCard(drawSeries({ series, sessions, viewer: VIEWER, t }, NOTICES))).toEqual([]);
    expect(lintCard(drawSeries({ series: { ...series, status: 'ended' }, sessions: [], viewer: VIEWER, t }))).toEqual(
      [],
    );
    const rows = sessions.map((next) => ({ series, next }));
    expect(lintCard(drawSeriesList(kind, rows, { t, notices: [] }))).toEqual([]);
    expect(lintCard(drawSeriesList(kind, [], { t, notices: [] }))).toEqual([]);
    expect(lintCard(drawMeetingList(kind, sessions, { viewer: VIEWER, t }))).toEqual([]);
    expect(lintCard(drawMeetingList(kind, [], { viewer: { ...VIEWER, person: VEERA }, t }))).toEqual([]);
  });

  it('S1-07, W-14: the list of municipalities', () => {
    const m = buildEvent({ ...FULLEST, kind: 'municipalCooperation' });
    const places = municipalities.map(({ code }) => ({ municipality: code, last: m, next: m }));
    expect(lintCard(drawMunicipalList(places, { viewer: VIEWER, t }))).toEqual([]);
    expect(lintCard(drawMunicipalList([], { viewer: VIEWER, t }))).toEqual([]);
  });

  it('S2-33, W-14: the agenda', () => {
    const topics = Array.from({ length: CAPS.topics }, () => ({ text: 'ä'.repeat(300), caseId: null }));
    const cases = Array.from({ length: 80 }, (_, number) => ({
      id: itemId(number) as never,
      number: '2026-001',
      title: SHORT,
      county: ALL_COUNTIES[0] ?? ('08' as never),
      isLate: number % 2 === 0,
    }));
    const card = drawAgenda(buildMeeting(FULLEST), agendaOf([], topics, cases), { people: PEOPLE, t });
    expect(lintCard(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain('Kaikki ei mahdu tähän.');
  });

  it('keeps what is stored readable, whatever it holds', () => {
    const m = buildMeeting(FULLEST);
    const series = buildSeries(FULL);
    expect(parseMeeting(JSON.parse(JSON.stringify(m)))).toEqual(m);
    expect(parseSeries(JSON.parse(JSON.stringify(series)))).toEqual(series);
    expect(parseMeeting({ ...m, state: { kind: 'unheard-of' } })).toBeNull();
    expect(plainSession(series, START_DATE).id).toBe(`${SERIES_ID}-2027-01`);
  });
});

describe('every message', () => {
  let tables: TravellingTables;
  beforeAll(async () => {
    tables = await openTravellingTables();
  });
  afterAll(async () => {
    await tables.close();
  });

  it.each([
    ['meetings/card', 'announced', {}],
    ['meetings/question', 'asking', {}],
    ['meetings/news', 'announced', { news: 'moved' }],
    ['meetings/news', 'announced', { news: 'changed' }],
    ['meetings/news', 'cancelled', { news: 'cancelled' }],
    ['meetings/news', 'held', { news: 'noted' }],
    ['meetings/news', 'announced', { news: 'record' }],
  ] as const)('W-14, B-01: %s of a meeting that is %s, %j', async (kind, state, payload) => {
    const members = [...CROWD, AINO];
    const find = (id: PersonId): Member | undefined => members.find((member) => member.id === id);
    const mentionOf = (id: PersonId) => {
      const member = find(id);
      return member === undefined ? null : { teamsId: member.teamsId, name: member.name };
    };
    const world = await openMeetingWorld({ tables, people: { members, mentionOf } });
    const of = STATES.find((each) => each.kind === state) ?? { kind: 'planned' };
    const m = buildMeeting({ ...FULLEST, state: of });
    const workspace = 'tenant|19:general@thread.tacv2' as never;
    const place = { channelId: m.home.channelId, rootId: 'root', cardId: 'card' };
    await world.store.commit(workspace, [
      recordWrite(meetingKey(m.id), m, null),
      placeWrite(m.id, place, null),
      ...CROWD.slice(0, 60).map(({ id }) => answerWrite(m.id, { person: id, answer: 'yes', at: NOW }, null)),
    ]);
    const found = only(world.feature.deliveries.filter((each) => each.kind === kind));
    const delivery = { name: 'it', payload: { meetingId: m.id, by: CROWD[0]?.id ?? '', ...payload } };
    const { wording } = await found.word(workspace, [delivery as never], NOW);
    expect(wording.kind === 'post' || wording.kind === 'update' ? lintCard(wording.message.card) : wording).toEqual([]);
  });
});

describe('every form', () => {
  let tables: TravellingTables;
  beforeAll(async () => {
    tables = await openTravellingTables();
  });
  afterAll(async () => {
    await tables.close();
  });

  function longest(fields: Fields): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.kind === 'text' || field.kind === 'longText' ? 'ä'.repeat(field.maxLength) : field.initial,
      ]),
    );
  }

  function troublesOf({ fields }: FormContent): readonly (Trouble | null)[] {
    const names = Object.keys(fields);
    const problems = Object.fromEntries(names.map((name) => [name, { code: 'unreadable' } as const]));
    const found = Object.fromEntries(names.map((name) => [name, ['phone', 'email', 'address', 'name'] as const]));
    const [field = ''] = names;
    return [
      null,
      { kind: 'problems', problems },
      { kind: 'personalData', found },
      { kind: 'problem', text: t.refusals['place-missing'], field },
      { kind: 'problem', text: t.notAllowed },
      { kind: 'otherContent' },
      { kind: 'collision' },
    ];
  }

  it.each(
    FORMS.flatMap((form) =>
      form.name === 'newSeries' || form.name === 'newEvent'
        ? ([...SERIES_KINDS, 'events'] as const).map((list) => [form.name, list, form] as const)
        : [[form.name, 'supervision', form] as const],
    ),
  )('W-14, B-03, B-11: %s for %s, with every kind of trouble', async (_name, list, form) => {
    const cases = Array.from({ length: 60 }, (_, number) => ({
      id: itemId(number) as never,
      number: '2026-001',
      title: SHORT,
      county: '08' as never,
      isLate: false,
      people: [AINO.id],
    }));
    const world = await openMeetingWorld({
      tables,
      cases,
      people: { members: [...CROWD, AINO], isAdmin: (id) => PEOPLE.isAdmin(id) },
    });
    await makeSeries(world, { from: '2.12.2026' });
    const { id } = only(await world.meetings());
    await world.travel('2026-12-08T16:00:00.000Z');
    const now = await world.store.now();
    const today = '2026-12-08' as never;
    const people = await world.deps.people.load('any' as never);
    const data = { list, meetingId: id, seriesId: id.split('-')[0] };
    const opened = await form.open({
      deps: world.deps,
      request: {
        workspace: 'tenant|19:general@thread.tacv2' as never,
        person: AINO,
        place: IN_PIRKANMAA,
        now,
        today,
        data,
        cardActivityId: null,
      },
      press: readPress(data),
      viewer: { person: AINO, place: IN_PIRKANMAA, people, today },
    });
    if ('refused' in opened) {
      throw new Error(`${form.name} was refused`);
    }
    const { content } = opened;
    for (const trouble of troublesOf(content)) {
      expect(
        lintCard(drawForm(form.name, content, { nonce: 'n'.repeat(26), typed: longest(content.fields), trouble, t })),
      ).toEqual([]);
    }
  });
});
