// The names that cards send. One place, so that a template and its handler cannot drift apart.
import type { CaseId, ItemId } from '../../kernel/ids.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { ActionName } from './domain/action-rules.ts';

/** What the presser has in view, so that the answer fits it. In the tab no card of the channel is in their way. */
export type Origin = 'card' | 'reminder' | 'times' | 'tab';

export const VERBS = {
  show: 'cases/show',
  card: 'cases/card',
  more: 'cases/more',
  menuGo: 'cases/menu-go',
  history: 'cases/history',
  draft: 'cases/draft',
  agenda: 'cases/agenda',
  times: 'cases/times',
  list: 'cases/list',
  filter: 'cases/filter',
  putAway: 'cases/put-away',
  openNew: 'cases/open/new',
  openForm: 'cases/open',
  openSave: 'cases/open/save',
  openCancel: 'cases/open/cancel',
  openDraft: 'cases/open/draft',
  joinThen: 'cases/join-then',
} as const;

/** Opens the form of an action, or does it at once when one press is enough. */
export function openVerb(name: ActionName): string {
  return `cases/do/${name}`;
}

/** Saves the form of an action. */
export function saveVerb(name: ActionName): string {
  return `cases/save/${name}`;
}

/** Shows the form again with what was typed ("Muokkaa" after a warning). */
export function editVerb(name: ActionName): string {
  return `cases/edit/${name}`;
}

/** The button that starts an action on a case. */
export function actionButton(
  label: string,
  name: ActionName,
  about: { readonly id: CaseId; readonly rev: number; readonly item?: ItemId | null; readonly origin?: Origin },
  look: Button['look'] = 'plain',
): Button {
  return {
    label,
    verb: openVerb(name),
    data: {
      caseId: about.id,
      seen: String(about.rev),
      ...(about.item === undefined || about.item === null ? {} : { item: about.item }),
      ...(about.origin === undefined ? {} : { origin: about.origin }),
    },
    look,
    sendsInputs: false,
  };
}

/** The button that leaves a form or an answer: to the case's card, or out of the way where no card is behind it. */
export function backButton(label: string, id: CaseId, origin: string | null = null): Button {
  return lookButton(label, origin === 'tab' ? VERBS.putAway : VERBS.card, id);
}

/** A button that only looks at a case. */
export function lookButton(
  label: string,
  verb: string,
  id: CaseId,
  more: Readonly<Record<string, string>> = {},
): Button {
  return { label, verb, data: { caseId: id, ...more }, look: 'plain', sendsInputs: false };
}
