// The closed lists of the meetings. Codes are stored; their words are in the texts.
import type { NthOfMonth } from '../../../kernel/monthly-rules.ts';

/** What recurs (S2-33, S2-35, S1-07). */
export const SERIES_KINDS = ['supervision', 'onlineMeetup', 'municipalCooperation'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** What happens once (S1-36…S1-38, S2-24, S2-38, S2-40). */
export const EVENT_KINDS = [
  'training',
  'trainingDay',
  'trainingEvening',
  'jointTraining',
  'themeEvent',
  'seminar',
  'congressSeminar',
  'hearing',
  'foundingMeeting',
  'otherEvent',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A single meeting may also be of a kind that usually recurs. */
export const MEETING_KINDS = [...SERIES_KINDS, ...EVENT_KINDS] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What a training or an event is about; `advocacy` is vaikuttaminen (S1-38). */
export const THEMES = ['advocacy', 'services', 'rights', 'inclusion', 'association', 'other'] as const;
export type Theme = (typeof THEMES)[number];

export const FORMATS = ['online', 'onSite', 'both'] as const;
export type Format = (typeof FORMATS)[number];

export const ANSWERS = ['yes', 'maybe', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

export const NTHS: readonly NthOfMonth[] = [1, 2, 3, 4, 'last'];

/** Lengths that can be chosen, in minutes. */
export const LENGTHS = [30, 45, 60, 90, 120, 180, 240, 360, 480] as const;
