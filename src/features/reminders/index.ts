// The reminders as one value: what features with dates promise by, and what they give.
export type { Digest, DigestLine, Reminded, ReminderAbout, ReminderSource } from './source.ts';
export { remindersOf, type DatedThing } from './promises.ts';
