import type { ActionName } from './action-rules.ts';
import { currentEvent, type Case } from './case.ts';
import { openTimePoll } from './event-times.ts';
import { mayAdvance } from './process.ts';

// What an action works on has to be there. Actions without a row can always be begun in their stage.
const NEEDS: Partial<Readonly<Record<ActionName, (c: Case) => boolean>>> = {
  advance: (c) => mayAdvance(c).ok,
  cancelEvent: hasEventToCome,
  askTimes: (c) => currentEvent(c)?.status !== 'agreed',
  answerTimes: (c) => openTimePoll(c) !== null,
  answerTimesFor: (c) => (openTimePoll(c)?.outsiders.length ?? 0) > 0,
  chooseTime: (c) => openTimePoll(c) !== null,
  invitee: hasEvent,
  arrangement: hasEvent,
  eventType: hasEvent,
  recordEvent: hasEvent,
  viewpoints: hasEvent,
  direction: hasEvent,
  option: hasEvent,
  milestone: hasEvent,
  result: hasEvent,
  completeFollowUp: (c) => c.followUps.some((followUp) => followUp.done === null),
  raise: (c) => c.owner.kind === 'localAssociation',
  supportAnswer: (c) => c.support !== null && c.support.mode !== 'notNeeded',
  shareLesson: (c) => c.evaluation.lesson !== null && c.evaluation.lesson.shared === null,
};

function hasEvent(c: Case): boolean {
  return currentEvent(c) !== null;
}

function hasEventToCome(c: Case): boolean {
  const event = currentEvent(c);
  return event !== null && event.status !== 'held';
}

/** Whether there is something for the action to work on, so that a menu may offer it. */
export function isOffered(c: Case, name: ActionName): boolean {
  return NEEDS[name]?.(c) ?? true;
}
