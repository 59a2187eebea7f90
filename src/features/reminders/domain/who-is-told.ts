// Whom a reminder that comes due is for: decided then, from what holds then.
import { msBetween } from '../../../kernel/helsinki-time.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { Lead } from './leads.ts';
import { DEFAULTS, wants, type Preferences } from './preferences.ts';

type Due = {
  readonly lead: Lead;
  readonly dueUtc: Instant;
  /** Who set the date, and when. */
  readonly by: PersonId | null;
  readonly at: Instant | null;
};

const FRESH_MS = 24 * 60 * 60_000;

/**
 * The people, in the order of their ids, who are told now: those whom it concerns and who have chosen this lead. Nobody is
 * reminded early of a date that they have set within the day. When it is late, the advisor alone hears of it, unless it is
 * theirs anyway.
 */
export function whoIsTold(
  due: Due,
  concerned: { readonly people: readonly PersonId[]; readonly advisor: PersonId | null },
  preferences: ReadonlyMap<PersonId, Preferences>,
): readonly PersonId[] {
  const { people, advisor } = concerned;
  const asked = due.lead === 'late' ? (advisor === null || people.includes(advisor) ? [] : [advisor]) : people;
  return [...new Set(asked)]
    .filter((person) => wants(preferences.get(person) ?? DEFAULTS, due.lead) && !hasJustSet(person, due))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function hasJustSet(person: PersonId, { lead, dueUtc, by, at }: Due): boolean {
  return lead !== 'late' && lead > 1 && person === by && at !== null && msBetween(at, dueUtc) < FRESH_MS;
}
