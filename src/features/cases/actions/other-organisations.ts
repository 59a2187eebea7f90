import type { PersonId } from '../../../kernel/ids.ts';
import { choiceField, optionalDateField, textField } from '../../../platform/cards/field.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { answerOthers, needsContactTask } from '../domain/other-organisations.ts';
import { CONCERNS, type Concern } from '../domain/vocabulary.ts';
import { likelyParticipant, participantChoices } from './case-people-choices.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

function fields({ c, t, viewer }: FormContext) {
  const words = t.otherOrganisations;
  const people = participantChoices(c, viewer, null);
  return {
    concern: choiceField<Concern>({
      label: words.concern,
      problem: words.concernProblem,
      choices: choicesOf(CONCERNS, t.concerns),
      initial: c.otherOrganisations?.concern ?? '',
    }),
    names: textField(false, {
      label: words.names,
      hint: words.namesHint,
      conditional: true,
      problem: words.namesProblem,
      initial: c.otherOrganisations?.names ?? '',
    }),
    contactBy: optionalDateField({
      label: words.contactBy,
      hint: needsContactTask(c) ? words.contactByHint : words.contactAgainHint,
      conditional: true,
      problem: words.contactByProblem,
    }),
    person: choiceField<PersonId>({
      label: words.person,
      problem: words.personProblem,
      choices: people,
      initial: likelyParticipant(c, viewer, people),
    }),
  };
}

/** S0-19: whether the matter concerns other organisations; "yes" names them and makes somebody contact them. */
export const otherOrganisationsAction = defineAction({
  name: 'otherOrganisations',
  form: (context) => formContent({ title: context.t.otherOrganisations.title, fields: fields(context) }),
  decide(c, { concern, names, contactBy, person }, context) {
    const words = context.t.otherOrganisations;
    const task = { date: contactBy, person, what: words.task(names) };
    const decision = answerOthers(c, { concern, names }, task, context);
    const promised = concern === 'yes' ? contactBy : null;
    return decided(decision, promised === null ? words.said : words.saidWithTask(formatWeekdayDate(promised)), {
      notices: tooNearNotices(promised, context),
    });
  },
});
