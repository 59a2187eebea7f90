// The page of one case: everything it shows, as words and buttons.
import * as z from 'zod/mini';
import { ShownButton, ShownLink } from '../../../platform/cards/contract.ts';

const text = z.string();

const Fact = z.object({ label: text, value: text });

/** A line with what can be done to the thing that it is about. */
export const CaseLine = z.object({ text, buttons: z.array(ShownButton) });

export const CaseSection = z.object({ heading: text, lines: z.array(CaseLine), buttons: z.array(ShownButton) });

/** `why` says why it cannot be done and what to do instead; '' when it can. */
export const CaseAction = z.object({ button: ShownButton, can: z.boolean(), why: text });

export const CaseStage = z.object({
  number: z.number(),
  name: text,
  state: z.enum(['done', 'now', 'ahead']),
  /** The state as a word. */
  word: text,
  /** When the case came to it, or null. */
  entered: z.nullable(text),
  steps: z.array(z.object({ text, state: text, isDone: z.boolean() })),
  sections: z.array(CaseSection),
});

export const CaseDate = z.object({
  what: text,
  when: text,
  where: text,
  who: text,
  /** `3 päivää myöhässä`, or ''. */
  late: text,
  buttons: z.array(ShownButton),
});

export const CaseReminder = z.object({ what: text, who: text, state: text, tone: z.enum(['info', 'done', 'problem']) });

export const CasePage = z.object({
  id: text,
  number: text,
  title: text,
  /** The version seen; the buttons carry it. */
  rev: z.number(),
  /** How it stands, in at most three lines (B-20). */
  summary: z.array(text),
  urgency: z.object({ word: text, isUrgent: z.boolean() }),
  /** Paused or closed, in words; null while it is under way. */
  statusLine: z.nullable(text),
  facts: z.array(Fact),
  /** What to do next; null when nothing is left. */
  next: z.nullable(
    z.object({ label: text, text, when: text, late: text, buttons: z.array(ShownButton), looks: z.array(ShownButton) }),
  ),
  /** The way to take part, for somebody who does not yet; null otherwise. */
  join: z.nullable(CaseAction),
  stages: z.array(CaseStage),
  /** What belongs to no stage: the outcome, the people. */
  sections: z.array(CaseSection),
  dates: z.array(CaseDate),
  groups: z.array(z.object({ heading: text, actions: z.array(CaseAction) })),
  reminders: z.array(CaseReminder),
  history: z.array(z.object({ when: text, who: text, what: text, why: text })),
  links: z.array(ShownLink),
  help: text,
});

export type CaseLine = z.infer<typeof CaseLine>;
export type CaseSection = z.infer<typeof CaseSection>;
export type CaseAction = z.infer<typeof CaseAction>;
export type CaseStage = z.infer<typeof CaseStage>;
export type CaseDate = z.infer<typeof CaseDate>;
export type CaseReminder = z.infer<typeof CaseReminder>;
export type CasePage = z.infer<typeof CasePage>;
