// What the first page asks and is told: what one person has to do.
import * as z from 'zod/mini';
import { ShownButton } from '../../platform/cards/contract.ts';

const text = z.string();

/** Something to do or to answer. */
export const OverviewLine = z.object({
  id: text,
  text,
  about: text,
  /** Its page below `/tab`; null when it has none. */
  to: z.nullable(text),
  /** `huomenna, keskiviikkona 25.11.2026 klo 13.00`, or ''. */
  when: text,
  /** `3 päivää myöhässä`, or ''. */
  late: text,
  buttons: z.array(ShownButton),
});

/** A case of the person's counties. `why`: how late it is, or since when nothing has happened. */
export const WatchedLine = z.object({ id: text, title: text, to: text, county: text, next: text, why: text });

export const WeekEntry = z.object({
  id: text,
  /** `klo 13.00`, or `koko päivä`. */
  time: text,
  title: text,
  place: text,
  /** Its page below `/tab`. */
  to: text,
  /** Opens the ways into one's own calendar. */
  add: ShownButton,
});

/** `GET /overview`. */
export const OverviewView = z.object({
  /** Null for who looks after no county. */
  watched: z.nullable(
    z.object({
      counties: text,
      late: z.array(WatchedLine),
      moreLate: z.number(),
      silent: z.array(WatchedLine),
      moreSilent: z.number(),
      /** So many days without a change are silence. */
      silentDays: z.number(),
    }),
  ),
  answers: z.array(OverviewLine),
  /** Without the empty ones, the most urgent first. */
  groups: z.array(
    z.object({
      key: z.enum(['late', 'today', 'week', 'nextWeek', 'later', 'undated']),
      lines: z.array(OverviewLine),
      /** How many are not shown. */
      more: z.number(),
    }),
  ),
  week: z.object({
    /** `23.–29.11.2026` */
    range: text,
    /** The days that have something. */
    days: z.array(z.object({ date: text, label: text, entries: z.array(WeekEntry) })),
  }),
});

export type OverviewLine = z.infer<typeof OverviewLine>;
export type WatchedLine = z.infer<typeof WatchedLine>;
export type OverviewView = z.infer<typeof OverviewView>;
