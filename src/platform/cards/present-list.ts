import { invariant } from '../../kernel/fault.ts';
import type { Card } from './card.ts';
import { createTemplate } from './expand.ts';
import type { Button } from './form.ts';
import template from './list.card.json' with { type: 'json' };
import { buttonData, frameData, paragraphsOf, shownButton, shownFrame, type Frame } from './parts.ts';
import { showing } from './shown-card.ts';

export type ListItem = {
  readonly title: string;
  readonly lines: readonly string[];
  /** At most one is calm, `Näytä tapaus`. */
  readonly buttons?: readonly Button[];
};

export type ListView = Frame & {
  readonly intro: string | null;
  readonly items: readonly ListItem[];
  /** What is not shown and how to see it; null when all is shown. */
  readonly more: string | null;
};

/** How many items fit on one card; the caller cuts the list and says in `more` what is left out. */
export const LIST_ITEMS_MAX = 10;

type ListData = ReturnType<typeof frameData> & {
  readonly intro: string;
  readonly items: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string }[];
    readonly hasItemButtons: boolean;
    readonly itemButtons: readonly ReturnType<typeof buttonData>[];
  }[];
  readonly more: string;
};

const draw = createTemplate<ListData>(template);

/** A list of up to ten things, each with its lines and button; the buttons of the card itself come last. */
export function presentList(view: ListView): Card {
  invariant(view.items.length <= LIST_ITEMS_MAX, 'too-many-items-on-card');
  const card = draw({
    ...frameData({ ...view, spoken: view.spoken ?? view.intro ?? '' }),
    intro: view.intro ?? '',
    items: view.items.map(({ title, lines, buttons = [] }) => ({
      title,
      lines: lines.flatMap(paragraphsOf).map((text) => ({ text })),
      hasItemButtons: buttons.length > 0,
      itemButtons: buttons.map(buttonData),
    })),
    more: view.more ?? '',
  });
  return showing(card, {
    kind: 'list',
    ...shownFrame(view),
    intro: view.intro ?? '',
    items: view.items.map(({ title, lines, buttons = [] }) => ({
      title,
      lines: lines.flatMap(paragraphsOf),
      buttons: buttons.map(shownButton),
    })),
    more: view.more ?? '',
  });
}
