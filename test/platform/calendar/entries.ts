// Entries for tests of calendars, and files read by a parser that nobody here wrote.
import ICAL from 'ical.js';
import { parseLocalDate, parseLocalTime } from '../../../src/kernel/dates.ts';
import { parseInstant } from '../../../src/kernel/helsinki-time.ts';
import type { Instant, LocalDate, LocalTime } from '../../../src/kernel/instants.ts';
import type { CalendarEntry } from '../../../src/platform/calendar/calendar-entry.ts';

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

export const dateOf = (text: string): LocalDate => known(parseLocalDate(text));
export const timeOf = (text: string): LocalTime => known(parseLocalTime(text));
export const instantOf = (text: string): Instant => known(parseInstant(text));

/** A meeting of two hours on Wednesday 2.12.2026 at 13.00. */
export function buildEntry(over: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    source: 'cases',
    id: '01JD0000000000000000000001.01JD0000000000000000000002',
    sequence: 3,
    status: 'confirmed',
    kind: { code: 'event', label: 'Keskustelutilaisuus' },
    title: 'Keskustelutilaisuus: Kuljetuspalvelun odotusajat',
    description: 'Tapaus 2026-014',
    date: dateOf('2026-12-02'),
    time: timeOf('13:00'),
    minutes: 120,
    place: 'Kaupungintalo, Tampere',
    link: '',
    counties: [],
    audience: 'team',
    changedAt: instantOf('2026-11-24T09:00:00.000Z'),
    ...over,
  };
}

export type ReadEvent = {
  readonly event: ICAL.Event;
  readonly start: string;
  readonly end: string;
  readonly isDay: boolean;
  readonly property: (name: string) => string;
};

/** The events of a file; fails when the parser does. */
export function readCalendar(text: string): {
  readonly calendar: ICAL.Component;
  readonly events: readonly ReadEvent[];
} {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component): ReadEvent => {
    const event = new ICAL.Event(component);
    return {
      event,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDay: event.startDate.isDate,
      property: (name) => String(component.getFirstPropertyValue(name) ?? ''),
    };
  });
  return { calendar, events };
}
