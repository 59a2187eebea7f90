// Who supports a county on a date, and with whose rights.
import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import { covers } from './absence.ts';
import { advisorsOf, findHolder, type Settings } from './settings.ts';

/** The settings with what lies outside them: the admins of the configuration and who is in the team now. */
export type TeamRoles = {
  readonly settings: Settings;
  readonly configuredAdmins: readonly PersonId[];
  readonly members: ReadonlySet<PersonId>;
};

/** Admin by the configuration or by the settings. */
export function isAdmin({ settings, configuredAdmins }: Omit<TeamRoles, 'members'>, person: PersonId): boolean {
  return configuredAdmins.includes(person) || (findHolder(settings, person)?.isAdmin ?? false);
}

/** All admins who are in the team now: those named in the team first, then those of the configuration. */
export function adminsInTeam({ settings, configuredAdmins, members }: TeamRoles): readonly PersonId[] {
  const named = settings.holders.filter((holder) => holder.isAdmin).map((holder) => holder.person);
  return [...new Set([...named, ...configuredAdmins])].filter((person) => members.has(person));
}

/** Whether the person is an advisor of the county (also while away), or stands in for one who is away on that date. */
export function isAdvisorOf(settings: Settings, person: PersonId, county: CountyCode, on: LocalDate): boolean {
  return advisorsOf(settings).some(({ person: advisor, advisor: { areas, absence } }) => {
    const standsIn = covers(absence, on) && absence.standIn === person;
    return areas.includes(county) && (advisor === person || standsIn);
  });
}

/**
 * Who supports the county on that date. Its advisors are asked in order, each followed by the stand-in of their own
 * choice; then the admins. People who have left the team or are away themselves are passed over; an admin who is away
 * still comes before nobody. Null when the team has no admin either.
 */
export function supporterOf(roles: TeamRoles, county: CountyCode, on: LocalDate): PersonId | null {
  const { settings, members } = roles;
  const isThere = (person: PersonId): boolean =>
    members.has(person) && !covers(findHolder(settings, person)?.advisor?.absence ?? null, on);
  const advisors = advisorsOf(settings)
    .filter(({ advisor }) => advisor.areas.includes(county))
    .flatMap(({ person, advisor: { absence } }) => [
      person,
      ...(covers(absence, on) && absence.standIn !== null ? [absence.standIn] : []),
    ]);
  const admins = adminsInTeam(roles);
  return [...advisors, ...admins].find(isThere) ?? admins[0] ?? null;
}

/** An advisor of a county. `away`: until when, and who stands in; null while they are there. */
export type CountyAdvisor = {
  readonly person: PersonId;
  readonly away: { readonly until: LocalDate; readonly standIn: PersonId | null } | null;
};

/** The advisors of the county who are in the team now, the primary one first. */
export function advisorsOfCounty(
  { settings, members }: Pick<TeamRoles, 'settings' | 'members'>,
  county: CountyCode,
  on: LocalDate,
): readonly CountyAdvisor[] {
  return advisorsOf(settings)
    .filter(({ person, advisor }) => members.has(person) && advisor.areas.includes(county))
    .map(({ person, advisor: { absence } }) => ({
      person,
      away: covers(absence, on) ? { until: absence.until, standIn: absence.standIn } : null,
    }));
}
