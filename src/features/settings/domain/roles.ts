// Decisions about roles: from the settings of this moment to new ones, or a refusal. Who may ask is policy.ts's matter.
import type { PersonId } from '../../../kernel/ids.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import {
  findHolder,
  HOLDERS_MAX,
  withHolder,
  type GuestRights,
  type Role,
  type RoleHolder,
  type Settings,
  type SettingsDecision,
} from './settings.ts';

export type RoleGift = {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  /** Only for an advisor. */
  readonly areas: readonly CountyCode[];
};

/**
 * Gives a role to somebody, who may hold the other one already. An advisor needs at least one county; somebody who is an
 * advisor already is refused, because giving anew would silently drop their counties (setAreas changes those).
 */
export function giveRole(settings: Settings, { person, name, role, areas }: RoleGift): SettingsDecision {
  const held = findHolder(settings, person);
  if (role === 'admin' ? held?.isAdmin : held !== null && held.advisor !== null) {
    return refuse('role-held', { field: 'role' });
  }
  if (role === 'advisor' && areas.length === 0) {
    return refuse('areas-missing', { field: 'areas' });
  }
  if (held === null && settings.holders.length >= HOLDERS_MAX) {
    return refuse('list-full', { args: { max: HOLDERS_MAX } });
  }
  const before: RoleHolder = held ?? { person, name, isAdmin: false, advisor: null };
  const after: RoleHolder =
    role === 'admin' ? { ...before, name, isAdmin: true } : { ...before, name, advisor: { areas, absence: null } };
  return ok(held === null ? { ...settings, holders: [...settings.holders, after] } : withHolder(settings, after));
}

/** Replaces an advisor's counties; at least one must remain (removeRole takes the last). */
export function setAreas(settings: Settings, person: PersonId, areas: readonly CountyCode[]): SettingsDecision {
  const holder = findHolder(settings, person);
  if (holder === null || holder.advisor === null) {
    return refuse('not-advisor');
  }
  if (areas.length === 0) {
    return refuse('areas-missing', { field: 'areas' });
  }
  const before = new Set(holder.advisor.areas);
  if (areas.length === before.size && areas.every((area) => before.has(area))) {
    return refuse('unchanged');
  }
  return ok(withHolder(settings, { ...holder, advisor: { ...holder.advisor, areas } }));
}

/**
 * Takes a role away. An admin whom the configuration names stays one (`configured-admin`), and the last admin stays while
 * the configuration names none. Who has no role left stands in for nobody either.
 */
export function removeRole(
  settings: Settings,
  person: PersonId,
  role: Role,
  configuredAdmins: readonly PersonId[],
): SettingsDecision {
  const holder = findHolder(settings, person);
  if (role === 'admin') {
    if (configuredAdmins.includes(person)) {
      return refuse('configured-admin', { field: 'held' });
    }
    const others = settings.holders.filter((other) => other.isAdmin && other.person !== person);
    if (holder?.isAdmin && others.length === 0 && configuredAdmins.length === 0) {
      return refuse('last-admin', { field: 'held' });
    }
  }
  if (holder === null || (role === 'admin' ? !holder.isAdmin : holder.advisor === null)) {
    return refuse('role-not-held', { field: 'held' });
  }
  const after = role === 'admin' ? { ...holder, isAdmin: false } : { ...holder, advisor: null };
  const hasRole = after.isAdmin || after.advisor !== null;
  return ok(hasRole ? withHolder(settings, after) : withoutPerson(settings, person, configuredAdmins));
}

/** Lets guests change cases, or only read them. */
export function setGuests(settings: Settings, guests: GuestRights): SettingsDecision {
  return guests === settings.guests ? refuse('unchanged') : ok({ ...settings, guests });
}

function withoutPerson(settings: Settings, person: PersonId, configuredAdmins: readonly PersonId[]): Settings {
  const holders = settings.holders.filter((holder) => holder.person !== person);
  // A configured admin keeps a role, and with it the right to stand in.
  return configuredAdmins.includes(person) ? { ...settings, holders } : { ...settings, holders: holders.map(freed) };

  function freed(holder: RoleHolder): RoleHolder {
    const absence = holder.advisor?.absence ?? null;
    return holder.advisor !== null && absence?.standIn === person
      ? { ...holder, advisor: { ...holder.advisor, absence: { ...absence, standIn: null } } }
      : holder;
  }
}
