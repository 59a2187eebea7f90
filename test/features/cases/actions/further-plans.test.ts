import type { Case, FollowUp } from '../../../../src/features/cases/domain/case.ts';
import { contactPersonAction } from '../../../../src/features/cases/actions/contact-person.ts';
import { completeFollowUpAction, followUpAction } from '../../../../src/features/cases/actions/follow-up.ts';
import { informTaskAction } from '../../../../src/features/cases/actions/inform-task.ts';
import { nextMeetingAction } from '../../../../src/features/cases/actions/next-meeting.ts';
import { AINO, BO, buildCase, clock, day, itemId, SANNA, TODAY } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const inFollowUp = (overrides: Partial<Case> = {}): Case =>
  buildCase({ stage: 'followUp', participants: [AINO, BO], ...overrides });
const refused = (code: string, field?: string) => ({
  ok: false,
  refusal: field === undefined ? { code } : expect.objectContaining({ code, field }),
});

describe('S0-55: the form of the next meeting', () => {
  const context = buildFormContext({ c: inFollowUp() });

  it('offers a meeting and, in the words decided, none', () => {
    const { fields } = nextMeetingAction.content(context);
    expect(fields['kind']?.choices.map(({ title }) => title)).toEqual([
      'Sovimme uuden tapaamisen',
      'Emme sovi uutta tapaamista',
    ]);
    expect(Object.keys(fields)).toHaveLength(6);
  });

  it('says when the meeting is, with its weekday', () => {
    const typed = { kind: 'agreed', date: '15.12.2026', time: '13', place: 'Kirjasto' };
    const decided = save(nextMeetingAction, context, typed);
    expect(decided.said).toBe('Seuraava tapaaminen on tiistaina 15.12.2026 klo 13.00.');
    expect(decided.notices).toEqual([]);
  });

  it('T-09: says when no reminder comes any more', () => {
    const { notices } = save(nextMeetingAction, context, { kind: 'agreed', date: '25.11.2026' });
    expect(notices.map(({ text }) => text)).toEqual(['Päivä on niin lähellä, että muistutusta ei ehdi tulla.']);
  });

  it('opens with what was agreed, nothing typed twice', () => {
    const meeting = {
      id: itemId(5),
      person: AINO,
      done: null,
      date: day('2026-12-15'),
      time: clock('13:00'),
      place: 'Kirjasto',
      link: 'https://teams.microsoft.com/l/1',
    };
    const c = inFollowUp({ nextMeeting: { kind: 'agreed', meeting } });
    const agreed = buildFormContext({ c });
    expect(initialOf(nextMeetingAction, agreed)).toEqual({
      kind: 'agreed',
      date: '2026-12-15',
      time: '13:00',
      place: 'Kirjasto',
      link: 'https://teams.microsoft.com/l/1',
      reason: '',
    });
    expect(save(nextMeetingAction, agreed, {}).c).toEqual(c);
  });

  it('names the field at fault', () => {
    const given = (typed: Readonly<Record<string, string>>) => fillIn(nextMeetingAction, context, typed).decided;
    expect(given({ kind: 'none' })).toEqual(refused('reason-missing', 'reason'));
    expect(given({ kind: 'agreed' })).toEqual(refused('date-missing', 'date'));
    const link = 'teams.microsoft.com/l/1';
    expect(given({ kind: 'agreed', date: '15.12.2026', link })).toEqual(refused('link-not-https', 'link'));
    expect(fillIn(nextMeetingAction, context, { time: 'puolilta päivin' }).problems).toEqual(['kind', 'time']);
  });
});

describe('S0-56: the form of the contact persons', () => {
  const context = buildFormContext({ c: inFollowUp() });

  it('asks one person per party, knows their organisations and asks for consent', () => {
    expect(initialOf(contactPersonAction, context)).toEqual({
      ownerName: '',
      ownerOrganisation: 'Tampereen tukiyhdistys',
      ownerContact: '',
      authorityName: '',
      authorityOrganisation: 'Pirkanmaan hyvinvointialue',
      authorityContact: '',
    });
    expect(contactPersonAction.content(context).notices.map(({ text }) => text)).toEqual([
      'Kysy ihmiseltä lupa, ennen kuin kirjoitat hänen tietonsa.',
    ]);
  });

  it('G-06: takes a work contact without a warning, and nobody for nobody', () => {
    const typed = { authorityName: 'Ville Virtanen', authorityContact: '040 123 4567' };
    const reading = contactPersonAction.read(
      context,
      { ...initialOf(contactPersonAction, context), ...typed },
      { confirmed: false },
    );
    expect(reading.kind).toBe('decide');
    expect(save(contactPersonAction, context, typed).c.contactPersons).toEqual({
      owner: null,
      authority: { name: 'Ville Virtanen', organisation: 'Pirkanmaan hyvinvointialue', workContact: '040 123 4567' },
    });
  });

  it('names the name that is missing', () => {
    expect(fillIn(contactPersonAction, context, { ownerContact: '040 123 4567' }).decided).toEqual(
      refused('name-missing', 'ownerName'),
    );
    expect(fillIn(contactPersonAction, context, { authorityOrganisation: 'vammaispalvelut' }).decided).toEqual(
      refused('name-missing', 'authorityName'),
    );
  });

  it('takes a person away when name and contact are emptied', () => {
    const person = { name: 'Ville Virtanen', organisation: 'vammaispalvelut', workContact: '' };
    const named = buildFormContext({ c: inFollowUp({ contactPersons: { owner: null, authority: person } }) });
    expect(save(contactPersonAction, named, {}).c.contactPersons.authority).toEqual(person);
    expect(save(contactPersonAction, named, { authorityName: '' }).c.contactPersons.authority).toBeNull();
  });
});

