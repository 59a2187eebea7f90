import { choiceField, choicesField, optionalChoiceField, textField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { refuse } from '../../../kernel/result.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Invitee, PlannedParticipant } from '../domain/case.ts';
import { eventInPreparation } from '../domain/event.ts';
import { findInvitee, invite, invitePlanned, plannedToInvite, type InviteeRequest } from '../domain/invitees.ts';
import {
  INVITEE_ANSWERS,
  PARTICIPANT_ROLES,
  PARTIES,
  type InviteeAnswer,
  type ParticipantRole,
  type Party,
} from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { choicesOf } from './choices.ts';
import { eventNotices } from './event-notices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { varyingAction } from './varying-action.ts';

// One question for two facts: somebody who has not been invited has not answered either.
type Invitation = InviteeAnswer | 'notInvited';
const INVITATIONS: readonly Invitation[] = ['notInvited', ...INVITEE_ANSWERS];

function noEventNotices({ c, item, t }: FormContext): readonly Notice[] {
  const isMissing = item === null && eventInPreparation(c) === null;
  return isMissing ? [{ tone: 'warning', text: t.invitee.noEvent }] : [];
}

function organisationField(words: CaseTexts['invitee'], initial: string) {
  return textField(false, {
    label: words.organisation,
    hint: words.organisationHint,
    problem: words.organisationProblem,
    initial,
  });
}

function nameField(words: CaseTexts['invitee'], initial: string) {
  return textField(false, { label: words.name, hint: words.nameHint, problem: words.nameProblem, initial });
}

function agreedBy(invitee: Invitee | null): readonly Party[] {
  const sides = { owner: invitee?.agreedByOwner ?? true, authority: invitee?.agreedByAuthority ?? false };
  return PARTIES.filter((party) => sides[party]);
}

function whoFields({ t }: FormContext, invitee: Invitee | null) {
  const words = t.invitee;
  return {
    role: choiceField<ParticipantRole>({
      label: words.role,
      problem: words.roleProblem,
      choices: choicesOf(PARTICIPANT_ROLES, t.roles),
      initial: invitee?.role ?? '',
    }),
    organisation: organisationField(words, invitee?.organisation ?? ''),
    name: nameField(words, invitee?.name ?? ''),
  };
}

function invitationFields({ t }: FormContext, invitee: Invitee | null) {
  const words = t.invitee;
  return {
    proposedBy: choiceField<Party>({
      label: words.proposedBy,
      problem: words.proposedByProblem,
      choices: choicesOf(PARTIES, t.parties),
      initial: invitee?.proposedBy ?? 'owner',
    }),
    agreedBy: choicesField<Party>(false, {
      label: words.agreedBy,
      problem: words.agreedByProblem,
      choices: choicesOf(PARTIES, t.parties),
      initial: agreedBy(invitee).join(','),
    }),
    invitation: choiceField<Invitation>({
      label: words.invitation,
      problem: words.invitationProblem,
      choices: choicesOf(INVITATIONS, words.invitations),
      initial: invitee?.invited === true ? invitee.answer : 'notInvited',
    }),
  };
}

function fields(context: FormContext) {
  const invitee = context.item === null ? null : findInvitee(context.c, context.item);
  return { ...whoFields(context, invitee), ...invitationFields(context, invitee) };
}

const inviteOne = defineAction({
  name: 'invitee',
  form: (context) =>
    formContent({
      title: context.t.invitee.title,
      intro: context.t.invitee.intro,
      fields: fields(context),
      isList: true,
      notices: noEventNotices(context),
    }),
  decide(c, { role, organisation, name, proposedBy, agreedBy: sides, invitation }, context) {
    const words = context.t.invitee;
    const request: InviteeRequest = {
      role,
      organisation,
      name,
      proposedBy,
      agreedByOwner: sides.includes('owner'),
      agreedByAuthority: sides.includes('authority'),
      invited: invitation !== 'notInvited',
      answer: invitation === 'notInvited' ? 'none' : invitation,
    };
    const decision = invite(c, context.item, request, context);
    const event = decision.ok ? eventInPreparation(decision.value) : null;
    return decided(decision, context.item === null ? words.said(1) : words.saidMended, {
      item: context.item ?? event?.invitees.at(-1)?.id ?? null,
      notices: eventNotices(c, event, context.t),
    });
  },
});

function plannedTitle({ role, organisation }: PlannedParticipant, t: CaseTexts): string {
  return organisation === '' ? t.roles[role] : `${t.roles[role]}: ${organisation}`;
}

function plannedFields({ c, t }: FormContext) {
  const words = t.invitee;
  const planned = plannedToInvite(c);
  return {
    planned: choicesField<ItemId>(false, {
      label: words.planned,
      problem: words.plannedProblem,
      choices: planned.map((participant) => ({ value: participant.id, title: plannedTitle(participant, t) })),
      initial: planned.map(({ id }) => id).join(','),
    }),
    role: optionalChoiceField<ParticipantRole>({
      label: words.anotherRole,
      problem: words.roleProblem,
      choices: choicesOf(PARTICIPANT_ROLES, t.roles),
    }),
    organisation: organisationField(words, ''),
    name: nameField(words, ''),
  };
}

const invitePlannedOnes = defineAction({
  name: 'invitee',
  form: (context) =>
    formContent({
      title: context.t.invitee.title,
      intro: context.t.invitee.plannedIntro,
      fields: plannedFields(context),
      isList: true,
    }),
  decide(c, { planned, role, organisation, name }, context) {
    const isHalfway = role === null && (organisation !== '' || name !== '');
    if (isHalfway) {
      return refuse('choice-missing', { field: 'role' });
    }
    const another = role === null ? null : { role, organisation, name };
    const decision = invitePlanned(c, planned, another, context);
    const event = decision.ok ? eventInPreparation(decision.value) : null;
    return decided(decision, context.t.invitee.said(planned.length + (another === null ? 0 : 1)), {
      notices: eventNotices(c, event, context.t),
    });
  },
});

/** S0-24: whom to invite, agreed with the other side. While there is nobody yet, those planned in stage 1 are offered. */
export const inviteeAction = varyingAction('invitee', ({ c, item }) =>
  item === null && plannedToInvite(c).length > 0 ? invitePlannedOnes : inviteOne,
);
