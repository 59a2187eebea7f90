import type { PersonId } from '../../kernel/ids.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Member, Roster } from '../../platform/teams/bot.ts';
import { linksIn, type Links } from './domain/links.ts';
import { findHolder, type Settings } from './domain/settings.ts';
import { advisorsOfCounty, isAdmin, isAdvisorOf, supporterOf } from './domain/supporters.ts';
import type { People, PeopleDirectory } from './people.ts';
import { readSettings } from './rows.ts';
import type { SettingsTexts } from './texts.fi.ts';

export type DirectoryDeps = {
  readonly store: Store;
  readonly roster: Pick<Roster, 'team'>;
  /** Admins by configuration, whatever the settings say. */
  readonly adminIds: readonly PersonId[];
  /** Those of the installation, where the team has set none. */
  readonly links: Links;
  readonly t: Pick<SettingsTexts, 'formerMember'>;
};

/** The directory that stands on the team's roster and its stored settings; nothing is kept between loads. */
export function createPeopleDirectory(deps: DirectoryDeps): PeopleDirectory {
  return {
    async load(workspace) {
      const [members, { settings }] = await Promise.all([
        deps.roster.team(workspace),
        readSettings(deps.store, workspace),
      ]);
      const { adminIds, links } = deps;
      return peopleOf({ members, settings, adminIds, links, formerMember: deps.t.formerMember });
    },
  };
}

/** The roster joined with the roles. Who has left keeps the name of the day they got a role. */
export function peopleOf(parts: {
  readonly members: readonly Member[];
  readonly settings: Settings;
  readonly adminIds: readonly PersonId[];
  readonly links: Links;
  readonly formerMember: string;
}): People {
  const { members, settings, adminIds, links, formerMember } = parts;
  const byId = new Map(members.map((member) => [member.id, member]));
  const roles = { settings, configuredAdmins: adminIds, members: new Set(byId.keys()) };
  return {
    members,
    nameOf: (person) => byId.get(person)?.name ?? findHolder(settings, person)?.name ?? formerMember,
    mentionOf(person) {
      const member = byId.get(person);
      return member === undefined ? null : { teamsId: member.teamsId, name: member.name };
    },
    isAdmin: (person) => isAdmin(roles, person),
    isAdvisorOf: (person, county, on) => isAdvisorOf(settings, person, county, on),
    supporterOf: (county, on) => supporterOf(roles, county, on),
    advisorsOf: (county, on) => advisorsOfCounty(roles, county, on),
    links: linksIn(settings, links),
    // A role says more of a person's part than being a guest does.
    mayWrite: (person) =>
      !person.isGuest ||
      settings.guests === 'all' ||
      isAdmin(roles, person.id) ||
      findHolder(settings, person.id) !== null,
  };
}