describe('S0-56: the form of informing', () => {
  const context = buildFormContext({ c: inFollowUp(), by: BO });

  it('offers the two kinds of informing and the people of the case, first who asks', () => {
    const { fields, isList } = informTaskAction.content(context);
    expect(fields['audience']?.choices.map(({ value }) => value)).toEqual(['mutual', 'ownNetworks']);
    expect(fields['person']?.choices.map(({ value }) => value)).toEqual([AINO, BO]);
    expect([fields['person']?.initial, isList]).toEqual([BO, true]);
  });

  it('proposes the lead when who asks is not of the case', () => {
    expect(initialOf(informTaskAction, buildFormContext({ c: inFollowUp(), by: SANNA }))['person']).toBe(AINO);
  });

  it('adds a task and says its day', () => {
    const decided = save(informTaskAction, context, { audience: 'mutual', what: 'Tulos', date: '15.12.2026' });
    expect(decided.said).toBe('Tiedotus on listalla. Viimeinen päivä on tiistai 15.12.2026.');
    expect(decided.c.informTasks).toMatchObject([{ id: decided.item, audience: 'mutual', person: BO }]);
  });

  it('with an item opens that task, also when its person has left the team', () => {
    const gone = AINO;
    const task = { id: itemId(5), audience: 'mutual', what: 'Tulos', person: gone, date: TODAY, done: null } as const;
    const c = inFollowUp({ informTasks: [task], participants: [BO], lead: BO });
    const editing = buildFormContext({ c, item: itemId(5), by: BO });
    expect(informTaskAction.content(editing).title).toBe('Muokkaa tiedotusta');
    expect(initialOf(informTaskAction, editing)).toEqual({
      audience: 'mutual',
      what: 'Tulos',
      person: gone,
      date: TODAY,
    });
    expect(save(informTaskAction, editing, { what: 'Aikataulu' }).c.informTasks).toEqual([
      { ...task, what: 'Aikataulu' },
    ]);
  });
});

describe('S0-57: the forms of following the matter', () => {
  const followUp = (index: number, date: string, overrides: Partial<FollowUp> = {}): FollowUp => ({
    id: itemId(index),
    date: day(date),
    what: `Asia ${index}`,
    person: AINO,
    done: null,
    note: '',
    ...overrides,
  });
  const c = inFollowUp({
    followUps: [
      followUp(5, '2026-12-15'),
      followUp(6, '2026-12-01'),
      followUp(7, '2026-11-02', { done: { on: TODAY, by: AINO }, note: 'Kyyti tuli' }),
    ],
  });

  it('add a date and say it', () => {
    const decided = save(followUpAction, buildFormContext({ c }), { what: 'Onko päätös?', date: '22.12.2026' });
    expect([decided.said, decided.item]).toEqual(['Seurantapäivä on tiistai 22.12.2026.', itemId(900)]);
    expect(followUpAction.content(buildFormContext({ c })).isList).toBe(true);
  });

  it('with an item change that date, past ones too', () => {
    const late = buildFormContext({ c: inFollowUp({ followUps: [followUp(5, '2026-11-02')] }), item: itemId(5) });
    expect(initialOf(followUpAction, late)).toEqual({ what: 'Asia 5', date: '2026-11-02' });
    const decided = save(followUpAction, late, { what: 'Toinen' });
    expect(decided.c.followUps).toEqual([followUp(5, '2026-11-02', { what: 'Toinen' })]);
    expect(decided.notices).toEqual([]);
  });

  it('of what was found offer the open ones, the earliest first', () => {
    const { fields } = completeFollowUpAction.content(buildFormContext({ c }));
    expect(fields['which']?.choices).toEqual([
      { value: itemId(6), title: 'Asia 6 (1.12.2026)' },
      { value: itemId(5), title: 'Asia 5 (15.12.2026)' },
    ]);
    expect(fields['which']?.initial).toBe(itemId(6));
  });

  it('of what was found note it, and look again on the next date', () => {
    const context = buildFormContext({ c, item: itemId(5) });
    const decided = save(completeFollowUpAction, context, { note: 'Kyyti tuli', again: '12.1.2027' });
    expect(decided.said).toBe('Seuranta on kirjattu. Katso asiaa uudelleen tiistaina 12.1.2027.');
    expect(decided.c.followUps.filter(({ done }) => done === null).map(({ what, date }) => [what, date])).toEqual([
      ['Asia 6', '2026-12-01'],
      ['Asia 5', '2027-01-12'],
    ]);
  });

  it('B-08: open what was noted to be mended', () => {
    const context = buildFormContext({ c, item: itemId(7) });
    expect(initialOf(completeFollowUpAction, context)).toEqual({ which: itemId(7), note: 'Kyyti tuli', again: '' });
  });

  it('cannot complete what there is not', () => {
    const context = buildFormContext({ c: inFollowUp() });
    expect(completeFollowUpAction.isImmediate(context)).toBe(true);
    expect(fillIn(completeFollowUpAction, context, {}).decided).toEqual(refused('nothing-to-choose'));
  });

  it('refuse a next date in the past beside it', () => {
    const context = buildFormContext({ c, item: itemId(5) });
    expect(fillIn(completeFollowUpAction, context, { note: 'Kyyti tuli', again: '23.11.2026' }).decided).toEqual(
      refused('date-in-past', 'again'),
    );
  });
});
