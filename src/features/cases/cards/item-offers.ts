// What can be done to each thing recorded in a case. The menu of the card and the page of the tab offer the same.
import type { ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { isDoneByTick, openItems, type DatedItem } from '../domain/dated-items.ts';
import { recordedItems, type RecordedItem } from '../domain/recorded-items.ts';
import { may, type Viewer } from '../policy.ts';

export type DatedOffer = { readonly item: DatedItem; readonly actions: readonly ActionName[] };
export type RecordedOffer = { readonly item: RecordedItem; readonly actions: readonly ActionName[] };

/** The promised dates that this person can settle or move now. */
export function datedOffers(c: Case, viewer: Viewer): readonly DatedOffer[] {
  return openItems(c)
    .map((item) => ({ item, actions: allowed(c, viewer, datedActions(item)) }))
    .filter(({ actions }) => actions.length > 0);
}

/** What was recorded and this person can mend or remove now. */
export function recordedOffers(c: Case, viewer: Viewer): readonly RecordedOffer[] {
  return recordedItems(c)
    .map((item) => ({ item, actions: allowed(c, viewer, [item.action, 'remove']) }))
    .filter(({ actions }) => actions.length > 0);
}

/** Whether "done" can be taken back of it by this person now. */
export function mayUndo(c: Case, viewer: Viewer, item: DatedItem): boolean {
  return item.done !== null && isDoneByTick(item.kind) && may(c, 'notDone', viewer).ok;
}

function datedActions({ kind }: DatedItem): readonly ActionName[] {
  const done: ActionName = kind === 'followUp' ? 'completeFollowUp' : 'done';
  return isDoneByTick(kind) ? [done, 'postpone'] : ['postpone'];
}

function allowed(c: Case, viewer: Viewer, names: readonly ActionName[]): readonly ActionName[] {
  return names.filter((name) => may(c, name, viewer).ok);
}

/** The word of the button that does it to an item: the same whatever the item is (B-19). */
export function itemWord(name: ActionName): 'done' | 'notDone' | 'postpone' | 'remove' | 'edit' {
  switch (name) {
    case 'done':
    case 'completeFollowUp':
      return 'done';
    case 'notDone':
    case 'postpone':
    case 'remove':
      return name;
    default:
      return 'edit';
  }
}
