// What a feature with dates promises: that each of them is looked at again when somebody may want to be reminded.
import { parseLocalTime } from '../../kernel/dates.ts';
import { invariant } from '../../kernel/fault.ts';
import { toInstant } from '../../kernel/helsinki-time.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../kernel/instants.ts';
import type { DeliveryDraft } from '../../platform/delivery/delivery.ts';
import { OFFERED_LEADS, triggerTime, worthSayingUntil, type Lead } from './domain/leads.ts';

export const DUE_KIND = 'reminders/due';

/** A thing with a date, as far as its reminders need to know it in advance. Ids only. */
export type DatedThing = {
  /** The source that finds it again: `cases`, `meetings`. */
  readonly source: string;
  /** The subject of its deliveries, for example a case id. No `|` or `~`. */
  readonly subject: string;
  /** ASCII letters, digits and `-` only; it is part of the promise's name. */
  readonly item: string;
  readonly date: LocalDate;
  /** When it begins, for a reminder on the same morning; null for no time. */
  readonly time: LocalTime | null;
  /** Whether it can be late: false for what passes by itself. */
  readonly late: boolean;
  /** Who set this date and when: nobody is reminded early of what they have just agreed themselves. */
  readonly by: PersonId;
  readonly at: Instant;
};

const END_OF_DAY = clock('23:59');

/**
 * One promise per lead time that people can choose, named `remind-<item>-<lead>`, and `remind-<item>-late` when it can be
 * late. Give all of a subject to the desk's `reconcile` with `kindsOf: 'remind-'`, in the transaction of the change. Who
 * is told of which is asked when each comes due, so changes of people or of their choices need nothing here.
 */
export function remindersOf(thing: DatedThing): readonly DeliveryDraft[] {
  const leads: readonly Lead[] = thing.late ? [...OFFERED_LEADS, 'late'] : OFFERED_LEADS;
  return leads.map((lead) => draftOf(thing, lead));
}

function draftOf({ source, subject, item, date, time, by, at }: DatedThing, lead: Lead): DeliveryDraft {
  const name = `remind-${item}-${lead}`;
  return {
    subject,
    name,
    kind: DUE_KIND,
    due: triggerTime(date, lead),
    expires: toInstant(worthSayingUntil(date, lead), END_OF_DAY),
    bundle: `${DUE_KIND}:${subject}~${name}`,
    // It says nothing itself; the messages that follow from it keep to people's hours.
    hours: 'any',
    payload: { source, item, itemDate: date, itemTime: time ?? '', lead: String(lead), by, at },
  };
}

function clock(text: string): LocalTime {
  const time = parseLocalTime(text);
  invariant(time !== null, 'not-a-time');
  return time;
}
