// What the page of the messages asks and is told.
import * as z from 'zod/mini';

const text = z.string();
const count = z.number();

/** One message that was not said in time, in words. */
export const MissedMessage = z.object({
  /** What a retry sends. */
  id: text,
  state: z.enum(['failed', 'expired', 'late']),
  /** What kind of message it is. */
  title: text,
  /** What it is about, with its page of the tab; null when that is not for this person to see. */
  about: z.nullable(z.object({ text, to: text })),
  facts: z.array(z.object({ label: text, value: text })),
  /** What to do about it. */
  advice: text,
  canRetry: z.boolean(),
});

/** `GET /deliveries`: how the messages of the team go, and those that went wrong, newest first. */
export const DeliveriesView = z.object({
  failed: count,
  expired: count,
  late: count,
  /** Nobody knows whether they arrived; they were sent again. */
  unknown: count,
  unreadable: count,
  /** When the last message arrived, in words; null when none did in these days. */
  lastSent: z.nullable(text),
  /** How many days back it looks for what failed or expired. */
  days: count,
  /** The same for `unknown` and `lastSent`. */
  sendingDays: count,
  byKind: z.array(z.object({ title: text, missed: count, late: count })),
  lines: z.array(MissedMessage),
  /** How many are not shown. */
  more: count,
});

export const RetryBody = z.object({ id: z.string().check(z.maxLength(1_000)) });

/** `POST /deliveries/retry`: what became of it, as a sentence. */
export const RetryAnswer = z.object({
  outcome: z.enum(['promised', 'waiting', 'over', 'not-needed', 'gone']),
  said: text,
});

export type MissedMessage = z.infer<typeof MissedMessage>;
export type DeliveriesView = z.infer<typeof DeliveriesView>;
export type RetryAnswer = z.infer<typeof RetryAnswer>;
