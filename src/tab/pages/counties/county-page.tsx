import type { ComponentChildren } from 'preact';
import { CountyView, type CountyCase } from '../../../features/counties/contract.ts';
import { countiesFi } from '../../../features/counties/texts.fi.ts';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';

const words = countiesFi.county;

/** One county: its cases, who acts and who supports, what is coming, and what it is made of. */
export function CountyPage({ code }: { readonly code: string }) {
  const api = useApi(CountyView, `counties/${encodeURIComponent(code)}`);
  const { state } = api;
  const title = state.kind === 'ready' ? state.value.name : countiesFi.title;
  return (
    <Page title={title} lead={state.kind === 'ready' ? totalsOf(state.value) : undefined}>
      <p>
        <Link to="hyvinvointialueet">{words.back}</Link>
      </p>
      <Loaded from={api}>{(county) => <County county={county} />}</Loaded>
    </Page>
  );
}

type CountyProps = { readonly county: CountyView };

function totalsOf({ open, late, closed }: CountyView): string {
  return countiesFi.totals(open, late, closed);
}

function County({ county }: CountyProps) {
  return (
    <div class="county">
      <OpenCases county={county} />
      <Advisors county={county} />
      <WorkingGroups county={county} />
      <Events county={county} />
      <ClosedCases county={county} />
      <Facts county={county} />
    </div>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id} class="county-section">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function OpenCases({ county: { code, openCases, open, late } }: CountyProps) {
  return (
    <Section id="open-cases" title={words.openCases}>
      {open === 0 ? <p>{words.noneOpen}</p> : <CaseList cases={openCases} />}
      <ul class="more">
        {late === 0 ? null : (
          <li>
            <Link to="tapaukset" query={{ alue: code, myohassa: '1' }}>
              {words.allLate(late)}
            </Link>
          </li>
        )}
        {open === 0 ? null : (
          <li>
            <Link to="tapaukset" query={{ alue: code }}>
              {words.allOpen(open)}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

function ClosedCases({ county: { code, closedCases, closed } }: CountyProps) {
  return (
    <Section id="closed-cases" title={words.closedCases}>
      {closed === 0 ? <p>{words.noneClosed}</p> : <CaseList cases={closedCases} />}
      {closed === 0 ? null : (
        <p>
          <Link to="tapaukset" query={{ alue: code, paatetyt: '1' }}>
            {words.allClosed(closed)}
          </Link>
        </p>
      )}
    </Section>
  );
}

function CaseList({ cases }: { readonly cases: readonly CountyCase[] }) {
  return (
    <ul class="shown-list">
      {cases.map(({ number, title, state, isLate }) => (
        <li key={number}>
          <Link to={`tapaukset/${number}`}>
            {number} {title}
          </Link>
          <span>
            {state}
            {isLate ? <strong class="is-late"> · {words.isLate}</strong> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Advisors({ county: { advisors, support } }: CountyProps) {
  return (
    <Section id="advisors" title={words.advisors}>
      {advisors.length === 0 ? <p>{words.noAdvisors}</p> : null}
      {advisors.map(({ name, away }) => (
        <p key={name}>
          {name}
          {away === '' ? null : <span class="away"> {away}</span>}
        </p>
      ))}
      {support === '' ? null : <p>{words.support(support)}</p>}
    </Section>
  );
}

function WorkingGroups({ county: { workingGroups } }: CountyProps) {
  return (
    <Section id="working-groups" title={words.workingGroups}>
      {workingGroups.length === 0 ? (
        <p>{words.noWorkingGroups}</p>
      ) : (
        <>
          <p class="hint">{words.workingGroupsNote}</p>
          <ul>
            {workingGroups.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Events({ county: { code, events, moreEvents } }: CountyProps) {
  return (
    <Section id="events" title={words.events}>
      {events.length === 0 ? <p>{words.noEvents}</p> : null}
      <ul class="shown-list">
        {events.map(({ source, id, when, title, place }) => (
          <li key={`${source} ${id}`}>
            <Link to={`kalenteri/${source}/${id}`}>{title}</Link>
            <span>{place === '' ? when : `${when} · ${place}`}</span>
          </li>
        ))}
      </ul>
      {moreEvents === 0 ? null : <p>{words.moreEvents(moreEvents)}</p>}
      <p>
        <Link to="kalenteri" query={{ alue: code }}>
          {words.calendar}
        </Link>
      </p>
    </Section>
  );
}

function Facts({ county: { facts, municipalities } }: CountyProps) {
  return (
    <Section id="facts" title={words.facts}>
      <dl class="facts">
        {[...facts, { label: words.municipalities(municipalities.length), value: municipalities.join(', ') }].map(
          ({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p class="hint">{words.source}</p>
    </Section>
  );
}
