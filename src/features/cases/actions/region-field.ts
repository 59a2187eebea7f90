// One question for every county and municipality of the mainland, found by typing either language's name.
import { Fault } from '../../../kernel/fault.ts';
import {
  counties,
  municipalities,
  parseCountyCode,
  parseMunicipalityCode,
  countyOfMunicipality,
} from '../../../kernel/regions/regions.ts';
import { filteredChoiceField, type Choice, type Field } from '../../../platform/cards/field.ts';
import type { TargetBody } from '../domain/case.ts';
import { usualTargetAt, type Place } from '../domain/target-body.ts';

/** `c:08`, a county, or `m:837`, a municipality. */
export type RegionValue = `c:${string}` | `m:${string}`;

type RegionWords = {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string;
  readonly initial?: string;
};

// The whole list is most of what a card may weigh: a Swedish name is added only where it differs.
function titleOf(nameFi: string, nameSv: string | null): string {
  return nameSv === null || nameSv === nameFi ? nameFi : `${nameFi} – ${nameSv}`;
}

const REGION_CHOICES: readonly Choice[] = [
  ...counties.map(({ code, nameFi, nameSv }) => ({ value: `c:${code}`, title: titleOf(nameFi, nameSv) })),
  ...municipalities.map(({ code, nameFi, nameSv }) => ({ value: `m:${code}`, title: titleOf(nameFi, nameSv) })),
];

/** The counties first, then the municipalities, each in Finnish alphabetical order. At most one such field per card. */
export function regionField(words: RegionWords): Field<RegionValue> {
  return filteredChoiceField<RegionValue>({ ...words, choices: REGION_CHOICES });
}

/** The choice that shows where a target is: its municipality when one is known, else its county. */
export function regionValueOf(target: Place): RegionValue {
  return target.municipality === null ? `c:${target.county}` : `m:${target.municipality}`;
}

/** The place of a choice. A value that is not among the choices throws. */
export function placeOf(value: RegionValue): Place {
  const code = value.slice(2);
  if (value.startsWith('c:')) {
    const county = parseCountyCode(code);
    if (county !== null) {
      return { county, municipality: null };
    }
  }
  const municipality = value.startsWith('m:') ? parseMunicipalityCode(code) : null;
  if (municipality === null) {
    throw new Fault('region-unknown');
  }
  return { county: countyOfMunicipality(municipality).code, municipality };
}

/** The usual target of a choice: the county, also when a municipality of it was chosen (S2-04). */
export function targetBodyOf(value: RegionValue): TargetBody {
  return usualTargetAt(placeOf(value));
}
