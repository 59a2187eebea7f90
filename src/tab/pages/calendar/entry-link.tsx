import type { CalendarEntryView } from '../../../features/calendar/contract.ts';
import { Link } from '../../shell/link.tsx';
import { kindColour } from './kind-colour.ts';
import { softened } from '../../shell/softened.ts';

type EntryLinkProps = {
  readonly entry: CalendarEntryView;
  /** Of the calendar that it stands in, so that the way back leads there. */
  readonly query: URLSearchParams;
  /** Whether there is room to say where it is. */
  readonly isLong: boolean;
};

/** An entry in a day: its time, its kind in colour and word, its name and state. */
export function EntryLink({ entry, query, isLong }: EntryLinkProps) {
  const { source, id, time, title, state, place, counties, kind } = entry;
  return (
    <li class={`entry ${kindColour(kind.code)}${entry.isCancelled ? ' entry-cancelled' : ''}`}>
      <Link to={`kalenteri/${source}/${id}`} query={query}>
        <span class="entry-time">{time}</span> <span class="entry-title">{isLong ? title : softened(title)}</span>
      </Link>
      {state === '' ? null : <strong class="entry-state"> {state}</strong>}
      {isLong ? <p class="entry-where">{[place, counties].filter((text) => text !== '').join(' · ')}</p> : null}
    </li>
  );
}
