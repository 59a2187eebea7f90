// What every card and form of the settings is drawn from: the team and its settings, as of one moment.
import type { NewId, PersonId } from '../../kernel/ids.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Button } from '../../platform/cards/form.ts';
import { isFromTab } from '../../platform/tab/from-tab.ts';
import type { Asking, Member, Roster } from '../../platform/teams/bot.ts';
import type { Links } from './domain/links.ts';
import { findHolder, type Settings } from './domain/settings.ts';
import { adminsInTeam, type TeamRoles } from './domain/supporters.ts';
import { readSettings } from './rows.ts';
import type { SettingsTexts } from './texts.fi.ts';

export type SettingsDeps = {
  readonly store: Store;
  readonly roster: Pick<Roster, 'team'>;
  readonly adminIds: readonly PersonId[];
  readonly newId: NewId;
  /** What the federation calls its advisors, in the nominative: `järjestöasiantuntija`. */
  readonly advisorLabel: string;
  /** Those of the installation, where the team has set none. */
  readonly links: Links;
  /** What holds for everybody's reminders, as facts. */
  readonly times: readonly { readonly label: string; readonly value: string }[];
  /** What everybody can set for themselves, offered by other features. */
  readonly ownButtons: readonly Button[];
  readonly t: SettingsTexts;
};

export type Scene = TeamRoles & {
  readonly asking: Asking;
  /** Asked by a press in the tab. */
  readonly isInTab: boolean;
  readonly team: readonly Member[];
  readonly settings: Settings;
  readonly advisorLabel: string;
  /** Those of the installation. */
  readonly installedLinks: Links;
  readonly ownButtons: readonly Button[];
  readonly t: SettingsTexts;
};

/** The team and its settings now. An outage throws. */
export async function loadScene(deps: SettingsDeps, asking: Asking): Promise<Scene> {
  const [team, { settings }] = await Promise.all([
    deps.roster.team(asking.workspace),
    readSettings(deps.store, asking.workspace),
  ]);
  return {
    asking,
    isInTab: 'data' in asking && isFromTab(asking.data),
    team,
    settings,
    configuredAdmins: deps.adminIds,
    members: new Set(team.map((member) => member.id)),
    advisorLabel: deps.advisorLabel,
    installedLinks: deps.links,
    ownButtons: deps.ownButtons,
    t: deps.t,
  };
}

/** The name in the team, or the one kept with the role. */
export function nameIn(scene: Scene, person: PersonId): string {
  const member = scene.team.find((each) => each.id === person);
  return member?.name ?? findHolder(scene.settings, person)?.name ?? scene.t.formerMember;
}

// More names than this are not a hint whom to ask.
const HELPERS_MAX = 2;

/** The last line of every card: who helps (B-14). */
export function helpLine(scene: Scene): string {
  const names = adminsInTeam(scene)
    .slice(0, HELPERS_MAX)
    .map((person) => nameIn(scene, person));
  return names.length === 0 ? scene.t.helpNobody : scene.t.help(names.join(', '));
}
