import { choiceField, textField } from '../../../platform/cards/field.ts';
import { planParticipant } from '../domain/planned-participants.ts';
import { PARTICIPANT_ROLES, type ParticipantRole } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, item, t }: FormContext) {
  const words = t.plannedParticipant;
  const planned = c.plannedParticipants.find(({ id }) => id === item);
  return {
    role: choiceField<ParticipantRole>({
      label: words.role,
      problem: words.roleProblem,
      choices: choicesOf(PARTICIPANT_ROLES, t.roles),
      initial: planned?.role ?? '',
    }),
    organisation: textField(false, {
      label: words.organisation,
      hint: words.organisationHint,
      problem: words.organisationProblem,
      initial: planned?.organisation ?? '',
    }),
  };
}

/** S0-17: who could sit at the table, by role and organisation; names are not needed yet. */
export const plannedParticipantAction = defineAction({
  name: 'plannedParticipant',
  form: (context) =>
    formContent({
      title: context.t.plannedParticipant.title,
      intro: context.t.plannedParticipant.intro,
      fields: fields(context),
      isList: true,
    }),
  decide(c, participant, context) {
    const { item } = context;
    const words = context.t.plannedParticipant;
    const decision = planParticipant(c, item, participant, context);
    return decided(decision, item === null ? words.said : words.saidMended, {
      item: item ?? (decision.ok ? (decision.value.plannedParticipants.at(-1)?.id ?? null) : null),
    });
  },
});
