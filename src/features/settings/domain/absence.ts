// An advisor's absence: when, and who stands in.
import { addMonths } from '../../../kernel/dates.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { findHolder, withHolder, type Absence, type Settings, type SettingsDecision } from './settings.ts';

// A longer one is a slip in the year, or a new advisor's turn.
const LONGEST_MONTHS = 12;

type Context = { readonly today: LocalDate; readonly configuredAdmins: readonly PersonId[] };

/**
 * Notes an advisor's absence in place of an earlier one. It may have begun already but not have ended. The stand-in must
 * hold a role, because standing in gives the rights of an advisor and only an admin gives those.
 */
export function setAbsence(
  settings: Settings,
  person: PersonId,
  absence: Absence,
  { today, configuredAdmins }: Context,
): SettingsDecision {
  const holder = findHolder(settings, person);
  if (holder === null || holder.advisor === null) {
    return refuse('not-advisor');
  }
  const { from, until, standIn } = absence;
  if (until < from) {
    return refuse('until-before-from', { field: 'until' });
  }
  if (until < today) {
    return refuse('until-in-past', { field: 'until' });
  }
  if (until > addMonths(from, LONGEST_MONTHS)) {
    return refuse('absence-too-long', { field: 'until' });
  }
  if (standIn === person) {
    return refuse('stand-in-same', { field: 'standIn' });
  }
  if (standIn !== null && findHolder(settings, standIn) === null && !configuredAdmins.includes(standIn)) {
    return refuse('stand-in-without-role', { field: 'standIn' });
  }
  return ok(withHolder(settings, { ...holder, advisor: { ...holder.advisor, absence } }));
}

/** Takes an advisor's absence back; refused when there is none. */
export function clearAbsence(settings: Settings, person: PersonId): SettingsDecision {
  const holder = findHolder(settings, person);
  if (holder === null || holder.advisor === null) {
    return refuse('not-advisor');
  }
  return holder.advisor.absence === null
    ? refuse('unchanged')
    : ok(withHolder(settings, { ...holder, advisor: { ...holder.advisor, absence: null } }));
}

/** Whether the absence covers the date; its first and last day do. */
export function covers(absence: Absence | null, on: LocalDate): absence is Absence {
  return absence !== null && absence.from <= on && on <= absence.until;
}
