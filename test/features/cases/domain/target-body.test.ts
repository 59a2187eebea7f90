import { targetBodyAt, usualTargetAt } from '../../../../src/features/cases/domain/target-body.ts';
import { parseCountyCode, parseMunicipalityCode } from '../../../../src/kernel/regions/regions.ts';

function place(countyCode: string, municipalityCode: string | null) {
  const county = parseCountyCode(countyCode);
  if (county === null) {
    throw new Error('no such county');
  }
  return { county, municipality: parseMunicipalityCode(municipalityCode) };
}

const TAMPERE = place('08', '837');
const PIRKANMAA = place('08', null);
const HELSINKI = place('90', null);

describe('S1-27: the target body', () => {
  it('S2-04: is the county unless told otherwise, with the municipality kept', () => {
    expect(usualTargetAt(TAMPERE)).toEqual({
      kind: 'wellbeingCounty',
      county: '08',
      municipality: '837',
      jointAuthorityName: '',
    });
  });

  it('can be a municipality', () => {
    expect(targetBodyAt(TAMPERE, 'municipality', '')).toMatchObject({
      ok: true,
      value: { kind: 'municipality', county: '08', municipality: '837' },
    });
  });

  it('names the place at fault when a municipality is wanted of a county alone', () => {
    expect(targetBodyAt(PIRKANMAA, 'municipality', '')).toEqual({
      ok: false,
      refusal: { code: 'municipality-missing', field: 'region' },
    });
  });

  it('can be a joint authority, which needs its name', () => {
    expect(targetBodyAt(PIRKANMAA, 'jointAuthority', 'HUS-yhtymä')).toMatchObject({
      value: { kind: 'jointAuthority', jointAuthorityName: 'HUS-yhtymä' },
    });
    expect(targetBodyAt(PIRKANMAA, 'jointAuthority', '')).toEqual({
      ok: false,
      refusal: { code: 'jointAuthority-name-missing', field: 'jointAuthorityName' },
    });
  });

  it('drops the name of a joint authority from the other kinds', () => {
    expect(targetBodyAt(PIRKANMAA, 'wellbeingCounty', 'HUS-yhtymä')).toMatchObject({
      value: { jointAuthorityName: '' },
    });
  });

  it('finds both natures of Helsinki from either name', () => {
    const both = { county: '90', municipality: '091' };
    expect(usualTargetAt(HELSINKI)).toMatchObject(both);
    expect(targetBodyAt(HELSINKI, 'municipality', '')).toMatchObject({ ok: true, value: both });
    expect(targetBodyAt(place('90', '091'), 'wellbeingCounty', '')).toMatchObject({ ok: true, value: both });
  });
});
