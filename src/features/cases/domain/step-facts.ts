// What the sentence about the next step is made of, small enough to lie beside a case for lists to read.
import type { LocalDate } from '../../../kernel/instants.ts';
import { currentEvent, type Case } from './case.ts';
import { openTimePoll } from './event-times.ts';
import { nextStep, type NextStep } from './process.ts';
import { turnout } from './time-poll.ts';
import type { ContactOutcome, Stage } from './vocabulary.ts';

export type StepFacts = {
  readonly step: NextStep;
  readonly stage: Stage;
  /** What came of the last contact with the authority; null before the first. */
  readonly lastContact: ContactOutcome | null;
  /** Of those whom the open time poll asks; null without one. */
  readonly times: { readonly answered: number; readonly asked: number } | null;
  /** The day of the agreed event that has not been recorded yet. */
  readonly eventOn: LocalDate | null;
};

/** The facts of a case as it stands. */
export function stepFacts(c: Case): StepFacts {
  const event = currentEvent(c);
  const poll = openTimePoll(c);
  const { answered, waiting } = poll === null ? NOBODY : turnout(poll, () => true);
  return {
    step: nextStep(c),
    stage: c.stage,
    lastContact: c.contacts.at(-1)?.outcome ?? null,
    times: poll === null ? null : { answered: answered.length, asked: answered.length + waiting.length },
    eventOn: event?.status === 'agreed' ? event.date : null,
  };
}

const NOBODY = { answered: [], waiting: [] };

/** What comes next on a day: the step of the process, except that an event whose day has passed is recorded first of all. */
export function stepOn({ step, stage, eventOn }: StepFacts, today: LocalDate): NextStep {
  const isOver = eventOn !== null && eventOn < today;
  return step.kind === 'step' && stage === 'discussion' && isOver ? { kind: 'step', code: 'recordEvent' } : step;
}
