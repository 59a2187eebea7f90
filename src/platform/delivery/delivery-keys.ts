// Where deliveries lie in their workspace's partition.
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';

/** Which generation of which promise. */
type DeliveryIdentity = { readonly subject: string; readonly name: string; readonly generation: number };

export const DELIVERY_PREFIX = 'delivery|';
export const DUE_PREFIX = 'due|';
/** Deliveries that ended without having been said lie here too, in the order in which they ended. */
export const MISSED_PREFIX = 'missed|';

const GENERATION_DIGITS = 6;
const GENERATION = /^\d{6}$/;
// A table key may not hold these; the pipe separates our parts, the tilde the subject from the name.
const FORBIDDEN_IN_NAME = /[/\\#?|\p{Cc}]/u;
const FORBIDDEN_IN_SUBJECT = /[/\\#?|~\p{Cc}]/u;
// Keys take 1,024 characters; ours add about 50.
const MAX_PART = 400;

/** `delivery|<subject>~<name>|<generation>`; throws `delivery-invalid` when a part cannot be in a key. */
export function deliveryKey(identity: DeliveryIdentity): string {
  return `${DELIVERY_PREFIX}${suffixOf(identity)}`;
}

/** The prefix of all rows about one subject. */
export function subjectPrefix(subject: string): string {
  return `${DELIVERY_PREFIX}${checked(subject, FORBIDDEN_IN_SUBJECT)}~`;
}

/** `due|<utc>|<subject>~<name>|<generation>`: its order is the order in which things are due. */
export function dueKey(nextUtc: Instant, identity: DeliveryIdentity): string {
  return `${DUE_PREFIX}${nextUtc}|${suffixOf(identity)}`;
}

/** `missed|<utc>|<subject>~<name>|<generation>`: its order is the order in which things failed or expired. */
export function missedKey(endedAt: Instant, identity: DeliveryIdentity): string {
  return `${MISSED_PREFIX}${endedAt}|${suffixOf(identity)}`;
}

/** `event|delivery|<utc>`: the audit events of deliveries lie in the order in which they happened. */
export function deliveryEventPrefix(at: Instant): string {
  return `event|delivery|${at}`;
}

/** The parts of a delivery's row key, or null when it is none. */
export function parseDeliveryKey(rowKey: string): DeliveryIdentity | null {
  const [prefix, id, generation, ...rest] = rowKey.split('|');
  if (`${prefix}|` !== DELIVERY_PREFIX || id === undefined || generation === undefined || rest.length > 0) {
    return null;
  }
  const tilde = id.indexOf('~');
  if (tilde < 1 || tilde === id.length - 1 || !GENERATION.test(generation)) {
    return null;
  }
  return { subject: id.slice(0, tilde), name: id.slice(tilde + 1), generation: Number(generation) };
}

/** When, and which delivery, an index row's key names; null when it is none. */
export function parseDueKey(rowKey: string): { readonly nextUtc: Instant; readonly deliveryKey: string } | null {
  const parsed = parseIndexKey(DUE_PREFIX, rowKey);
  return parsed === null ? null : { nextUtc: parsed.utc, deliveryKey: parsed.deliveryKey };
}

/** Which delivery the key of a missed one names, and when it ended; null when it is no such key. */
export function parseMissedKey(rowKey: string): { readonly endedAt: Instant; readonly deliveryKey: string } | null {
  const parsed = parseIndexKey(MISSED_PREFIX, rowKey);
  return parsed === null ? null : { endedAt: parsed.utc, deliveryKey: parsed.deliveryKey };
}

function parseIndexKey(wanted: string, rowKey: string): { readonly utc: Instant; readonly deliveryKey: string } | null {
  const [prefix, text, ...id] = rowKey.split('|');
  const utc = parseInstant(text);
  const key = `${DELIVERY_PREFIX}${id.join('|')}`;
  return `${prefix}|` === wanted && utc !== null && parseDeliveryKey(key) !== null ? { utc, deliveryKey: key } : null;
}

function suffixOf({ subject, name, generation }: DeliveryIdentity): string {
  const id = `${checked(subject, FORBIDDEN_IN_SUBJECT)}~${checked(name, FORBIDDEN_IN_NAME)}`;
  return `${id}|${String(generation).padStart(GENERATION_DIGITS, '0')}`;
}

function checked(part: string, forbidden: RegExp): string {
  if (part === '' || part.length > MAX_PART || forbidden.test(part)) {
    throw new Fault('delivery-invalid');
  }
  return part;
}
