import { ok } from '../../../kernel/result.ts';
import { choiceField, longTextField, optionalChoiceField } from '../../../platform/cards/field.ts';
import { define } from '../domain/basics.ts';
import { CASE_KINDS, LEVELS, THEMES, type CaseKind, type Level, type Theme } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

// The goal is shown on the case card, so it is asked for as shortly as when the case was opened.
const GOAL_MAX = 300;

function fields({ c: { basics }, t }: FormContext) {
  const words = t.define;
  return {
    influenceTarget: longTextField(true, {
      label: words.target,
      hint: words.targetHint,
      problem: words.targetProblem,
      initial: basics.influenceTarget,
    }),
    goal: longTextField(true, {
      label: words.goal,
      hint: words.goalHint,
      problem: words.goalProblem,
      maxLength: GOAL_MAX,
      initial: basics.goal,
    }),
    level: choiceField<Level>({
      label: words.level,
      hint: words.levelHint,
      problem: words.levelProblem,
      choices: choicesOf(LEVELS, t.levels),
      initial: basics.level,
    }),
    kind: optionalChoiceField<CaseKind>({
      label: words.kind,
      problem: words.kindProblem,
      choices: choicesOf(CASE_KINDS, t.kinds),
      initial: basics.kind ?? '',
    }),
    theme: optionalChoiceField<Theme>({
      label: words.theme,
      problem: words.themeProblem,
      choices: choicesOf(THEMES, t.themes),
      initial: basics.theme ?? '',
    }),
  };
}

/** S0-14, S1-25, S0-02: what the case wants to change. The target and the goal are all that has to be written. */
export const defineCaseAction = defineAction({
  name: 'define',
  form: (context) =>
    formContent({ title: context.t.define.title, intro: context.t.define.intro, fields: fields(context) }),
  decide: (c, definition, { t }) => decided(ok(define(c, definition)), t.define.said),
});
