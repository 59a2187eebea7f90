import type { Case, FollowUp, InformTask } from '../../../../src/features/cases/domain/case.ts';
import { nameContactPersons } from '../../../../src/features/cases/domain/contact-persons.ts';
import type { CaseRefusal, Decision } from '../../../../src/features/cases/domain/decision.ts';
import { completeFollowUp, saveFollowUp } from '../../../../src/features/cases/domain/follow-ups.ts';
import { saveInformTask } from '../../../../src/features/cases/domain/inform-tasks.ts';
import { agreeNextMeeting, type NextMeetingRequest } from '../../../../src/features/cases/domain/next-meeting.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { AINO, BO, buildCase, buildContext, clock, day, itemId, TODAY } from '../build-case.ts';

const inFollowUp = (overrides: Partial<Case> = {}): Case => buildCase({ stage: 'followUp', ...overrides });

function accepted(decision: Decision): Case {
  if (!decision.ok) {
    throw new Error(decision.refusal.code);
  }
  return decision.value;
}

function refusal(decision: Decision): readonly [CaseRefusal, string | undefined] | null {
  return decision.ok ? null : [decision.refusal.code, decision.refusal.field];
}

describe('S0-55: the next meeting', () => {
  const REQUEST: NextMeetingRequest = {
    kind: 'agreed',
    date: day('2026-12-15'),
    time: clock('13:00'),
    place: 'Tampereen kirjasto',
    link: '',
    reason: '',
  };
  const MEETING = {
    id: itemId(900),
    person: AINO,
    done: null,
    date: day('2026-12-15'),
    time: clock('13:00'),
    place: 'Tampereen kirjasto',
    link: '',
  };
  const agreed = accepted(agreeNextMeeting(inFollowUp(), REQUEST, buildContext({ by: BO })));

  it('is a promise of the lead, whoever enters it', () => {
    expect(agreed.nextMeeting).toEqual({ kind: 'agreed', meeting: MEETING });
  });

  it('C-12: is reminded of before it', () => {
    expect(plannedReminders(agreed).map(({ at }) => at.date)).toEqual(['2026-12-08', '2026-12-14']);
  });

  it('is changed in place while it is ahead', () => {
    const moved = accepted(
      agreeNextMeeting(agreed, { ...REQUEST, date: day('2027-01-12'), time: null }, buildContext()),
    );
    expect(moved.nextMeeting).toEqual({
      kind: 'agreed',
      meeting: { ...MEETING, date: '2027-01-12', time: null },
    });
  });

  it('is a new promise after one that was held', () => {
    const held = inFollowUp({
      nextMeeting: { kind: 'agreed', meeting: { ...MEETING, id: itemId(5), done: { on: TODAY, by: AINO } } },
    });
    expect(accepted(agreeNextMeeting(held, REQUEST, buildContext())).nextMeeting).toEqual({
      kind: 'agreed',
      meeting: MEETING,
    });
  });

  it('keeps a date that has passed while its place is mended, but takes no other past one', () => {
    const later = buildContext({ today: day('2026-12-20') });
    const place = 'Etänä';
    expect(accepted(agreeNextMeeting(agreed, { ...REQUEST, place }, later)).nextMeeting).toMatchObject({
      meeting: { place },
    });
    const past = { ...REQUEST, date: day('2026-12-16') };
    expect(refusal(agreeNextMeeting(agreed, past, later))).toEqual(['date-in-past', 'date']);
  });

  it('may be refused with a reason, and never without one', () => {
    const none = { ...REQUEST, kind: 'none', reason: 'Asia on kunnossa' } as const;
    expect(accepted(agreeNextMeeting(agreed, none, buildContext())).nextMeeting).toEqual({
      kind: 'none',
      reason: 'Asia on kunnossa',
    });
    expect(refusal(agreeNextMeeting(agreed, { ...none, reason: '' }, buildContext()))).toEqual([
      'reason-missing',
      'reason',
    ]);
  });

  it('needs a date, and a link that a browser opens safely', () => {
    expect(refusal(agreeNextMeeting(inFollowUp(), { ...REQUEST, date: null }, buildContext()))).toEqual([
      'date-missing',
      'date',
    ]);
    const link = 'http://teams.microsoft.com/l/meetup';
    expect(refusal(agreeNextMeeting(inFollowUp(), { ...REQUEST, link }, buildContext()))).toEqual([
      'link-not-https',
      'link',
    ]);
  });
});

describe('S0-56: the contact persons', () => {
  const owner = { name: 'Maija Mallinen', organisation: 'Tampereen tukiyhdistys', workContact: '' };
  const authority = { name: 'Ville Virtanen', organisation: 'vammaispalvelut', workContact: '040 123 4567' };

  it('are one per party', () => {
    expect(accepted(nameContactPersons(inFollowUp(), { owner, authority })).contactPersons).toEqual({
      owner,
      authority,
    });
  });

  it('may be named one party at a time, and taken away', () => {
    const one = accepted(nameContactPersons(inFollowUp(), { owner, authority: null }));
    expect(one.contactPersons.authority).toBeNull();
    expect(accepted(nameContactPersons(one, { owner: null, authority: null })).contactPersons.owner).toBeNull();
  });

  it('without a name are refused beside the name', () => {
    expect(refusal(nameContactPersons(inFollowUp(), { owner: { ...owner, name: '' }, authority }))).toEqual([
      'name-missing',
      'ownerName',
    ]);
    expect(refusal(nameContactPersons(inFollowUp(), { owner, authority: { ...authority, name: '' } }))).toEqual([
      'name-missing',
      'authorityName',
    ]);
  });
});

