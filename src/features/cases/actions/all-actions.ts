import type { ActionName } from '../domain/action-rules.ts';
import { contactAction } from './contact.ts';
import { acceptTargetDateAction } from './accept-target-date.ts';
import { actionItemAction } from './action-item.ts';
import { directionAction } from './direction.ts';
import { eventTypeAction } from './event-type.ts';
import { milestoneAction } from './milestone.ts';
import { optionAction } from './option.ts';
import { recordEventAction } from './record-event.ts';
import { resultAction } from './result.ts';
import { viewpointsAction } from './viewpoints.ts';
import { defineCaseAction } from './define.ts';
import { describeAction } from './describe.ts';
import { scheduleAction } from './schedule.ts';
import { ownerAction } from './owner.ts';
import { targetBodyAction } from './target-body.ts';
import { joinAssociationAction } from './join-association.ts';
import { raiseAction } from './raise.ts';
import { principlesAction } from './principles.ts';
import { plannedParticipantAction } from './planned-participant.ts';
import { supportNeedAction } from './support-need.ts';
import { timeOptionsAction } from './time-options.ts';
import { supportAnswerAction } from './support-answer.ts';
import { otherOrganisationsAction } from './other-organisations.ts';
import { eventAction } from './event.ts';
import { answerTimesAction, answerTimesForAction } from './answer-times.ts';
import { askTimesAction } from './ask-times.ts';
import { chooseTimeAction } from './choose-time.ts';
import { cancelEventAction } from './cancel-event.ts';
import { inviteeAction } from './invitee.ts';
import { arrangementAction } from './arrangement.ts';
import { handOverAction, joinAction } from './case-people.ts';
import { closeAction, reopenAction, withdrawAction } from './close.ts';
import { contactPersonAction } from './contact-person.ts';
import { evaluateAction, evaluationDateAction } from './evaluate.ts';
import { completeFollowUpAction, followUpAction } from './follow-up.ts';
import { holdAction, resumeAction } from './hold.ts';
import { informTaskAction } from './inform-task.ts';
import { doneAction, notDoneAction, postponeAction, removeAction } from './items.ts';
import { lessonAction, shareLessonAction } from './lesson.ts';
import { advanceAction, goBackAction } from './move-stage.ts';
import { nextMeetingAction } from './next-meeting.ts';
import type { Action } from './form-action.ts';

const ALL: readonly Action[] = [
  defineCaseAction,
  describeAction,
  scheduleAction,
  ownerAction,
  targetBodyAction,
  joinAssociationAction,
  raiseAction,
  principlesAction,
  plannedParticipantAction,
  supportNeedAction,
  timeOptionsAction,
  supportAnswerAction,
  otherOrganisationsAction,
  contactAction,
  eventAction,
  cancelEventAction,
  askTimesAction,
  answerTimesAction,
  answerTimesForAction,
  chooseTimeAction,
  inviteeAction,
  arrangementAction,
  eventTypeAction,
  recordEventAction,
  viewpointsAction,
  directionAction,
  milestoneAction,
  acceptTargetDateAction,
  optionAction,
  resultAction,
  actionItemAction,
  nextMeetingAction,
  contactPersonAction,
  informTaskAction,
  followUpAction,
  completeFollowUpAction,
  evaluationDateAction,
  evaluateAction,
  lessonAction,
  shareLessonAction,
  advanceAction,
  goBackAction,
  closeAction,
  withdrawAction,
  reopenAction,
  holdAction,
  resumeAction,
  joinAction,
  handOverAction,
  doneAction,
  notDoneAction,
  postponeAction,
  removeAction,
];

const BY_NAME: ReadonlyMap<ActionName, Action> = new Map(ALL.map((action) => [action.name, action]));

/** The action of a name, or null while the name has none. */
export function findAction(name: ActionName): Action | null {
  return BY_NAME.get(name) ?? null;
}
