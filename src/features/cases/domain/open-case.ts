import type { CaseId, ChannelId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { TEMPLATE_VERSION, type CaseOwner, type TargetBody } from './case.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { proposedTargetDate } from './target-date.ts';
import type { Urgency } from './vocabulary.ts';

/** The six questions of the opening form (B-04, S1-23). */
export type OpeningRequest = {
  readonly title: string;
  readonly goal: string;
  readonly urgency: Urgency;
  readonly owner: CaseOwner;
  readonly targetBody: TargetBody;
  readonly concernsOnePerson: boolean;
};

/** What the app adds: identity, number and where it was opened. */
export type OpeningFacts = {
  readonly id: CaseId;
  readonly number: string;
  readonly home: { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };
};

/**
 * A new case in stage 1. A matter of one person is refused (G-05): it is led to legal advice until the text is general.
 * The level follows the actor at first: an association acts locally, a working group regionally; both can be changed.
 */
export function openCase(request: OpeningRequest, facts: OpeningFacts, context: DecisionContext): Decision {
  if (request.concernsOnePerson) {
    return refuse('one-person-matter', { field: 'onePerson' });
  }
  const { by, now, today } = context;
  return ok({
    id: facts.id,
    number: facts.number,
    template: TEMPLATE_VERSION,
    rev: 1,
    touched: {},
    opened: { on: today, at: now, by },
    home: facts.home,
    status: { kind: 'open' },
    stage: 'federationContact',
    stageHistory: [{ stage: 'federationContact', on: today, by, backReason: '' }],
    basics: {
      title: request.title,
      description: '',
      influenceTarget: '',
      goal: request.goal,
      kind: null,
      level: request.owner.kind === 'workingGroup' ? 'regional' : 'local',
      theme: null,
      targetBody: request.targetBody,
    },
    schedule: {
      urgency: request.urgency,
      targetDate: proposedTargetDate(request.urgency, today),
      targetDateSource: 'proposed',
    },
    owner: request.owner,
    lead: by,
    participants: [by],
    joinedAssociations: [],
    principles: null,
    plannedParticipants: [],
    support: null,
    otherOrganisations: null,
    contacts: [],
    events: [],
    actions: [],
    nextMeeting: null,
    contactPersons: { owner: null, authority: null },
    informTasks: [],
    followUps: [],
    evaluation: { agreed: null, owner: null, federation: null, lesson: null },
  });
}
