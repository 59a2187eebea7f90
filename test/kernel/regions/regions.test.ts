import { Fault } from '../../../src/kernel/fault.ts';
import { compareFinnish } from '../../../src/kernel/fold.ts';
import {
  counties,
  countyOf,
  countyOfMunicipality,
  findCounty,
  findMunicipality,
  municipalities,
  parseCountyCode,
  parseMunicipalityCode,
  searchRegions,
  type Region,
} from '../../../src/kernel/regions/regions.ts';

const nameOf = (region: Region): string =>
  region.kind === 'county' ? region.county.nameFi : region.municipality.nameFi;
const names = (query: string): readonly string[] => searchRegions(query).map(nameOf);

const bilingual = `Espoo/Esbo Hanko/Hangö Helsinki/Helsingfors Inkoo/Ingå Kaskinen/Kaskö Kauniainen/Grankulla
  Kemiönsaari/Kimitoön Kirkkonummi/Kyrkslätt Kokkola/Karleby Korsnäs/Korsnäs Kristiinankaupunki/Kristinestad
  Kruunupyy/Kronoby Lapinjärvi/Lappträsk Lohja/Lojo Loviisa/Lovisa Luoto/Larsmo Maalahti/Malax Mustasaari/Korsholm
  Myrskylä/Mörskom Närpiö/Närpes Parainen/Pargas Pietarsaari/Jakobstad Porvoo/Borgå Pyhtää/Pyttis Raasepori/Raseborg
  Sipoo/Sibbo Siuntio/Sjundeå Turku/Åbo Uusikaarlepyy/Nykarleby Vaasa/Vasa Vantaa/Vanda Vöyri/Vörå`.split(/\s+/);

describe('the counties', () => {
  it('are 21 and Helsinki, without Åland, in Finnish alphabetical order', () => {
    expect(counties).toHaveLength(22);
    expect(counties.map(({ nameFi }) => nameFi)).toEqual(counties.map(({ nameFi }) => nameFi).toSorted(compareFinnish));
    expect(counties.map(({ code }) => code)).not.toContain('91');
  });

  it('have the names of the classification', () => {
    expect(findCounty('08')).toMatchObject({
      nameFi: 'Pirkanmaan hyvinvointialue',
      nameSv: 'Birkalands välfärdsområde',
      nameEn: 'Pirkanmaa wellbeing services county',
      validFrom: '2023-01-01',
      offered: true,
      collaborationAreaFi: 'Sisä-Suomen yhteistyöalue',
    });
    expect(findCounty('90')?.nameFi).toBe('Helsingin kaupunki');
  });

  it('know Åland but do not offer it', () => {
    expect(findCounty('91')).toMatchObject({ offered: false, collaborationAreaFi: null });
    expect(parseCountyCode('91')).toBeNull();
  });

  it('have this many municipalities each', () => {
    const counts = counties.map(({ code, municipalities: members }) => `${code}: ${members.length}`);
    expect(counts.toSorted(compareFinnish)).toEqual(
      `01: 7, 02: 6, 03: 10, 04: 2, 05: 27, 06: 16, 07: 11, 08: 23, 09: 10, 10: 6, 11: 9, 12: 11, 13: 19, 14: 13, 15: 22, 16: 18, 17: 14, 18: 8, 19: 30, 20: 8, 21: 21, 90: 1`.split(
        ', ',
      ),
    );
    expect(findCounty('91')?.municipalities).toHaveLength(16);
  });

  it('belong to five collaboration areas', () => {
    const codesIn = (area: string): readonly string[] =>
      counties.filter(({ collaborationAreaFi }) => collaborationAreaFi === area).map(({ code }) => code);
    expect(codesIn('Etelä-Suomen yhteistyöalue').toSorted(compareFinnish)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '09',
      '10',
      '11',
      '90',
    ]);
    expect(codesIn('Länsi-Suomen yhteistyöalue').toSorted(compareFinnish)).toEqual(['05', '06', '17']);
    expect(new Set(counties.map(({ collaborationAreaFi }) => collaborationAreaFi)).size).toBe(5);
  });
});

describe('the municipalities', () => {
  it('are the 292 of the mainland, each with a code of its own', () => {
    expect(municipalities).toHaveLength(292);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(292);
    expect(new Set(municipalities.map(({ nameFi }) => nameFi)).size).toBe(292);
    expect(municipalities.every(({ code }) => /^\d{3}$/.test(code))).toBe(true);
  });

  it('come in Finnish alphabetical order', () => {
    expect([municipalities[0]?.nameFi, municipalities.at(-1)?.nameFi]).toEqual(['Akaa', 'Äänekoski']);
  });

  it('are bilingual in these 33 cases', () => {
    const written = municipalities
      .filter(({ nameSv }) => nameSv !== null)
      .map(({ nameFi, nameSv }) => `${nameFi}/${nameSv}`);
    expect(written.toSorted(compareFinnish)).toEqual(
      [...bilingual, 'Pedersören kunta/Pedersöre'].toSorted(compareFinnish),
    );
    expect(written).toHaveLength(33);
  });

  it('are found in their county', () => {
    const tampere = parseMunicipalityCode('837');
    expect(tampere && countyOfMunicipality(tampere).code).toBe('08');
    const helsinki = parseMunicipalityCode('091');
    expect(helsinki && countyOfMunicipality(helsinki).code).toBe('90');
  });

  it('live on in the one they were merged into: Pertunmaa in Mäntyharju', () => {
    expect(findMunicipality('588')?.nameFi).toBe('Mäntyharju');
    expect(parseMunicipalityCode('588')).toBe('507');
    expect(searchRegions('Pertunmaa')).toEqual([]);
  });

  it('of Åland are known but not chosen', () => {
    expect(findMunicipality('478')?.nameFi).toBe('Maarianhamina');
    expect(parseMunicipalityCode('478')).toBeNull();
    expect(searchRegions('maarianhamina')).toEqual([]);
  });
});

describe('codes', () => {
  it.each(['8', '8 ', '008', '22', '', 8, null, undefined, '__proto__'])('%j is no county', (value) => {
    expect(parseCountyCode(value)).toBeNull();
  });

  it.each(['91', '37', '0837', '999', '', 837, null, 'constructor'])('%j is no municipality', (value) => {
    expect(parseMunicipalityCode(value)).toBeNull();
  });

  it('that only look right are a fault, not an absence', () => {
    const [county, municipality] = [JSON.parse('"99"'), JSON.parse('"999"')];
    expect(() => countyOf(county)).toThrow(Fault);
    expect(() => countyOfMunicipality(municipality)).toThrow(Fault);
  });
});

describe('T-12: the search for regions', () => {
  it.each([
    ['esbo', ['Espoo']],
    ['abo', ['Turku']],
    ['Åbo', ['Turku']],
    ['aanekoski', ['Äänekoski']],
    ['ÄÄNEKOSKI', ['Äänekoski']],
    ['pirkanmaa', ['Pirkanmaan hyvinvointialue']],
    ['birkaland', ['Pirkanmaan hyvinvointialue']],
    ['helsin', ['Helsingin kaupunki', 'Helsinki']],
    ['', []],
    ['  ', []],
    ['atlantis', []],
  ])('%j finds %j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('puts names that start with the query first', () => {
    expect(names('salo').slice(0, 1)).toEqual(['Salo']);
    expect(names('järvi').every((name) => !name.startsWith('Järvi') || name === 'Järvenpää')).toBe(true);
    expect(names('järv')[0]).toBe('Järvenpää');
  });
});
