// Text as search sees it (T-12), and the order of the Finnish alphabet (T-11).

// Letters that Unicode does not take apart into a base and a mark.
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ł: 'l' };

const collator = new Intl.Collator('fi');

/** Lower case without diacritics (å and ä become a, ö becomes o), white space collapsed and trimmed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœßđł]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** True when every word of the query occurs somewhere in the text, which has been folded already. An empty query matches all. */
export function matchesFolded(haystackFolded: string, query: string): boolean {
  return fold(query)
    .split(' ')
    .every((word) => haystackFolded.includes(word));
}

/** For sorting: å, ä and ö come after z, and case matters last. */
export function compareFinnish(a: string, b: string): number {
  return collator.compare(a, b);
}
