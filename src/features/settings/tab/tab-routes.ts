// The settings in the tab. What is changed goes through the same forms as on the cards.
import { tabRoute, type TabRoute } from '../../../platform/tab/tab-route.ts';
import { OwnSettings, TeamSettings } from '../contract.ts';
import { keepTextLevel, readTextLevel } from '../own-settings.ts';
import { loadScene, type SettingsDeps } from '../scene.ts';
import { teamSettings } from './team-settings.ts';

/** The team's settings for every member, and each person's own. */
export function createSettingsRoutes(deps: SettingsDeps): readonly TabRoute[] {
  const { store } = deps;
  return [
    tabRoute({
      method: 'GET',
      path: '/settings',
      access: 'member',
      body: null,
      answer: TeamSettings,
      handle: async (request) => ({
        kind: 'json',
        json: teamSettings(await loadScene(deps, request), [...deps.times]),
      }),
    }),
    tabRoute({
      method: 'GET',
      path: '/own',
      access: 'member',
      body: null,
      answer: OwnSettings,
      handle: async ({ workspace, person }) => ({
        kind: 'json',
        json: { texts: await readTextLevel(store, workspace, person.id) },
      }),
    }),
    tabRoute({
      method: 'POST',
      path: '/own',
      access: 'member',
      body: OwnSettings,
      answer: OwnSettings,
      async handle({ workspace, person, body }) {
        await keepTextLevel(store, workspace, person.id, body.texts);
        return { kind: 'json', json: body };
      },
    }),
  ];
}
