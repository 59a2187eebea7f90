// What is said in a case's thread right after somebody did something that concerns others.
import { parsePersonId, type ItemId, type PersonId } from '../../../kernel/ids.ts';
import type { Delivery, DeliveryKind } from '../../../platform/delivery/delivery.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import type { Fact } from '../../../platform/cards/parts.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { AnnouncementName } from '../domain/announcements.ts';
import { helpLine, nextStepText } from '../cards/case-words.ts';
import { calendarButton } from '../calendar/calendar-button.ts';
import { whenAndWhere } from '../cards/where-text.ts';
import { currentEvent, type Case } from '../domain/case.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { actionButton, lookButton, VERBS } from '../verbs.ts';
import { caseDeliveryKind, threadOf, type SpeakingScene } from './case-deliveries.ts';
import { ANNOUNCEMENT_KIND } from './promises.ts';
import type { CaseTexts } from '../texts.fi.ts';

type Rule = {
  /** Whom it concerns, of what somebody (`by`) did; nobody is notified when it is empty. */
  readonly to: (scene: SpeakingScene, by: PersonId | null) => readonly PersonId[];
  /** What is told besides the goal of the case. */
  readonly facts?: (c: Case, t: CaseTexts) => readonly Fact[];
  /** Whether there is still something to say. */
  readonly holds: (c: Case) => boolean;
  readonly button: 'supportAnswer' | 'shareLesson' | null;
  /** What people may want in their own calendars. */
  readonly dated?: (c: Case) => ItemId | null;
  /** A lesson is for everybody in the channel, so it gets a thread of its own. */
  readonly ownThread: boolean;
};

const supporter = ({ c, people, today }: SpeakingScene): readonly PersonId[] => {
  const person = people.supporterOf(c.basics.targetBody.county, today);
  return person === null ? [] : [person];
};
const lead = ({ c }: SpeakingScene): readonly PersonId[] => [c.lead];
const nobody = (): readonly PersonId[] => [];
/** Everybody who was asked for times of the last event or has answered, except who has just decided. */
const askedForTimes = ({ c }: SpeakingScene, by: PersonId | null): readonly PersonId[] => {
  const times = c.events.at(-1)?.times ?? null;
  const answered = (times?.answers ?? []).map(({ person }) => person);
  return [...new Set([...(times?.asked ?? []), ...answered])].filter((person) => person !== by);
};

// How long the first card of a case takes to be posted, usually.
const FIRST_CARD_MS = 3_000;

const RULES: Readonly<Record<AnnouncementName, Rule>> = {
  opened: { to: supporter, holds: (c) => c.status.kind !== 'closed', button: null, ownThread: false },
  supportAsked: {
    to: supporter,
    holds: (c) => c.support !== null && c.support.mode !== 'notNeeded' && c.status.kind === 'open',
    button: 'supportAnswer',
    ownThread: false,
  },
  supportAnswered: { to: lead, holds: (c) => c.status.kind === 'open', button: null, ownThread: false },
  timeAgreed: {
    to: askedForTimes,
    holds: (c) => currentEvent(c)?.status === 'agreed',
    button: null,
    ownThread: false,
    facts: (c, t) => whenAndWhere(currentEvent(c), t),
    dated: (c) => currentEvent(c)?.id ?? null,
  },
  timesCancelled: {
    to: askedForTimes,
    holds: (c) => c.events.at(-1)?.status === 'cancelled',
    button: null,
    ownThread: false,
  },
  handedOver: { to: lead, holds: (c) => c.status.kind !== 'closed', button: null, ownThread: false },
  lessonToReview: {
    to: supporter,
    holds: (c) => c.evaluation.lesson !== null && c.evaluation.lesson.shared === null,
    button: 'shareLesson',
    ownThread: false,
  },
  lessonShared: {
    to: nobody,
    holds: (c) => (c.evaluation.lesson?.shared ?? null) !== null,
    button: null,
    ownThread: true,
  },
  closed: { to: nobody, holds: (c) => c.status.kind === 'closed', button: null, ownThread: false },
  reopened: { to: lead, holds: (c) => c.status.kind !== 'closed', button: null, ownThread: false },
};

