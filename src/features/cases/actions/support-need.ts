import { choiceField, longTextField } from '../../../platform/cards/field.ts';
import type { Case } from '../domain/case.ts';
import { askSupport, isSupportAnswered } from '../domain/support.ts';
import { SUPPORT_MODES, type SupportMode } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, t }: FormContext) {
  const words = t.supportNeed;
  return {
    mode: choiceField<SupportMode>({
      label: words.mode,
      problem: words.modeProblem,
      choices: choicesOf(SUPPORT_MODES, t.supportModes),
      initial: c.support?.mode ?? '',
    }),
    question: longTextField(false, {
      label: words.question,
      hint: words.questionHint,
      conditional: true,
      problem: words.questionProblem,
      initial: c.support?.question ?? '',
    }),
  };
}

function isNews(before: Case, after: Case): boolean {
  return before.support?.mode !== after.support?.mode || before.support?.question !== after.support?.question;
}

/** S0-09…S0-11, S0-17: whether and what support is needed. A visit goes on to the times that would suit (S0-18). */
export const supportNeedAction = defineAction({
  name: 'supportNeed',
  form(context) {
    const { c, t } = context;
    const isAnswered = c.support !== null && isSupportAnswered(c.support);
    return formContent({
      title: t.supportNeed.title,
      intro: t.supportNeed.intro,
      fields: fields(context),
      notices: isAnswered ? [{ tone: 'warning', text: t.supportNeed.answered }] : [],
    });
  },
  decide(c, request, { t }) {
    const decision = askSupport(c, request);
    const asksAnew = decision.ok && request.mode !== 'notNeeded' && isNews(c, decision.value);
    return decided(decision, t.supportNeed.said[request.mode], {
      next: request.mode === 'onSite' ? { name: 'timeOptions', item: null } : null,
      announce: asksAnew ? 'supportAsked' : null,
    });
  },
});
