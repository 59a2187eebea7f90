// All cases: as a board by stage or as a table, narrowed by what stands in the address.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  createNarrowing,
  EVERYTHING,
  FILTER_NAMES,
  isNarrowed,
  readFilter,
  writeFilter,
  type ListFilter,
  type Narrowing,
} from '../../../features/cases/contract/case-filter.ts';
import { CaseList, type ListedCase } from '../../../features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../features/cases/texts/case-board.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { go, useAddress } from '../../shell/address.ts';
import { announce } from '../../shell/announce.ts';
import type { Sort } from '../../shell/data-table.tsx';
import { download } from '../../shell/download.ts';
import { Empty } from '../../shell/empty.tsx';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Notice } from '../../shell/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { CaseBoard } from './case-board.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseTable, FIRST_SORT } from './case-table.tsx';
import { placeNames, summaryText } from './case-words.ts';
import './cases.css';

const PAGE = 'tapaukset';
const TABLE = 'taulukko';
const NAMES = { view: 'nakyma', sort: 'jarjestys', direction: 'suunta' } as const;
const DOWN = 'laskeva';

type View = { readonly filter: ListFilter; readonly isTable: boolean; readonly sort: Sort };

function readView(query: URLSearchParams): View {
  return {
    filter: readFilter(query),
    isTable: query.get(NAMES.view) === TABLE,
    sort: {
      column: query.get(NAMES.sort) ?? FIRST_SORT.column,
      direction: query.get(NAMES.direction) === DOWN ? 'descending' : 'ascending',
    },
  };
}

function queryOf({ filter, isTable, sort }: View): Readonly<Record<string, string>> {
  return {
    [NAMES.view]: isTable ? TABLE : '',
    ...writeFilter(filter),
    [NAMES.sort]: sort.column === FIRST_SORT.column ? '' : sort.column,
    [NAMES.direction]: sort.direction === 'descending' ? DOWN : '',
  };
}

const NO_CASES: CaseList = { counties: [], municipalities: [], cases: [], newCase: null };

/** The page Tapaukset. */
export function CasesPage() {
  const { query } = useAddress();
  const view = useMemo(() => readView(query), [query]);
  const api = useApi(CaseList, view.filter.withClosed ? `cases?${FILTER_NAMES.withClosed}=1` : 'cases');
  const isReady = api.state.kind === 'ready';
  const list = api.state.kind === 'ready' ? api.state.value : NO_CASES;
  const { typed, setTyped } = useTypedSearch(view);
  const filter = { ...view.filter, text: typed.trim() };
  const narrow = useNarrowing(list);
  const shownAs = JSON.stringify(filter);
  const shown = useMemo(() => narrow(filter), [narrow, shownAs]);
  const lead = isReady ? summaryText(shown, isNarrowed(filter)) : NOT_YET;
  useAnnounced(isReady ? lead : null);

  const change = (next: ListFilter): void => {
    // What was typed and has not reached the address yet goes along, unless this clears it.
    const text = next.text === view.filter.text ? filter.text : next.text;
    setTyped(text);
    go(PAGE, { query: queryOf({ ...view, filter: { ...next, text } }) });
  };
  return (
    <Page
      title={words.title}
      lead={lead}
      actions={list.newCase === null ? undefined : <PressButton button={list.newCase} onDone={api.reload} />}
    >
      <Loaded from={api}>
        {() => (
          <>
            <CaseFilters list={list} filter={view.filter} typed={typed} onType={setTyped} onChange={change} />
            <ViewBar view={{ ...view, filter }} />
            {shown.length === 0 ? (
              <Nothing isNarrowed={isNarrowed(filter)} onClear={() => change(EVERYTHING)} />
            ) : (
              <ShownCases list={list} cases={shown} view={{ ...view, filter }} shownAs={shownAs} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

// Long enough for the list to be drawn, and before anybody has typed a word.
const PREPARED_AFTER_MS = 200;

function useNarrowing(list: CaseList): Narrowing['narrow'] {
  const narrowing = useMemo(() => createNarrowing(list), [list]);
  useEffect(() => {
    const timer = setTimeout(narrowing.prepare, PREPARED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [narrowing]);
  return narrowing.narrow;
}

// Keeps the line's place, so that nothing moves when the words come.
const NOT_YET = '\u00A0';

type ShownCasesProps = {
  readonly list: CaseList;
  readonly cases: readonly ListedCase[];
  readonly view: View;
  readonly shownAs: string;
};

function ShownCases({ list, cases, view, shownAs }: ShownCasesProps) {
  const placeOf = useMemo(() => placeNames(list), [list]);
  const onSort = (sort: Sort): void => go(PAGE, { query: queryOf({ ...view, sort }), replace: true });
  return view.isTable ? (
    <CaseTable cases={cases} placeOf={placeOf} sort={view.sort} onSort={onSort} shownAs={shownAs} />
  ) : (
    <CaseBoard cases={cases} placeOf={placeOf} shownAs={shownAs} />
  );
}

// Typing is followed at once on the page, and by the address when the fingers rest.
const REST_MS = 400;

function useTypedSearch(view: View) {
  const { text } = view.filter;
  const [typed, setTyped] = useState(text);
  const written = useRef(text);
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    // Somebody has gone back or followed a link; what was written here is what stands in the field already.
    if (text !== written.current) {
      written.current = text;
      setTyped(text);
    }
  }, [text]);
  useEffect(() => {
    if (typed.trim() === written.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      written.current = typed.trim();
      const filter = { ...latest.current.filter, text: typed.trim() };
      go(PAGE, { query: queryOf({ ...latest.current, filter }), replace: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped };
}

const SAID_AFTER_MS = 700;

/** Says how many there are when that changes, once the typing has stopped; the first time the heading is enough. */
function useAnnounced(text: string | null): void {
  const said = useRef(text);
  useEffect(() => {
    if (text === said.current || text === null) {
      return undefined;
    }
    if (said.current === null) {
      said.current = text;
      return undefined;
    }
    const timer = setTimeout(() => {
      said.current = text;
      announce(text);
    }, SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
}

/** The same cases in another form: a choice of two, kept in the address, and the file. */
function ViewBar({ view }: { readonly view: View }) {
  const [isFailed, setIsFailed] = useState(false);
  const save = async (): Promise<void> => {
    const query = new URLSearchParams(Object.entries(writeFilter(view.filter)).filter(([, value]) => value !== ''));
    const answer = await download(`cases.csv?${query.toString()}`);
    setIsFailed(answer.kind === 'failed');
  };
  const choice = (isTable: boolean, label: string) => (
    <li>
      <Link
        to={PAGE}
        query={queryOf({ ...view, isTable })}
        class="button"
        {...(view.isTable === isTable ? { 'aria-current': 'true' } : {})}
      >
        {label}
      </Link>
    </li>
  );
  return (
    <div class="case-views">
      <nav aria-label={words.views}>
        <ul>
          {choice(false, words.board)}
          {choice(true, words.table)}
        </ul>
      </nav>
      <button type="button" class="button" onClick={() => void save()}>
        {words.file}
      </button>
      <div role="alert">{isFailed ? <Notice tone="problem">{words.fileFailed}</Notice> : null}</div>
    </div>
  );
}

function Nothing({ isNarrowed: isByFilter, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  return isByFilter ? (
    <Empty
      text={words.noneFound}
      action={
        <button type="button" class="button" onClick={onClear}>
          {words.filters.clear}
        </button>
      }
    />
  ) : (
    <Empty text={words.noneYet} />
  );
}
