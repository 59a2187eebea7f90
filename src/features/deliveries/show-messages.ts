// How the messages of a team go: counts, and each that went wrong with what can be done.
import { addMs } from '../../kernel/helsinki-time.ts';
import { type TroublesRead, readLate, readMissed, readSendings } from '../../platform/delivery/read-troubles.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import type { DeliveriesView } from './contract.ts';
import type { DeliveriesDeps } from './deps.ts';
import { createSubjects, describeMessage, type FoundMessage, kindTitle, momentText } from './describe-message.ts';
import { mayRetry } from './policy.ts';

const DAYS = 30;
const SENDING_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;
// More on one page help nobody; the rest are counted.
const LOOKED_AT_MAX = 100;

/** What went wrong in the last days, as far as this person looks after it. */
export async function showMessages(deps: DeliveriesDeps, asking: Asking, people: People): Promise<DeliveriesView> {
  const { store } = deps;
  const { workspace, now } = asking;
  const [missed, late, sendings] = await Promise.all([
    readMissed(store, workspace, { since: addMs(now, -DAYS * DAY_MS), max: LOOKED_AT_MAX }),
    readLate(store, workspace, { now, max: LOOKED_AT_MAX }),
    readSendings(store, workspace, addMs(now, -SENDING_DAYS * DAY_MS)),
  ]);
  const subjectOf = createSubjects(deps, asking, people);
  const viewer = { person: asking.person.id, people, today: asking.today };
  const [missedHere, lateHere] = await Promise.all([
    theirs(subjectOf, viewer, missed),
    theirs(subjectOf, viewer, late),
  ]);
  const isAll = people.isAdmin(asking.person.id);
  const found = [...missedHere, ...lateHere].toSorted((a, b) => (momentOf(a) > momentOf(b) ? -1 : 1));
  const countOf = (state: string): number =>
    missedHere.filter(({ stored: { record } }) => record.state === state).length;
  return {
    failed: countOf('failed'),
    expired: countOf('expired'),
    late: lateHere.length,
    // Of the whole team; whoever looks after a part of it is told of that part.
    unknown: isAll ? sendings.unknown : 0,
    unreadable: isAll ? missed.unreadable.length + late.unreadable.length : 0,
    lastSent: sendings.lastSent === null ? null : momentText(sendings.lastSent),
    days: DAYS,
    sendingDays: SENDING_DAYS,
    byKind: byKind(deps, missedHere, lateHere),
    lines: await Promise.all(found.map((message) => describeMessage(deps, asking, people, message))),
    more: isAll ? missed.more + late.more : 0,
  };
}

function momentOf({ stored: { record } }: FoundMessage): string {
  return record.endedAt ?? record.dueUtc;
}

async function theirs(
  subjectOf: ReturnType<typeof createSubjects>,
  viewer: Parameters<typeof mayRetry>[1],
  { deliveries }: TroublesRead,
): Promise<readonly FoundMessage[]> {
  const found = await Promise.all(
    deliveries.map(async (stored) => ({ stored, about: await subjectOf(stored.record) })),
  );
  return found.filter(({ about }) => mayRetry(about, viewer));
}

function byKind(
  deps: DeliveriesDeps,
  missed: readonly FoundMessage[],
  late: readonly FoundMessage[],
): DeliveriesView['byKind'] {
  const titleOf = ({ stored }: FoundMessage): string => kindTitle(deps, stored.record.kind);
  const titles = [...new Set([...missed, ...late].map(titleOf))];
  const count = (found: readonly FoundMessage[], title: string): number =>
    found.filter((message) => titleOf(message) === title).length;
  return titles
    .map((title) => ({ title, missed: count(missed, title), late: count(late, title) }))
    .toSorted((a, b) => b.missed + b.late - a.missed - a.late);
}
