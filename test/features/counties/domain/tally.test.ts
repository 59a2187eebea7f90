import fc from 'fast-check';
import { byCounty, tallyOf, type TalliedCase } from '../../../../src/features/counties/domain/tally.ts';

const anyCase: fc.Arbitrary<TalliedCase> = fc.record({
  county: fc.constantFrom('06', '08', '90'),
  status: fc.constantFrom('open', 'onHold', 'closed'),
  isLate: fc.boolean(),
  workingGroup: fc.constantFrom(null, '', 'Öiset', 'Asujat'),
});

describe('the tally of a county', () => {
  it('counts every case once, over all counties as in each', () => {
    fc.assert(
      fc.property(fc.array(anyCase), (cases) => {
        const all = tallyOf(cases);
        const each = [...byCounty(cases).values()].map(tallyOf);
        const sum = (of: (tally: typeof all) => number): number => each.reduce((total, one) => total + of(one), 0);
        expect(all.open + all.closed).toBe(cases.length);
        expect(all.late).toBeLessThanOrEqual(all.open);
        expect([sum(({ open }) => open), sum(({ late }) => late), sum(({ closed }) => closed)]).toEqual([
          all.open,
          all.late,
          all.closed,
        ]);
      }),
    );
  });

  it('names each working group once, in alphabetical order, and none that has no name yet', () => {
    const group = (workingGroup: string | null): TalliedCase => ({
      county: '08',
      status: 'open',
      isLate: false,
      workingGroup,
    });
    const cases = ['Öiset', 'Asujat', '', null, 'Öiset'].map(group);
    expect(tallyOf(cases).workingGroups).toEqual(['Asujat', 'Öiset']);
  });
});
