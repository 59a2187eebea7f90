import type { PersonId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import { choiceField, toggleField, type Choice } from '../../../platform/cards/field.ts';
import { handOver, joinCase } from '../domain/people-of-case.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { nothingToChooseAction } from './nothing-to-choose.ts';
import { varyingAction } from './varying-action.ts';

/** One press by a member who sees the case. */
export const joinAction = defineAction({
  name: 'join',
  form: ({ t }) => formContent({ title: t.join.title, fields: {} }),
  decide: (c, _values, { by, t }) => decided(joinCase(c, by), t.join.said),
  isImmediate: () => true,
});

// A card has room for this many; whoever is missing joins the case first and is then at the top.
const PEOPLE_MAX = 100;

// Participants first, the rest in the order of the roster; the lead is not a choice.
function leadChoices({ c, viewer }: FormContext): readonly Choice[] {
  const others = viewer.people.members.filter((member) => member.id !== c.lead);
  const isInCase = (member: { readonly id: PersonId }): boolean => c.participants.includes(member.id);
  return [...others.filter(isInCase), ...others.filter((member) => !isInCase(member))].map(({ id, name }) => ({
    value: id,
    title: name,
  }));
}

const handOverToOther = defineAction({
  name: 'handOver',
  form(context) {
    const { c, t, viewer } = context;
    const words = t.handOver;
    const choices = leadChoices(context);
    return formContent({
      title: words.title,
      intro: words.intro(viewer.people.nameOf(c.lead)),
      fields: {
        to: choiceField<PersonId>({
          label: words.to,
          problem: words.toProblem,
          choices: choices.slice(0, PEOPLE_MAX),
        }),
        stay: toggleField(false, { label: words.stay, problem: words.stayProblem, initial: 'true' }),
      },
      notices: choices.length > PEOPLE_MAX ? [{ tone: 'info', text: words.listCut }] : [],
    });
  },
  decide(c, { to, stay }, { t, viewer }) {
    if (!viewer.people.members.some((member) => member.id === to)) {
      return refuse('not-in-team', { field: 'to' });
    }
    return decided(handOver(c, to, !stay), t.handOver.said(viewer.people.nameOf(to)), { announce: 'handedOver' });
  },
});

const nobodyElse = nothingToChooseAction('handOver');

/** Gives the case a new lead from the team. */
export const handOverAction = varyingAction('handOver', (context) =>
  leadChoices(context).length > 0 ? handOverToOther : nobodyElse,
);
