// How stored series and meetings are read back: everything is checked, so that a row nobody can read is reported and
// never half-used.
import { z } from 'zod/mini';
import type { Meeting } from './domain/meeting.ts';
import type { Series } from './domain/series.ts';
import { FORMATS, MEETING_KINDS, SERIES_KINDS, THEMES } from './domain/vocabulary.ts';

// Ids, dates and instants are branded in the domain; here their text form is checked, the brand is given once at the end.
const text = z.string();
const person = z.string().check(z.minLength(1));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const time = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
const touch = z.strictObject({ by: person, at: instant });
const home = z.strictObject({ channelId: text, access: z.enum(['team', 'restricted']) });

const frame = {
  title: text,
  counties: z.array(text),
  municipality: z.nullable(text),
  minutes: z.int(),
  format: z.enum(FORMATS),
  place: text,
  link: text,
  organiser: person,
};

const seriesSchema = z.strictObject({
  ...frame,
  id: text,
  rev: z.int(),
  kind: z.enum(SERIES_KINDS),
  rule: z.strictObject({
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
    weekday: z.int().check(z.gte(1), z.lte(7)),
    everyMonths: z.union([z.literal(1), z.literal(2)]),
    from: date,
    until: z.nullable(date),
  }),
  time,
  status: z.enum(['active', 'ended']),
  home,
  made: touch,
  changed: touch,
});

const state = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asking'), asked: z.int() }),
  z.strictObject({ kind: z.literal('planned') }),
  z.strictObject({ kind: z.literal('announced'), at: instant }),
  z.strictObject({ kind: z.literal('skipped') }),
  z.strictObject({ kind: z.literal('cancelled'), wasAnnounced: z.boolean() }),
  z.strictObject({ kind: z.literal('held') }),
]);

const online = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), eventId: text, joinUrl: text, shown: z.int() }),
  z.strictObject({ kind: z.literal('gone') }),
]);

const meetingSchema = z.strictObject({
  ...frame,
  id: text,
  rev: z.int(),
  sequence: z.int(),
  series: z.nullable(z.strictObject({ id: text, month: z.string().check(z.regex(/^\d{4}-\d{2}$/)) })),
  kind: z.enum(MEETING_KINDS),
  theme: z.nullable(z.enum(THEMES)),
  description: text,
  materials: text,
  date,
  time: z.nullable(time),
  state,
  home,
  made: touch,
  changed: touch,
  dated: touch,
  online: z.nullable(online),
  note: text,
  nextSteps: z.array(
    z.strictObject({
      id: text,
      what: text,
      date: z.nullable(date),
      done: z.nullable(z.strictObject({ on: date, by: person })),
    }),
  ),
});

// A field that the domain has and the schema lacks, or the other way round, does not compile.
type SameKeys<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : false) : false;
const SERIES_KEYS: SameKeys<z.infer<typeof seriesSchema>, Series> = true;
const MEETING_KEYS: SameKeys<z.infer<typeof meetingSchema>, Meeting> = true;

/** The series of a stored value, or null when this version cannot read it. */
export function parseSeries(value: unknown): Series | null {
  const result = seriesSchema.safeParse(value);
  // The same shape, its texts branded.
  return result.success && SERIES_KEYS ? (result.data as unknown as Series) : null;
}

/** The meeting of a stored value, or null when this version cannot read it. */
export function parseMeeting(value: unknown): Meeting | null {
  const result = meetingSchema.safeParse(value);
  // The same shape, its texts branded.
  return result.success && MEETING_KEYS ? (result.data as unknown as Meeting) : null;
}
