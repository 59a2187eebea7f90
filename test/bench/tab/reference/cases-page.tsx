import { Button, Spinner, Tab, TabList, Text, Title1 } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { createNarrowing, EVERYTHING, type ListFilter } from '../../../../src/features/cases/contract/case-filter.ts';
import type { CaseList } from '../../../../src/features/cases/contract/case-list.ts';
import { tabTextsFi } from '../../../../src/tab/texts.fi.ts';
import { placeNames, summaryText } from '../../../../src/tab/pages/cases/case-words.ts';
import { markUsable } from '../../../../src/tab/shell/usable.ts';
import { askCases } from './ask.ts';
import { CaseBoard } from './case-board.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseTable } from './case-table.tsx';

const PAGES = Object.entries(tabTextsFi.pages);

const PREPARED_AFTER_MS = 300;

/** The navigation, the list as board or table, and what narrows it. */
export function CasesPage() {
  const [list, setList] = useState<CaseList | null>(null);
  useEffect(() => void askCases().then(setList), []);
  useLayoutEffect(() => {
    if (list !== null) {
      markUsable();
    }
  }, [list]);
  return (
    <>
      <TabList defaultSelectedValue="cases">
        {PAGES.map(([name, title]) => (
          <Tab key={name} value={name}>
            {title}
          </Tab>
        ))}
      </TabList>
      <Title1 as="h1">{tabTextsFi.pages.cases}</Title1>
      {list === null ? <Spinner label={tabTextsFi.loading} /> : <LoadedCases list={list} />}
    </>
  );
}

function LoadedCases({ list }: { readonly list: CaseList }) {
  const [filter, setFilter] = useState<ListFilter>(EVERYTHING);
  const [isTable, setIsTable] = useState(false);
  const { narrow, prepare } = useMemo(() => createNarrowing(list), [list]);
  // As ours: what the search looks through is made while nobody waits for it.
  useEffect(() => {
    const timer = setTimeout(() => prepare(), PREPARED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [prepare]);
  const placeOf = useMemo(() => placeNames(list), [list]);
  const cases = useMemo(() => narrow(filter), [narrow, filter]);
  return (
    <>
      <Text as="p" block className="lead">
        {summaryText(cases, filter !== EVERYTHING)}
      </Text>
      <CaseFilters list={list} filter={filter} onChange={setFilter} />
      <Button onClick={() => setIsTable(!isTable)}>{isTable ? 'Taulu' : 'Taulukko'}</Button>
      {isTable ? <CaseTable cases={cases} placeOf={placeOf} /> : <CaseBoard cases={cases} placeOf={placeOf} />}
    </>
  );
}
