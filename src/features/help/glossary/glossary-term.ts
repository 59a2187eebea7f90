export type GlossaryGroup =
  'case' | 'stages' | 'discussion' | 'followUp' | 'meetings' | 'knowledge' | 'people' | 'organisations' | 'authorities';

export type GlossaryTerm = {
  readonly term: string;
  readonly group: GlossaryGroup;
  readonly text: string;
  /** Other words that people search by. The app itself never uses them. */
  readonly also?: readonly string[];
};
