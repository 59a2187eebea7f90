// What can become of a single meeting, and what follows from many.
import type { LocalDate, LocalTime } from '../../../../src/kernel/instants.ts';
import { municipalities } from '../../../../src/kernel/regions/regions.ts';
import { agendaOf } from '../../../../src/features/meetings/domain/agenda.ts';
import { CAPS } from '../../../../src/features/meetings/domain/caps.ts';
import {
  cancelMeeting,
  changeEvent,
  completeStep,
  keepDay,
  moveMeeting,
  postponeStep,
  recordMeeting,
  skipMonth,
} from '../../../../src/features/meetings/domain/change-meeting.ts';
import type { Decided, DecisionContext } from '../../../../src/features/meetings/domain/decision.ts';
import { parseMeetingId, sessionOf } from '../../../../src/features/meetings/domain/ids.ts';
import type { Meeting } from '../../../../src/features/meetings/domain/meeting.ts';
import { municipalMeetings } from '../../../../src/features/meetings/domain/municipal.ts';
import { KAISA } from '../../cases/case-world.ts';
import { buildEvent, buildMeeting, itemId, NOW, SERIES_ID, START_DATE } from '../build-meeting.ts';

const CONTEXT: DecisionContext = { by: KAISA.id, now: NOW, today: START_DATE, newItemId: () => itemId(1) };
const ON_THE_DAY: DecisionContext = { ...CONTEXT, today: '2027-01-12' as LocalDate };

function codeOf(decision: Decided<Meeting>): string {
  return decision.ok ? 'ok' : decision.refusal.code;
}

function valueOf(decision: Decided<Meeting>): Meeting {
  if (!decision.ok) {
    throw new Error(decision.refusal.code);
  }
  return decision.value;
}

describe('a meeting', () => {
  const to = { date: '2027-01-19' as LocalDate, time: '18:00' as LocalTime };
  const all = (m: Meeting): readonly string[] => [
    codeOf(keepDay(m, CONTEXT)),
    codeOf(skipMonth(m, CONTEXT)),
    codeOf(moveMeeting(m, to, CONTEXT)),
    codeOf(cancelMeeting(m, CONTEXT)),
    codeOf(changeEvent(m, { ...m, theme: 'rights' }, CONTEXT)),
    codeOf(recordMeeting(m, { note: 'Hyvin meni', steps: [] }, ON_THE_DAY)),
  ];

  it.each([
    ['asking', { kind: 'asking', asked: 1 }, ['ok', 'ok', 'ok', 'ok', 'not-on', 'not-on']],
    ['planned', { kind: 'planned' }, ['not-asked', 'ok', 'ok', 'ok', 'ok', 'ok']],
    ['announced', { kind: 'announced', at: NOW }, ['not-asked', 'not-asked', 'ok', 'ok', 'ok', 'ok']],
    ['skipped', { kind: 'skipped' }, ['not-asked', 'not-asked', 'not-on', 'not-on', 'not-on', 'not-on']],
    [
      'cancelled',
      { kind: 'cancelled', wasAnnounced: true },
      ['not-asked', 'not-asked', 'not-on', 'not-on', 'not-on', 'not-on'],
    ],
    ['held', { kind: 'held' }, ['not-asked', 'not-asked', 'not-on', 'not-on', 'not-on', 'ok']],
  ] as const)(
    'T-10, S2-33: that is %s can be kept, skipped, moved, cancelled, edited, recorded so',
    (_name, state, codes) => {
      expect(all(buildMeeting({ state }))).toEqual(codes);
    },
  );

  it('S2-33: grows its sequence only with what calendars must notice', () => {
    const m = buildMeeting({ state: { kind: 'announced', at: NOW } });
    expect(valueOf(moveMeeting(m, to, CONTEXT))).toMatchObject({ rev: 2, sequence: 2, dated: { by: KAISA.id } });
    expect(valueOf(recordMeeting(m, { note: 'Hyvin', steps: [] }, ON_THE_DAY))).toMatchObject({ rev: 2, sequence: 1 });
  });

  it('S2-33: moves neither to where it is, nor to the past, nor far away', () => {
    const m = buildMeeting();
    expect(codeOf(moveMeeting(m, { date: m.date, time: m.time }, CONTEXT))).toBe('same-time');
    expect(codeOf(moveMeeting(m, { ...to, date: '2026-12-31' as LocalDate }, CONTEXT))).toBe('date-in-past');
    expect(codeOf(moveMeeting(m, { ...to, date: '2036-01-01' as LocalDate }, CONTEXT))).toBe('date-too-far');
  });

  it('S2-33: keeps at most twelve next steps, each done once and moved ahead only', () => {
    const what = { what: 'Kerro muille', date: null };
    const steps = Array.from({ length: CAPS.nextSteps }, () => what);
    const held = valueOf(recordMeeting(buildMeeting(), { note: 'Hyvin', steps }, ON_THE_DAY));
    expect(codeOf(recordMeeting(held, { note: 'Hyvin', steps: [what] }, ON_THE_DAY))).toBe('too-many-steps');
    expect(codeOf(recordMeeting(held, { note: 'Hyvin', steps: [] }, CONTEXT))).toBe('not-yet');
    const done = valueOf(completeStep(held, itemId(1), CONTEXT));
    expect(done.nextSteps.every((step) => step.done?.by === KAISA.id)).toBe(true);
    expect(codeOf(postponeStep(held, itemId(1), '2026-12-01' as LocalDate, CONTEXT))).toBe('step-date-in-past');
  });
});

