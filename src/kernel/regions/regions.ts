// Wellbeing services counties and municipalities as of regions.json: facts of Statistics Finland's classification,
// CC BY 4.0, in a schema of our own. Codes are texts with leading zeros.
import { Fault, invariant } from '../fault.ts';
import { compareFinnish, fold } from '../fold.ts';
import type { Branded } from '../ids.ts';
import data from './regions.json' with { type: 'json' };

/** Two digits, "01" to "21", and "90" for Helsinki, which does a county's tasks. */
export type CountyCode = Branded<string, 'CountyCode'>;
/** Three digits, "005" to "992". */
export type MunicipalityCode = Branded<string, 'MunicipalityCode'>;

export type Municipality = {
  readonly code: MunicipalityCode;
  readonly nameFi: string;
  /** The Swedish name of a bilingual municipality; null for the others. */
  readonly nameSv: string | null;
  readonly countyCode: CountyCode;
};

export type County = {
  readonly code: CountyCode;
  readonly nameFi: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly validFrom: string;
  /** False for Åland, which has legislation of its own and is not among the choices. */
  readonly offered: boolean;
  /** Yhteistyöalue; null for Åland. */
  readonly collaborationAreaFi: string | null;
  /** In Finnish alphabetical order. */
  readonly municipalities: readonly Municipality[];
};

export type Region =
  | { readonly kind: 'county'; readonly county: County }
  | { readonly kind: 'municipality'; readonly municipality: Municipality };

const byName = (a: { readonly nameFi: string }, b: { readonly nameFi: string }): number =>
  compareFinnish(a.nameFi, b.nameFi);

const areaNames = new Map(data.collaborationAreas.map((area) => [area.code, area.nameFi]));
const everyCounty: readonly County[] = data.counties.map(toCounty).toSorted(byName);

/** The 21 counties and Helsinki, in Finnish alphabetical order; Åland is left out. */
export const counties: readonly County[] = everyCounty.filter((county) => county.offered);

/** The 292 municipalities of the mainland, in Finnish alphabetical order. */
export const municipalities: readonly Municipality[] = counties
  .flatMap((county) => county.municipalities)
  .toSorted(byName);

const countiesByCode: ReadonlyMap<string, County> = new Map(everyCounty.map((county) => [county.code, county]));
const municipalitiesByCode: ReadonlyMap<string, Municipality> = new Map(
  everyCounty.flatMap((county) => county.municipalities).map((municipality) => [municipality.code, municipality]),
);
const successors: ReadonlyMap<string, string> = new Map(data.abolished.map(({ code, successor }) => [code, successor]));

/** The county with that code, Åland too; null when there is none. */
export function findCounty(code: string): County | null {
  return countiesByCode.get(code) ?? null;
}

/** The municipality with that code, or the one that it was merged into; null when there is none. */
export function findMunicipality(code: string): Municipality | null {
  return municipalitiesByCode.get(successors.get(code) ?? code) ?? null;
}

/** The county of a parsed code. Throws a Fault when the code is not of this classification. */
export function countyOf(code: CountyCode): County {
  const county = findCounty(code);
  if (county === null) {
    throw new Fault('county-unknown', { code });
  }
  return county;
}

/** The county that a municipality belongs to, also for one that has been merged. Throws a Fault for an unknown code. */
export function countyOfMunicipality(code: MunicipalityCode): County {
  const municipality = findMunicipality(code);
  if (municipality === null) {
    throw new Fault('municipality-unknown', { code });
  }
  return countyOf(municipality.countyCode);
}

/** The code when it is one of the choices, so not Åland; null otherwise. */
export function parseCountyCode(value: unknown): CountyCode | null {
  const county = typeof value === 'string' ? findCounty(value) : null;
  return county?.offered ? county.code : null;
}

/** The code of a municipality of the mainland, of the successor when it has been merged; null for anything else. */
export function parseMunicipalityCode(value: unknown): MunicipalityCode | null {
  const municipality = typeof value === 'string' ? findMunicipality(value) : null;
  return municipality !== null && countyOf(municipality.countyCode).offered ? municipality.code : null;
}

const searchable: readonly { readonly names: readonly string[]; readonly region: Region }[] = [
  ...counties.map((county) => ({
    names: [fold(county.nameFi), fold(county.nameSv)],
    region: { kind: 'county', county } as const,
  })),
  ...municipalities.map((municipality) => ({
    names: [municipality.nameFi, municipality.nameSv ?? ''].map(fold),
    region: { kind: 'municipality', municipality } as const,
  })),
];

/**
 * Counties and municipalities whose Finnish or Swedish name contains the query, however it is spelt ("aanekoski", "abo").
 * Names that start with it come first, then counties before municipalities, each in alphabetical order. An empty query finds nothing.
 */
export function searchRegions(query: string): readonly Region[] {
  const wanted = fold(query);
  if (wanted === '') {
    return [];
  }
  const hits = searchable.filter(({ names }) => names.some((name) => name.includes(wanted)));
  const starts = hits.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  return [...starts, ...hits.filter((hit) => !starts.includes(hit))].map(({ region }) => region);
}

function toCounty(record: (typeof data.counties)[number]): County {
  const countyCode = record.code;
  invariant(isCountyCode(countyCode), 'county-code-malformed');
  const members = record.municipalities.map((item): Municipality => {
    const nameSv = 'nameSv' in item ? item.nameSv : undefined;
    invariant(isMunicipalityCode(item.code), 'municipality-code-malformed');
    return { code: item.code, nameFi: item.nameFi, nameSv: nameSv ?? null, countyCode };
  });
  return {
    code: countyCode,
    nameFi: record.nameFi,
    nameSv: record.nameSv,
    nameEn: record.nameEn,
    validFrom: record.validFrom,
    offered: record.offered,
    collaborationAreaFi: areaNames.get(record.collaborationArea ?? '') ?? null,
    municipalities: members.toSorted(byName),
  };
}

function isCountyCode(code: string): code is CountyCode {
  return /^\d{2}$/.test(code);
}

function isMunicipalityCode(code: string): code is MunicipalityCode {
  return /^\d{3}$/.test(code);
}
