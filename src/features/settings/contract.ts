// What the page of the settings asks and is told.
import * as z from 'zod/mini';
import { ShownButton } from '../../platform/cards/contract.ts';

const text = z.string();

/** `short`: explanations and examples are left out; what one can do is the same. */
export const TextLevel = z.enum(['short', 'long']);

/** `GET /own`: what a person has chosen for their own pages. `POST /own` keeps the same. */
export const OwnSettings = z.object({ texts: TextLevel });

const Advisor = z.object({
  name: text,
  isHere: z.boolean(),
  counties: z.array(text),
  /** When they are away and who stands in, or ''. */
  absence: text,
  buttons: z.array(ShownButton),
});

/** `GET /settings`: who has which role in the team, and what holds for all. */
export const TeamSettings = z.object({
  canChange: z.boolean(),
  /** What the federation calls its advisors. */
  advisorLabel: text,
  advisors: z.array(Advisor),
  admins: z.array(z.object({ name: text, isHere: z.boolean(), isInstalled: z.boolean() })),
  /** Counties that have no advisor. */
  uncovered: z.array(text),
  guests: text,
  /** About roles; none for who may not change them. */
  buttons: z.array(ShownButton),
  guestButtons: z.array(ShownButton),
  links: z.array(z.object({ label: text, url: z.nullable(text), isInstalled: z.boolean() })),
  linkButtons: z.array(ShownButton),
  /** What holds for everybody's reminders and is set nowhere. */
  times: z.array(z.object({ label: text, value: text })),
});

export type TextLevel = z.infer<typeof TextLevel>;
export type OwnSettings = z.infer<typeof OwnSettings>;
export type TeamSettings = z.infer<typeof TeamSettings>;
