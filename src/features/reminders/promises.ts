// What a feature with dates promises: that each of them is looked at again when somebody may want to be reminded.
import { parseLocalDate, parseLocalTime } from '../../kernel/dates.ts';
import { invariant } from '../../kernel/fault.ts';
import { parseInstant, toInstant } from '../../kernel/helsinki-time.ts';
import { parsePersonId, type PersonId } from '../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../kernel/instants.ts';
import type { Delivery, DeliveryDraft } from '../../platform/delivery/delivery.ts';
import { OFFERED_LEADS, parseLead, triggerTime, worthSayingUntil, type Lead } from './domain/leads.ts';
import type { ReminderAbout } from './source.ts';

export const DUE_KIND = 'reminders/due';
export const LETTER_KIND = 'reminders/letter';
export const TOGETHER_KIND = 'reminders/together';

/** A thing with a date, as far as its reminders need to know it in advance. Ids only. */
export type DatedThing = {
  /** The source that finds it again: `cases`, `meetings`. */
  readonly source: string;
  /** The subject of its deliveries, for example a case id. No `|` or `~`. */
  readonly subject: string;
  /** ASCII letters, digits and `-` only; it is part of the promise's name. */
  readonly item: string;
  readonly date: LocalDate;
  /** When it begins; null for no time. */
  readonly time: LocalTime | null;
  /** Whether it can be late: false for what passes by itself. */
  readonly late: boolean;
  /** Who set this date and when: nobody is reminded early of what they have just agreed themselves. */
  readonly by: PersonId;
  readonly at: Instant;
};

const PLACE_MARK = '.';
const END_OF_DAY = clock('23:59');

/**
 * One promise per lead time that people can choose, named `remind-<item>-<lead>`, and `remind-<item>-late` when it can be
 * late. Give all of a subject to the desk's `reconcile` with `kindsOf: 'remind-'`, in the transaction of the change. Who
 * is told of which is asked when each comes due, so changes of people or of their choices need nothing here.
 */
export function remindersOf(thing: DatedThing): readonly DeliveryDraft[] {
  return reminderNames(thing).map(([lead, name]) => draftOf(thing, lead, name));
}

/** The names of all promises of a thing, with their leads. */
export function reminderNames({ item, late }: Pick<DatedThing, 'item' | 'late'>): readonly (readonly [Lead, string])[] {
  const leads: readonly Lead[] = late ? [...OFFERED_LEADS, 'late'] : OFFERED_LEADS;
  return leads.map((lead) => [lead, `remind-${item}-${lead}`]);
}

function draftOf({ source, subject, item, date, by, at }: DatedThing, lead: Lead, name: string): DeliveryDraft {
  return {
    subject,
    name,
    kind: DUE_KIND,
    due: triggerTime(date, lead),
    expires: endOf(worthSayingUntil(date, lead)),
    bundle: `${DUE_KIND}:${subject}~${name}`,
    // It says nothing itself; the messages that follow from it keep to people's hours.
    hours: 'any',
    payload: { source, item, itemDate: date, lead: String(lead), by, at },
  };
}

/** A promise that has come due, read back; null when it is none of ours. */
export type Trigger = {
  readonly source: string;
  readonly about: ReminderAbout;
  readonly lead: Lead;
  readonly by: PersonId | null;
  readonly at: Instant | null;
  /** Only people after this one: the others have been told already. */
  readonly after: string;
};

export function readTrigger({ subject, payload }: Delivery): Trigger | null {
  const { source, item, lead: leadText, by, at, after = '' } = payload;
  const itemDate = parseLocalDate(payload['itemDate']);
  const lead = parseLead(leadText);
  if (source === undefined || item === undefined || itemDate === null || lead === null) {
    return null;
  }
  const when = lead === 'late' ? 'late' : 'before';
  return { source, about: { subject, item, itemDate, when }, lead, by: parsePersonId(by), at: parseInstant(at), after };
}

/**
 * Where a letter goes: where its person wants it, or, when that cannot be, into its thread or to the advisor. `together`:
 * into its thread, in one message with those of others about the same.
 */
export type LetterPlace = 'own' | 'thread' | 'together' | 'advisor';
const PLACES: readonly LetterPlace[] = ['own', 'thread', 'together', 'advisor'];

/** What one person is to be told about one thing. */
export type Letter = {
  readonly person: PersonId;
  readonly source: string;
  readonly about: ReminderAbout;
  readonly place: LetterPlace;
};

/** Which of a person's letters about a thing: `later` is the one they have asked for themselves. */
export const LATER_NAME = 'later';

/** The last moment of a day. */
export function endOf(date: LocalDate): Instant {
  return toInstant(date, END_OF_DAY);
}

const BUNDLES: Readonly<Record<LetterPlace, (person: PersonId, about: ReminderAbout, group: string) => string>> = {
  own: (person) => `letter:${person}`,
  thread: (person, { subject }) => `letter:${person}:${subject}:thread`,
  advisor: (person, { subject }) => `letter:${person}:${subject}:advisor`,
  together: (_person, _about, group) => `together:${group}`,
};

/** The letter as a promise. All of a person's letters of one hour become one message, wherever they come from (B-17). */
export function letterDraft(
  { person, source, about, place }: Letter,
  { name, due, expires, group = '' }: Pick<DeliveryDraft, 'name' | 'due' | 'expires'> & { readonly group?: string },
): DeliveryDraft {
  return {
    subject: letterSubject(person, source, about),
    name: place === 'own' ? name : `${name}${PLACE_MARK}${place}`,
    kind: place === 'together' ? TOGETHER_KIND : LETTER_KIND,
    due,
    expires,
    bundle: BUNDLES[place](person, about, group),
    hours: 'workingDays',
    payload: {
      person,
      source,
      subject: about.subject,
      item: about.item,
      itemDate: about.itemDate,
      when: about.when,
      place,
    },
  };
}

/** The same letter for somebody else, to another place, at another time, or beside others of its `group`. */
export function redraft(
  { name, due, expires }: Delivery,
  letter: Letter,
  { group = '', ...at }: Partial<Pick<DeliveryDraft, 'due'>> & { readonly group?: string } = {},
): DeliveryDraft {
  const [base = name] = name.split(PLACE_MARK);
  return letterDraft(letter, { name: base, due: at.due ?? due, expires, group });
}

export function letterSubject(person: PersonId, source: string, { subject, item }: ReminderAbout): string {
  return `${lettersAbout(person, source, subject)}${item}`;
}

/** How the subjects of all letters to a person about one thing begin. */
export function lettersAbout(person: PersonId, source: string, subject: string): string {
  return `letter-${person}-${source}-${subject}-`;
}

/** A letter read back from its delivery; null when it is none of ours. */
export function readLetter({ payload }: Pick<Delivery, 'payload'>): Letter | null {
  const { source, subject, item, when, place } = payload;
  const person = parsePersonId(payload['person']);
  const itemDate = parseLocalDate(payload['itemDate']);
  if (person === null || itemDate === null || source === undefined || subject === undefined || item === undefined) {
    return null;
  }
  return {
    person,
    source,
    about: { subject, item, itemDate, when: when === 'late' ? 'late' : 'before' },
    place: PLACES.find((known) => known === place) ?? 'own',
  };
}

function clock(text: string): LocalTime {
  const time = parseLocalTime(text);
  invariant(time !== null, 'not-a-time');
  return time;
}
