// Who has which role in a team. Kept as one small record: a team has few advisors and admins.
import type { PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { Result } from '../../../kernel/result.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import { NO_LINKS, type TeamLinks } from './links.ts';

export type Role = 'advisor' | 'admin';
export const ROLES: readonly Role[] = ['advisor', 'admin'];

/** From the first to the last day away, both included. Why somebody is away is never asked. */
export type Absence = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Somebody with a role, who acts as the advisor meanwhile; null leaves the counties to the others. */
  readonly standIn: PersonId | null;
};

/** `areas` is never empty; `absence` may be over already. */
export type Advisor = { readonly areas: readonly CountyCode[]; readonly absence: Absence | null };

/** Somebody with at least one role. The name is the one of the day the role was given; it outlives the membership. */
export type RoleHolder = {
  readonly person: PersonId;
  readonly name: string;
  readonly isAdmin: boolean;
  readonly advisor: Advisor | null;
};

/** What guests of the team may do with cases. */
export type GuestRights = 'all' | 'read';
export const GUEST_RIGHTS: readonly GuestRights[] = ['all', 'read'];

export type Settings = {
  /** Grows by one with every change; forms name the one they were drawn from. 0: nothing has been set yet. */
  readonly version: number;
  /** In the order in which they first got a role: the first advisor of a county is its primary one. */
  readonly holders: readonly RoleHolder[];
  readonly guests: GuestRights;
  readonly links: TeamLinks;
  readonly lastChange: { readonly by: PersonId; readonly at: Instant } | null;
};

export const NO_SETTINGS: Settings = { version: 0, holders: [], guests: 'all', links: NO_LINKS, lastChange: null };

/** Far more than a federation has advisors; it keeps the record and its card small. */
export const HOLDERS_MAX = 60;

/** Every reason why a change of the settings is refused. Each has a sentence in the catalogue. */
export type SettingsRefusal =
  | 'role-held'
  | 'role-not-held'
  | 'areas-missing'
  | 'list-full'
  | 'not-advisor'
  | 'unchanged'
  | 'last-admin'
  | 'configured-admin'
  | 'until-before-from'
  | 'until-in-past'
  | 'absence-too-long'
  | 'stand-in-same'
  | 'stand-in-without-role'
  | 'link-unusable';

export type SettingsDecision = Result<Settings, SettingsRefusal>;

/** The person's roles, or null. */
export function findHolder(settings: Settings, person: PersonId): RoleHolder | null {
  return settings.holders.find((holder) => holder.person === person) ?? null;
}

/** Those who are advisors, in their order. */
export function advisorsOf(settings: Settings): readonly (RoleHolder & { readonly advisor: Advisor })[] {
  return settings.holders.flatMap((holder) =>
    holder.advisor === null ? [] : [{ ...holder, advisor: holder.advisor }],
  );
}

/** The same settings with one holder changed. */
export function withHolder(settings: Settings, changed: RoleHolder): Settings {
  const holders = settings.holders.map((holder) => (holder.person === changed.person ? changed : holder));
  return { ...settings, holders };
}
