import type { ActionName } from './action-rules.ts';
import type { Case } from './case.ts';
import { openTimePoll } from './event-times.ts';
import type { StepCode } from './process.ts';

/** The form that takes a step; the case card's first button opens it. */
export const STEP_ACTIONS: Readonly<Record<StepCode, ActionName>> = {
  nameOwner: 'owner',
  defineTarget: 'define',
  reviewPrinciples: 'principles',
  decideSupport: 'supportNeed',
  planParticipants: 'plannedParticipant',
  askOthers: 'otherOrganisations',
  contactAuthority: 'contact',
  agreeEvent: 'event',
  inviteParticipants: 'invitee',
  arrangeEvent: 'arrangement',
  chooseEventType: 'eventType',
  recordEvent: 'recordEvent',
  recordViewpoints: 'viewpoints',
  findDirection: 'direction',
  noteSchedules: 'milestone',
  listOptions: 'option',
  agreeResult: 'result',
  agreeActions: 'action',
  agreeNextMeeting: 'nextMeeting',
  nameContactPersons: 'contactPerson',
  agreeInforming: 'informTask',
  agreeFollowUp: 'followUp',
  agreeEvaluation: 'evaluationDate',
  evaluate: 'evaluate',
  shareLesson: 'lesson',
};

/** The action that a step begins with as the case is now: while people are asked for times, one of them is chosen. */
export function actionOfStep(c: Case, code: StepCode): ActionName {
  return code === 'agreeEvent' && openTimePoll(c) !== null ? 'chooseTime' : STEP_ACTIONS[code];
}
