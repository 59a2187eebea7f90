// The federation's process as tables: which steps a stage has, which of them it cannot be left without, and what comes
// next. The order is S0-60; each step names the row it comes from.
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { currentEvent, type Case } from './case.ts';
import { isEvaluated } from './evaluation.ts';
import { STAGES, type Stage } from './vocabulary.ts';

export type StepCode =
  | 'nameOwner'
  | 'defineTarget'
  | 'reviewPrinciples'
  | 'decideSupport'
  | 'planParticipants'
  | 'askOthers'
  | 'contactAuthority'
  | 'agreeEvent'
  | 'inviteParticipants'
  | 'arrangeEvent'
  | 'chooseEventType'
  | 'recordEvent'
  | 'recordViewpoints'
  | 'findDirection'
  | 'noteSchedules'
  | 'listOptions'
  | 'agreeResult'
  | 'agreeActions'
  | 'agreeNextMeeting'
  | 'nameContactPersons'
  | 'agreeInforming'
  | 'agreeFollowUp'
  | 'agreeEvaluation'
  | 'evaluate'
  | 'shareLesson';

type Step = {
  readonly code: StepCode;
  /** Where the step comes from in the model. */
  readonly source: string;
  /** The stage cannot be left before it is done; the others may be skipped. */
  readonly required: boolean;
  readonly isDone: (c: Case) => boolean;
};

const hasText = (text: string): boolean => text !== '';

const STEPS: Readonly<Record<Stage, readonly Step[]>> = {
  federationContact: [
    {
      code: 'defineTarget',
      source: 'S0-14',
      required: true,
      isDone: (c) => hasText(c.basics.title) && hasText(c.basics.influenceTarget) && hasText(c.basics.goal),
    },
    { code: 'nameOwner', source: 'S0-07', required: true, isDone: (c) => hasText(c.owner.name) },
    { code: 'reviewPrinciples', source: 'S0-16', required: false, isDone: (c) => c.principles !== null },
    { code: 'decideSupport', source: 'S0-09, S0-17', required: false, isDone: (c) => c.support !== null },
    { code: 'planParticipants', source: 'S0-17', required: false, isDone: (c) => c.plannedParticipants.length > 0 },
    { code: 'askOthers', source: 'S0-19', required: false, isDone: (c) => c.otherOrganisations !== null },
  ],
  authorityContact: [
    { code: 'contactAuthority', source: 'S0-22', required: true, isDone: hasReachedAuthority },
    { code: 'agreeEvent', source: 'S0-23', required: true, isDone: hasAgreedEvent },
    {
      code: 'inviteParticipants',
      source: 'S0-24',
      required: false,
      isDone: (c) => (currentEvent(c)?.invitees.length ?? 0) > 0,
    },
    {
      code: 'arrangeEvent',
      source: 'S0-25',
      required: false,
      isDone: (c) => (currentEvent(c)?.arrangements.length ?? 0) > 0,
    },
  ],
  discussion: [
    // An event may be cancelled, and a case may have several: there is always one to agree before it is recorded.
    { code: 'agreeEvent', source: 'S0-23, S0-26', required: true, isDone: hasAgreedEvent },
    {
      code: 'chooseEventType',
      source: 'S0-37, S0-50',
      required: true,
      isDone: (c) => (currentEvent(c)?.type ?? null) !== null,
    },
    { code: 'recordEvent', source: 'S0-26, S0-54', required: true, isDone: (c) => currentEvent(c)?.status === 'held' },
    { code: 'recordViewpoints', source: 'S0-40', required: false, isDone: hasAllViewpoints },
    {
      code: 'findDirection',
      source: 'S0-45',
      required: false,
      isDone: (c) => hasText(currentEvent(c)?.commonDirection ?? ''),
    },
    {
      code: 'noteSchedules',
      source: 'S0-46, S0-52',
      required: false,
      isDone: (c) => (currentEvent(c)?.milestones.length ?? 0) > 0,
    },
    {
      code: 'listOptions',
      source: 'S0-48',
      required: false,
      isDone: (c) => (currentEvent(c)?.options.length ?? 0) > 0,
    },
    {
      code: 'agreeResult',
      source: 'S0-34',
      required: false,
      isDone: (c) => hasText(currentEvent(c)?.sharedView ?? ''),
    },
    { code: 'agreeActions', source: 'S0-35', required: false, isDone: hasActionsOfEvent },
  ],
  followUp: [
    { code: 'agreeNextMeeting', source: 'S0-55', required: false, isDone: (c) => c.nextMeeting !== null },
    {
      code: 'nameContactPersons',
      source: 'S0-56',
      required: false,
      isDone: (c) => c.contactPersons.owner !== null && c.contactPersons.authority !== null,
    },
    { code: 'agreeInforming', source: 'S0-56', required: false, isDone: (c) => c.informTasks.length > 0 },
    { code: 'agreeFollowUp', source: 'S0-57', required: false, isDone: hasComingFollowUp },
    { code: 'agreeEvaluation', source: 'S0-58', required: false, isDone: (c) => c.evaluation.agreed !== null },
    {
      code: 'evaluate',
      source: 'S0-58',
      required: false,
      isDone: isEvaluated,
    },
    // Sharing it is the advisor's, and may follow after the case is closed.
    { code: 'shareLesson', source: 'S0-59', required: false, isDone: (c) => c.evaluation.lesson !== null },
  ],
};

