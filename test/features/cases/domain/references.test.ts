import {
  findReference,
  REFERENCES,
  referencesFor,
  type ReferenceId,
} from '../../../../src/features/cases/domain/references.ts';
import type { TargetBodyKind } from '../../../../src/features/cases/domain/vocabulary.ts';

const idsFor = (kind: TargetBodyKind, chosen: readonly string[] = []): readonly ReferenceId[] =>
  referencesFor(kind, chosen).map(({ id }) => id);

describe('S0-43: the reference list', () => {
  it('names laws and the convention, each by a title of its own', () => {
    expect(new Set(REFERENCES.map(({ title }) => title)).size).toBe(REFERENCES.length);
    expect(findReference('disabilityServicesAct')?.title).toBe('Vammaispalvelulaki 675/2023');
    expect(findReference('crpd')?.title).toContain('YK:n vammaissopimus');
  });

  it('links only over https, to addresses that can be read as such', () => {
    const links = REFERENCES.map(({ link }) => link).filter((link) => link !== null);
    expect(links.map((link) => new URL(link).protocol)).toEqual(links.map(() => 'https:'));
  });

  it('sends people to Finlex for what has not been checked', () => {
    expect(findReference('disabilityServicesActChange')?.checkedOn).toBeNull();
    expect(findReference('countyAct')?.checkedOn).toBe('2026-11-21');
  });

  it('no longer finds what is not on it', () => {
    expect(findReference('repealedAct')).toBeNull();
  });

  it.each([
    ['municipality', 'localGovernmentAct', 'countyAct'],
    ['wellbeingCounty', 'countyAct', 'localGovernmentAct'],
  ] as const)('offers a %s what binds it', (kind, offered, other) => {
    expect(idsFor(kind)).toContain(offered);
    expect(idsFor(kind)).not.toContain(other);
  });

  it('offers what a case has picked already, whoever it binds', () => {
    expect(idsFor('municipality', ['countyAct'])).toContain('countyAct');
  });
});
