// How a stored case is read back: everything is checked, so that a row nobody can read is reported and never half-used.
import { z } from 'zod/mini';
import type { Case } from './domain/case.ts';
import { TIME_FITS, TIME_POLL_STATES } from './domain/time-poll.ts';
import {
  ATTENDANCES,
  CASE_KINDS,
  CONCERNS,
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  COOPERATIONS,
  EVENT_FORMATS,
  EVENT_TYPES,
  INFORM_AUDIENCES,
  INVITEE_ANSWERS,
  LEVELS,
  MILESTONE_KINDS,
  OUTCOMES,
  OWNER_KINDS,
  PARTICIPANT_ROLES,
  PARTIES,
  STAGES,
  SUPPORT_MODES,
  TARGET_BODY_KINDS,
  THEMES,
  URGENCIES,
} from './domain/vocabulary.ts';

// Ids, dates and instants are branded strings in the domain; here their text form is checked, the brand is given once at
// the end (parseCase).
const id = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));
const person = z.string().check(z.minLength(1));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const time = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
const text = z.string();
const done = z.nullable(z.strictObject({ on: date, by: person }));
const dated = { id, date, person, done };
const touch = z.strictObject({ rev: z.number(), by: person, at: instant });

const targetBody = z.strictObject({
  kind: z.enum(TARGET_BODY_KINDS),
  county: text,
  municipality: z.nullable(text),
  jointAuthorityName: text,
});

const support = z.strictObject({
  mode: z.enum(SUPPORT_MODES),
  question: text,
  answer: text,
  timeOptions: z.array(z.strictObject({ id, date, time: z.nullable(time) })),
  choice: z.nullable(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('picked'), visit: z.strictObject({ ...dated, time: z.nullable(time) }) }),
      z.strictObject({ kind: z.literal('noneFits'), note: text }),
    ]),
  ),
});

const invitee = z.strictObject({
  id,
  role: z.enum(PARTICIPANT_ROLES),
  organisation: text,
  name: text,
  proposedBy: z.enum(PARTIES),
  agreedByOwner: z.boolean(),
  agreedByAuthority: z.boolean(),
  invited: z.boolean(),
  answer: z.enum(INVITEE_ANSWERS),
  attended: z.boolean(),
});

const option = z.strictObject({
  id,
  proposedBy: z.enum([...PARTIES, 'together']),
  description: text,
  realistic: z.nullable(z.boolean()),
  whatCanBeDone: text,
  schedule: text,
});

const fits = z.array(z.enum(TIME_FITS));
const timePoll = z.strictObject({
  id,
  by: person,
  state: z.enum(TIME_POLL_STATES),
  options: z.array(z.strictObject({ id, date, time })),
  asked: z.array(person),
  outsiders: z.array(z.strictObject({ id, name: text, answer: z.nullable(z.strictObject({ fits, by: person })) })),
  answers: z.array(z.strictObject({ person, fits })),
});

const event = z.strictObject({
  id,
  status: z.enum(['proposed', 'agreed', 'held', 'cancelled']),
  date: z.nullable(date),
  time: z.nullable(time),
  format: z.enum(EVENT_FORMATS),
  place: text,
  link: text,
  federation: z.enum(ATTENDANCES),
  person,
  type: z.nullable(z.enum(EVENT_TYPES)),
  // Events stored before times could be asked have none.
  times: z.prefault(z.nullable(timePoll), null),
  invitees: z.array(invitee),
  arrangements: z.array(z.strictObject({ id, what: text, assignee: z.enum(PARTIES), done })),
  viewpoints: z.strictObject({
    usersAndClose: text,
    authority: text,
    lawAndCrpd: z.strictObject({ references: z.array(text), text }),
  }),
  openDiscussion: text,
  factors: z.array(text),
  commonDirection: text,
  options: z.array(option),
  milestones: z.array(z.strictObject({ ...dated, kind: z.enum(MILESTONE_KINDS), what: text, remind: z.boolean() })),
  sharedView: text,
  chosenOptions: z.array(id),
});

const nextMeeting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agreed'),
    meeting: z.strictObject({ ...dated, time: z.nullable(time), place: text, link: text }),
  }),
  z.strictObject({ kind: z.literal('none'), reason: text }),
]);

const contactPerson = z.nullable(z.strictObject({ name: text, organisation: text, workContact: text }));

const evaluationAnswer = z.nullable(
  z.strictObject({ worked: text, improve: text, useAgain: z.enum(['yes', 'partly', 'no']), by: person, on: date }),
);

const status = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('onHold'), reason: text, until: z.strictObject(dated) }),
  z.strictObject({
    kind: z.literal('closed'),
    outcome: z.enum(OUTCOMES),
    summary: text,
    noEvaluationReason: text,
    cooperation: z.nullable(z.enum(COOPERATIONS)),
    on: date,
    by: person,
  }),
]);

const caseSchema = z.strictObject({
  id,
  number: z.string().check(z.regex(/^\d{4}-\d{3,}$/)),
  template: text,
  rev: z.int(),
  touched: z.record(text, touch),
  opened: z.strictObject({ on: date, at: instant, by: person }),
  home: z.strictObject({ channelId: text, access: z.enum(['team', 'restricted']) }),
  status,
  stage: z.enum(STAGES),
  stageHistory: z.array(z.strictObject({ stage: z.enum(STAGES), on: date, by: person, backReason: text })),
  basics: z.strictObject({
    title: text,
    description: text,
    influenceTarget: text,
    goal: text,
    kind: z.nullable(z.enum(CASE_KINDS)),
    level: z.enum(LEVELS),
    theme: z.nullable(z.enum(THEMES)),
    targetBody,
  }),
  schedule: z.strictObject({
    urgency: z.enum(URGENCIES),
    targetDate: date,
    targetDateSource: z.enum(['proposed', 'chosen']),
  }),
  owner: z.strictObject({ kind: z.enum(OWNER_KINDS), name: text }),
  lead: person,
  participants: z.array(person),
  joinedAssociations: z.array(text),
  principles: done,
  plannedParticipants: z.array(z.strictObject({ id, role: z.enum(PARTICIPANT_ROLES), organisation: text })),
  support: z.nullable(support),
  otherOrganisations: z.nullable(z.strictObject({ concern: z.enum(CONCERNS), names: text })),
  contacts: z.array(
    z.strictObject({
      id,
      on: date,
      channel: z.enum(CONTACT_CHANNELS),
      receiver: text,
      outcome: z.enum(CONTACT_OUTCOMES),
      note: text,
      by: person,
    }),
  ),
  events: z.array(event),
  actions: z.array(z.strictObject({ ...dated, what: text, who: text })),
  nextMeeting: z.nullable(nextMeeting),
  contactPersons: z.strictObject({ owner: contactPerson, authority: contactPerson }),
  informTasks: z.array(z.strictObject({ ...dated, audience: z.enum(INFORM_AUDIENCES), what: text })),
  followUps: z.array(z.strictObject({ ...dated, what: text, note: text })),
  evaluation: z.strictObject({
    agreed: z.nullable(z.strictObject(dated)),
    owner: evaluationAnswer,
    federation: evaluationAnswer,
    lesson: z.nullable(z.strictObject({ text, shared: done })),
  }),
});

/** A case from stored JSON, or null when it is not one. */
export function parseCase(value: unknown): Case | null {
  const parsed = caseSchema.safeParse(value);
  // The schema checks every field's form; the brands (ids, dates) exist only in the types and cannot be checked further.
  return parsed.success ? (parsed.data as unknown as Case) : null;
}
