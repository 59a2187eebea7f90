import { useId } from 'preact/hooks';
import type { CalendarMonthView } from '../../../features/calendar/contract.ts';
import { calendarTabFi as words } from '../../../features/calendar/texts/tab.fi.ts';
import { go } from '../../shell/address.ts';
import { Link } from '../../shell/link.tsx';
import { changed, type CalendarView } from './calendar-view.ts';

type FiltersProps = { readonly month: CalendarMonthView; readonly view: CalendarView };

/** The month's neighbours, the way it is drawn, and what narrows it: all of it in the address. */
export function CalendarFilters({ month, view }: FiltersProps) {
  return (
    <div class="calendar-bar">
      <MonthLinks month={month} query={view.query} />
      {view.isWide ? <ViewLinks view={view} /> : null}
      <Narrowing month={month} query={view.query} />
    </div>
  );
}

type Asked = { readonly month: CalendarMonthView; readonly query: URLSearchParams };

function MonthLinks({ month, query }: Asked) {
  const { previous, next } = month;
  return (
    <nav class="month-links" aria-label={words.months.label}>
      {previous === null ? null : (
        <Link to="kalenteri" query={changed(query, { kuukausi: previous.month })}>
          {words.months.previous(previous.title)}
        </Link>
      )}
      {query.get('kuukausi') === null ? null : (
        <Link to="kalenteri" query={changed(query, { kuukausi: null })}>
          {words.months.current}
        </Link>
      )}
      {next === null ? null : (
        <Link to="kalenteri" query={changed(query, { kuukausi: next.month })}>
          {words.months.next(next.title)}
        </Link>
      )}
    </nav>
  );
}

function ViewLinks({ view: { isGrid, query } }: { readonly view: CalendarView }) {
  const current = (is: boolean) => (is ? ({ 'aria-current': 'true' } as const) : {});
  return (
    <nav class="view-links" aria-label={words.view.label}>
      <Link to="kalenteri" query={changed(query, { nakyma: null })} {...current(isGrid)}>
        {words.view.grid}
      </Link>
      <Link to="kalenteri" query={changed(query, { nakyma: 'lista' })} {...current(!isGrid)}>
        {words.view.list}
      </Link>
    </nav>
  );
}

function Narrowing({ month, query }: Asked) {
  const { counties, kinds } = month;
  const narrow = (values: Readonly<Record<string, string | null>>): void =>
    go('kalenteri', { query: changed(query, values), replace: true });
  return (
    <fieldset class="narrowing">
      <legend>{words.filter.title}</legend>
      <Choice
        label={words.filter.county}
        all={words.filter.allCounties}
        choices={counties}
        value={chosen(query.get('alue'), counties)}
        onChoose={(alue) => narrow({ alue })}
      />
      <Choice
        label={words.filter.kind}
        all={words.filter.allKinds}
        choices={kinds}
        value={chosen(query.get('laji'), kinds)}
        onChoose={(laji) => narrow({ laji })}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={query.get('omat') === '1'}
          onChange={(event) => narrow({ omat: event.currentTarget.checked ? '1' : null })}
        />
        <span>{words.filter.mine}</span>
      </label>
    </fieldset>
  );
}

// What the address asks for shows at once, before the answer to it has come.
function chosen(asked: string | null, choices: ChoiceProps['choices']): string {
  return choices.find(({ value }) => value === asked)?.value ?? '';
}

type ChoiceProps = {
  readonly label: string;
  readonly all: string;
  readonly choices: CalendarMonthView['counties'];
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

function Choice({ label, all, choices, value, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  );
}
