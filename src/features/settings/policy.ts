// Who may change the settings. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { findHolder } from './domain/settings.ts';
import { isAdmin, type TeamRoles } from './domain/supporters.ts';

export type SettingsAction =
  'giveRole' | 'setAreas' | 'setAbsence' | 'clearAbsence' | 'removeRole' | 'setGuests' | 'setLinks';

export type SettingsPolicyRefusal = 'admins-only' | 'own-absence-only';

type Roles = Omit<TeamRoles, 'members'>;

/** Whether the person may do it to `whom`: an admin everything, an advisor their own absence, others nothing. */
export function maySet(
  roles: Roles,
  person: PersonId,
  action: SettingsAction,
  whom: PersonId | null,
): Result<null, SettingsPolicyRefusal> {
  if (isAdmin(roles, person)) {
    return ok(null);
  }
  if (action !== 'setAbsence' && action !== 'clearAbsence') {
    return refuse('admins-only');
  }
  const isAdvisor = (findHolder(roles.settings, person)?.advisor ?? null) !== null;
  if (!isAdvisor) {
    return refuse('admins-only');
  }
  return whom === null || whom === person ? ok(null) : refuse('own-absence-only');
}
