// One's own reminder choices in the tab: what the card says, with its buttons.
import { ShownCard } from '../../platform/cards/contract.ts';
import { shownCard } from '../../platform/cards/shown-card.ts';
import { tabRoute, type TabRoute } from '../../platform/tab/tab-route.ts';
import { drawOwn } from './cards/own-card.ts';
import type { RemindersDeps } from './deps.ts';
import { readPreferences } from './rows.ts';

/** `GET /own/reminders`: the choices in words. They are changed by the presses of the card. */
export function createReminderRoutes(deps: RemindersDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/own/reminders',
      access: 'member',
      body: null,
      answer: ShownCard,
      async handle({ workspace, person }) {
        const stored = await readPreferences(deps.store, workspace, person.id);
        return { kind: 'json', json: shownCard(drawOwn(deps.t, stored, { nonce: deps.newId(), notices: [] })) };
      },
    }),
  ];
}
