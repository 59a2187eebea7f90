import { define, describe as describeCase } from '../../../../src/features/cases/domain/basics.ts';
import { stepsOf } from '../../../../src/features/cases/domain/process.ts';
import { buildCase } from '../build-case.ts';

const DEFINITION = {
  influenceTarget: 'Kyydit myöhästyvät',
  goal: 'Kyyti tulee 30 minuutissa',
  kind: 'serviceDefect',
  theme: 'mobility',
  level: 'regional',
} as const;

describe('S0-14: defining what the case wants to change', () => {
  it('S1-25, S0-02: sets the target, goal, kind, theme and level and nothing else', () => {
    const before = buildCase();
    const after = define(before, DEFINITION);
    expect(after.basics).toEqual({ ...before.basics, ...DEFINITION });
    expect({ ...after, basics: before.basics }).toEqual(before);
  });

  it('completes the required step of stage 1', () => {
    const isDefined = (c: ReturnType<typeof buildCase>): boolean | undefined =>
      stepsOf(c, 'federationContact').find(({ code }) => code === 'defineTarget')?.done;
    expect(isDefined(buildCase())).toBe(false);
    expect(isDefined(define(buildCase(), DEFINITION))).toBe(true);
  });

  it('lets the matter be described in a few words and at more length', () => {
    const after = describeCase(buildCase(), { title: 'Kyydit', description: 'Autoa pitää odottaa tunti.' });
    expect(after.basics).toMatchObject({ title: 'Kyydit', description: 'Autoa pitää odottaa tunti.' });
    expect(after.basics.goal).toBe('Kyyti tulee ajallaan');
  });
});
