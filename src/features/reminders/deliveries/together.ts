// Reminders of what concerns many, such as a meeting: those who read in the thread are told there together, by one message
// that mentions them all, and not by one message each under the other.
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { DeliveryDraft, DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { drawLetter } from '../cards/letter-card.ts';
import type { RemindersDeps } from '../deps.ts';
import { DEFAULTS } from '../domain/preferences.ts';
import { LATER_NAME, redraft, TOGETHER_KIND } from '../promises.ts';
import { readAllPreferences } from '../rows.ts';
import { fallbackOfLetter, recordLetter } from './record-letter.ts';
import { eachOnce, isStillTheirs, namesOf, readStanding, type Standing } from './standing.ts';

type Worded = Awaited<ReturnType<DeliveryKind['word']>>;

/** The letters that several people get about the same things are handed on to one message; null when they are not such. */
export function toTogether(standing: readonly Standing[]): readonly DeliveryDraft[] | null {
  const isForMany = standing.every(
    ({ delivery, letter, reminded }) =>
      letter.about.when === 'before' && delivery.name !== LATER_NAME && reminded.people.length > 1,
  );
  const things = standing.map(({ letter: { source, about } }) => `${source}:${about.subject}:${about.item}`);
  const group = [...new Set(things)].toSorted((a, b) => (a < b ? -1 : 1)).join(',');
  return isForMany
    ? standing.map(({ delivery, letter }) => redraft(delivery, { ...letter, place: 'together' }, { group }))
    : null;
}

/** The kind of delivery that several people read in one thread. */
export function createTogetherKind(deps: RemindersDeps): DeliveryKind {
  return {
    kind: TOGETHER_KIND,
    word: (workspace, deliveries, now) => word(deps, workspace, deliveries, now),
    recordSent: (workspace, deliveries, sent) => recordLetter(deps, workspace, deliveries, sent),
    fallback: (workspace, deliveries, refused) => fallbackOfLetter(deps, workspace, deliveries, refused),
  };
}

async function word(deps: RemindersDeps, ...about: Parameters<DeliveryKind['word']>): Promise<Worded> {
  const [workspace, deliveries, now] = about;
  const { standing: all, moment } = await readStanding(deps, workspace, deliveries, now);
  const standing = await thoseWhoRead(deps, workspace, all);
  const [first] = standing;
  if (first === undefined) {
    return { wording: { kind: 'obsolete' }, holds: [] };
  }
  const to = first.reminded.thread;
  if (to === null) {
    const drafts = standing.map(({ delivery, letter }) => redraft(delivery, { ...letter, place: 'own' }));
    return { wording: { kind: 'handOn', drafts }, holds: namesOf(standing) };
  }
  if (await deps.directory.isPaused(workspace, to.kind === 'person' ? undefined : to.channelId)) {
    return { wording: { kind: 'paused' }, holds: [] };
  }
  const people = new Set(standing.map(({ letter }) => letter.person));
  const mentions = [...people].map((person) => moment.people.mentionOf(person)).filter((mention) => mention !== null);
  const message = drawLetter(deps.t, {
    standing: eachOnce(standing),
    today: moment.today,
    now,
    mentions,
    insteadOf: null,
  });
  return { wording: { kind: 'post', to, message }, holds: namesOf(standing) };
}

async function thoseWhoRead(
  { store }: RemindersDeps,
  workspace: WorkspaceKey,
  all: readonly Standing[],
): Promise<readonly Standing[]> {
  const preferences = await readAllPreferences(store, workspace);
  return all.filter(isStillTheirs).filter(({ letter }) => (preferences.get(letter.person) ?? DEFAULTS).on);
}
