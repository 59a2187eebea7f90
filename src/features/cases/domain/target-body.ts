// Whom the case turns to (S1-27, S0-20).
import { countyOf, type CountyCode, type MunicipalityCode } from '../../../kernel/regions/regions.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { TargetBody } from './case.ts';
import type { TargetBodyKind } from './vocabulary.ts';

/** A place on the map: a county, and a municipality in it when one was named. */
export type Place = { readonly county: CountyCode; readonly municipality: MunicipalityCode | null };

/** S2-04: social and health services are the county's since 2023, so it is approached unless told otherwise. */
export function usualTargetAt(place: Place): TargetBody {
  return { kind: 'wellbeingCounty', ...completed(place), jointAuthorityName: '' };
}

/**
 * The target of a place. Helsinki is a county and a municipality at once, so either name gives both. A municipality as
 * the target needs its name (`region` is at fault), a joint authority needs its own (`jointAuthorityName`); the latter is
 * dropped from the other kinds.
 */
export function targetBodyAt(
  place: Place,
  kind: TargetBodyKind,
  jointAuthorityName: string,
): Result<TargetBody, 'municipality-missing' | 'jointAuthority-name-missing'> {
  const { county, municipality } = completed(place);
  if (kind === 'municipality' && municipality === null) {
    return refuse('municipality-missing', { field: 'region' });
  }
  if (kind === 'jointAuthority' && jointAuthorityName === '') {
    return refuse('jointAuthority-name-missing', { field: 'jointAuthorityName' });
  }
  return ok({ kind, county, municipality, jointAuthorityName: kind === 'jointAuthority' ? jointAuthorityName : '' });
}

// A county of one municipality, Helsinki, names that municipality as well.
function completed({ county, municipality }: Place): Place {
  const [first, ...others] = countyOf(county).municipalities;
  return { county, municipality: municipality ?? (others.length === 0 ? (first?.code ?? null) : null) };
}
