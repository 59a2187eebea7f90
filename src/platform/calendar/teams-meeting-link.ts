// The address that opens "new meeting" in Teams, filled in. Nobody needs a permission: who presses it is the organiser,
// and nothing is in a calendar until they save it. Attendees are left out: the app keeps no e-mail addresses.
import { localDateOf, localTimeOf, offsetOf } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import { cleanText } from '../cards/escape-markup.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { timesOf } from './entry-times.ts';

const ADDRESS = 'https://teams.microsoft.com/l/meeting/new';
const SUBJECT_MAX = 120;
// Browsers and mail programs cut longer addresses.
const ADDRESS_MAX = 1_900;

/** The address, or null for what has no time of day or was cancelled: Teams has no meeting to make of it. */
export function teamsMeetingLink(entry: CalendarEntry): string | null {
  const times = timesOf(entry);
  if (times === null || entry.status === 'cancelled') {
    return null;
  }
  const subject = cut(cleanText(entry.title).replaceAll(/\s+/g, ' ').trim(), SUBJECT_MAX);
  const parts = [
    `subject=${encoded(subject)}`,
    `startTime=${encoded(withOffset(times.start))}`,
    `endTime=${encoded(withOffset(times.end))}`,
  ];
  const address = `${ADDRESS}?${parts.join('&')}`;
  const content = fitting(contentOf(entry), ADDRESS_MAX - address.length - '&content='.length);
  return content === '' ? address : `${address}&content=${content}`;
}

// The link has no field for a place, so the content names it.
function contentOf({ place, description }: CalendarEntry): string {
  return cleanText([place, description].filter((part) => part.trim() !== '').join('\n')).trim();
}

/** As much of the text as fits into `max` characters once it is encoded. */
function fitting(text: string, max: number): string {
  let kept = '';
  for (const letter of text) {
    const next = encoded(letter);
    if (kept.length + next.length > max) {
      break;
    }
    kept += next;
  }
  return kept;
}

// Whoever parses the address encodes an apostrophe as well, so it counts as encoded from the start.
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}

function cut(text: string, max: number): string {
  return text.slice(0, max).toWellFormed();
}

/** `2026-12-02T13:00:00+02:00`: the wall clock that people agreed on, with what it means. */
function withOffset(instant: Instant): string {
  return `${localDateOf(instant)}T${localTimeOf(instant)}:00${offsetOf(instant)}`;
}
