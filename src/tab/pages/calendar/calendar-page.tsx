import { useEffect, useRef } from 'preact/hooks';
import { CalendarMonthView } from '../../../features/calendar/contract.ts';
import { calendarTabFi as words } from '../../../features/calendar/texts/tab.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { useAddress } from '../../shell/address.ts';
import { announce } from '../../shell/announce.ts';
import { Empty } from '../../shell/empty.tsx';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { CalendarFilters } from './calendar-filters.tsx';
import { changed, monthPath, useCalendarView, type CalendarView } from './calendar-view.ts';
import { EntryPage } from './entry-page.tsx';
import { kindColour } from './kind-colour.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthList } from './month-list.tsx';
import { SubscriptionSection } from './subscription-section.tsx';
import './calendar.css';

/** Kalenteri: a month, or below it one entry at an address of its own. */
export function CalendarPage() {
  const [, source, id] = useAddress().path;
  return source === undefined || id === undefined ? <MonthPage /> : <EntryPage source={source} id={id} />;
}

function MonthPage() {
  const view = useCalendarView();
  const api = useApi(CalendarMonthView, monthPath(view.query));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded from={api}>
        {(month) => (
          <>
            <CalendarFilters month={month} view={view} />
            <Month month={month} view={view} />
            <NewThings month={month} onDone={api.reload} />
          </>
        )}
      </Loaded>
      <SubscriptionSection />
    </Page>
  );
}

type MonthProps = { readonly month: CalendarMonthView; readonly view: CalendarView };

function Month({ month, view: { isGrid, query } }: MonthProps) {
  useSaid(words.count(month.count, month.title));
  return (
    <section aria-labelledby="month-title">
      <h2 id="month-title" class="month-title">
        {month.title}
      </h2>
      {month.count === 0 ? <NothingThere month={month} query={query} /> : null}
      {isGrid ? <MonthGrid month={month} query={query} /> : <MonthList month={month} query={query} />}
      <Kinds month={month} />
    </section>
  );
}

function NothingThere({
  month: { filter },
  query,
}: {
  readonly month: CalendarMonthView;
  readonly query: URLSearchParams;
}) {
  const isNarrowed = filter.county !== '' || filter.kind !== '' || filter.mine;
  return isNarrowed ? (
    <Empty
      text={words.emptyNarrowed}
      action={
        <Link to="kalenteri" query={changed(query, { alue: null, laji: null, omat: null })}>
          {words.filter.all}
        </Link>
      }
    />
  ) : (
    <Empty text={words.empty} />
  );
}

/** What the colours mean, for the kinds of this month. */
function Kinds({ month }: { readonly month: CalendarMonthView }) {
  const entries = month.weeks.flatMap(({ days }) => days.flatMap((day) => day.entries));
  const kinds = new Map(entries.map(({ kind }) => [kind.code, kind.label]));
  if (kinds.size === 0) {
    return null;
  }
  return (
    <>
      <h3 class="kinds-title">{words.kinds}</h3>
      <ul class="kinds">
        {[...kinds].map(([code, label]) => (
          <li key={code} class={`kind ${kindColour(code)}`}>
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

function NewThings({ month, onDone }: { readonly month: CalendarMonthView; readonly onDone: () => void }) {
  if (month.newButtons.length === 0) {
    return null;
  }
  return (
    <section class="new-things not-printed" aria-labelledby="new-title">
      <h2 id="new-title">{words.create.title}</h2>
      <p>{words.create.intro}</p>
      <div class="actions">
        {month.newButtons.map((button) => (
          <PressButton key={button.label} button={button} onDone={onDone} />
        ))}
      </div>
    </section>
  );
}

/** Says a change without moving the focus (W-11); what stands there at first is read anyway. */
function useSaid(text: string): void {
  const last = useRef(text);
  useEffect(() => {
    if (last.current !== text) {
      last.current = text;
      announce(text);
    }
  }, [text]);
}
