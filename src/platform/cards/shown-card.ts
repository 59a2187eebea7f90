// Remembers of each card what it was drawn from, so that the tab can show the same without reading Adaptive Cards.
import { Fault } from '../../kernel/fault.ts';
import type { Card } from './card.ts';
import type { ShownCard } from './contract.ts';

const shown = new WeakMap<Card, ShownCard>();

/** Notes what the card shows, and gives the card back. */
export function showing(card: Card, what: ShownCard): Card {
  shown.set(card, what);
  return card;
}

/** What the card shows. A card that no presenter drew is a Fault. */
export function shownCard(card: Card): ShownCard {
  const what = shown.get(card);
  if (what === undefined) {
    throw new Fault('card-without-view');
  }
  return what;
}