describe('ids', () => {
  it('C-07: name the session of a series and a month, and nothing else', () => {
    const id = parseMeetingId(`${SERIES_ID}-2027-01`);
    expect(id === null ? null : sessionOf(id)).toEqual({ series: SERIES_ID, month: '2027-01' });
    const single = parseMeetingId(SERIES_ID);
    expect(single === null ? 'none' : sessionOf(single)).toBeNull();
    for (const wrong of ['', 'x', `${SERIES_ID}-2027`, `${SERIES_ID}-2027-01-01`, 7, null]) {
      expect(parseMeetingId(wrong)).toBeNull();
    }
  });
});

describe('the agenda', () => {
  const open = [1, 2, 3].map((number) => ({
    id: itemId(number) as never,
    number: `2026-00${number}`,
    title: 'Asia',
    county: (number === 3 ? '15' : '08') as never,
    isLate: number === 1,
  }));

  it('S2-33: has each case once, and leaves out a brought case that was closed since', () => {
    const topics = [
      { text: 'Kyydit', caseId: null },
      { text: '', caseId: itemId(3) as never },
      { text: '', caseId: itemId(9) as never },
    ];
    const agenda = agendaOf(['08' as never], topics, open);
    expect(agenda.topics).toEqual(['Kyydit']);
    expect(agenda.brought.map(({ number }) => number)).toEqual(['2026-003']);
    expect(agenda.late.map(({ number }) => number)).toEqual(['2026-001']);
    expect(agenda.open.map(({ number }) => number)).toEqual(['2026-002']);
  });
});

describe('meetings with municipalities', () => {
  it('S1-07: the last and the next are known, and those without a next come first', () => {
    const [first, second] = municipalities.map(({ code }) => code);
    const at = (date: string, municipality: typeof first, over: Partial<Meeting> = {}): Meeting =>
      buildEvent({
        kind: 'municipalCooperation',
        municipality: municipality ?? null,
        date: date as LocalDate,
        ...over,
      });
    const meetings = [
      at('2026-10-01', first, { state: { kind: 'held' } }),
      at('2026-11-01', second),
      at('2026-12-01', second, { state: { kind: 'cancelled', wasAnnounced: true } }),
      at('2027-02-01', first),
      buildEvent({ municipality: second ?? null }),
    ];
    expect(
      municipalMeetings(meetings, START_DATE).map(({ municipality, last, next }) => [
        municipality,
        last?.date,
        next?.date,
      ]),
    ).toEqual([
      [second, '2026-11-01', undefined],
      [first, '2026-10-01', '2027-02-01'],
    ]);
  });
});
