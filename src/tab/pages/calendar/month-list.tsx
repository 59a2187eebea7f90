import type { CalendarMonthView } from '../../../features/calendar/contract.ts';
import { calendarTabFi as words } from '../../../features/calendar/texts/tab.fi.ts';
import { EntryLink } from './entry-link.tsx';

type ListProps = { readonly month: CalendarMonthView; readonly query: URLSearchParams };

/** The month as a list: its weeks, and of each the days that have something. */
export function MonthList({ month, query }: ListProps) {
  const weeks = month.weeks
    .map(({ number, range, days }) => ({
      number,
      range,
      days: days.filter(
        ({ isInMonth, isToday, holiday, entries }) => isInMonth && (isToday || holiday !== '' || entries.length > 0),
      ),
    }))
    .filter(({ days }) => days.length > 0);
  return (
    <div class="month-list">
      {weeks.map(({ number, range, days }) => (
        <section key={number} aria-labelledby={`week-${number}`}>
          <h3 id={`week-${number}`} class="week-head">
            {words.weekRange(number, range)}
          </h3>
          {days.map((day) => (
            <div key={day.date} class={`list-day${day.isToday ? ' day-today' : ''}`}>
              <h4 class="list-day-head">
                {day.label}
                {day.holiday === '' ? null : <span class="holiday"> {day.holiday}</span>}
              </h4>
              {day.entries.length === 0 ? null : (
                <ul class="entries">
                  {day.entries.map((entry) => (
                    <EntryLink key={`${entry.source} ${entry.id}`} entry={entry} query={query} isLong />
                  ))}
                </ul>
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
