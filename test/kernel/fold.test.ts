import fc from 'fast-check';
import { compareFinnish, fold, matchesFolded } from '../../src/kernel/fold.ts';

describe('T-12: folded text', () => {
  it.each([
    ['Äänekoski', 'aanekoski'],
    ['ÅBO', 'abo'],
    ['Ähtäri ja  Öja\n', 'ahtari ja oja'],
    ['A\u0308a\u0308nekoski', 'aanekoski'],
    ['Šakki ja Žukov', 'sakki ja zukov'],
    ['Smørrebrød', 'smorrebrod'],
    ['  ', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('T-12: search', () => {
  const haystack = fold('Kuljetuspalvelu Äänekoskella');

  it.each(['aanekoski'.slice(0, 8), 'ÄÄNE', 'kuljetus äänekoskella', 'äänekoskella kuljetus', ''])(
    'finds %j',
    (query) => {
      expect(matchesFolded(haystack, query)).toBe(true);
    },
  );

  it('wants every word', () => {
    expect(matchesFolded(haystack, 'kuljetus tampere')).toBe(false);
  });
});

describe('T-11: the Finnish alphabet', () => {
  it('has å, ä and ö last', () => {
    expect(['Öja', 'Äänekoski', 'Åbo', 'Zeta', 'Ähtäri', 'Akaa'].toSorted(compareFinnish)).toEqual([
      'Akaa',
      'Zeta',
      'Åbo',
      'Ähtäri',
      'Äänekoski',
      'Öja',
    ]);
  });
});
