// What can be done to a case: when, by whom, and which parts of it two people could collide in. One row per action; an
// action without a row does not compile. The stage named is the earliest: what an earlier stage asks can be mended later.
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case, Status } from './case.ts';
import { STAGES, type Section, type Stage } from './vocabulary.ts';

/**
 * `edit`: a participant, the advisor or an admin. `support`: the advisor or an admin. `see`: whoever sees the case.
 * `answer`: also whoever is asked for times. `choose`: of the participants only the lead, and who asked for the times.
 */
export type Ability = 'see' | 'edit' | 'support' | 'answer' | 'choose';

export type ActionName =
  | 'define'
  | 'describe'
  | 'schedule'
  | 'owner'
  | 'targetBody'
  | 'joinAssociation'
  | 'raise'
  | 'principles'
  | 'plannedParticipant'
  | 'supportNeed'
  | 'timeOptions'
  | 'supportAnswer'
  | 'otherOrganisations'
  | 'contact'
  | 'event'
  | 'cancelEvent'
  | 'askTimes'
  | 'answerTimes'
  | 'answerTimesFor'
  | 'chooseTime'
  | 'invitee'
  | 'arrangement'
  | 'eventType'
  | 'recordEvent'
  | 'viewpoints'
  | 'direction'
  | 'milestone'
  | 'acceptTargetDate'
  | 'option'
  | 'result'
  | 'action'
  | 'nextMeeting'
  | 'contactPerson'
  | 'informTask'
  | 'followUp'
  | 'completeFollowUp'
  | 'evaluationDate'
  | 'evaluate'
  | 'lesson'
  | 'shareLesson'
  | 'advance'
  | 'goBack'
  | 'close'
  | 'withdraw'
  | 'reopen'
  | 'hold'
  | 'resume'
  | 'join'
  | 'handOver'
  | 'done'
  | 'notDone'
  | 'postpone'
  | 'remove';

type Rule = {
  readonly ability: Ability;
  readonly from: Stage;
  readonly statuses: readonly Status['kind'][];
  readonly sections: readonly Section[];
};

const first: Stage = 'federationContact';
const OPEN = ['open'] as const;
const NOT_CLOSED = ['open', 'onHold'] as const;
const CLOSED = ['closed'] as const;

/** A list that only grows by this action has no section: two people adding at once do not collide. */
export const ACTION_RULES = {
  define: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['basics'] },
  describe: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['basics'] },
  schedule: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['schedule'] },
  owner: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['owner'] },
  targetBody: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['basics'] },
  joinAssociation: { ability: 'see', from: first, statuses: NOT_CLOSED, sections: [] },
  raise: { ability: 'edit', from: first, statuses: OPEN, sections: ['owner', 'basics'] },
  principles: { ability: 'edit', from: first, statuses: OPEN, sections: ['principles'] },
  plannedParticipant: { ability: 'edit', from: first, statuses: OPEN, sections: [] },
  supportNeed: { ability: 'edit', from: first, statuses: OPEN, sections: ['support'] },
  timeOptions: { ability: 'edit', from: first, statuses: OPEN, sections: ['support'] },
  supportAnswer: { ability: 'support', from: first, statuses: OPEN, sections: ['support'] },
  otherOrganisations: { ability: 'edit', from: first, statuses: OPEN, sections: ['otherOrganisations'] },
  contact: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: [] },
  event: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: ['event'] },
  cancelEvent: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: ['event'] },
  askTimes: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: ['event'] },
  answerTimes: { ability: 'answer', from: 'authorityContact', statuses: OPEN, sections: [] },
  answerTimesFor: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: [] },
  chooseTime: { ability: 'choose', from: 'authorityContact', statuses: OPEN, sections: ['event'] },
  invitee: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: [] },
  arrangement: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: [] },
  eventType: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['event'] },
  recordEvent: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['event', 'invitees'] },
  viewpoints: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['viewpoints'] },
  direction: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['direction'] },
  milestone: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: [] },
  acceptTargetDate: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['schedule'] },
  option: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: [] },
  result: { ability: 'edit', from: 'discussion', statuses: OPEN, sections: ['result'] },
  action: { ability: 'edit', from: first, statuses: OPEN, sections: [] },
  nextMeeting: { ability: 'edit', from: 'followUp', statuses: OPEN, sections: ['nextMeeting'] },
  contactPerson: { ability: 'edit', from: 'followUp', statuses: OPEN, sections: ['contactPersons'] },
  informTask: { ability: 'edit', from: 'followUp', statuses: OPEN, sections: [] },
  followUp: { ability: 'edit', from: first, statuses: OPEN, sections: [] },
  completeFollowUp: { ability: 'edit', from: first, statuses: OPEN, sections: ['followUps'] },
  evaluationDate: { ability: 'edit', from: 'followUp', statuses: OPEN, sections: ['evaluation'] },
  evaluate: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: ['evaluation'] },
  lesson: { ability: 'edit', from: 'authorityContact', statuses: ['open', 'closed'], sections: ['evaluation'] },
  shareLesson: { ability: 'support', from: 'authorityContact', statuses: ['open', 'closed'], sections: ['evaluation'] },
  advance: { ability: 'edit', from: first, statuses: OPEN, sections: ['stage'] },
  goBack: { ability: 'edit', from: 'authorityContact', statuses: OPEN, sections: ['stage'] },
  close: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['status', 'stage'] },
  withdraw: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['status', 'stage'] },
  reopen: { ability: 'edit', from: first, statuses: CLOSED, sections: ['status'] },
  hold: { ability: 'edit', from: first, statuses: OPEN, sections: ['status'] },
  resume: { ability: 'edit', from: first, statuses: ['onHold'], sections: ['status'] },
  join: { ability: 'see', from: first, statuses: NOT_CLOSED, sections: [] },
  handOver: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: ['people'] },
  // These meet the item itself: "already done" and "gone" are said by the decision.
  done: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: [] },
  notDone: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: [] },
  postpone: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: [] },
  remove: { ability: 'edit', from: first, statuses: NOT_CLOSED, sections: [] },
} as const satisfies Record<ActionName, Rule>;

export const ACTION_NAMES: readonly ActionName[] = Object.keys(ACTION_RULES) as ActionName[];

/** The rule of an action, in its general shape. */
export function ruleOf(name: ActionName): Rule {
  return ACTION_RULES[name];
}

const WRONG_STATUS = { open: 'case-not-closed', onHold: 'case-on-hold', closed: 'case-closed' } as const;

/** Whether an action fits the stage and status of a case, whoever asks. */
export function isTimely(
  c: Case,
  name: ActionName,
): Result<null, 'case-closed' | 'case-on-hold' | 'case-not-closed' | 'not-in-this-stage'> {
  const rule = ruleOf(name);
  if (!rule.statuses.includes(c.status.kind)) {
    return refuse(WRONG_STATUS[c.status.kind]);
  }
  return STAGES.indexOf(c.stage) >= STAGES.indexOf(rule.from) ? ok(null) : refuse('not-in-this-stage');
}
