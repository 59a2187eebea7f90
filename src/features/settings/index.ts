// The settings as one value: the people of a team with their roles, and what the bot offers for changing them.
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import { createSettingsActions, createSettingsCommand } from './bot.ts';
import { createPeopleDirectory } from './people-directory.ts';
import type { PeopleDirectory } from './people.ts';
import type { SettingsDeps } from './scene.ts';
import { createSettingsRoutes } from './tab/tab-routes.ts';
import { settingsFi } from './texts.fi.ts';

export type { People, PeopleDirectory } from './people.ts';

export type SettingsFeature = {
  readonly people: PeopleDirectory;
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly tabRoutes: readonly TabRoute[];
};

/** Builds the feature in Finnish on what it stands on. */
export function createSettings(parts: Omit<SettingsDeps, 't'>): SettingsFeature {
  const deps: SettingsDeps = { ...parts, t: settingsFi };
  return {
    people: createPeopleDirectory(deps),
    commands: [createSettingsCommand(deps)],
    actions: createSettingsActions(deps),
    tabRoutes: createSettingsRoutes(deps),
  };
}
