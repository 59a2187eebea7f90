// "Lisää toimintoja": everything that can be done to the case now, and everything recorded that can be mended.
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, type Choice } from '../../../platform/cards/field.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { choiceTitle } from '../actions/choices.ts';
import { ACTION_NAMES, ruleOf, type ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { isDoneByTick, openItems } from '../domain/dated-items.ts';
import { isOffered } from '../domain/offered.ts';
import { recordedItems, type RecordedItem } from '../domain/recorded-items.ts';
import { may, type Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { backButton, VERBS, type Origin } from '../verbs.ts';
import { helpLine, itemText } from './case-words.ts';

// These need an item or a situation that a menu cannot give.
const NOT_IN_MENU: ReadonlySet<ActionName> = new Set([
  'done',
  'notDone',
  'postpone',
  'remove',
  'timeOptions',
  'acceptTargetDate',
]);

// A dropdown on a phone; what does not fit here is found in the details of the case.
const ITEMS_MAX = 30;
const DATED_MAX = 12;

/** The actions that this person may take now, those of the current stage first. */
export function menuActions(c: Case, viewer: Viewer): readonly ActionName[] {
  const allowed = ACTION_NAMES.filter((name) => {
    const permission = may(c, name, viewer);
    // Somebody who has not joined yet sees what they could do; the press then offers to join.
    return !NOT_IN_MENU.has(name) && isOffered(c, name) && (permission.ok || permission.refusal.code === 'join-first');
  }).filter((name) => name !== 'join' || !c.participants.includes(viewer.person.id));
  const isNow = (name: ActionName): boolean => ruleOf(name).from === c.stage;
  return [...allowed.filter(isNow), ...allowed.filter((name) => !isNow(name))];
}

function itemChoices(items: readonly RecordedItem[], t: CaseTexts): readonly Choice[] {
  return items.slice(0, ITEMS_MAX).flatMap(({ id, action, text }) => [
    { value: `${action}:${id}`, title: t.menu.editItem(choiceTitle(text)) },
    { value: `remove:${id}`, title: t.menu.removeItem(choiceTitle(text)) },
  ]);
}

/** What can be said of a promised date: that it is done, or that it moves. */
function datedChoices(c: Case, t: CaseTexts): readonly Choice[] {
  return openItems(c)
    .slice(0, DATED_MAX)
    .flatMap((item) => {
      const what = choiceTitle(itemText(item, t));
      const done = item.kind === 'followUp' ? 'completeFollowUp' : 'done';
      const doneChoice = { value: `${done}:${item.id}`, title: t.menu.doneItem(what) };
      const postponeChoice = { value: `postpone:${item.id}`, title: t.menu.postponeItem(what) };
      return isDoneByTick(item.kind) ? [doneChoice, postponeChoice] : [postponeChoice];
    });
}

/** The one question of the menu. A value is an action, or an action and the item it is for. */
export function menuFields(c: Case, viewer: Viewer, t: CaseTexts) {
  const actions = menuActions(c, viewer).map((value) => ({ value, title: t.actions[value] }));
  const canEdit = may(c, 'remove', viewer).ok;
  const items = canEdit ? [...datedChoices(c, t), ...itemChoices(recordedItems(c), t)] : [];
  const choices = [...actions, ...items];
  return { what: choiceField<string>({ label: t.menu.what, problem: t.menu.problem, choices }) };
}

type MenuScene = {
  /** What is wrong with the choice, or null. */
  readonly problem: string | null;
  readonly origin: Origin | null;
};

/** The menu as a card. */
export function drawMenu(c: Case, viewer: Viewer, t: CaseTexts, { problem, origin }: MenuScene): Card {
  const fields = menuFields(c, viewer, t);
  const isEmpty = fields.what.choices.length === 0;
  return presentForm({
    title: t.menu.title,
    about: t.about(c.number, c.basics.title),
    intro: isEmpty ? t.menu.nothing : t.menu.intro,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: isEmpty ? {} : fields,
    typed: {},
    problems: problem === null ? {} : { what: problem },
    buttons: [
      ...(isEmpty
        ? []
        : [
            {
              label: t.menu.go,
              verb: VERBS.menuGo,
              data: { caseId: c.id, seen: String(c.rev) },
              look: 'primary' as const,
              sendsInputs: true,
            },
          ]),
      backButton(t.buttons.cancel, c.id, origin),
    ],
    help: helpLine(c, viewer.people, viewer.today, t),
  });
}
