import type { LocalDate } from '../../../kernel/instants.ts';

/** What is counted of a case: no names, no texts. `theme`, `outcome` and `cooperation` are null until somebody says. */
export type CountedCase = {
  readonly stage: string;
  readonly status: 'open' | 'onHold' | 'closed';
  readonly county: string;
  readonly theme: string | null;
  /** The kind of its target body. */
  readonly counterpart: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: string | null;
  readonly cooperation: string | null;
  readonly isLate: boolean;
};

/** The words that cases can hold, in the order in which people read them. */
export type Vocabulary = {
  readonly stages: readonly string[];
  readonly counties: readonly string[];
  readonly themes: readonly string[];
  readonly counterparts: readonly string[];
  readonly outcomes: readonly string[];
  readonly cooperations: readonly string[];
};
