// What can be done, as the page of a case offers it: by the same tables and the same policy as the card and its menu.
import type { ItemId } from '../../../kernel/ids.ts';
import { shownButton } from '../../../platform/cards/parts.ts';
import type { ShownButton } from '../../../platform/cards/contract.ts';
import { datedOffers, itemWord, mayUndo, recordedOffers } from '../cards/item-offers.ts';
import { timelyActions } from '../cards/case-menu.ts';
import type { CaseAction, CasePage } from '../contract/case-page.ts';
import { isTimely, ruleOf, type ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { datedItems } from '../domain/dated-items.ts';
import { may, type Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { actionButton } from '../verbs.ts';

type Group = 'record' | 'edit' | 'people' | 'move';

// What is not named here is something to record.
const GROUPS: Partial<Readonly<Record<ActionName, Group>>> = {
  define: 'edit',
  describe: 'edit',
  schedule: 'edit',
  owner: 'edit',
  targetBody: 'edit',
  plannedParticipant: 'people',
  invitee: 'people',
  contactPerson: 'people',
  joinAssociation: 'people',
  join: 'people',
  handOver: 'people',
  raise: 'people',
  advance: 'move',
  goBack: 'move',
  hold: 'move',
  resume: 'move',
  close: 'move',
  withdraw: 'move',
  reopen: 'move',
};

const SHOWN_GROUPS = ['now', 'record', 'people', 'edit', 'move'] as const;

type Scene = { readonly c: Case; readonly viewer: Viewer; readonly t: CaseTexts };

/** The button of an action as the tab shows it. */
export function tabButton({ c, t }: Scene, name: ActionName, item: ItemId | null = null): ShownButton {
  const label = item === null ? t.actions[name] : wordOf(name, t);
  return shownButton(actionButton(label, name, { id: c.id, rev: c.rev, item, origin: 'tab' }));
}

function wordOf(name: ActionName, t: CaseTexts): string {
  const word = itemWord(name);
  return word === 'edit' ? t.buttons.edit : t.actions[word];
}

function actionOf(scene: Scene, name: ActionName): CaseAction {
  const { c, viewer, t } = scene;
  const allowed = may(c, name, viewer);
  const why = allowed.ok ? '' : { ...t.refusals, ...t.policyRefusals }[allowed.refusal.code];
  return { button: tabButton(scene, name), can: allowed.ok, why };
}

/** Everything that fits the case now, in groups; what this person may not do says why. */
export function actionGroups(scene: Scene): CasePage['groups'] {
  const { c, viewer, t } = scene;
  const groupOf = (name: ActionName): (typeof SHOWN_GROUPS)[number] => {
    const group = GROUPS[name] ?? 'record';
    return group === 'record' && ruleOf(name).from === c.stage ? 'now' : group;
  };
  const names = timelyActions(c, viewer);
  return SHOWN_GROUPS.map((group) => ({
    heading: t.casePage.groups[group],
    actions: names.filter((name) => groupOf(name) === group).map((name) => actionOf(scene, name)),
  })).filter(({ actions }) => actions.length > 0);
}

/** The way to take part, for somebody who could do more by it. */
export function joinOffer(scene: Scene): CaseAction | null {
  const { c, viewer, t } = scene;
  const isOutside = !c.participants.includes(viewer.person.id) && isTimely(c, 'join').ok;
  const permission = may(c, 'describe', viewer);
  if (!isOutside || permission.ok) {
    return null;
  }
  const join = actionOf(scene, 'join');
  return join.can ? { ...join, why: t.policyRefusals['join-first'] } : join;
}

/** What can be done to each recorded thing, by its id. */
export function itemButtons(scene: Scene): ReadonlyMap<ItemId, readonly ShownButton[]> {
  const { c, viewer } = scene;
  const buttons = new Map<ItemId, readonly ShownButton[]>();
  for (const item of datedItems(c).filter((each) => mayUndo(c, viewer, each))) {
    buttons.set(item.id, [tabButton(scene, 'notDone', item.id)]);
  }
  for (const { item, actions } of recordedOffers(c, viewer)) {
    const own = actions.map((name) => tabButton(scene, name, item.id));
    buttons.set(item.id, [...(buttons.get(item.id) ?? []), ...own]);
  }
  return buttons;
}

/** What can be done to each promised date, by its id. */
export function dateButtons(scene: Scene): ReadonlyMap<ItemId, readonly ShownButton[]> {
  return new Map(
    datedOffers(scene.c, scene.viewer).map(({ item, actions }) => [
      item.id,
      actions.map((name) => tabButton(scene, name, item.id)),
    ]),
  );
}
