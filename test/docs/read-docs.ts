// Markdown as the tests of the docs need it.

/** The paragraphs, list items, headings and table cells of a page as plain text, without code and addresses. */
export function paragraphsOf(markdown: string): readonly string[] {
  return markdown
    .replaceAll(/```[\s\S]*?```/g, '')
    .split(/\n\s*\n|\n(?=\s*(?:[-*|#]|\d+\.) ?)/)
    .flatMap((block) => (block.trimStart().startsWith('|') ? block.split('|') : [block]))
    .map(plainText)
    .filter((text) => /\p{L}/u.test(text));
}

/** The addresses of the links and pictures of a page, in their order. */
export function linksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
}

/** The cells of every table row of a page, without the heads and rules of the tables. */
export function tableRowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function plainText(block: string): string {
  return block
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`[^`]*`/g, 'Esimerkki')
    .replaceAll(/^\s*(?:[-*]|#+|\d+\.|>)\s+/gm, '')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
