import {
  placeOf,
  regionField,
  regionValueOf,
  targetBodyOf,
  type RegionValue,
} from '../../../../src/features/cases/actions/region-field.ts';
import { targetBodyAction } from '../../../../src/features/cases/actions/target-body.ts';
import { counties, municipalities } from '../../../../src/kernel/regions/regions.ts';
import { AINO, PIRKANMAA, SANNA, TODAY, buildCase } from '../build-case.ts';
import { PEOPLE, buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const FIELD = regionField({ label: 'Alue', problem: 'Valitse alue.' });

describe('the field of counties and municipalities', () => {
  it('S0-20: offers every county first, then every municipality of the mainland', () => {
    expect(FIELD.choices.map(({ value }) => value)).toEqual([
      ...counties.map(({ code }) => `c:${code}`),
      ...municipalities.map(({ code }) => `m:${code}`),
    ]);
  });

  it('can be searched in both languages', () => {
    const titles = new Map(FIELD.choices.map(({ value, title }) => [value, title]));
    expect(titles.get('m:049')).toBe('Espoo – Esbo');
    expect(titles.get('m:837')).toBe('Tampere');
    expect(titles.get('m:280')).toBe('Korsnäs');
    expect(titles.get('c:08')).toBe('Pirkanmaan hyvinvointialue – Birkalands välfärdsområde');
  });

  it('weighs at most 17 kB, so that the rest of the card fits beside it', () => {
    expect(Buffer.byteLength(JSON.stringify(FIELD.choices))).toBeLessThanOrEqual(17_000);
  });

  it('is found by typing and reads only what it offers', () => {
    expect(FIELD.kind).toBe('filteredChoice');
    expect(FIELD.read('c:08', TODAY)).toEqual({ value: 'c:08' });
    expect(FIELD.read('c:91', TODAY)).toBeNull(); // Åland
  });

  it('gives back the place that every choice stands for', () => {
    for (const { value } of FIELD.choices) {
      // Every value was made by the field itself.
      const region = value as RegionValue;
      expect(regionValueOf(placeOf(region))).toBe(region);
    }
  });

  it('throws for a value that it cannot have offered', () => {
    expect(() => placeOf('c:99')).toThrow('region-unknown');
    expect(() => placeOf('m:08')).toThrow('region-unknown');
  });

  it('S2-04: stands for the county when nothing more is asked', () => {
    expect(targetBodyOf('m:837')).toEqual(PIRKANMAA);
    expect(targetBodyOf('c:08')).toEqual({ ...PIRKANMAA, municipality: null });
  });
});

describe('the form of the target body', () => {
  const context = buildFormContext();

  it('S1-27: starts with the present target and offers three kinds', () => {
    expect(initialOf(targetBodyAction, context)).toEqual({
      region: 'm:837',
      kind: 'wellbeingCounty',
      jointAuthorityName: '',
    });
    expect(targetBodyAction.content(context).fields['kind']?.choices).toHaveLength(3);
  });

  it('changes the target and says its name', () => {
    const { c, said } = save(targetBodyAction, context, { kind: 'municipality' });
    expect(c.basics.targetBody).toEqual({ ...PIRKANMAA, kind: 'municipality' });
    expect(said).toBe('Kohdetaho on Tampere.');
  });

  it.each([
    [{ region: 'c:08', kind: 'municipality' }, 'municipality-missing', 'region'],
    [{ kind: 'jointAuthority' }, 'jointAuthority-name-missing', 'jointAuthorityName'],
  ])('names the field at fault in %o', (typed, code, field) => {
    expect(fillIn(targetBodyAction, context, typed).decided).toEqual({ ok: false, refusal: { code, field } });
  });

  it('S0-08: tells when the supporter changes with the county', () => {
    const supporterOf = (county: string) => (county === '08' ? SANNA : county === '07' ? AINO : null);
    const viewer = { ...context.viewer, people: { ...PEOPLE, supporterOf } };
    const notices = (region: string) => save(targetBodyAction, { ...context, viewer }, { region }).notices;
    expect(notices('c:07')).toEqual([{ tone: 'info', text: 'Taustatuki vaihtui. Taustatuki on nyt Aino Aalto.' }]);
    expect(notices('c:06')).toMatchObject([{ tone: 'warning' }]);
    expect(notices('c:08')).toEqual([]);
  });

  it('says nothing of a supporter who stays the same in another county', () => {
    expect(save(targetBodyAction, buildFormContext({ c: buildCase() }), { region: 'c:07' }).notices).toEqual([]);
  });
});
