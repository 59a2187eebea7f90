import { useEffect, useRef } from 'preact/hooks';
import { StatisticsView, type StatisticsTable } from '../../../features/statistics/contract.ts';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';
import { useAddress } from '../../shell/address.ts';
import { announce } from '../../shell/announce.ts';
import { Empty } from '../../shell/empty.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { ChartSection } from './chart-section.tsx';
import { KeyFigures } from './key-figures.tsx';
import { StatisticsFilter } from './statistics-filter.tsx';
import { TakeAlong } from './take-along.tsx';
import './statistics.css';

/** Tilastot: what has been opened and how it ended, for a period and a county that the address names. */
export function StatisticsPage() {
  const { query } = useAddress();
  const asked = askedOf(query);
  const api = useApi(StatisticsView, `statistics${asked}`);
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded from={api}>{(view) => <Figures view={view} query={asked} />}</Loaded>
    </Page>
  );
}

// Only what the page knows goes on to the server.
function askedOf(query: URLSearchParams): string {
  const asked = new URLSearchParams();
  for (const name of ['aika', 'alue']) {
    const value = query.get(name) ?? '';
    if (value !== '') {
      asked.set(name, value);
    }
  }
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}

type FiguresProps = { readonly view: StatisticsView; readonly query: string };

function Figures({ view, query }: FiguresProps) {
  const shown = shownText(view);
  useSaid(shown);
  const isEmpty = query === '' && view.opened === 0 && view.closed === 0;
  if (isEmpty) {
    return <Empty text={words.empty} />;
  }
  return (
    <div class="statistics">
      <StatisticsFilter view={view} />
      <p class="shown-now">{shown}</p>
      <KeyFigures view={view} />
      <Opened view={view} />
      <Closed view={view} />
      <section class="prose" aria-labelledby="what-is-counted">
        <h2 id="what-is-counted">{words.whatIsCounted.heading}</h2>
        {words.whatIsCounted.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <TakeAlong query={query} />
    </div>
  );
}

function Opened({ view }: { readonly view: StatisticsView }) {
  const tables = tablesOf(view, ['stages', 'counties', 'themes', 'counterparts', 'overTime']);
  return (
    <section aria-labelledby="opened">
      <h2 id="opened">{words.openedHeading}</h2>
      <p>{view.opened === 0 ? words.noneOpened : words.openedNote}</p>
      {view.opened === 0 ? null : (
        <Charts tables={tables}>{(id) => (id === 'counties' ? <p>{words.othersHaveNone}</p> : null)}</Charts>
      )}
    </section>
  );
}

function Closed({ view }: { readonly view: StatisticsView }) {
  const tables = tablesOf(view, ['lengths', 'outcomes', 'cooperations']);
  return (
    <section aria-labelledby="closed">
      <h2 id="closed">{words.closedHeading}</h2>
      <p>{view.closed === 0 ? words.noneClosed : words.closedNote}</p>
      {view.closed === 0 ? null : (
        <Charts tables={tables}>{(id) => (id === 'lengths' ? <p>{words.modelNote}</p> : null)}</Charts>
      )}
    </section>
  );
}

type ChartsProps = {
  readonly tables: readonly StatisticsTable[];
  readonly children: (id: StatisticsTable['id']) => preact.ComponentChildren;
};

function Charts({ tables, children }: ChartsProps) {
  const isFew = tables.every(({ rows }) => rows.every(({ share }) => share === null));
  return (
    <>
      {isFew ? <p class="hint">{words.fewNote}</p> : null}
      <div class="charts">
        {tables.map((table) => (
          <ChartSection key={table.id} table={table}>
            {children(table.id)}
          </ChartSection>
        ))}
      </div>
    </>
  );
}

function tablesOf(view: StatisticsView, ids: readonly StatisticsTable['id'][]): readonly StatisticsTable[] {
  return view.tables.filter(({ id }) => ids.includes(id));
}

function shownText({ periods, period, counties, county }: StatisticsView): string {
  const labelIn = (choices: StatisticsView['periods'], value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  return words.shown(labelIn(periods, period), labelIn(counties, county));
}

// The first view is read as a page; what a choice changed is told.
function useSaid(text: string): void {
  const last = useRef(text);
  useEffect(() => {
    if (last.current !== text) {
      last.current = text;
      announce(text);
    }
  }, [text]);
}
