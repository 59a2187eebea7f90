import type { Card, Mention } from '../../../platform/cards/card.ts';
import { createTemplate } from '../../../platform/cards/expand.ts';
import type { Button } from '../../../platform/cards/form.ts';
import {
  buttonData,
  frameData,
  MAIN_CHOICES_MAX,
  shownButton,
  shownFrame,
  unbroken,
  type Frame,
} from '../../../platform/cards/parts.ts';
import { showing } from '../../../platform/cards/shown-card.ts';
import { cardTextsFi } from '../../../platform/cards/texts.fi.ts';
import template from './reminder.card.json' with { type: 'json' };

/** One thing to remember (B-16). */
export type ReminderItem = {
  /** `Tapaus 2026-014 · Kuljetuspalvelun odotusajat` where the card is about several; null when its heading says it. */
  readonly about: string | null;
  readonly what: string;
  /** `viikon päästä, keskiviikkona 2.12.2026 klo 13.00` */
  readonly when: string;
  readonly where: string | null;
  readonly next: string;
  /** `3 päivää myöhässä`, or null. */
  readonly late: string | null;
  /** `Tehty`, `Siirrä myöhemmäksi` and others. */
  readonly buttons: readonly Button[];
};

export type ReminderView = Omit<Frame, 'spoken'> & {
  readonly items: readonly ReminderItem[];
  /** What else is due and where to see it; null when all is shown. */
  readonly more: string | null;
  readonly mentions: readonly Mention[];
};

type ItemData = {
  readonly about: string;
  readonly what: string;
  readonly when: string;
  readonly late: string;
  readonly where: string;
  readonly next: string;
  readonly separator: boolean;
  readonly folded: boolean;
  readonly unfolded: boolean;
  readonly showId: string;
  readonly choicesId: string;
  readonly moreLabel: string;
  readonly hasItemButtons: boolean;
  readonly itemButtons: readonly ReturnType<typeof buttonData>[];
};

type ReminderData = ReturnType<typeof frameData> & { readonly items: readonly ItemData[]; readonly more: string };

const draw = createTemplate<ReminderData>(template);

/**
 * A reminder of one thing or of several due together. While all choices together are at most five they are in sight;
 * otherwise each item's own are behind `Lisää`, and items beyond the fifth choice are told without buttons.
 */
export function presentReminder(reminder: ReminderView): Card {
  const view = asOneRow(reminder);
  const own = view.buttons.length + (view.links?.length ?? 0);
  const choices = view.items.reduce((sum, item) => sum + item.buttons.length, own);
  const folds = choices > MAIN_CHOICES_MAX;
  const withChoices = folds ? MAIN_CHOICES_MAX - own : view.items.length;
  const first = view.items[0];
  const data = {
    ...frameData({ ...view, spoken: first === undefined ? '' : `${first.when}. ${first.next}` }),
    items: view.items.map((item, index) => itemData(item, { index, folds, hasChoices: index < withChoices })),
    more: view.more ?? '',
  };
  return showing(draw(data, view.mentions), {
    kind: 'list',
    ...shownFrame(view),
    intro: '',
    items: view.items.map(({ about, what, when, where, next, late, buttons }) => ({
      title: what,
      lines: [about ?? '', when, late ?? '', where ?? '', next].filter((line) => line !== ''),
      buttons: buttons.map(shownButton),
    })),
    more: view.more ?? '',
  });
}

// With one thing to remember all its choices stand together at the end.
function asOneRow(view: ReminderView): ReminderView {
  const [only, ...others] = view.items;
  return only === undefined || others.length > 0
    ? view
    : { ...view, items: [{ ...only, buttons: [] }], buttons: [...only.buttons, ...view.buttons] };
}

function itemData(item: ReminderItem, at: { index: number; folds: boolean; hasChoices: boolean }): ItemData {
  const hasItemButtons = at.hasChoices && item.buttons.length > 0;
  const late = unbroken(item.late ?? '');
  return {
    about: item.about ?? '',
    what: item.what,
    when: late === '' ? item.when : `${item.when} · `,
    late,
    where: item.where ?? '',
    next: item.next,
    separator: at.index > 0,
    folded: at.folds && hasItemButtons,
    unfolded: !at.folds,
    showId: `show-${at.index}`,
    choicesId: `choices-${at.index}`,
    moreLabel: cardTextsFi.moreChoices,
    hasItemButtons,
    itemButtons: item.buttons.map(buttonData),
  };
}
