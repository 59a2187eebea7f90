// All cases that a person may see, in the few words that a board, a table and a file are made of.
import * as z from 'zod/mini';
import { ShownButton } from '../../../platform/cards/contract.ts';

const text = z.string();
const named = { code: text, name: text };

export const CASE_STAGES = ['federationContact', 'authorityContact', 'discussion', 'followUp'] as const;
export const CASE_URGENCIES = ['urgent', 'normal', 'unhurried'] as const;
export const CASE_LEVELS = ['local', 'regional'] as const;
export const CASE_THEMES = [
  'housing',
  'familiesWithChildren',
  'specialServices',
  'personalAssistance',
  'mobility',
  'workAndDayActivities',
  'studies',
  'leisure',
  'clientFees',
  'caringForCloseOnes',
  'other',
] as const;
const DUE_KINDS = [
  'followUp',
  'action',
  'nextMeeting',
  'informTask',
  'milestone',
  'event',
  'evaluation',
  'supportVisit',
  'pauseEnd',
  'targetDate',
] as const;
const OUTCOMES = ['resolved', 'partly', 'unresolved', 'transferred', 'withdrawn'] as const;

export const ListedCase = z.object({
  number: text,
  title: text,
  goal: text,
  stage: z.enum(CASE_STAGES),
  status: z.enum(['open', 'onHold', 'closed']),
  urgency: z.enum(CASE_URGENCIES),
  level: z.enum(CASE_LEVELS),
  /** Codes, named once for the whole list; the municipality may be ''. */
  county: text,
  municipality: text,
  ownerKind: z.enum(['localAssociation', 'workingGroup']),
  /** '' until it has been named. */
  owner: text,
  theme: z.nullable(z.enum(CASE_THEMES)),
  /** What to do next, as a sentence; '' where it is not known yet. */
  step: text,
  /** The date that decides where it stands: the first one that is late, else the next one, else the target date. */
  due: text,
  /** What is due; null where the case has not said it yet. */
  dueKind: z.nullable(z.enum(DUE_KINDS)),
  /** How many days it has been late; 0 when it is not. */
  lateDays: z.number(),
  targetDate: text,
  /** '' while it is not closed or where it is not known. */
  closedOn: text,
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** The person asking leads it or takes part. */
  isMine: z.boolean(),
});

/** `GET /cases`: what is due first comes first; closed ones, only when asked for, are last. */
export const CaseList = z.object({
  /** In Finnish alphabetical order, only those that a case names. */
  counties: z.array(z.object(named)),
  municipalities: z.array(z.object({ ...named, county: text })),
  cases: z.array(ListedCase),
  /** Opens the form of a new case; null for somebody who may not write. */
  newCase: z.nullable(ShownButton),
});

export type ListedCase = z.infer<typeof ListedCase>;
export type CaseList = z.infer<typeof CaseList>;
