// A case with the longest legal content in every field at once, and everything in it that a case can hold.
import { parsePersonId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Case, DiscussionEvent } from '../../../src/features/cases/domain/case.ts';
import type { TimePoll } from '../../../src/features/cases/domain/time-poll.ts';
import { LIST_CAPS } from '../../../src/features/cases/domain/list-caps.ts';
import { MILESTONE_KINDS, PARTICIPANT_ROLES } from '../../../src/features/cases/domain/vocabulary.ts';
import { LONG_TEXT_MAX, SHORT_TEXT_MAX } from '../../../src/platform/cards/field.ts';
import { AINO, buildCase, buildEvent, clock, day, itemId } from './build-case.ts';

// Two bytes a letter in UTF-8, with the markup that hostile text would try.
export const LONG = `**Ä** [linkki](https://esimerkki.fi) <at>kaikki</at> ${'ä ö '.repeat(LONG_TEXT_MAX)}`.slice(
  0,
  LONG_TEXT_MAX,
);
export const SHORT = `**Ä** <at>kaikki</at> ${'ä ö '.repeat(SHORT_TEXT_MAX)}`.slice(0, SHORT_TEXT_MAX);

const DATE = day('2026-12-15');
let next = 100;
const id = () => {
  next += 1;
  return itemId(next);
};

function many<Item>(list: keyof typeof LIST_CAPS, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: LIST_CAPS[list] }, (_, index) => make(index));
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) {
    throw new Error('an empty list has no item');
  }
  return item;
}

function personNumber(index: number): PersonId {
  const person = parsePersonId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  if (person === null) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return person;
}

const dated = () => ({ id: id(), date: DATE, person: AINO, done: null });

const answers = ['fits', 'ifNeeded', 'doesNotFit', 'fits', 'ifNeeded'] as const;

/** Everybody asked and answered that can be. */
export function fullTimePoll(): TimePoll {
  return {
    id: id(),
    by: AINO,
    state: 'open',
    options: many('polledTimes', (index) => ({ id: id(), date: day(`2026-12-1${index}`), time: clock('14:00') })),
    asked: many('asked', personNumber),
    outsiders: many('outsiders', (index) => ({
      id: id(),
      name: SHORT,
      answer: index === 0 ? null : { fits: answers, by: AINO },
    })),
    answers: many('answers', (index) => ({ person: personNumber(index), fits: answers })),
  };
}

/** The full case while times are asked. */
export function fullCaseAsking(overrides: Partial<Case> = {}): Case {
  const proposed = { ...fullEvent(), status: 'proposed', date: null, time: null, format: 'both' } as const;
  return fullCase({ stage: 'discussion', events: [{ ...proposed, times: fullTimePoll() }], ...overrides });
}

function fullEvent(): DiscussionEvent {
  const options = many('options', () => ({
    id: id(),
    proposedBy: 'together' as const,
    description: LONG,
    realistic: true,
    whatCanBeDone: LONG,
    schedule: SHORT,
  }));
  return buildEvent({
    place: SHORT,
    link: `https://teams.microsoft.com/${'l'.repeat(400)}`,
    federation: 'teams',
    type: 'political',
    times: { ...fullTimePoll(), state: 'settled' },
    invitees: many('invitees', (index) => ({
      id: id(),
      role: at(PARTICIPANT_ROLES, index),
      organisation: SHORT,
      name: SHORT,
      proposedBy: 'owner' as const,
      agreedByOwner: true,
      agreedByAuthority: false,
      invited: true,
      answer: 'maybe' as const,
      attended: true,
    })),
    arrangements: many('arrangements', () => ({ id: id(), what: SHORT, assignee: 'authority' as const, done: null })),
    viewpoints: {
      usersAndClose: LONG,
      authority: LONG,
      lawAndCrpd: { references: ['crpd', 'equalityAct'], text: LONG },
    },
    openDiscussion: LONG,
    factors: many('factors', () => SHORT),
    commonDirection: LONG,
    options,
    milestones: many('milestones', (index) => ({
      ...dated(),
      kind: at(MILESTONE_KINDS, index),
      what: SHORT,
      remind: true,
    })),
    sharedView: LONG,
    chosenOptions: options.map((option) => option.id),
  });
}

/** Stage 4, every list at its cap and every text at its limit. */
export function fullCase(overrides: Partial<Case> = {}): Case {
  const opened = buildCase();
  return buildCase({
    stage: 'followUp',
    stageHistory: [
      ...opened.stageHistory,
      { stage: 'federationContact', on: DATE, by: AINO, backReason: LONG },
      { stage: 'followUp', on: DATE, by: AINO, backReason: '' },
    ],
    basics: {
      ...opened.basics,
      title: SHORT,
      description: LONG,
      influenceTarget: LONG,
      goal: LONG.slice(0, 300),
      kind: 'jointDiscussion',
      theme: 'workAndDayActivities',
      targetBody: { ...opened.basics.targetBody, kind: 'jointAuthority', jointAuthorityName: SHORT },
    },
    owner: { kind: 'workingGroup', name: SHORT },
    participants: [AINO, ...many('participants', personNumber).slice(1)],
    joinedAssociations: many('joinedAssociations', () => SHORT),
    principles: { on: DATE, by: AINO },
    plannedParticipants: many('plannedParticipants', (index) => ({
      id: id(),
      role: at(PARTICIPANT_ROLES, index),
      organisation: SHORT,
    })),
    support: {
      mode: 'onSite',
      question: LONG,
      answer: LONG,
      timeOptions: many('timeOptions', () => ({ id: id(), date: DATE, time: clock('14:00') })),
      choice: { kind: 'picked', visit: { ...dated(), time: clock('14:00') } },
    },
    otherOrganisations: { concern: 'yes', names: LONG },
    contacts: many('contacts', () => ({
      id: id(),
      on: day('2026-11-24'),
      channel: 'email' as const,
      receiver: SHORT,
      outcome: 'noAnswer' as const,
      note: LONG,
      by: AINO,
    })),
    events: [fullEvent()],
    actions: many('actions', () => ({ ...dated(), what: SHORT, who: SHORT })),
    nextMeeting: {
      kind: 'agreed',
      meeting: {
        ...dated(),
        time: clock('14:00'),
        place: SHORT,
        link: `https://teams.microsoft.com/${'l'.repeat(400)}`,
      },
    },
    contactPersons: {
      owner: { name: SHORT, organisation: SHORT, workContact: SHORT },
      authority: { name: SHORT, organisation: SHORT, workContact: SHORT },
    },
    informTasks: many('informTasks', () => ({ ...dated(), audience: 'ownNetworks' as const, what: SHORT })),
    followUps: many('followUps', () => ({ ...dated(), what: SHORT, note: LONG })),
    evaluation: {
      agreed: dated(),
      owner: { worked: LONG, improve: LONG, useAgain: 'partly', by: AINO, on: DATE },
      federation: { worked: LONG, improve: LONG, useAgain: 'partly', by: AINO, on: DATE },
      lesson: { text: LONG, shared: null },
    },
    ...overrides,
  });
}
