import type { OverviewView, WatchedLine } from '../../../features/overview/contract.ts';
import { overviewFi } from '../../../features/overview/texts.fi.ts';
import { Link } from '../../shell/link.tsx';

const words = overviewFi.watched;

type Watched = NonNullable<OverviewView['watched']>;

/** The late and the silent cases of the counties that this person looks after. */
export function WatchedCases({ watched }: { readonly watched: Watched }) {
  const { counties, late, moreLate, silent, moreSilent, silentDays } = watched;
  return (
    <section aria-labelledby="watched">
      <h2 id="watched">{words.title}</h2>
      {counties === '' ? null : <p>{words.lead(counties)}</p>}
      {late.length + silent.length === 0 ? <p>{words.none}</p> : null}
      {late.length === 0 ? null : (
        <div class="mine-group mine-late">
          <h3>{words.late}</h3>
          <Lines lines={late} look="mine-lateness" />
          {moreLate === 0 ? null : <p>{words.moreLate(moreLate)}</p>}
        </div>
      )}
      {silent.length === 0 ? null : (
        <div class="mine-group">
          <h3>{words.silent}</h3>
          <p>{words.silentLead(silentDays)}</p>
          <Lines lines={silent} />
          {moreSilent === 0 ? null : <p>{words.moreSilent(moreSilent)}</p>}
        </div>
      )}
      <p>
        <Link to="tapaukset">{overviewFi.toCases}</Link>
      </p>
    </section>
  );
}

function Lines({ lines, look }: { readonly lines: readonly WatchedLine[]; readonly look?: string }) {
  return (
    <ul class="mine-lines">
      {lines.map(({ id, title, to, county, next, why }) => (
        <li key={id}>
          <p class="mine-what">
            <Link to={to}>{title}</Link>
          </p>
          <p class={look}>{why}</p>
          <p>{county}</p>
          <p>{words.next(next)}</p>
        </li>
      ))}
    </ul>
  );
}