/** Every code, each once. */
export const STEP_CODES: readonly StepCode[] = [
  ...new Set(
    Object.values(STEPS)
      .flat()
      .map(({ code }) => code),
  ),
];

// Without an answer, or with a refusal, agreeing on a time is not yet the next thing to do.
function hasReachedAuthority(c: Case): boolean {
  return c.contacts.length > 0 && (c.contacts.at(-1)?.outcome === 'agreed' || hasAgreedEvent(c));
}

function hasAgreedEvent(c: Case): boolean {
  const event = currentEvent(c);
  return event !== null && event.date !== null && (event.status === 'agreed' || event.status === 'held');
}

// What is to be done before the event was agreed earlier, with other organisations perhaps; it is not what the event agreed.
function hasActionsOfEvent(c: Case): boolean {
  const date = currentEvent(c)?.date ?? null;
  return date !== null && c.actions.some((action) => action.date >= date);
}

// A date to ask the authority again, set in an earlier stage, is not the following up of what was agreed.
function hasComingFollowUp(c: Case): boolean {
  const entered = c.stageHistory.findLast((entry) => entry.stage === 'followUp');
  return entered !== undefined && c.followUps.some((followUp) => followUp.date >= entered.on);
}

function hasAllViewpoints(c: Case): boolean {
  const views = currentEvent(c)?.viewpoints;
  if (views === undefined) {
    return false;
  }
  const hasLaw = hasText(views.lawAndCrpd.text) || views.lawAndCrpd.references.length > 0;
  return hasText(views.usersAndClose) && hasText(views.authority) && hasLaw;
}

export type StepState = { readonly code: StepCode; readonly required: boolean; readonly done: boolean };

/** The steps of a stage with what is done, in their order. */
export function stepsOf(c: Case, stage: Stage): readonly StepState[] {
  return STEPS[stage].map((step) => ({ code: step.code, required: step.required, done: step.isDone(c) }));
}

/**
 * What to do next: a step of the current stage, else moving to the next stage, else closing. A case on hold or closed has
 * its own answer, so every state offers something (S0-60).
 */
export type NextStep =
  | { readonly kind: 'step'; readonly code: StepCode }
  | { readonly kind: 'advance'; readonly to: Stage }
  | { readonly kind: 'close' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'closed' };

export function nextStep(c: Case): NextStep {
  if (c.status.kind === 'closed') {
    return { kind: 'closed' };
  }
  if (c.status.kind === 'onHold') {
    return { kind: 'resume' };
  }
  const open = stepsOf(c, c.stage).find((step) => !step.done);
  if (open !== undefined) {
    return { kind: 'step', code: open.code };
  }
  const to = stageAfter(c.stage);
  return to === null ? { kind: 'close' } : { kind: 'advance', to };
}

/** The stage that follows, or null after the last. */
export function stageAfter(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** The stage before, or null before the first. */
export function stageBefore(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) - 1] ?? null;
}

/** The required steps still open in the current stage: what keeps the case from moving on. */
export function missingSteps(c: Case): readonly StepCode[] {
  return stepsOf(c, c.stage)
    .filter((step) => step.required && !step.done)
    .map((step) => step.code);
}

/** The steps that would be left undone by moving on; worth a word, not a wall. */
export function skippedSteps(c: Case): readonly StepCode[] {
  return stepsOf(c, c.stage)
    .filter((step) => !step.required && !step.done)
    .map((step) => step.code);
}

/** Whether the case may move on; if not, the first thing that is missing. */
export function mayAdvance(c: Case): Result<Stage, 'case-closed' | 'case-on-hold' | 'last-stage' | 'stage-incomplete'> {
  if (c.status.kind === 'closed') {
    return refuse('case-closed');
  }
  if (c.status.kind === 'onHold') {
    return refuse('case-on-hold');
  }
  const to = stageAfter(c.stage);
  if (to === null) {
    return refuse('last-stage');
  }
  const [missing] = missingSteps(c);
  return missing === undefined ? ok(to) : refuse('stage-incomplete', { args: { step: missing } });
}
