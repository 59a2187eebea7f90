import { nearest } from '../../kernel/edit-distance.ts';
import { fold } from '../../kernel/fold.ts';
import type { GlossaryTerm } from './glossary/glossary-term.ts';
import { glossaryFi } from './glossary/glossary.fi.ts';

export type TermFound =
  | { readonly kind: 'found'; readonly term: GlossaryTerm }
  /** `suggestion` is a term whose name is a slip or two away, or one that the word is a part of. */
  | { readonly kind: 'unknown'; readonly suggestion: GlossaryTerm | null };

type Named = { readonly folded: string; readonly term: GlossaryTerm };

// Terms before their other words, so that a term is found by its own name whatever another is also called.
const NAMES: readonly Named[] = [
  ...glossaryFi.map((term) => ({ folded: fold(term.term), term })),
  ...glossaryFi.flatMap((term) => (term.also ?? []).map((word) => ({ folded: fold(word), term }))),
];

const SHORT_WORD = 5;
const LONGEST_WORD = 60;

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
  const names = NAMES.map(({ folded }) => folded);
  const near = nearest(wanted, names, slips);
  // Finnish words bend at their end: `tavoitteen` still begins like `tavoite`.
  const stem = wanted.slice(0, Math.max(SHORT_WORD, wanted.length - 3));
  const hit =
    NAMES.find(({ folded }) => folded === near) ??
    (wanted.length < SHORT_WORD ? undefined : NAMES.find(({ folded }) => folded.startsWith(stem)));
  return hit?.term ?? null;
}
