// What every decision of this folder has in common: a case and a request in, the new case or a refusal out.
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import { LIST_CAPS, type CappedList } from './list-caps.ts';

/** Who decides, when, and where new ids come from. `today` is the Helsinki date of `now`. */
export type DecisionContext = {
  readonly by: PersonId;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly newItemId: () => ItemId;
};

/** Every reason why a change of a case is refused. Each has a sentence in the catalogue (texts: `refusals`). */
export type CaseRefusal =
  | 'case-closed'
  | 'case-on-hold'
  | 'case-not-closed'
  | 'case-not-on-hold'
  | 'not-in-this-stage'
  | 'stage-incomplete'
  | 'last-stage'
  | 'first-stage'
  | 'reason-missing'
  | 'date-in-past'
  | 'date-in-future'
  | 'date-too-far'
  | 'date-missing'
  | 'date-unchanged'
  | 'list-full'
  | 'item-gone'
  | 'already-done'
  | 'already-in-case'
  | 'already-shared'
  | 'not-in-team'
  | 'no-event'
  | 'event-not-today-yet'
  | 'event-needs-place'
  | 'event-needs-link'
  | 'link-not-https'
  | 'name-missing'
  | 'names-missing'
  | 'question-missing'
  | 'time-options-missing'
  | 'time-missing'
  | 'time-in-past'
  | 'time-twice'
  | 'time-agreed'
  | 'times-not-asked'
  | 'nobody-asked'
  | 'choice-missing'
  | 'nothing-to-choose'
  | 'evaluation-missing'
  | 'lesson-missing'
  | 'one-person-matter'
  | 'outcome-not-in-this-stage'
  | 'jointAuthority-name-missing'
  | 'municipality-missing'
  | 'association-in-case';

export type Decision = Result<Case, CaseRefusal>;

type Identified = { readonly id: ItemId };

/** The list with one more, or a refusal when it is full. */
export function added<Item extends Identified>(
  name: CappedList,
  list: readonly Item[],
  item: Item,
): Result<readonly Item[], 'list-full'> {
  const max = LIST_CAPS[name];
  return list.length < max ? ok([...list, item]) : refuse('list-full', { args: { max } });
}

/** The list with one item changed; refused when somebody has removed it. */
export function replaced<Item extends Identified>(
  list: readonly Item[],
  id: ItemId,
  change: (item: Item) => Item,
): Result<readonly Item[], 'item-gone'> {
  return list.some((item) => item.id === id)
    ? ok(list.map((item) => (item.id === id ? change(item) : item)))
    : refuse('item-gone');
}
