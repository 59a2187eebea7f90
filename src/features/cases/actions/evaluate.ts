// S0-58: when the model is evaluated, and the answers of both sides.
import { choiceField, dateField, longTextField } from '../../../platform/cards/field.ts';
import { formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import { ownerName } from '../cards/case-words.ts';
import type { Case, EvaluationAnswer } from '../domain/case.ts';
import { agreeEvaluation, evaluateModel } from '../domain/evaluation.ts';
import type { EvaluationSide } from '../domain/vocabulary.ts';
import { isSupporter } from '../policy.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

/** S0-58: the day of the evaluation. */
export const evaluationDateAction = defineAction({
  name: 'evaluationDate',
  form({ c, t }) {
    const words = t.evaluationDate;
    const date = dateField({
      label: words.date,
      problem: words.dateProblem,
      initial: c.evaluation.agreed?.date ?? '',
    });
    return formContent({ title: words.title, intro: words.intro, fields: { date } });
  },
  decide(c, { date }, context) {
    const decision = agreeEvaluation(c, date, context);
    const isNews = date !== c.evaluation.agreed?.date;
    return decided(decision, context.t.evaluationDate.said(formatDayAndDate(date)), {
      notices: tooNearNotices(isNews ? date : null, context),
    });
  },
});

const ANSWERS: readonly EvaluationAnswer['useAgain'][] = ['yes', 'partly', 'no'];

// The case's people answer for the actor, the advisor or an admin for Tukiliitto; who is both says which.
function sidesOf({ c, viewer }: FormContext): readonly EvaluationSide[] {
  const { people, person, today } = viewer;
  const sides: EvaluationSide[] = [];
  if (c.participants.includes(person.id)) {
    sides.push('owner');
  }
  if (isSupporter(c, person.id, people, today)) {
    sides.push('federation');
  }
  return sides;
}

function fields(context: FormContext) {
  const { c, t } = context;
  const words = t.evaluate;
  const sides = sidesOf(context);
  const [only] = sides;
  const known = sides.length === 1 && only !== undefined ? only : null;
  const before = known === null ? null : c.evaluation[known];
  return {
    side: choiceField<EvaluationSide>({
      label: words.side,
      problem: words.sideProblem,
      choices: choicesOf(sides, { owner: ownerName(c.owner, t), federation: words.federation }),
      initial: known ?? '',
    }),
    worked: longTextField(true, { label: words.worked, problem: words.workedProblem, initial: before?.worked ?? '' }),
    improve: longTextField(false, {
      label: words.improve,
      problem: words.improveProblem,
      initial: before?.improve ?? '',
    }),
    useAgain: choiceField<EvaluationAnswer['useAgain']>({
      label: words.useAgain,
      problem: words.useAgainProblem,
      choices: choicesOf(ANSWERS, words.useAgainChoices),
      initial: before?.useAgain ?? '',
    }),
  };
}

function missingSide({ evaluation }: Case): EvaluationSide | null {
  if (evaluation.owner === null) {
    return 'owner';
  }
  return evaluation.federation === null ? 'federation' : null;
}

/** S0-58: the evaluation of one side. */
export const evaluateAction = defineAction({
  name: 'evaluate',
  form: (context) =>
    formContent({ title: context.t.evaluate.title, intro: context.t.evaluate.intro, fields: fields(context) }),
  decide(c, { side, ...answer }, context) {
    const words = context.t.evaluate;
    const decision = evaluateModel(c, side, answer, context);
    const missing = decision.ok ? missingSide(decision.value) : null;
    return decided(decision, missing === null ? words.said : words.saidStillMissing[missing]);
  },
});
