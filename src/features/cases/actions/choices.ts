import type { Choice } from '../../../platform/cards/field.ts';

/** A union's members as choices, in the order of the vocabulary and in the words of the catalogue. */
export function choicesOf<Member extends string>(
  members: readonly Member[],
  words: Readonly<Record<Member, string>>,
): readonly Choice[] {
  return members.map((value) => ({ value, title: words[value] }));
}

// A choice is read at a glance, and forty of them must fit on a card.
const CHOICE_TITLE_MAX = 60;

/** People's words as the title of a choice, cut with an ellipsis. */
export function choiceTitle(text: string): string {
  return text.length <= CHOICE_TITLE_MAX ? text : `${text.slice(0, CHOICE_TITLE_MAX - 1)}…`;
}
