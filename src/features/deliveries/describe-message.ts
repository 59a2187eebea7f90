// One delivery in words for one person.
import { localDateOf, localTimeOf } from '../../kernel/helsinki-time.ts';
import { parseChannelId, parsePersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Delivery } from '../../platform/delivery/delivery.ts';
import type { StoredDelivery } from '../../platform/delivery/delivery-rows.ts';
import type { Destination } from '../../platform/teams/messenger.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import { formatDateTime } from '../../platform/texts/finnish-dates.ts';
import type { People } from '../settings/index.ts';
import type { MissedMessage } from './contract.ts';
import type { DeliveriesDeps } from './deps.ts';
import { type Reason, whyMissed } from './domain/why-missed.ts';
import type { MessageSubject } from './subjects.ts';

/** A delivery that was not said in time, with what it is about as far as this person may know. */
export type FoundMessage = { readonly stored: StoredDelivery; readonly about: MessageSubject | null };

/** What the kind of a message is called. */
export function kindTitle({ t }: Pick<DeliveriesDeps, 't'>, kind: string): string {
  const titles: Readonly<Record<string, string>> = t.kinds;
  return titles[kind] ?? t.otherKind;
}

/** `tiistaina 24.11.2026 klo 9.00` */
export function momentText(at: Instant): string {
  return formatDateTime(localDateOf(at), localTimeOf(at));
}

/**
 * Tells what a delivery is about; null when its feature tells nothing or not to this person. One thing has many messages,
 * and is looked at once.
 */
export function createSubjects(
  { subjects }: Pick<DeliveriesDeps, 'subjects'>,
  asking: Asking,
  people: People,
): (delivery: Delivery) => Promise<MessageSubject | null> {
  const known = new Map<string, Promise<MessageSubject | null>>();
  return ({ kind, subject, payload }) => {
    // A reminder names the thing of another feature.
    const source = payload['source'] ?? kind.slice(0, kind.indexOf('/'));
    const thing = payload['subject'] ?? subject;
    const feature = subjects.find((each) => each.source === source);
    const key = `${source} ${thing}`;
    const about = known.get(key) ?? feature?.describe(asking, people, thing) ?? Promise.resolve(null);
    known.set(key, about);
    return about;
  };
}

/** The message as the page shows it. */
export async function describeMessage(
  deps: DeliveriesDeps,
  asking: Asking,
  people: People,
  { stored: { record, row }, about }: FoundMessage,
): Promise<MissedMessage> {
  const { t } = deps;
  const state = stateOf(record.state);
  const channelId = channelOf(record);
  const isPaused = await deps.directory.isPaused(asking.workspace, channelId ?? undefined);
  const reason = whyMissed({ ...record, state, isPaused });
  return {
    id: row.rowKey,
    state,
    title: kindTitle(deps, record.kind),
    about: about === null ? null : { text: about.text, to: about.to },
    facts: [
      { label: t.facts.state, value: t.states[state] },
      { label: t.facts.where, value: await placeText(deps, asking, people, record) },
      { label: t.facts.due, value: momentText(record.dueUtc) },
      { label: t.facts.tries, value: String(record.attempts) },
      { label: t.facts.why, value: t.reasons[reason] },
    ],
    advice: adviceFor(deps, state, reason),
    canRetry: state !== 'late',
  };
}

function stateOf(state: Delivery['state']): MissedMessage['state'] {
  return state === 'failed' || state === 'expired' ? state : 'late';
}

function adviceFor({ t }: DeliveriesDeps, state: MissedMessage['state'], reason: Reason): string {
  return state === 'late' && reason !== 'waiting' && reason !== 'paused' ? t.advice.stillTrying : t.advice[reason];
}

async function placeText(
  { t, directory }: DeliveriesDeps,
  { workspace }: Asking,
  people: People,
  record: Delivery,
): Promise<string> {
  const person = record.instead?.to.kind === 'person' ? record.instead.to.person : personOf(record);
  if (person !== null && record.instead?.to.kind !== 'channel') {
    return t.places.person(people.nameOf(person));
  }
  const channelId = channelOf(record);
  const name = channelId === null ? null : ((await directory.channel(workspace, channelId))?.name ?? null);
  if (name !== null) {
    return t.places.channel(name);
  }
  return SAYS_NOTHING.has(record.kind) ? t.places.nowhere : t.places.thread;
}

// They prepare what others say.
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'reminders/due',
  'reminders/week',
  'meetings/look',
  'meetings/online',
]);

/** Whom a reminder is for in private; one that goes into a thread is read by all there. */
function personOf({ payload }: Delivery) {
  return payload['place'] === 'own' ? parsePersonId(payload['person']) : null;
}

function channelOf({ instead, payload }: Delivery) {
  return channelIdOf(instead?.to) ?? parseChannelId(payload['channelId']);
}

function channelIdOf(place: Destination | undefined) {
  return place === undefined || place.kind === 'person' ? null : place.channelId;
}
