// Entries of all sources together, in their order.
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry, CalendarSource } from '../../../platform/calendar/calendar-entry.ts';
import type { Place } from '../../../platform/teams/bot.ts';
import type { View } from '../domain/view.ts';

type Sources = readonly CalendarSource[];

/** Compares as text: by date and time, whole days first, then by name. */
export function orderKey({ date, time, source, id }: CalendarEntry): string {
  return `${date} ${time ?? '00:00'} ${source} ${id}`;
}

/** Everything that the person may see from a day on, or only what they have a part in; after `to` it may be missing. */
export async function loadEntries(
  sources: Sources,
  { workspace, person }: { readonly workspace: WorkspaceKey; readonly person: PersonId },
  range: Parameters<CalendarSource['entries']>[2],
): Promise<readonly CalendarEntry[]> {
  const found = await Promise.all(sources.map((source) => source.entries(workspace, person, range)));
  return inOrder(found.flat());
}

/** The entry that a button names; null when it is gone or the person may not see it. */
export async function findEntry(
  sources: Sources,
  { workspace, person }: { readonly workspace: WorkspaceKey; readonly person: PersonId },
  named: { readonly source: string; readonly id: string },
): Promise<CalendarEntry | null> {
  const source = sources.find((each) => each.source === named.source);
  return source === undefined ? null : await source.entry(workspace, person, named.id);
}

/** The entries that a view shows in a place, whatever was shown before. */
export function inView(entries: readonly CalendarEntry[], view: View, place: Place): readonly CalendarEntry[] {
  return entries.filter(
    (entry) =>
      (view.scope !== 'open' || isOpen(entry, place)) &&
      (view.kind === null || entry.kind.code === view.kind) &&
      isForCounty(entry, view.county),
  );
}

/** Whether it concerns the county: its own, or the whole country's. Without a county everything does. */
export function isForCounty({ counties }: CalendarEntry, county: CountyCode | null): boolean {
  return county === null || counties.length === 0 || counties.includes(county);
}

/** Several lists as one, each entry once. */
export function together(...lists: readonly (readonly CalendarEntry[])[]): readonly CalendarEntry[] {
  return inOrder([...new Map(lists.flat().map((entry) => [orderKey(entry), entry])).values()]);
}

// A card in a channel is read by all who are in it.
function isOpen({ audience }: CalendarEntry, place: Place): boolean {
  if (typeof audience === 'object') {
    return place.kind === 'channel' && place.channelId === audience.channelId;
  }
  return audience === 'team';
}

function inOrder(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: orderKey(entry) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}
