import { textField } from '../../../platform/cards/field.ts';
import { stageName } from '../cards/case-words.ts';
import type { Case } from '../domain/case.ts';
import { advance, goBack } from '../domain/move-stage.ts';
import { mayAdvance, skippedSteps, stageAfter, stageBefore } from '../domain/process.ts';
import { STAGES, type Stage } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { decided, defineAction, formContent } from './form-action.ts';

const REASON_MAX = 300;

function numberAndName(c: Case, stage: Stage, t: CaseTexts): [number, string] {
  return [STAGES.indexOf(stage) + 1, stageName(stage, c.basics.targetBody, t)];
}

/** S0-60: the next stage. Steps that would be skipped are named first; a required one refuses at once. */
export const advanceAction = defineAction({
  name: 'advance',
  form({ c, t }) {
    const words = t.advance;
    return formContent({
      title: words.title(...numberAndName(c, stageAfter(c.stage) ?? c.stage, t)),
      intro: words.intro,
      fields: {},
      submit: words.submit,
      notices: skippedSteps(c).map((step) => ({ tone: 'info', text: t.steps[step] })),
    });
  },
  decide(c, _values, context) {
    const decision = advance(c, context);
    const stage = decision.ok ? decision.value.stage : c.stage;
    return decided(decision, context.t.advance.said(...numberAndName(c, stage, context.t)));
  },
  isImmediate: ({ c }) => !mayAdvance(c).ok || skippedSteps(c).length === 0,
});

/** S0-60: the stage before, with a reason that stays in the history. */
export const goBackAction = defineAction({
  name: 'goBack',
  form({ c, t }) {
    const words = t.goBack;
    const reason = textField(true, { label: words.reason, problem: words.reasonProblem, maxLength: REASON_MAX });
    return formContent({
      title: words.title,
      intro: words.intro(...numberAndName(c, stageBefore(c.stage) ?? c.stage, t)),
      fields: { reason },
      submit: words.submit,
    });
  },
  decide(c, { reason }, context) {
    const decision = goBack(c, reason, context);
    const stage = decision.ok ? decision.value.stage : c.stage;
    return decided(decision, context.t.advance.said(...numberAndName(c, stage, context.t)));
  },
});
