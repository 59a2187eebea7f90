import type { CalendarMonthView } from '../../../features/calendar/contract.ts';
import { calendarTabFi as words } from '../../../features/calendar/texts/tab.fi.ts';
import { Link } from '../../shell/link.tsx';
import { changed } from './calendar-view.ts';
import { EntryLink } from './entry-link.tsx';
import { softened } from '../../shell/softened.ts';

type Day = CalendarMonthView['weeks'][number]['days'][number];

type GridProps = { readonly month: CalendarMonthView; readonly query: URLSearchParams };

/** The month as a table: a row for each week, Monday first. */
export function MonthGrid({ month, query }: GridProps) {
  return (
    <table class="month-grid">
      <caption class="unseen">{month.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          {words.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map(({ number, days }) => (
          <tr key={number}>
            <th scope="row" class="week-number">
              <span class="unseen">{words.week} </span>
              {number}
            </th>
            {days.map((day) => (
              <DayCell key={day.date} day={day} query={query} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// A taller day would push its week off the screen.
const SHOWN_MAX = 4;

function DayCell({ day, query }: { readonly day: Day; readonly query: URLSearchParams }) {
  const shown = day.entries.length > SHOWN_MAX + 1 ? day.entries.slice(0, SHOWN_MAX) : day.entries;
  const rest = day.entries.length - shown.length;
  return (
    <td class={`day${day.isToday ? ' day-today' : ''}${day.isInMonth ? '' : ' day-outside'}`}>
      <DayHead day={day} />
      {shown.length === 0 ? null : (
        <ul class="entries">
          {shown.map((entry) => (
            <EntryLink key={`${entry.source} ${entry.id}`} entry={entry} query={query} isLong={false} />
          ))}
        </ul>
      )}
      {rest === 0 ? null : (
        <Link to="kalenteri" query={changed(query, { kuukausi: day.date.slice(0, 7), nakyma: 'lista' })}>
          {words.more(rest)}
          <span class="unseen"> {day.label}</span>
        </Link>
      )}
    </td>
  );
}

/** The day's number, said in full to those who hear it; a heading where there is something to find. */
function DayHead({ day }: { readonly day: Day }) {
  const content = (
    <>
      <span aria-hidden="true">
        {day.isInMonth ? `${day.number}.` : `${day.number}.${Number(day.date.slice(5, 7))}.`}
      </span>
      <span class="unseen">{day.label}</span>
      {day.isToday ? <strong class="today"> {words.today}</strong> : null}
      {day.holiday === '' ? null : <span class="holiday"> {softened(day.holiday)}</span>}
    </>
  );
  return day.entries.length === 0 ? <p class="day-head">{content}</p> : <h3 class="day-head">{content}</h3>;
}
