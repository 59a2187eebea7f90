import { PressBody } from './contract.ts';
import { ShownCard } from '../cards/contract.ts';
import { shownCard } from '../cards/shown-card.ts';
import type { CardAction } from '../teams/bot.ts';
import { TAB_ORIGIN } from './from-tab.ts';
import { tabRoute, type TabRoute } from './tab-route.ts';

/**
 * `POST /press`: what pressing a card's button in Teams does, pressed in the tab. The same action runs, so that what
 * can be done on a card can be done here; the answer is what its card shows.
 */
export function pressRoute(actions: readonly CardAction[]): TabRoute {
  const byVerb = new Map(actions.map((action) => [action.verb, action]));
  return tabRoute({
    method: 'POST',
    path: '/press',
    access: 'member',
    body: PressBody,
    answer: ShownCard,
    async handle({ workspace, person, place, now, today, body }) {
      const action = byVerb.get(body.verb);
      if (action === undefined) {
        return { kind: 'refused', code: 'bad-request' };
      }
      // Whatever card the button was drawn for: the answer stands in no card's place.
      const data = { ...body.data, verb: body.verb, ...TAB_ORIGIN };
      const { card } = await action.run({ workspace, person, place, now, today, data, cardActivityId: null });
      return { kind: 'json', json: shownCard(card) };
    },
  });
}
