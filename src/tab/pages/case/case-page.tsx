// One case: where it stands, what to do next, what can be done, and all that was recorded.
import { CasePage } from '../../../features/cases/contract/case-page.ts';
import { casePageFi } from '../../../features/cases/texts/case-page.fi.ts';
import { useAddress } from '../../shell/address.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { Actions, Join } from './actions.tsx';
import { NextStep } from './next-step.tsx';
import { PathOfCase } from './path.tsx';
import { printWhole, useOpenWhenPrinted } from './print.ts';
import { Records } from './records.tsx';
import { Dates, History, Reminders } from './tables.tsx';
import './case-page.css';

const words = casePageFi.casePage;

/** The page of the case whose number is in the address. */
export function CasePageView() {
  const number = useAddress().path[1] ?? '';
  const api = useApi(CasePage, `cases/${encodeURIComponent(number)}`);
  const { state } = api;
  if (state.kind !== 'ready') {
    const waiting = <Loaded from={api}>{() => null}</Loaded>;
    // The heading comes with its words: one that grows later would move what is below it.
    return state.kind === 'loading' ? <div class="page">{waiting}</div> : <Page title={number}>{waiting}</Page>;
  }
  const { title, statusLine, urgency } = state.value;
  return (
    <Page
      title={words.title(state.value.number, title)}
      lead={statusLine ?? words.urgency(urgency.word)}
      actions={
        <button type="button" class="button" onClick={printWhole}>
          {words.print}
        </button>
      }
    >
      <WholeCase shown={state.value} onDone={api.reload} />
    </Page>
  );
}

function WholeCase({ shown, onDone }: { readonly shown: CasePage; readonly onDone: () => void }) {
  useOpenWhenPrinted();
  return (
    <div class="page case-page">
      {shown.join === null ? null : <Join join={shown.join} onDone={onDone} />}
      {shown.next === null ? null : <NextStep next={shown.next} onDone={onDone} />}
      <PathOfCase stages={shown.stages} />
      <div class="case-columns">
        <div class="case-main">
          <Actions groups={shown.groups} join={shown.join} onDone={onDone} />
          <Dates dates={shown.dates} onDone={onDone} />
          <Records shown={shown} onDone={onDone} />
        </div>
        <div class="case-side">
          <Facts shown={shown} />
          <Reminders reminders={shown.reminders} />
        </div>
      </div>
      <History history={shown.history} />
    </div>
  );
}

function Facts({ shown }: { readonly shown: CasePage }) {
  return (
    <section class="case-facts" aria-labelledby="case-facts">
      <h2 id="case-facts">{words.facts}</h2>
      <dl class="facts">
        {shown.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {shown.links.length === 0 ? null : (
        <ul class="case-links">
          {shown.links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="help">{shown.help}</p>
    </section>
  );
}
