// Names of counties and municipalities as people write them: in the nominative or with the whole official name, by code,
// several in one cell.
import { fold } from '../../../kernel/fold.ts';
import { nearest } from '../../../kernel/edit-distance.ts';
import { countyOfChannel } from '../../../kernel/regions/county-of-channel.ts';
import {
  counties,
  municipalities,
  parseCountyCode,
  parseMunicipalityCode,
  type CountyCode,
  type MunicipalityCode,
} from '../../../kernel/regions/regions.ts';
import { problem, type CellProblem } from './draft.ts';

const countyByName: ReadonlyMap<string, CountyCode> = new Map(
  counties.flatMap(({ code, nameFi, nameSv }) =>
    [nameFi, nameSv, withoutLastWord(nameFi)].map((name) => [fold(name), code]),
  ),
);
const municipalityByName: ReadonlyMap<string, MunicipalityCode> = new Map(
  municipalities.flatMap(({ code, nameFi, nameSv }) =>
    [nameFi, ...(nameSv === null ? [] : [nameSv])].map((name) => [fold(name), code]),
  ),
);

// Nominatives that do not begin as their genitives do.
const OTHER_NOMINATIVES: readonly (readonly [RegExp, string])[] = [
  [/uusimaa$/, 'uudenmaan'],
  [/^vantaa ja kerava$/, 'vantaan ja keravan'],
];
const SLIPS_MAX = 2;

function withoutLastWord(name: string): string {
  return name.slice(0, name.lastIndexOf(' '));
}

function findCountyCode(text: string): CountyCode | null {
  const bent = OTHER_NOMINATIVES.reduce((name, [ending, genitive]) => name.replace(ending, genitive), fold(text));
  return parseCountyCode(text) ?? countyByName.get(bent) ?? countyOfChannel(text)?.code ?? null;
}

function findMunicipalityCode(text: string): MunicipalityCode | null {
  return parseMunicipalityCode(text) ?? municipalityByName.get(fold(text)) ?? null;
}

type Places<Name extends string, Code> = {
  readonly part: { readonly [Key in Name]?: readonly Code[] };
  readonly problems: readonly CellProblem[];
};

/** The counties that a cell names, in order of their codes; nothing for an absent cell. */
export function readCounties(text: string | undefined): Places<'counties', CountyCode> {
  if (text === undefined) {
    return { part: {}, problems: [] };
  }
  const { codes, unknown } = readNames(text, findCountyCode);
  const names = counties.map(({ nameFi }) => nameFi);
  return unknown.length === 0
    ? { part: { counties: codes }, problems: [] }
    : { part: {}, problems: unknown.map((name) => problem('county-unknown', 'counties', name, nearName(name, names))) };
}

/** The municipalities that a cell names, in order of their codes; nothing for an absent cell. */
export function readMunicipalities(text: string | undefined): Places<'municipalities', MunicipalityCode> {
  if (text === undefined) {
    return { part: {}, problems: [] };
  }
  const { codes, unknown } = readNames(text, findMunicipalityCode);
  const names = municipalities.map(({ nameFi }) => nameFi);
  return unknown.length === 0
    ? { part: { municipalities: codes }, problems: [] }
    : {
        part: {},
        problems: unknown.map((name) => problem('municipality-unknown', 'municipalities', name, nearName(name, names))),
      };
}

/** The name that is a slip or two away, or ''. */
export function nearName(name: string, names: readonly string[]): string {
  const found = nearest(fold(name), names.map(fold), SLIPS_MAX);
  return names.find((each) => fold(each) === found) ?? '';
}

function readNames<Code extends string>(
  text: string,
  find: (name: string) => Code | null,
): { readonly codes: readonly Code[]; readonly unknown: readonly string[] } {
  const names = text
    .split(/[,;/|\n]/)
    .map((name) => name.replaceAll(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  const found = names.map((name) => ({ name, code: find(name) }));
  const codes = found.flatMap(({ code }) => (code === null ? [] : [code]));
  return {
    codes: [...new Set(codes)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    unknown: found.flatMap(({ name, code }) => (code === null ? [name] : [])),
  };
}
