// What was recorded, as headings with lines. The card shows the words of as many as fit it; the tab shows all, each with
// what can be done to it.
import type { ItemId } from '../../../kernel/ids.ts';
import type { ActionName } from '../domain/action-rules.ts';
import type { Section } from './fitting-lines.ts';

/** `item`: the thing of the case that the line is about, when it can be mended by itself. */
export type RecordLine = { readonly text: string; readonly item: ItemId | null };

export type RecordSection = {
  readonly heading: string;
  readonly lines: readonly RecordLine[];
  /** The action whose form mends what has no item of its own; null for none. */
  readonly edits: ActionName | null;
};

/** A section whose lines are mended together, by one form. */
export function wholeSection(heading: string, lines: readonly string[], edits: ActionName | null): RecordSection {
  return { heading, edits, lines: lines.filter((text) => text.trim() !== '').map((text) => ({ text, item: null })) };
}

/** A section with a line for each item. */
export function itemSection<Item extends { readonly id: ItemId }>(
  heading: string,
  items: readonly Item[],
  lineOf: (item: Item) => string,
): RecordSection {
  return { heading, edits: null, lines: items.map((item) => ({ text: lineOf(item), item: item.id })) };
}

/** The words alone. */
export function wordsOf({ heading, lines }: RecordSection): Section {
  return { heading, lines: lines.map(({ text }) => text) };
}
