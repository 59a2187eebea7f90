import { nearest } from '../../kernel/edit-distance.ts';
import { fold } from '../../kernel/fold.ts';
import type { GlossaryTerm } from './glossary/glossary-term.ts';
import { glossaryFi } from './glossary/glossary.fi.ts';

export type TermFound =
  | { readonly kind: 'found'; readonly term: GlossaryTerm }
  /** `suggestion` is a term whose name is a slip or two away or begins alike. */
  | { readonly kind: 'unknown'; readonly suggestion: GlossaryTerm | null };

type Named = { readonly folded: string; readonly term: GlossaryTerm };

// Terms before their other words, so that a term is found by its own name whatever another is also called.
const NAMES: readonly Named[] = [
  ...glossaryFi.map((term) => ({ folded: fold(term.term), term })),
  ...glossaryFi.flatMap((term) => (term.also ?? []).map((word) => ({ folded: fold(word), term }))),
];

const SHORT_WORD = 5;
const LONGEST_WORD = 60;
const ALIKE_SHARE = 0.6;

/** The term of a word as people write it: case, dots of ä and ö and surrounding marks do not matter. */
export function findTerm(word: string): TermFound {
  const wanted = fold(word.slice(0, LONGEST_WORD)).replace(/^["”'«]+|["”'».,:;!?]+$/g, '');
  const exact = NAMES.find(({ folded }) => folded === wanted);
  return exact === undefined
    ? { kind: 'unknown', suggestion: suggestionFor(wanted) }
    : { kind: 'found', term: exact.term };
}

function suggestionFor(wanted: string): GlossaryTerm | null {
  const slips = wanted.length > SHORT_WORD ? 2 : 1;
  const near = nearest(
    wanted,
    NAMES.map(({ folded }) => folded),
    slips,
  );
  return (NAMES.find(({ folded }) => folded === near) ?? alike(wanted))?.term ?? null;
}

// Finnish words bend at their end and a little inside: `tavoitteen` shares its beginning with `tavoite`.
function alike(wanted: string): Named | undefined {
  const enough = Math.max(SHORT_WORD, wanted.length * ALIKE_SHARE);
  const byLikeness = NAMES.map((named) => ({ named, shared: sharedBeginning(wanted, named.folded) }))
    .filter(({ shared }) => shared >= enough)
    .toSorted((a, b) => b.shared - a.shared || a.named.folded.length - b.named.folded.length);
  return byLikeness[0]?.named;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}
