import type { MessageView } from '../../../platform/cards/present-message.ts';

export type Section = MessageView['sections'][number];

// A card holds 24 kB; the words of its sections may take this much of it, the rest is the frame.
const WORDS_MAX = 12_000;
// Each line has an element of its own around it.
const ELEMENT_BYTES = 90;

/** As many lines, in order, as fit a card, counted as UTF-8; sections left without lines are left out. */
export function fittingLines(sections: readonly Section[]): {
  readonly sections: readonly Section[];
  readonly isCut: boolean;
} {
  let left = WORDS_MAX;
  let isCut = false;
  const kept = sections.map(({ heading, lines }) => {
    const fits = lines.filter((line) => {
      left -= Buffer.byteLength(line) + ELEMENT_BYTES;
      isCut ||= left < 0;
      return left >= 0;
    });
    return { heading, lines: fits };
  });
  return { sections: kept.filter((section) => section.lines.length > 0), isCut };
}