describe('S0-56: tasks to inform', () => {
  const REQUEST = { audience: 'mutual', what: 'Keskustelun tulos', person: BO, date: day('2026-12-15') } as const;

  it('say to whom, what, who and by when, and remind that person', () => {
    const c = accepted(saveInformTask(inFollowUp(), null, REQUEST, buildContext()));
    expect(c.informTasks).toEqual([{ id: itemId(900), done: null, ...REQUEST }]);
    expect(plannedReminders(c)).toHaveLength(2);
  });

  it('are changed by their id and keep what was done', () => {
    const task: InformTask = { id: itemId(5), done: { on: TODAY, by: AINO }, ...REQUEST };
    const c = inFollowUp({ informTasks: [task] });
    const request = { ...REQUEST, audience: 'ownNetworks' } as const;
    expect(accepted(saveInformTask(c, itemId(5), request, buildContext())).informTasks).toEqual([
      { ...task, audience: 'ownNetworks' },
    ]);
    expect(refusal(saveInformTask(c, itemId(6), request, buildContext()))).toEqual(['item-gone', undefined]);
  });

  it('are not promised for the past', () => {
    const past = { ...REQUEST, date: day('2026-11-23') };
    expect(refusal(saveInformTask(inFollowUp(), null, past, buildContext()))).toEqual(['date-in-past', 'date']);
  });

  it('are at most 12', () => {
    const informTasks = Array.from({ length: 12 }, (_, index) => ({ id: itemId(index), done: null, ...REQUEST }));
    expect(refusal(saveInformTask(inFollowUp({ informTasks }), null, REQUEST, buildContext()))?.[0]).toBe('list-full');
  });
});

describe('S0-57: following the matter', () => {
  const FOLLOW_UP: FollowUp = {
    id: itemId(5),
    date: day('2026-12-01'),
    what: 'Tuleeko kyyti?',
    person: BO,
    done: null,
    note: '',
  };
  const REQUEST = { date: day('2026-12-15'), what: 'Onko päätös tehty?' };
  const withOne = (overrides: Partial<FollowUp> = {}): Case =>
    inFollowUp({ followUps: [{ ...FOLLOW_UP, ...overrides }] });

  it('adds dates that who adds them is reminded of', () => {
    expect(accepted(saveFollowUp(withOne(), null, REQUEST, buildContext())).followUps).toEqual([
      FOLLOW_UP,
      { id: itemId(900), person: AINO, done: null, note: '', ...REQUEST },
    ]);
  });

  it('changes a date by its id, and leaves whose it is', () => {
    expect(accepted(saveFollowUp(withOne(), itemId(5), REQUEST, buildContext())).followUps).toEqual([
      { ...FOLLOW_UP, ...REQUEST },
    ]);
    expect(refusal(saveFollowUp(withOne(), itemId(6), REQUEST, buildContext()))).toEqual(['item-gone', undefined]);
  });

  it('leaves the log alone: what is done is not changed', () => {
    const done = { on: TODAY, by: BO };
    expect(refusal(saveFollowUp(withOne({ done }), itemId(5), REQUEST, buildContext()))).toEqual([
      'already-done',
      undefined,
    ]);
  });

  it('notes what was found, marks it done and looks again on the date given', () => {
    const completion = { note: 'Kyyti tuli', again: day('2027-01-12') };
    expect(accepted(completeFollowUp(withOne(), itemId(5), completion, buildContext())).followUps).toEqual([
      { ...FOLLOW_UP, note: 'Kyyti tuli', done: { on: TODAY, by: AINO } },
      { id: itemId(900), date: '2027-01-12', what: 'Tuleeko kyyti?', person: AINO, done: null, note: '' },
    ]);
  });

  it('B-08: mends the note of what is done, and leaves when and by whom', () => {
    const done = { on: day('2026-11-20'), by: BO };
    const noted = withOne({ done, note: 'Kyyti tuil' });
    const completion = { note: 'Kyyti tuli', again: null };
    expect(accepted(completeFollowUp(noted, itemId(5), completion, buildContext())).followUps).toEqual([
      { ...FOLLOW_UP, note: 'Kyyti tuli', done },
    ]);
  });

  it('refuses a next date in the past beside its field, and an id that is gone', () => {
    const past = { note: 'Kyyti tuli', again: day('2026-11-23') };
    expect(refusal(completeFollowUp(withOne(), itemId(5), past, buildContext()))).toEqual(['date-in-past', 'again']);
    expect(refusal(completeFollowUp(withOne(), itemId(6), { ...past, again: null }, buildContext()))).toEqual([
      'item-gone',
      undefined,
    ]);
  });

  it('holds at most 40 dates', () => {
    const followUps = Array.from({ length: 40 }, (_, index) => ({ ...FOLLOW_UP, id: itemId(index) }));
    const full = inFollowUp({ followUps });
    expect(refusal(saveFollowUp(full, null, REQUEST, buildContext()))?.[0]).toBe('list-full');
    const completion = { note: 'Kyyti tuli', again: day('2027-01-12') };
    expect(refusal(completeFollowUp(full, itemId(5), completion, buildContext()))?.[0]).toBe('list-full');
  });
});
