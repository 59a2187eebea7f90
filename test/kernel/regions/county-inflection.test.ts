import { Fault } from '../../../src/kernel/fault.ts';
import { countyInflected } from '../../../src/kernel/regions/county-inflection.ts';
import { counties, findCounty, type County } from '../../../src/kernel/regions/regions.ts';

const CASES = ['genitive', 'illative', 'allative', 'elative'] as const;

function county(code: string): County {
  const found = findCounty(code);
  if (found === null) {
    throw new Error(`no county ${code}`);
  }
  return found;
}

describe('a county’s name in a sentence', () => {
  it('bends its last word only', () => {
    expect(CASES.map((each) => countyInflected(county('08'), each))).toEqual([
      'Pirkanmaan hyvinvointialueen',
      'Pirkanmaan hyvinvointialueeseen',
      'Pirkanmaan hyvinvointialueelle',
      'Pirkanmaan hyvinvointialueesta',
    ]);
    expect(countyInflected(county('04'), 'illative')).toBe('Vantaan ja Keravan hyvinvointialueeseen');
  });

  it('is a city in Helsinki', () => {
    expect(CASES.map((each) => countyInflected(county('90'), each))).toEqual([
      'Helsingin kaupungin',
      'Helsingin kaupunkiin',
      'Helsingin kaupungille',
      'Helsingin kaupungista',
    ]);
  });

  it('is known for every county, Åland too', () => {
    const bent = [...counties, county('91')].flatMap((each) => CASES.map((one) => countyInflected(each, one)));
    expect(new Set(bent).size).toBe(23 * CASES.length);
    expect(bent).toContain('Ahvenanmaahan');
  });

  it('is a fault when nobody has said how it bends', () => {
    expect(() => countyInflected({ ...county('08'), nameFi: 'Uusi maakunta' }, 'illative')).toThrow(Fault);
  });
});
