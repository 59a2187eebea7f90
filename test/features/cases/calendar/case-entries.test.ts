import type { Case } from '../../../../src/features/cases/domain/case.ts';
import {
  calendarIdOf,
  datedCase,
  entriesOf,
  entryOf,
  parseCalendarId,
} from '../../../../src/features/cases/calendar/case-entries.ts';
import { casesFi as t } from '../../../../src/features/cases/texts.fi.ts';
import { parseItemId, parsePersonId, type PersonId } from '../../../../src/kernel/ids.ts';
import { uidOf, writeCalendar } from '../../../../src/platform/calendar/write-calendar.ts';
import { readCalendar } from '../../../platform/calendar/entries.ts';
import { AINO, BO, buildCase, buildEvent, clock, day, itemId, NOW, PIRKANMAA, SANNA } from '../build-case.ts';
import { fullCase } from '../full-case.ts';

const STRANGER = parsePersonId('stranger') ?? SANNA;
const OPEN_DAY = day('2026-12-20');

const titles = (c: Case, person: PersonId, mine = false): readonly string[] =>
  entriesOf(datedCase({ c, changedAt: NOW }), person, mine, t).map(({ title }) => title);

const stateOf = (c: Case): readonly string[] =>
  entriesOf(datedCase({ c, changedAt: NOW }), AINO, false, t).map(({ status }) => status);

function withPromise(over: Partial<Case> = {}): Case {
  const dated = { date: OPEN_DAY, person: BO, done: null };
  return buildCase({
    events: [buildEvent()],
    followUps: [{ ...dated, id: itemId(2), what: 'Kysy vastausta', note: '' }],
    actions: [{ ...dated, id: itemId(3), what: 'Soita lautakuntaan', who: '', done: { on: OPEN_DAY, by: BO } }],
    nextMeeting: {
      kind: 'agreed',
      meeting: { ...dated, id: itemId(4), time: clock('09:00'), place: '', link: 'https://teams.microsoft.com/l/1' },
    },
    ...over,
  });
}

describe('S2-37: a case in calendars', () => {
  it('shows its meetings to everybody who sees it, and promises to who made them', () => {
    const meetings = [
      'Keskustelutilaisuus: Kuljetuspalvelun odotusajat',
      'Seuraava tapaaminen: Kuljetuspalvelun odotusajat',
    ];
    expect(titles(withPromise(), STRANGER)).toEqual(meetings);
    expect(titles(withPromise(), BO)).toEqual([meetings[0], 'Seurantapäivä: Kysy vastausta', meetings[1]]);
    expect(titles(withPromise(), BO, true)).toEqual(['Seurantapäivä: Kysy vastausta', meetings[1]]);
    expect(titles(withPromise({ participants: [AINO, STRANGER] }), STRANGER, true)).toEqual(meetings);
    expect(titles(withPromise(), STRANGER, true)).toEqual([]);
  });

  it('says where, for which county, and how long the calendar takes it to be', () => {
    const [event, meeting] = entriesOf(datedCase({ c: withPromise(), changedAt: NOW }), STRANGER, false, t);
    expect(event).toMatchObject({
      date: day('2026-12-15'),
      time: clock('14:00'),
      minutes: 120,
      place: 'Tampereen kirjasto',
      link: '',
      counties: [PIRKANMAA.county],
      audience: 'team',
      sequence: 1,
      description:
        'Tapaus 2026-014: Kuljetuspalvelun odotusajat\nKalenterissa on varattu 2 tuntia. Kestoa ei ole sovittu.',
    });
    expect(meeting).toMatchObject({ place: '', link: 'https://teams.microsoft.com/l/1', minutes: 60 });
  });

  it('opens nothing of a restricted channel’s case, and no promise, to others', () => {
    const c = withPromise();
    const home = { ...c.home, access: 'restricted' as const };
    const audiences = entriesOf(datedCase({ c: { ...c, home }, changedAt: NOW }), BO, false, t).map(
      ({ audience }) => audience,
    );
    expect(audiences).toEqual([{ channelId: home.channelId }, 'person', { channelId: home.channelId }]);
  });

  it.each([
    ['proposed', 'tentative'],
    ['agreed', 'confirmed'],
    ['held', 'confirmed'],
    ['cancelled', 'cancelled'],
  ] as const)('keeps an event that is %s, as %s', (status, shown) => {
    expect(stateOf(buildCase({ events: [buildEvent({ status })] }))).toEqual([shown]);
  });

  it('calls off what a closed case had ahead, keeps what was, and doubts what a pause may move', () => {
    const held = buildEvent({ id: itemId(7), status: 'held', date: day('2026-11-20') });
    const events = [held, buildEvent()];
    const closed = {
      kind: 'closed',
      outcome: 'resolved',
      summary: '',
      noEvaluationReason: '',
      cooperation: null,
      on: day('2026-12-01'),
      by: AINO,
    } as const;
    expect(stateOf(withPromise({ events, status: closed }))).toEqual(['confirmed', 'cancelled', 'cancelled']);
    const until = { id: itemId(8), date: OPEN_DAY, person: AINO, done: null };
    const paused = withPromise({ events, status: { kind: 'onHold', reason: 'x', until } });
    expect(stateOf(paused)).toEqual(['confirmed', 'tentative', 'tentative']);
    expect(entryOf({ c: paused, changedAt: NOW }, itemId(8), t)?.status).toBe('confirmed');
    expect(entryOf({ c: paused, changedAt: NOW }, itemId(2), t)).toBeNull();
  });

  it('B-16: finds everything that anybody is reminded of by its id, and nothing that is done', () => {
    const c = withPromise();
    const stored = { c, changedAt: NOW };
    expect(entryOf(stored, itemId(2), t)?.title).toBe('Seurantapäivä: Kysy vastausta');
    expect(entryOf(stored, itemId(3), t)).toBeNull();
    expect(entryOf(stored, itemId(99), t)).toBeNull();
    const own = parseItemId(c.id) ?? itemId(0);
    expect(entryOf(stored, own, t)).toMatchObject({ title: 'Tavoitepäivä: Kuljetuspalvelun odotusajat', time: null });
    expect(parseCalendarId(calendarIdOf(c.id, own))).toEqual({ caseId: c.id, item: own });
    for (const id of ['', 'x', c.id, `${c.id}.x`, `${c.id}.${c.id}.${c.id}`]) {
      expect(parseCalendarId(id)).toBeNull();
    }
  });

  it('names nobody: a copy of it leaves Teams', () => {
    const text = JSON.stringify(entriesOf(datedCase({ c: fullCase(), changedAt: NOW }), AINO, false, t));
    expect(text).not.toMatch(/aino|sanna|"bo"/i);
  });

  it('is a valid file at its fullest, each thing with a name of its own', () => {
    const entries = entriesOf(datedCase({ c: fullCase(), changedAt: NOW }), AINO, false, t);
    expect(entries.length).toBeGreaterThan(20);
    const { events } = readCalendar(writeCalendar('Ratkaisupolku', entries));
    expect(events.map(({ event }) => event.uid)).toEqual(entries.map(uidOf));
    expect(new Set(entries.map(uidOf)).size).toBe(entries.length);
  });
});
