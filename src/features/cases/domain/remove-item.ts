// Taking one thing out of a case, whichever list holds it.
import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent, PlannedParticipant } from './case.ts';
import type { Decision } from './decision.ts';

export type RemovableKind =
  | 'plannedParticipant'
  | 'contact'
  | 'invitee'
  | 'arrangement'
  | 'option'
  | 'milestone'
  | 'action'
  | 'nextMeeting'
  | 'informTask'
  | 'followUp'
  | 'evaluation';

/** What would be removed, so that it can be named before asking. */
export type Removable = {
  readonly kind: RemovableKind;
  readonly id: ItemId;
  /** People's words, or '' when the kind and date say it all. */
  readonly what: string;
  readonly date: LocalDate | null;
};

type KindRule = {
  readonly list: (c: Case) => readonly Omit<Removable, 'kind'>[];
  /** The case without the item; only called for an item that `list` gives. */
  readonly without: (c: Case, id: ItemId) => Case;
};

type Identified = { readonly id: ItemId };

function without<Item extends Identified>(list: readonly Item[], id: ItemId): readonly Item[] {
  return list.filter((item) => item.id !== id);
}

function called({ id, name, organisation }: PlannedParticipant & { readonly name?: string }): Omit<Removable, 'kind'> {
  return { id, what: [name ?? '', organisation].filter((part) => part !== '').join(', '), date: null };
}

type EventList = 'invitees' | 'arrangements' | 'options' | 'milestones';

function inEvents<List extends EventList>(
  name: List,
  about: (item: DiscussionEvent[List][number]) => Omit<Removable, 'kind'>,
): KindRule {
  return {
    list: (c) => c.events.flatMap((event) => event[name].map(about)),
    without: (c, id) => ({
      ...c,
      events: c.events.map((event) => ({ ...event, [name]: without<Identified>(event[name], id) })),
    }),
  };
}

const options = inEvents('options', ({ id, description }) => ({ id, what: description, date: null }));

const KIND_RULES: Readonly<Record<RemovableKind, KindRule>> = {
  plannedParticipant: {
    list: (c) => c.plannedParticipants.map(called),
    without: (c, id) => ({ ...c, plannedParticipants: without(c.plannedParticipants, id) }),
  },
  contact: {
    list: (c) => c.contacts.map(({ id, receiver, on }) => ({ id, what: receiver, date: on })),
    without: (c, id) => ({ ...c, contacts: without(c.contacts, id) }),
  },
  invitee: inEvents('invitees', called),
  arrangement: inEvents('arrangements', ({ id, what }) => ({ id, what, date: null })),
  option: {
    ...options,
    // A solution that is no longer listed is not chosen either.
    without(c, id) {
      const rest = options.without(c, id);
      const unchosen = (event: DiscussionEvent): DiscussionEvent => ({
        ...event,
        chosenOptions: event.chosenOptions.filter((chosen) => chosen !== id),
      });
      return { ...rest, events: rest.events.map(unchosen) };
    },
  },
  milestone: inEvents('milestones', ({ id, what, date }) => ({ id, what, date })),
  action: {
    list: (c) => c.actions,
    without: (c, id) => ({ ...c, actions: without(c.actions, id) }),
  },
  nextMeeting: {
    list: (c) =>
      c.nextMeeting?.kind === 'agreed'
        ? [{ id: c.nextMeeting.meeting.id, what: c.nextMeeting.meeting.place, date: c.nextMeeting.meeting.date }]
        : [],
    without: (c) => ({ ...c, nextMeeting: null }),
  },
  informTask: {
    list: (c) => c.informTasks,
    without: (c, id) => ({ ...c, informTasks: without(c.informTasks, id) }),
  },
  followUp: {
    list: (c) => c.followUps,
    without: (c, id) => ({ ...c, followUps: without(c.followUps, id) }),
  },
  evaluation: {
    list: ({ evaluation: { agreed } }) => (agreed === null ? [] : [{ id: agreed.id, what: '', date: agreed.date }]),
    without: (c) => ({ ...c, evaluation: { ...c.evaluation, agreed: null } }),
  },
};

const KINDS = Object.keys(KIND_RULES) as readonly RemovableKind[];

/** The thing with the id that can be removed, or null when there is none. */
export function findRemovable(c: Case, id: ItemId): Removable | null {
  for (const kind of KINDS) {
    const found = KIND_RULES[kind].list(c).find((item) => item.id === id);
    if (found !== undefined) {
      return { kind, id, what: found.what, date: found.date };
    }
  }
  return null;
}

/** Removes the thing with the id, and with it the reminders of its date. Events are cancelled instead. */
export function removeItem(c: Case, id: ItemId): Decision {
  const found = findRemovable(c, id);
  return found === null ? refuse('item-gone') : ok(KIND_RULES[found.kind].without(c, id));
}
