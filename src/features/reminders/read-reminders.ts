// What has become of the reminders of one thing: which are to come and for whom, which were sent, which failed.
import { localDateOf, localTimeOf } from '../../kernel/helsinki-time.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';
import { readSubject, readSubjectsBeginning } from '../../platform/delivery/read-deliveries.ts';
import type { DeliveryRecord } from '../../platform/delivery/delivery-rows.ts';
import type { Store } from '../../platform/storage/store.ts';
import { DEFAULTS, type Preferences } from './domain/preferences.ts';
import { whoIsTold } from './domain/who-is-told.ts';
import { DUE_KIND, lettersAbout, readLetter, readTrigger } from './promises.ts';
import { readAllPreferences } from './rows.ts';

/** An item that is reminded of now, with whom it concerns. */
export type RemindedItem = {
  readonly item: string;
  readonly date: LocalDate;
  readonly people: readonly PersonId[];
  readonly advisor: PersonId | null;
};

/** `expired`: it could not be said while it was worth saying. */
export type ReminderSeen = {
  readonly item: string;
  readonly person: PersonId;
  readonly state: 'planned' | 'sent' | 'failed' | 'expired';
  readonly date: LocalDate;
  readonly time: LocalTime;
};

type About = {
  readonly source: string;
  readonly subject: string;
  readonly items: readonly RemindedItem[];
  /** Who may have been told of it besides those whom its items concern now. */
  readonly people: readonly PersonId[];
};

/** The reminders of a thing, the earliest first. What a planned one will say, and to whom, is as things are now. */
export async function readReminders(
  store: Store,
  workspace: WorkspaceKey,
  about: About,
): Promise<readonly ReminderSeen[]> {
  const { source, subject, items, people } = about;
  const advisors = items.flatMap(({ advisor }) => (advisor === null ? [] : [advisor]));
  const told = new Set([...people, ...items.flatMap((item) => item.people), ...advisors]);
  const [promises, preferences, ...letters] = await Promise.all([
    readSubject(store, workspace, subject),
    readAllPreferences(store, workspace),
    ...[...told].map((person) => readSubjectsBeginning(store, workspace, lettersAbout(person, source, subject))),
  ]);
  const planned = promises.deliveries.flatMap(({ record }) => plannedFor(record, items, preferences));
  const written = letters.flatMap(({ deliveries }) => deliveries.flatMap(({ record }) => letterSeen(record)));
  const key = ({ date, time }: ReminderSeen): string => `${date}T${time}`;
  return [...planned, ...written].toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** A promise that has not come due: who will be told, if nothing changes until then. */
function plannedFor(
  record: DeliveryRecord,
  items: readonly RemindedItem[],
  preferences: ReadonlyMap<PersonId, Preferences>,
): readonly ReminderSeen[] {
  const trigger = record.kind === DUE_KIND && record.state === 'pending' ? readTrigger(record) : null;
  const item = items.find((each) => each.item === trigger?.about.item && each.date === trigger.about.itemDate);
  // That something is late is said only if it is still undone then; nobody plans that.
  if (trigger === null || item === undefined || trigger.lead === 'late') {
    return [];
  }
  const date = localDateOf(record.dueUtc);
  return whoIsTold({ ...trigger, dueUtc: record.dueUtc }, item, preferences).map((person) => {
    const { from } = preferences.get(person) ?? DEFAULTS;
    return { item: item.item, person, state: 'planned', date, time: from };
  });
}

const SEEN: Partial<Readonly<Record<DeliveryRecord['state'], ReminderSeen['state']>>> = {
  pending: 'planned',
  sending: 'planned',
  sent: 'sent',
  failed: 'failed',
  expired: 'expired',
};

// Those handed on are seen where they went; those that became needless were never to be said.
function letterSeen(record: DeliveryRecord): readonly ReminderSeen[] {
  const [letter, state] = [readLetter(record), SEEN[record.state]];
  if (letter === null || state === undefined) {
    return [];
  }
  const at = record.endedAt ?? record.dueUtc;
  return [{ item: letter.about.item, person: letter.person, state, date: localDateOf(at), time: localTimeOf(at) }];
}
