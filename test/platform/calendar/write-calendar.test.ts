import fc from 'fast-check';
import { uidOf, writeCalendar } from '../../../src/platform/calendar/write-calendar.ts';
import { hostileText } from '../cards/hostile-text.ts';
import { buildEntry, dateOf, instantOf, readCalendar, timeOf, type ReadEvent } from './entries.ts';

function only(over: Parameters<typeof buildEntry>[0] = {}): ReadEvent {
  const [first, ...others] = readCalendar(writeCalendar('Ratkaisupolku', [buildEntry(over)])).events;
  if (first === undefined || others.length > 0) {
    throw new Error('not one event');
  }
  return first;
}

describe('an entry in a calendar file', () => {
  it('B-16: says what, when, where and how to take part', () => {
    const { event, start, end, isDay, property } = only({ link: 'https://teams.microsoft.com/l/meetup-join/a,b;c' });
    expect(event.summary).toBe('Keskustelutilaisuus: Kuljetuspalvelun odotusajat');
    expect(event.location).toBe('Kaupungintalo, Tampere');
    expect(event.description).toBe('Tapaus 2026-014\nhttps://teams.microsoft.com/l/meetup-join/a,b;c');
    expect([start, end, isDay]).toEqual(['2026-12-02T11:00:00Z', '2026-12-02T13:00:00Z', false]);
    expect(property('url')).toBe('https://teams.microsoft.com/l/meetup-join/a%2Cb%3Bc');
  });

  it('keeps its UID whatever changes, and says how often it has changed and when', () => {
    const before = only();
    const after = only({ sequence: 4, date: dateOf('2026-12-03'), changedAt: instantOf('2026-11-25T10:00:00.000Z') });
    expect(after.event.uid).toBe(before.event.uid);
    expect([before.event.sequence, after.event.sequence]).toEqual([3, 4]);
    expect(after.property('dtstamp')).toBe('2026-11-25T10:00:00Z');
    expect(after.property('last-modified')).toBe('2026-11-25T10:00:00Z');
  });

  it.each([
    ['confirmed', 'CONFIRMED', 'OPAQUE'],
    ['tentative', 'TENTATIVE', 'OPAQUE'],
    ['cancelled', 'CANCELLED', 'TRANSPARENT'],
  ] as const)('says that it is %s', (status, written, transparency) => {
    const { property } = only({ status });
    expect([property('status'), property('transp')]).toEqual([written, transparency]);
  });

  it('is a whole day without a time, which takes nobody’s day', () => {
    const { start, end, isDay, property } = only({ time: null, minutes: 0, date: dateOf('2026-12-31') });
    expect([start, end, isDay]).toEqual(['2026-12-31', '2027-01-01', true]);
    expect(property('transp')).toBe('TRANSPARENT');
  });

  it.each([
    ['before the spring change', '2027-03-27', '09:00', '2027-03-27T07:00:00Z'],
    ['after the spring change', '2027-03-28', '09:00', '2027-03-28T06:00:00Z'],
    ['in the hour that the spring change skips', '2027-03-28', '03:30', '2027-03-28T01:30:00Z'],
    ['before the autumn change', '2026-10-24', '09:00', '2026-10-24T06:00:00Z'],
    ['in the hour that the autumn change repeats', '2026-10-25', '03:30', '2026-10-25T00:30:00Z'],
    ['after the autumn change', '2026-10-25', '09:00', '2026-10-25T07:00:00Z'],
  ])('T-05, T-06: is at the Finnish hour %s', (_when, date, time, start) => {
    expect(only({ date: dateOf(date), time: timeOf(time) }).start).toBe(start);
  });

  it('T-05: lasts as long as agreed across a change of the clocks', () => {
    const { start, end } = only({ date: dateOf('2026-10-25'), time: timeOf('02:30'), minutes: 120 });
    expect([start, end]).toEqual(['2026-10-24T23:30:00Z', '2026-10-25T01:30:00Z']);
  });

  it('has no address that is not https', () => {
    expect(only({ link: 'javascript:alert(1)' }).property('url')).toBe('');
    expect(only({ link: 'http://example.org' }).property('url')).toBe('');
  });
});

describe('a calendar file', () => {
  it('names its program and itself, and asks for no answer and no rule', () => {
    const text = writeCalendar('Ratkaisupolku', [buildEntry()]);
    const { calendar } = readCalendar(text);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Kehitysvammaisten Tukiliitto//Ratkaisupolku//FI');
    expect(calendar.getFirstPropertyValue('name')).toBe('Ratkaisupolku');
    for (const name of ['method', 'rrule', 'vtimezone']) {
      expect(text.toLowerCase()).not.toContain(name);
    }
  });

  it('is the same to the letter for the same entries, and valid without any', () => {
    expect(writeCalendar('a', [buildEntry()])).toBe(writeCalendar('a', [buildEntry()]));
    expect(readCalendar(writeCalendar('a', [])).events).toEqual([]);
  });

  it('carries any text whole: nothing that people write becomes a line of its own', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), hostileText(), hostileText(), (title, description, place, link) => {
        const text = writeCalendar('Ratkaisupolku', [
          buildEntry({ title, description: `${description}\r\nEND:VEVENT\nBEGIN:VEVENT;\\,`, place, link }),
          buildEntry({ id: '01JD0000000000000000000009.01JD0000000000000000000002' }),
        ]);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(lines.join('')).not.toMatch(/[\p{Cc}--\t]/v);
        const { events } = readCalendar(text);
        expect(events).toHaveLength(2);
        const [first] = events;
        const shown = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
        expect(first?.event.uid).toBe(uidOf(buildEntry()));
        expect(shown(first?.event.description ?? '')).toContain('END:VEVENT BEGIN:VEVENT;\\,');
        const plain = title.toWellFormed().replaceAll(/[[\p{Cc}--[\t\n]]\u202a-\u202e\u2066-\u2069\ue000\ufeff]/gv, '');
        expect(shown(first?.event.summary ?? '')).toBe(shown(plain));
      }),
      { numRuns: 500 },
    );
  });
});
