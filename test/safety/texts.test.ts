import { globSync } from 'node:fs';
import { lintTexts } from '../support/text-linter.ts';

// Every file that holds words, so that a new catalogue cannot escape.
const FILES = globSync(['src/**/*.fi.ts'])
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

describe('the words that people read', () => {
  it('are in catalogues that this test finds', () => {
    expect(FILES).toEqual(
      expect.arrayContaining(['src/features/settings/texts.fi.ts', 'src/platform/cards/texts.fi.ts']),
    );
  });

  it.each(FILES)('A-01, A-02, A-03, A-06, A-07, A-09, A-11: are easy Finnish in %s', (file) => {
    // Jest's modules know no import() of a computed name.
    const catalogue = jest.requireActual<Readonly<Record<string, unknown>>>(`../../${file}`);
    expect(lintTexts(catalogue)).toEqual([]);
  });
});
