import { OverviewView } from '../../../features/overview/contract.ts';
import { overviewFi as words } from '../../../features/overview/texts.fi.ts';
import type { ShownButton } from '../../../platform/cards/contract.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { Empty } from '../../shell/empty.tsx';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/use-api.ts';
import { AgendaLines } from './agenda-lines.tsx';
import { WatchedCases } from './watched-cases.tsx';
import { WeekSection } from './week-section.tsx';
import './mine.css';

// The same press that opens a case from every list.
const OPEN_NEW: ShownButton = {
  label: words.openNew,
  verb: 'cases/open/new',
  data: {},
  look: 'primary',
  sendsInputs: false,
};

/** Omat: what I have to do, what others wait for, and for an advisor first the cases that need somebody. */
export function MinePage() {
  const api = useApi(OverviewView, '/overview');
  return (
    <Page title={words.title} lead={words.lead} actions={<PressButton button={OPEN_NEW} onDone={api.reload} />}>
      <Loaded from={api}>
        {(view) => (
          <div class="mine">
            <div class="mine-main">
              {view.watched === null ? null : <WatchedCases watched={view.watched} />}
              <Answers view={view} onDone={api.reload} />
              <Steps view={view} onDone={api.reload} />
            </div>
            <WeekSection week={view.week} onDone={api.reload} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type PartProps = { readonly view: OverviewView; readonly onDone: () => void };

function Answers({ view: { answers }, onDone }: PartProps) {
  return answers.length === 0 ? null : (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.answers.title}</h2>
      <AgendaLines lines={answers} onDone={onDone} />
    </section>
  );
}

function Steps({ view: { groups }, onDone }: PartProps) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.steps.title}</h2>
      {groups.length === 0 ? (
        <Empty
          text={words.steps.none}
          action={
            <>
              <PressButton button={OPEN_NEW} onDone={onDone} about={words.steps.title} />
              <Link to="tapaukset" class="button">
                {words.toCases}
              </Link>
            </>
          }
        />
      ) : null}
      {groups.map(({ key, lines, more }) => (
        <div key={key} class={`mine-group mine-${key}`}>
          <h3>{words.steps.groups[key]}</h3>
          <AgendaLines lines={lines} onDone={onDone} />
          {more === 0 ? null : (
            <p>
              {words.steps.more(more)} <Link to="tapaukset">{words.toCases}</Link>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
