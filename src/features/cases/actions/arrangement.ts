import type { ItemId } from '../../../kernel/ids.ts';
import { choiceField, choicesField, textField, toggleField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { addArrangements, findArrangement, mendArrangement } from '../domain/arrangements.ts';
import type { Case } from '../domain/case.ts';
import type { DecisionContext } from '../domain/decision.ts';
import { eventInPreparation } from '../domain/event.ts';
import { PARTIES, type Party } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { varyingAction } from './varying-action.ts';

type Usual = keyof FormContext['t']['arrangement']['usualChoices'];
const USUAL: readonly Usual[] = ['room', 'online', 'invitations', 'agenda', 'refreshments', 'interpretation', 'chair'];

// What is on the list already is not offered again.
function usualLeft({ c, t }: FormContext): readonly Usual[] {
  const there = (eventInPreparation(c)?.arrangements ?? []).map(({ what }) => what);
  return USUAL.filter((usual) => !there.includes(t.arrangement.usualChoices[usual]));
}

function assigneeField({ t }: FormContext, initial: Party) {
  return choiceField<Party>({
    label: t.arrangement.assignee,
    problem: t.arrangement.assigneeProblem,
    choices: choicesOf(PARTIES, t.parties),
    initial,
  });
}

function content(context: FormContext) {
  const { c, item, t } = context;
  const isMissing = item === null && eventInPreparation(c) === null;
  const notices: readonly Notice[] = isMissing ? [{ tone: 'warning', text: t.arrangement.noEvent }] : [];
  return { title: t.arrangement.title, intro: t.arrangement.intro, isList: true, notices };
}

function add(c: Case, what: readonly string[], assignee: Party, context: FormContext & DecisionContext) {
  const decision = addArrangements(c, what, assignee, context);
  const last = decision.ok ? eventInPreparation(decision.value)?.arrangements.at(-1)?.id : undefined;
  const item: ItemId | null = what.length === 1 ? (last ?? null) : null;
  return decided(decision, context.t.arrangement.said(what.length), { item });
}

const addUsual = defineAction({
  name: 'arrangement',
  form(context) {
    const words = context.t.arrangement;
    return formContent({
      ...content(context),
      fields: {
        usual: choicesField<Usual>(false, {
          label: words.usual,
          hint: words.usualHint,
          problem: words.usualProblem,
          choices: choicesOf(usualLeft(context), words.usualChoices),
        }),
        what: textField(false, { label: words.ownWhat, problem: words.whatProblem }),
        assignee: assigneeField(context, 'owner'),
      },
    });
  },
  decide(c, { usual, what, assignee }, context) {
    const picked = usual.map((each) => context.t.arrangement.usualChoices[each]);
    return add(c, what === '' ? picked : [...picked, what], assignee, context);
  },
});

const addOwn = defineAction({
  name: 'arrangement',
  form(context) {
    const words = context.t.arrangement;
    return formContent({
      ...content(context),
      fields: {
        what: textField(true, { label: words.what, problem: words.whatProblem }),
        assignee: assigneeField(context, 'owner'),
      },
    });
  },
  decide: (c, { what, assignee }, context) => add(c, [what], assignee, context),
});

function mendFields(context: FormContext, item: ItemId) {
  const words = context.t.arrangement;
  const arrangement = findArrangement(context.c, item);
  return {
    what: textField(true, { label: words.what, problem: words.whatProblem, initial: arrangement?.what ?? '' }),
    assignee: assigneeField(context, arrangement?.assignee ?? 'owner'),
    isDone: toggleField(false, {
      label: words.isDone,
      problem: words.isDoneProblem,
      initial: arrangement?.done ? 'true' : 'false',
    }),
  };
}

function mendAction(item: ItemId) {
  return defineAction({
    name: 'arrangement',
    form: (context) => formContent({ ...content(context), isList: false, fields: mendFields(context, item) }),
    decide(c, request, context) {
      const words = context.t.arrangement;
      return decided(mendArrangement(c, item, request, context), request.isDone ? words.saidDone : words.saidMended, {
        item,
      });
    },
  });
}

/** S0-25: who arranges what. The usual tasks are ready to pick, and the actor does them unless told otherwise. */
export const arrangementAction = varyingAction('arrangement', (context) => {
  if (context.item !== null) {
    return mendAction(context.item);
  }
  return usualLeft(context).length > 0 ? addUsual : addOwn;
});
