import { countyShortName } from '../../../src/kernel/regions/county-short-names.ts';
import { counties, findCounty } from '../../../src/kernel/regions/regions.ts';

const everyCounty = [...counties, ...['91'].flatMap((code) => findCounty(code) ?? [])];

describe('the short name of a county', () => {
  it('is there for each, and no two are the same', () => {
    expect(everyCounty).toHaveLength(23);
    expect(new Set(everyCounty.map(countyShortName)).size).toBe(23);
  });

  it('A-09: is a name and no abbreviation: the official one begins with the same place', () => {
    for (const county of everyCounty) {
      const name = countyShortName(county);
      expect(county.nameFi.slice(0, 3)).toBe(name.slice(0, 3));
      expect(name).toMatch(/^\p{Lu}\p{Ll}{2,}/u);
    }
  });
});
