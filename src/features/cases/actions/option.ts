import { choiceField, longTextField, textField, type Choice } from '../../../platform/cards/field.ts';
import { ownerName, targetBodyName } from '../cards/case-words.ts';
import { currentEvent, type SolutionOption } from '../domain/case.ts';
import { findOption, saveOption } from '../domain/solution-option.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

// Short enough to be read as one of several choices in the form of the result.
const DESCRIPTION_MAX = 300;

const ANSWERS = ['yes', 'no', 'unknown'] as const;
type Answer = (typeof ANSWERS)[number];
const REALISTIC: Readonly<Record<Answer, boolean | null>> = { yes: true, no: false, unknown: null };

function answerOf(realistic: boolean | null): Answer {
  return ANSWERS.find((answer) => REALISTIC[answer] === realistic) ?? 'unknown';
}

function proposers({ c, t }: FormContext): readonly Choice[] {
  return [
    { value: 'together', title: t.together },
    { value: 'owner', title: ownerName(c.owner, t) },
    { value: 'authority', title: targetBodyName(c.basics.targetBody) },
  ];
}

function fields(context: FormContext) {
  const { c, item, t } = context;
  const words = t.option;
  const saved = item === null ? undefined : findOption(c, item)?.option;
  return {
    description: longTextField(true, {
      label: words.description,
      hint: words.descriptionHint,
      problem: words.descriptionProblem,
      initial: saved?.description ?? '',
      maxLength: DESCRIPTION_MAX,
    }),
    proposedBy: choiceField<SolutionOption['proposedBy']>({
      label: words.proposedBy,
      problem: words.proposedByProblem,
      choices: proposers(context),
      initial: saved?.proposedBy ?? '',
    }),
    realistic: choiceField<Answer>({
      label: words.realistic,
      hint: words.realisticHint,
      problem: words.realisticProblem,
      choices: choicesOf(ANSWERS, words.realisticAnswers),
      initial: answerOf(saved?.realistic ?? null),
    }),
    whatCanBeDone: longTextField(false, {
      label: words.whatCanBeDone,
      problem: words.whatCanBeDoneProblem,
      initial: saved?.whatCanBeDone ?? '',
    }),
    schedule: textField(false, {
      label: words.schedule,
      hint: words.scheduleHint,
      problem: words.scheduleProblem,
      initial: saved?.schedule ?? '',
    }),
  };
}

function title({ c, item, t }: FormContext): string {
  const event = item === null ? currentEvent(c) : findOption(c, item)?.event;
  return t.option.title[event?.type ?? 'officials'];
}

/** S0-33, S0-47, S0-48, S0-53: one option at a time, from any party, with what can be done and when. */
export const optionAction = defineAction({
  name: 'option',
  form: (context) =>
    formContent({
      title: title(context),
      intro: context.t.option.intro,
      fields: fields(context),
      isList: true,
    }),
  decide(c, { realistic, ...about }, context) {
    const { t, item } = context;
    const decision = saveOption(c, item, { ...about, realistic: REALISTIC[realistic] }, context);
    return decided(decision, t.option.said, {
      item: item ?? (decision.ok ? (currentEvent(decision.value)?.options.at(-1)?.id ?? null) : null),
    });
  },
});
