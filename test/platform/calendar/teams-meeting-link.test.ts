import fc from 'fast-check';
import { teamsMeetingLink } from '../../../src/platform/calendar/teams-meeting-link.ts';
import { hostileText } from '../cards/hostile-text.ts';
import { buildEntry, dateOf, timeOf } from './entries.ts';

function linkOf(over: Parameters<typeof buildEntry>[0] = {}): URL {
  const link = teamsMeetingLink(buildEntry(over));
  if (link === null) {
    throw new Error('no link');
  }
  return new URL(link);
}

describe('the link that opens a new meeting in Teams', () => {
  it('B-16: has everything filled in', () => {
    const link = linkOf();
    expect(`${link.origin}${link.pathname}`).toBe('https://teams.microsoft.com/l/meeting/new');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      subject: 'Keskustelutilaisuus: Kuljetuspalvelun odotusajat',
      startTime: '2026-12-02T13:00:00+02:00',
      endTime: '2026-12-02T15:00:00+02:00',
      content: 'Kaupungintalo, Tampere\nTapaus 2026-014',
    });
  });

  it('writes spaces as %20: Teams shows a plus as a plus', () => {
    expect(linkOf({ title: 'a + b' }).search).toContain('subject=a%20%2B%20b&');
  });

  it('T-05: says the offset of the day, in summer and in winter', () => {
    const summer = linkOf({ date: dateOf('2027-06-01'), time: timeOf('09:00') });
    expect(summer.searchParams.get('startTime')).toBe('2027-06-01T09:00:00+03:00');
    const change = linkOf({ date: dateOf('2026-10-25'), time: timeOf('02:30'), minutes: 120 });
    expect(change.searchParams.get('startTime')).toBe('2026-10-25T02:30:00+03:00');
    expect(change.searchParams.get('endTime')).toBe('2026-10-25T03:30:00+02:00');
  });

  it('is not made of a whole day, nor of what was cancelled', () => {
    expect(teamsMeetingLink(buildEntry({ time: null }))).toBeNull();
    expect(teamsMeetingLink(buildEntry({ status: 'cancelled' }))).toBeNull();
  });

  it('stays short enough for every program, whatever people write', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (title, description) => {
        const link = linkOf({ title: `${title}ä`.repeat(20), description: description.repeat(80) });
        expect(link.href.length).toBeLessThanOrEqual(1_900);
        expect([...link.searchParams.keys()]).toEqual(expect.arrayContaining(['subject', 'startTime', 'endTime']));
        expect(link.host).toBe('teams.microsoft.com');
      }),
    );
  });
});
