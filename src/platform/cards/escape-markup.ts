// People's words as plain words. Teams and other clients read Markdown, mentions and date functions in some texts of a
// card, and not all of them undo backslash escapes, so nothing here adds a character that can be seen.

// U+2060: has no width and is neither white space nor punctuation, so it parts a sequence without changing how it reads.
const JOINER = '\u2060';

// The same marks for the eye that no client takes for Markdown. Emphasis cannot be parted by an invisible character.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\\': '\u2216',
  '`': '\u02cb',
  '*': '\u2217',
  '~': '\u223c',
  _: '\u02cd',
};

/**
 * Text without what nobody sees but machines obey: control characters (tabs and line feeds stay), marks that turn the
 * direction of writing, half characters, and the private character that the card engine uses for itself.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/[[\p{Cc}--[\t\n]]\u202a-\u202e\u2066-\u2069\ue000\ufeff]/gv, '');
}

/** Text that cannot be a date function of the card (`{{DATE(…)}}`); otherwise as it was, also when copied. */
export function escapeFunctions(text: string): string {
  return text.replaceAll(/\{(?=\{)/g, `{${JOINER}`);
}

/**
 * One line of text that reads the same but makes no link, mention, emphasis, list, heading, code or HTML wherever
 * Markdown is read. Needed for `TextBlock`, `FactSet` and choice titles; a `TextRun` knows no Markdown.
 */
export function escapeMarkup(text: string): string {
  const line = text
    .replaceAll(/<\/?at\b[^>]*>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    // Inside a word or a number `_` is inactive everywhere.
    .replaceAll(/[\\`*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => LOOK_ALIKES[mark] ?? mark)
    .replaceAll(/[<\]@]|&(?=[#\w])|\)(?=[-+\d])|:(?=\/\/)|(?<=mailto):|www(?=\.)/gi, (mark) => mark + JOINER);
  const startsAsBlock = /^(?:[-+#>=|:]|\d+[.)])/.test(line);
  return escapeFunctions(startsAsBlock ? JOINER + line : line);
}
