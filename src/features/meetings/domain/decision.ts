import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { Result } from '../../../kernel/result.ts';

/** Every reason why a change is refused. Each has a sentence in the texts. */
export type MeetingRefusal =
  | 'areas-missing'
  | 'municipality-missing'
  | 'place-missing'
  | 'link-not-https'
  | 'materials-not-https'
  | 'from-in-past'
  | 'until-before-first'
  | 'too-long'
  | 'date-in-past'
  | 'date-too-far'
  | 'same-time'
  | 'not-asked'
  | 'not-on'
  | 'not-yet'
  | 'step-date-in-past'
  | 'step-without-text'
  | 'too-many-steps'
  | 'series-ended';

export type Decided<Value> = Result<Value, MeetingRefusal>;

export type DecisionContext = {
  readonly by: PersonId;
  readonly now: Instant;
  /** `now` as a date in Helsinki. */
  readonly today: LocalDate;
  readonly newItemId: () => ItemId;
};
