// The cases as calendars ask for them: from what their rows keep, which must be what the cases themselves say.
import { createCaseCalendar } from '../../../../src/features/cases/calendar/case-calendar.ts';
import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { caseCells, caseRowKey } from '../../../../src/features/cases/rows.ts';
import { casesFi as t } from '../../../../src/features/cases/texts.fi.ts';
import { addDays } from '../../../../src/kernel/dates.ts';
import { localDateOf } from '../../../../src/kernel/helsinki-time.ts';
import { parseCaseId, parsePersonId } from '../../../../src/kernel/ids.ts';
import type { CalendarEntry, CalendarSource } from '../../../../src/platform/calendar/calendar-entry.ts';
import type { Cells } from '../../../../src/platform/storage/store.ts';
import { openTestStore } from '../../../support/azurite.ts';
import { countedStore, noOperations, type Operations } from '../../../support/counted-store.ts';
import { AINO, BO, buildCase, buildEvent, clock, day, itemId, SANNA } from '../build-case.ts';
import { RESTRICTED, VEERA, WORKSPACE } from '../case-world.ts';
import { fullCase } from '../full-case.ts';
import { summariesOf } from '../stored-cases.ts';

const STRANGER = parsePersonId('stranger') ?? SANNA;
const FIRST_DAY = day('2000-01-01');
const DAY = day('2026-12-20');
const dated = { date: DAY, person: BO, done: null };
const event = buildEvent({ date: day('2026-12-15') });
const closed = {
  kind: 'closed',
  outcome: 'resolved',
  summary: '',
  noEvaluationReason: '',
  cooperation: null,
  on: day('2026-12-01'),
  by: AINO,
} as const;

/** Every way in which a case can have something in calendars, each with an id of its own. */
const CASES: readonly Case[] = [
  buildCase(),
  fullCase(),
  buildCase({
    events: [buildEvent({ id: itemId(7), status: 'held', date: day('2026-11-20') }), event],
    followUps: [{ ...dated, id: itemId(2), what: 'Kysy "vastausta", kiitos', note: '' }],
    nextMeeting: {
      kind: 'agreed',
      meeting: { ...dated, id: itemId(4), time: clock('09:00'), place: '', link: 'https://teams.microsoft.com/l/1' },
    },
  }),
  buildCase({ events: [{ ...event, status: 'cancelled' }], home: { channelId: RESTRICTED, access: 'restricted' } }),
  buildCase({ events: [event], status: closed }),
  buildCase({
    status: { kind: 'onHold', reason: 'x', until: { id: itemId(8), date: DAY, person: AINO, done: null } },
    support: {
      mode: 'onSite',
      question: '',
      answer: '',
      timeOptions: [],
      choice: { kind: 'picked', visit: { id: itemId(9), date: DAY, time: null, person: SANNA, done: null } },
    },
  }),
].map((c, index) => ({ ...c, id: parseCaseId(`01JCASE${String(index).padStart(19, '0')}`) ?? c.id }));

type World = { readonly source: CalendarSource; readonly asked: Operations };

/** `cells`: what is written of each case. */
async function openWorld(cases: readonly Case[], cells: (c: Case) => Cells = caseCells): Promise<World> {
  const { store } = await openTestStore();
  for (const c of cases) {
    await store.commit(WORKSPACE, [{ kind: 'insert', rowKey: caseRowKey(c.id), cells: cells(c) }]);
  }
  const asked = noOperations();
  const counted = countedStore(store, asked);
  const roster = { channel: () => Promise.resolve([{ ...VEERA, id: BO }]) };
  return { source: createCaseCalendar({ store: counted, summaries: summariesOf(counted), roster, t }), asked };
}

function withoutCalendar(c: Case): Cells {
  return Object.fromEntries(Object.entries(caseCells(c)).filter(([name]) => name !== 'calendar'));
}

async function entriesFor(source: CalendarSource, who = STRANGER, mine = false, to = day('2099-12-31')) {
  const entries = await source.entries(WORKSPACE, who, { from: FIRST_DAY, to, mine });
  // Two storages wrote them at two moments.
  return new Map(
    entries.map(({ changedAt, ...entry }): [string, Omit<CalendarEntry, 'changedAt'>] => {
      expect(changedAt).toMatch(/^20/);
      return [entry.id, entry];
    }),
  );
}

describe('S2-37: cases in calendars', () => {
  it.each([AINO, BO, SANNA, STRANGER])('say the same from their rows as from themselves, to %s', async (who) => {
    const { source } = await openWorld(CASES);
    const old = await openWorld(CASES, withoutCalendar);
    for (const mine of [true, false]) {
      const told = await entriesFor(source, who, mine);
      expect(told).toEqual(await entriesFor(old.source, who, mine));
      expect(told.size > 0).toBe(!mine || who !== STRANGER);
    }
  });

  it('are not opened for it; rows written before are, at most fifty one by one', async () => {
    const many = Array.from({ length: 60 }, (_each, index) =>
      buildCase({ id: parseCaseId(`01JMANY${String(index).padStart(19, '0')}`) ?? buildCase().id, events: [event] }),
    );
    const { source, asked } = await openWorld(many);
    expect((await entriesFor(source)).size).toBe(60);
    expect(asked).toEqual({ reads: 0, ranges: 1, commits: 0 });
    const few = await openWorld(many, (c) => (c.id.endsWith('7') ? withoutCalendar(c) : caseCells(c)));
    expect((await entriesFor(few.source)).size).toBe(60);
    expect(few.asked).toEqual({ reads: 6, ranges: 1, commits: 0 });
    const old = await openWorld(many, withoutCalendar);
    expect((await entriesFor(old.source)).size).toBe(60);
    expect(old.asked).toEqual({ reads: 0, ranges: 2, commits: 0 });
  });

  it('show only the days that are asked about', async () => {
    const { source } = await openWorld(CASES);
    const until = await entriesFor(source, BO, false, day('2026-12-15'));
    const dates = [...until.values()].map(({ date }) => date);
    expect([dates.includes(day('2026-12-15')), dates.includes(DAY)]).toEqual([true, false]);
    const after = await source.entries(WORKSPACE, BO, { from: day('2026-12-16'), mine: false });
    expect(after.every(({ date }) => date >= '2026-12-16')).toBe(true);
    expect(after.length).toBeGreaterThan(0);
  });

  it('call off what a closing left ahead, to calendars that ask within their days and to no later ones', async () => {
    const written = localDateOf(await (await openTestStore()).store.now());
    const far = addDays(written, 200);
    const c = buildCase({ events: [{ ...event, date: far }], status: { ...closed, on: written } });
    const { source } = await openWorld([c]);
    const statuses = async (from = addDays(written, -90)): Promise<readonly string[]> =>
      (await source.entries(WORKSPACE, BO, { from, mine: false })).map(({ status }) => status);
    expect(await statuses()).toEqual(['cancelled']);
    expect(await statuses(addDays(written, 2))).toEqual([]);
  });

  it('that agree more than a row keeps are opened and show everything', async () => {
    const followUps = Array.from({ length: 40 }, (_each, index) => ({
      ...dated,
      id: itemId(100 + index),
      what: 'Kysy vastausta. '.repeat(20),
      note: '',
    }));
    const { source, asked } = await openWorld([buildCase({ followUps })]);
    expect((await entriesFor(source, BO, true)).size).toBe(40);
    expect(asked.reads).toBe(1);
  });
});