/** The kind of delivery that tells others at once. */
export function createAnnouncementKind(deps: CaseDeps): DeliveryKind {
  const kind = caseDeliveryKind(deps, ANNOUNCEMENT_KIND, (scene, deliveries) =>
    Promise.resolve(word(deps.t, scene, deliveries)),
  );
  return {
    ...kind,
    recordSent: async (workspace, deliveries, sent) => {
      const name = announcementOf(deliveries);
      // A message with a thread of its own does not move the case there.
      return name !== null && RULES[name].ownThread
        ? []
        : ((await kind.recordSent?.(workspace, deliveries, sent)) ?? []);
    },
  };
}

function announcementOf(deliveries: readonly Delivery[]): AnnouncementName | null {
  const name = deliveries[0]?.payload['announcement'] ?? '';
  // Object.hasOwn has just shown that the name is one of the rules'.
  return Object.hasOwn(RULES, name) ? (name as AnnouncementName) : null;
}

function word(t: CaseTexts, scene: SpeakingScene, deliveries: readonly Delivery[]) {
  const name = announcementOf(deliveries);
  if (name === null || !RULES[name].holds(scene.c)) {
    return { wording: { kind: 'obsolete' as const }, holds: [] };
  }
  const rule = RULES[name];
  if (!rule.ownThread && scene.place.rootId === null) {
    // The case card begins the thread; what is said about the case comes under it.
    return { wording: { kind: 'later' as const, ms: FIRST_CARD_MS }, holds: [] };
  }
  const to: Destination = rule.ownThread
    ? { kind: 'channel', channelId: scene.place.channelId }
    : threadOf(scene.place);
  return {
    wording: {
      kind: 'post' as const,
      to,
      message: messageOf(t, scene, name, parsePersonId(deliveries[0]?.payload['by'])),
    },
    holds: deliveries.map((delivery) => delivery.name),
  };
}

function messageOf(t: CaseTexts, scene: SpeakingScene, name: AnnouncementName, by: PersonId | null) {
  const { c, people, today } = scene;
  const words = t.announcements[name];
  const rule = RULES[name];
  const mentions = rule
    .to(scene, by)
    .map((person) => people.mentionOf(person))
    .filter((mention) => mention !== null);
  const lesson = name === 'lessonShared' ? (c.evaluation.lesson?.text ?? '') : '';
  const about = { id: c.id, rev: c.rev };
  const first = rule.button === null ? [] : [actionButton(t.actions[rule.button], rule.button, about, 'primary')];
  const dated = rule.dated?.(c) ?? null;
  const card = presentMessage({
    title: words.title,
    about: t.about(c.number, c.basics.title),
    notices: [],
    paragraphs: [...(by === null ? [] : [words.text(people.nameOf(by))]), lesson, words.next].filter(
      (text) => text !== '',
    ),
    facts: [
      ...(rule.facts?.(c, t) ?? []),
      { label: t.facts.goal, value: c.basics.goal },
      c.status.kind === 'closed'
        ? { label: t.details.closing, value: t.outcomes[c.status.outcome] }
        : { label: t.nextStepLabel, value: nextStepText(c, today, t) },
    ],
    sections: [],
    buttons: [
      ...first,
      ...(dated === null ? [] : [calendarButton(c, dated, t)]),
      lookButton(t.buttons.show, name === 'supportAnswered' || name === 'opened' ? VERBS.show : VERBS.card, c.id),
    ],
    mentions,
    help: helpLine(c, people, today, t),
  });
  return { card, summary: `${words.title}. ${t.cardSummary(c.number, c.basics.title)}`, mentions };
}
