// Phrases about a bulletin that several cards share.
import { countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import { formatDateTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Bulletin, BulletinDate, Meeting } from '../domain/bulletin.ts';
import type { BulletinTexts } from '../texts.fi.ts';

// More names than this are not read; the rest are counted.
const COUNTIES_SHOWN = 4;

/** `Valtakunnallinen`, `Pirkanmaan hyvinvointialue, …`, or the first few with the number of the rest. */
export function scopeText(codes: readonly CountyCode[], t: BulletinTexts): string {
  if (codes.length === 0) {
    return t.national;
  }
  const names = codes.map((code) => countyOf(code).nameFi);
  const shown = names.slice(0, COUNTIES_SHOWN).join(', ');
  return names.length > COUNTIES_SHOWN ? t.moreCounties(shown, names.length - COUNTIES_SHOWN) : shown;
}

/** `Tiedote · Kuulemistilaisuus · Pirkanmaan hyvinvointialue` */
export function aboutText(b: Pick<Bulletin, 'kind' | 'counties'>, t: BulletinTexts): string {
  return t.about(t.kinds[b.kind], scopeText(b.counties, t));
}

/** `torstaina 10.12.2026 klo 17.00` */
export function meetingTime({ date, time }: Pick<Meeting, 'date' | 'time'>): string {
  return time === null ? formatWeekdayDate(date) : formatDateTime(date, time);
}

/** What the date is of, `Kuulemistilaisuus`. */
export function dateLabel(b: Bulletin, { item }: Pick<BulletinDate, 'item'>, t: BulletinTexts): string {
  return item === 'deadline' ? t.reminder.what.deadline : t.reminder.what.meeting[meetingKind(b)];
}

/** The kinds that people meet for. */
export const MEETING_KINDS = ['hearing', 'workingGroup'] as const;

/** A date of a kind that has no meetings can only have been kept from before; it is named as a hearing. */
export function meetingKind({ kind }: Pick<Bulletin, 'kind'>): (typeof MEETING_KINDS)[number] {
  return kind === 'workingGroup' ? kind : 'hearing';
}
