import type { Basics, Case } from './case.ts';

type Definition = Pick<Basics, 'influenceTarget' | 'goal' | 'kind' | 'theme' | 'level'>;

/** S0-14, S1-25, S0-02: what the case wants to change and how it is sorted. */
export function define(c: Case, definition: Definition): Case {
  return { ...c, basics: { ...c.basics, ...definition } };
}

/** S0-14: the matter in a few words and at more length. */
export function describe(c: Case, description: Pick<Basics, 'title' | 'description'>): Case {
  return { ...c, basics: { ...c.basics, ...description } };
}
