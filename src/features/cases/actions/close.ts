// S0-58, S1-28, B-08, B-09: ending a case, with what follows from it said before.
import {
  choiceField,
  longTextField,
  optionalChoiceField,
  textField,
  type Field,
} from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { sentences } from '../../../platform/cards/parts.ts';
import type { Case } from '../domain/case.ts';
import { closeCase, outcomesFor, reopenCase } from '../domain/close-case.ts';
import { datedItems } from '../domain/dated-items.ts';
import { isEvaluated } from '../domain/evaluation.ts';
import { COOPERATIONS, type Cooperation, type Outcome } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { passedDateNotices } from './promised.ts';

// Promised and not done, whether the case is on hold or not; the pause itself is no task.
function unfinished(c: Case): number {
  return datedItems(c).filter((item) => item.done === null && item.kind !== 'pauseEnd').length;
}

function consequences({ c, t }: FormContext, consequence: string): readonly Notice[] {
  const open = unfinished(c);
  const text = open === 0 ? consequence : `${t.close.openItems(open)} ${consequence}`;
  return [{ tone: 'warning', text }];
}

type ClosingFields = {
  readonly outcome: Field<Outcome>;
  readonly summary: Field<string>;
  readonly cooperation: Field<Cooperation | null>;
};

function closingFields({ c, t }: FormContext): ClosingFields {
  const words = t.close;
  return {
    outcome: choiceField<Outcome>({
      label: words.outcome,
      problem: words.outcomeProblem,
      choices: choicesOf(outcomesFor(c.stage), t.outcomes),
    }),
    summary: longTextField(true, { label: words.summary, problem: words.summaryProblem }),
    cooperation: optionalChoiceField<Cooperation>({
      label: words.cooperation,
      problem: words.cooperationProblem,
      choices: choicesOf(COOPERATIONS, t.cooperations),
    }),
  };
}

function fields(context: FormContext): ClosingFields | (ClosingFields & { noEvaluationReason: Field<string> }) {
  const words = context.t.close;
  const common = closingFields(context);
  // Only "resolved" asks why there is no evaluation.
  if (isEvaluated(context.c) || !outcomesFor(context.c.stage).includes('resolved')) {
    return common;
  }
  const noEvaluationReason = textField(false, {
    label: words.noEvaluationReason,
    hint: words.noEvaluationReasonHint,
    conditional: true,
    problem: words.noEvaluationReasonProblem,
  });
  return { ...common, noEvaluationReason };
}

/** Closes a case. The form is the one confirmation: it says what is closed, what stays undone and what can be undone. */
export const closeAction = defineAction({
  name: 'close',
  form(context) {
    const { c, t } = context;
    const { title, goal } = c.basics;
    const about: Notice = { tone: 'info', text: t.close.summaryNotice(sentences([title]), sentences([goal])) };
    return formContent({
      title: t.close.title,
      fields: fields(context),
      submit: t.close.title,
      notices: [about, ...consequences(context, t.close.consequence)],
    });
  },
  decide(c, values, context) {
    const { outcome, summary, cooperation } = values;
    const noEvaluationReason = 'noEvaluationReason' in values ? values.noEvaluationReason : '';
    const { t } = context;
    const decision = closeCase(c, { outcome, summary, cooperation, noEvaluationReason }, context);
    return decided(decision, t.close.said(t.outcomes[outcome]), {
      announce: 'closed',
      // S1-28: the offer to go on together.
      notices: cooperation === 'yes' ? [{ tone: 'info', text: t.close.series }] : [],
    });
  },
});

/** Takes back an opening that was a mistake; the case stays among the closed ones. */
export const withdrawAction = defineAction({
  name: 'withdraw',
  form(context) {
    const words = context.t.withdraw;
    const reason = longTextField(true, { label: words.reason, problem: words.reasonProblem });
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: { reason },
      submit: words.title,
      notices: consequences(context, words.consequence),
    });
  },
  decide(c, { reason }, context) {
    const request = { outcome: 'withdrawn', summary: reason, noEvaluationReason: '', cooperation: null } as const;
    const decision = closeCase(c, request, context);
    // The form has no field `summary`: the refusal names the one it has.
    return decision.ok || decision.refusal.field !== 'summary'
      ? decided(decision, context.t.withdraw.said, { announce: 'closed' })
      : { ok: false, refusal: { ...decision.refusal, field: 'reason' } };
  },
});

/** Opens a closed case again, after asking once. */
export const reopenAction = defineAction({
  name: 'reopen',
  form: ({ t }) =>
    formContent({
      title: t.reopen.title,
      fields: {},
      submit: t.reopen.title,
      notices: [{ tone: 'info', text: t.reopen.consequence }],
    }),
  decide(c, _values, context) {
    const decision = reopenCase(c);
    return decided(decision, context.t.reopen.said, {
      announce: 'reopened',
      notices: decision.ok ? passedDateNotices(decision.value, context) : [],
    });
  },
});
