import fc from 'fast-check';
import { parsers } from 'prettier/plugins/markdown';
import { cleanText, escapeFunctions, escapeMarkup } from '../../../src/platform/cards/escape-markup.ts';
import { hostileText } from './hostile-text.ts';

type MarkdownNode = { readonly type: string; readonly children?: readonly MarkdownNode[] };

const PLAIN_NODES = new Set(['root', 'paragraph', 'text', 'sentence', 'word', 'whitespace']);

function markupIn(text: string): readonly string[] {
  // The parser's own type is `any`; this is the part of its tree that is looked at.
  const tree = parsers.remark.parse(text, {} as never) as MarkdownNode;
  const walk = (node: MarkdownNode): string[] => [
    ...(PLAIN_NODES.has(node.type) ? [] : [node.type]),
    ...(node.children ?? []).flatMap(walk),
  ];
  return walk(tree);
}

describe('text on a card', () => {
  test('the parser these tests rely on does see markup', () => {
    expect(markupIn('**a** [b](https://evil.example) <b>c</b>')).toEqual(['strong', 'link', 'html', 'html']);
  });

  test('holds no link, mention, emphasis or block in 10,000 hostile texts', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const shown = escapeMarkup(text);
        expect(markupIn(shown)).toEqual([]);
        expect(shown).not.toMatch(/<\/?at|\{\{|\n/i);
      }),
      { numRuns: 10_000 },
    );
  });

  test('reads the same when its letters are read', () => {
    const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]|\p{Lm}/gu, '');
    fc.assert(
      fc.property(hostileText(), (text) => {
        fc.pre(!/<\/?at/i.test(text));
        expect(letters(escapeMarkup(text))).toBe(letters(text));
      }),
    );
  });

  test.each([
    ['Kuljetuspalvelu (Tampere) – odotus 30 min', 'Kuljetuspalvelu (Tampere) – odotus 30 min'],
    ['liite_2_lopullinen.pdf', 'liite_2_lopullinen.pdf'],
    ['Hinta 5 € / matka, ”pieni” lisä', 'Hinta 5 € / matka, ”pieni” lisä'],
    ['Tapaus 2026-014 · Kyydit', 'Tapaus 2026-014 · Kyydit'],
  ])('ordinary text stays as it is: %s', (text, shown) => {
    expect(escapeMarkup(text)).toBe(shown);
  });

  test('line breaks become spaces and outer spaces go', () => {
    expect(escapeMarkup('  yksi\r\n\n    kaksi ')).toBe('yksi kaksi');
  });

  test('mention tags go, also when they are nested', () => {
    expect(escapeMarkup('<at>Aino</at>')).toBe('Aino');
    expect(escapeMarkup('<<at>at>Aino')).not.toContain('<at>');
  });

  test('a date function is shown as it was typed', () => {
    const shown = escapeFunctions('{{DATE(2017-02-14T06:08:39Z, SHORT)}}');
    expect(shown).not.toContain('{{');
    expect(shown.replaceAll('\u2060', '')).toBe('{{DATE(2017-02-14T06:08:39Z, SHORT)}}');
  });
});

describe('clean text', () => {
  test('loses control characters, turned writing direction and half characters, and keeps lines', () => {
    expect(cleanText('a\u0000b\u202ec\ud800\r\nd\te')).toBe('abc\ufffd\nd\te');
  });

  test('is the same when cleaned again', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
