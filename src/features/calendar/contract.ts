// What the calendar's page asks and is told.
import * as z from 'zod/mini';
import { ShownButton, ShownMessage } from '../../platform/cards/contract.ts';

const text = z.string();
const choice = z.object({ value: text, title: text });

/** One dated thing as a list or a grid says it. */
export const CalendarEntryView = z.object({
  source: text,
  id: text,
  /** `YYYY-MM-DD` */
  date: text,
  /** `klo 17.00`, or `koko päivä`. */
  time: text,
  /** `tiistaina 8.12.2026 klo 17.00` */
  when: text,
  kind: z.object({ code: text, label: text }),
  /** Begins with the word of its kind. */
  title: text,
  /** `Peruttu`, `Ei vielä varma`, or ''. */
  state: text,
  isCancelled: z.boolean(),
  place: text,
  /** Its counties in words. */
  counties: text,
  /** Opens the ways into one's own calendar. */
  add: ShownButton,
});

const day = z.object({
  date: text,
  /** Of the month, 1 to 31. */
  number: z.number(),
  /** `tiistaina 8.12.2026`; `tänään, tiistaina 24.11.2026` for a day nearby. */
  label: text,
  isToday: z.boolean(),
  isInMonth: z.boolean(),
  /** The name of a public holiday or an eve, or ''. */
  holiday: text,
  entries: z.array(CalendarEntryView),
});

const namedMonth = z.object({ month: text, title: text });

/** `GET /calendar`: a month of what this person may see. */
export const CalendarMonthView = z.object({
  /** `2026-12` */
  month: text,
  /** `joulukuu 2026` */
  title: text,
  previous: z.nullable(namedMonth),
  next: z.nullable(namedMonth),
  weeks: z.array(
    z.object({
      /** By ISO, so that the last days of December may lie in week 1. */
      number: z.number(),
      /** `30.11.–6.12.2026` */
      range: text,
      days: z.array(day),
    }),
  ),
  /** How many entries the month itself has. */
  count: z.number(),
  /** What the view is narrowed to, as the server understood it; '' for everything. */
  filter: z.object({ county: text, kind: text, mine: z.boolean() }),
  counties: z.array(choice),
  kinds: z.array(choice),
  /** What this person may add. */
  newButtons: z.array(ShownButton),
});

/** `GET /calendar/entries/:source/:id`: one dated thing with everything that can be done with it. */
export const CalendarEntryPage = z.object({
  entry: CalendarEntryView,
  /** The month that it lies in, for the way back. */
  month: namedMonth,
  description: z.array(text),
  facts: z.array(z.object({ label: text, value: text })),
  /** The address of the remote meeting, or ''. */
  link: text,
  /** Of the case that it belongs to, which has a page of its own; '' for none. */
  caseNumber: text,
  /** What leads on from it. */
  buttons: z.array(ShownButton),
  /** The thing itself as its own feature shows it to this person; null when the entry says it all. */
  card: z.nullable(ShownMessage),
  /** What belongs to it, each under a heading of its own, without buttons: those of the thing are enough. */
  parts: z.array(z.object({ card: ShownMessage, isPrinted: z.boolean() })),
  /** It belongs to a channel that only some see, and is worked with there alone. */
  isElsewhere: z.boolean(),
});

/** `GET /calendar/subscription`: the person's own feed, without its address. */
export const CalendarSubscriptionView = z.object({
  /** False while the app does not know its own address. */
  isOffered: z.boolean(),
  isOn: z.boolean(),
  facts: z.array(z.object({ label: text, value: text })),
  buttons: z.array(ShownButton),
});

export type CalendarEntryView = z.infer<typeof CalendarEntryView>;
export type CalendarMonthView = z.infer<typeof CalendarMonthView>;
export type CalendarEntryPage = z.infer<typeof CalendarEntryPage>;
export type CalendarSubscriptionView = z.infer<typeof CalendarSubscriptionView>;
