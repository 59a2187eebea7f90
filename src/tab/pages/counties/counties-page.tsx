import { CountiesView } from '../../../features/counties/contract.ts';
import { countiesFi as words } from '../../../features/counties/texts.fi.ts';
import { useAddress } from '../../shell/address.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { CountyList } from './county-list.tsx';
import { CountyPage } from './county-page.tsx';
import { CountyTable } from './county-table.tsx';
import { CountyTiles } from './county-tiles.tsx';
import { useNarrow } from './use-narrow.ts';
import './counties.css';

/** Hyvinvointialueet: all of them, or below it one county at an address of its own. */
export function CountiesPage() {
  const [, code] = useAddress().path;
  return code === undefined ? <AllCounties /> : <CountyPage key={code} code={code} />;
}

function AllCounties() {
  const api = useApi(CountiesView, 'counties');
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded from={api}>{(view) => <Counties view={view} />}</Loaded>
    </Page>
  );
}

function Counties({ view: { counties, open, late, closed } }: { readonly view: CountiesView }) {
  const isNarrow = useNarrow();
  const tiles = <CountyTiles key="tiles" counties={counties} isNarrow={isNarrow} />;
  return (
    <div class="counties">
      <p class="county-totals">{words.totals(open, late, closed)}</p>
      {isNarrow
        ? [<CountyList key="list" counties={counties} />, tiles]
        : [tiles, <CountyTable key="table" counties={counties} />]}
    </div>
  );
}
