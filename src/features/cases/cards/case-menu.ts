// "Lisää toimintoja": everything that can be done to the case now, and everything recorded that can be mended.
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, type Choice } from '../../../platform/cards/field.ts';
import type { Link } from '../../../platform/cards/parts.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { choiceTitle } from '../actions/choices.ts';
import { ACTION_NAMES, isTimely, ruleOf, type ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { isOffered } from '../domain/offered.ts';
import { may, type Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { backButton, VERBS, type Origin } from '../verbs.ts';
import { helpLine, itemText } from './case-words.ts';
import { datedOffers, itemWord, recordedOffers } from './item-offers.ts';

// These need an item or a situation that a menu cannot give.
const NOT_ALONE: ReadonlySet<ActionName> = new Set([
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

/** What can be begun on the case as a whole now, whoever may; the tab tells those who may not why. */
export function timelyActions(c: Case, viewer: Viewer): readonly ActionName[] {
  return ACTION_NAMES.filter((name) => !NOT_ALONE.has(name) && isOffered(c, name) && isTimely(c, name).ok).filter(
    (name) => name !== 'join' || !c.participants.includes(viewer.person.id),
  );
}

/** The actions that this person may take now, those of the current stage first. */
export function menuActions(c: Case, viewer: Viewer): readonly ActionName[] {
  const allowed = timelyActions(c, viewer).filter((name) => {
    const permission = may(c, name, viewer);
    // Somebody who has not joined yet sees what they could do; the press then offers to join.
    return permission.ok || permission.refusal.code === 'join-first';
  });
  const isNow = (name: ActionName): boolean => ruleOf(name).from === c.stage;
  return [...allowed.filter(isNow), ...allowed.filter((name) => !isNow(name))];
}

function choicesOf(id: string, actions: readonly ActionName[], text: string, t: CaseTexts): readonly Choice[] {
  const words = {
    done: t.menu.doneItem,
    notDone: t.menu.doneItem,
    postpone: t.menu.postponeItem,
    remove: t.menu.removeItem,
    edit: t.menu.editItem,
  };
  return actions.map((name) => ({ value: `${name}:${id}`, title: words[itemWord(name)](choiceTitle(text)) }));
}

function itemChoices(c: Case, viewer: Viewer, t: CaseTexts): readonly Choice[] {
  const dated = datedOffers(c, viewer).slice(0, DATED_MAX);
  const recorded = recordedOffers(c, viewer).slice(0, ITEMS_MAX);
  return [
    ...dated.flatMap(({ item, actions }) => choicesOf(item.id, actions, itemText(item, t), t)),
    ...recorded.flatMap(({ item, actions }) => choicesOf(item.id, actions, item.text, t)),
  ];
}

/** The one question of the menu. A value is an action, or an action and the item it is for. */
export function menuFields(c: Case, viewer: Viewer, t: CaseTexts) {
  const actions = menuActions(c, viewer).map((value) => ({ value, title: t.actions[value] }));
  const choices = [...actions, ...itemChoices(c, viewer, t)];
  return { what: choiceField<string>({ label: t.menu.what, problem: t.menu.problem, choices }) };
}

type MenuScene = {
  /** What is wrong with the choice, or null. */
  readonly problem: string | null;
  readonly origin: Origin | null;
  /** The way to the page of the case. */
  readonly page: readonly Link[];
};

/** The menu as a card. */
export function drawMenu(c: Case, viewer: Viewer, t: CaseTexts, { problem, origin, page }: MenuScene): Card {
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
    links: page,
    help: helpLine(c, viewer.people, viewer.today, t),
  });
}
