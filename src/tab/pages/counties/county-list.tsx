import type { CountiesView } from '../../../features/counties/contract.ts';
import { countiesFi as words } from '../../../features/counties/texts.fi.ts';
import { Link } from '../../shell/link.tsx';

/** The counties with how many cases are open and late, short enough for a phone; the rest is on each county's page. */
export function CountyList({ counties }: { readonly counties: CountiesView['counties'] }) {
  return (
    <section aria-labelledby="county-list">
      <h2 id="county-list">{words.list.heading}</h2>
      <ul class="county-list">
        {counties.map(({ code, name, open, late }) => (
          <li key={code}>
            <Link to={`hyvinvointialueet/${code}`}>{name}</Link>
            <span>
              {open} {words.openWord(open)}
              {late === 0 ? null : <strong class="is-late">, {words.late(late)}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
