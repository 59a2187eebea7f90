import fc from 'fast-check';

const PIECES = [
  ...['*', '**', '_', '__', '`', '```', '~', '~~', '[', '](', '](https://evil.example)', '[a]: https://evil.example'],
  ...['![', '<', '>', '</', '<at>', '</at>', '<b>', '<script>', '&lt;', '&#42;', '#', '# ', '- ', '+ ', '1. ', '1) '],
  ...['> ', '|', '---', '===', '\\', '\n', '\n\n', '    ', '\t', ' ', 'a', 'ä', '1', '!', '(', ')', ']', '"', ':', '@'],
  ...['{{DATE(2017-02-14T06:08:39Z,SHORT)}}', '${secret}', '${', '}', 'https://evil.example', 'www.evil.example'],
  ...['mailto:a@evil.example', 'javascript:alert(1)', '\u202e', '\u2060', '\ue000', '\ud800', '\u0000'],
] as const;

/** Texts made of the pieces of Markdown, mentions, templates and tricks, and texts of any characters. */
export function hostileText(): fc.Arbitrary<string> {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));
  return fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 60 }));
}
