// Easy Finnish that is about whole messages rather than sentences, in the app's words and in the user's guide.
import { globSync, readFileSync } from 'node:fs';
import { collectTexts, sentencesOf, type Text } from '../support/catalogue-texts.ts';
import { lintTexts } from '../support/text-linter.ts';
import { paragraphsOf } from './read-docs.ts';

const CATALOGUES = globSync('src/**/*.fi.ts').map((file) => file.replaceAll('\\', '/'));
const GUIDE = globSync('docs/kayttoopas/*.md')
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

function textsOf(file: string): readonly Text[] {
  // Jest's modules know no import() of a computed name.
  const catalogue = jest.requireActual<Readonly<Record<string, unknown>>>(`../../${file}`);
  // Letters to officials follow the manners of letters.
  return collectTexts(catalogue).texts.filter(({ path }) => !/(?:^|\.)letter/i.test(path));
}

function found(pattern: RegExp): readonly string[] {
  return CATALOGUES.flatMap(textsOf)
    .filter(({ text }) => pattern.test(text))
    .map(({ path, text }) => `${path}: ${text}`);
}

// What has to be so, because the app refuses anything else: each entry by what it says.
const ENFORCED = [
  /^Linkin pitää alkaa/,
  /Hänen pitää olla mukana tapauksessa/,
  /^Sijaisella pitää olla rooli/,
  /^Tiimissä pitää olla ainakin yksi ylläpitäjä/,
  // Keeping in touch and holding an event are no obligations.
  /pitää yhteyttä/,
];

describe('the words of the app', () => {
  it('A-04: speak to one person as sinä, in the forms of the imperative too', () => {
    const plural = /(?<!\p{L})(?:te|teidän|teitä|teille|(?!muokkaa|paikkaa)\p{L}{3,}(?:kaa|kää))(?!\p{L})/iu;
    // The greeting speaks to a whole team.
    expect(found(plural).filter((line) => !line.includes('Hei kaikki.'))).toEqual([]);
  });

  it('A-05: say "pitää" and "täytyy" only of what the app enforces', () => {
    const obligations = found(/(?<!\p{L})(?:pitää|täytyy|on pakko)(?!\p{L})/iu);
    expect(obligations.filter((line) => !ENFORCED.some((known) => known.test(line.replace(/^[^:]*: /, ''))))).toEqual(
      [],
    );
  });

  it('A-10: hold no emoji', () => {
    expect(found(/\p{Extended_Pictographic}/u)).toEqual([]);
  });

  it('A-12: break no lines by force and keep to four sentences', () => {
    // The name of what is moved has a line of its own.
    expect(found(/\n(?!Päivä on nyt )/)).toEqual([]);
    const long = CATALOGUES.flatMap(textsOf).filter(({ text }) => sentencesOf(text).length > 4);
    expect(long).toEqual([]);
  });
});

describe('the user’s guide', () => {
  it('has its pages', () => {
    expect(GUIDE.length).toBeGreaterThan(7);
  });

  it.each(GUIDE)('A-01, A-02, A-03, A-06, A-07, A-09, A-11: is easy Finnish in %s', (file) => {
    expect(lintTexts(paragraphsOf(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each(GUIDE)('A-12: keeps to four sentences in a paragraph in %s', (file) => {
    const paragraphs = paragraphsOf(readFileSync(file, 'utf8'));
    expect(paragraphs.filter((text) => sentencesOf(text).length > 4)).toEqual([]);
  });
});
