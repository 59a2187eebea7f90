// The cases as four columns, one for each stage of the process.
import { useMemo } from 'preact/hooks';
import { CASE_STAGES, type ListedCase } from '../../../features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../features/cases/texts/case-board.fi.ts';
import { vocabularyFi as vocabulary } from '../../../features/cases/texts/vocabulary.fi.ts';
import { Link } from '../../shell/link.tsx';
import { dueText, lateText, stageTitle } from './case-words.ts';
import { MoreButton, usePortions } from './more.tsx';

type BoardProps = {
  readonly cases: readonly ListedCase[];
  readonly placeOf: (listed: ListedCase) => string;
  /** Names what is shown: with another one the columns begin at their tops again. */
  readonly shownAs: string;
};

/** The board. Nothing on it is dragged: a case moves on its own page. */
export function CaseBoard({ cases, placeOf, shownAs }: BoardProps) {
  const byStage = useMemo(
    () => CASE_STAGES.map((stage) => ({ stage, cases: cases.filter((listed) => listed.stage === stage) })),
    [cases],
  );
  return (
    <div class="board">
      {byStage.map((column) => (
        <Column key={column.stage} {...column} placeOf={placeOf} shownAs={shownAs} />
      ))}
    </div>
  );
}

function Column({ stage, cases, placeOf, shownAs }: BoardProps & { readonly stage: ListedCase['stage'] }) {
  const { within, visible, next, more } = usePortions(cases, shownAs);
  const heading = `stage-${stage}`;
  return (
    <section class="board-column" aria-labelledby={heading} ref={within}>
      <h2 id={heading}>
        {stageTitle(stage)} <span class="board-count">{words.count(cases.length)}</span>
      </h2>
      {cases.length === 0 ? (
        <p class="board-none">{words.noneInStage}</p>
      ) : (
        <ul>
          {visible.map((listed, place) => (
            <CaseCard key={listed.number} listed={listed} place={placeOf(listed)} index={place} />
          ))}
        </ul>
      )}
      <MoreButton count={next} label={words.moreOf(next, stageTitle(stage))} onMore={more} />
    </section>
  );
}

type CaseCardProps = { readonly listed: ListedCase; readonly place: string; readonly index: number };

function CaseCard({ listed, place, index }: CaseCardProps) {
  const { number, title, step, status, urgency } = listed;
  const late = lateText(listed);
  return (
    <li class={late === '' ? 'case-card' : 'case-card case-card-late'} data-place={index}>
      <p class="case-card-place">
        {number} · {place}
      </p>
      <h3>
        <Link to={`tapaukset/${number}`}>{title}</Link>
      </h3>
      {step === '' ? null : <p>{status === 'open' ? words.next(step) : step}</p>}
      {late === '' ? null : <p class="late">{late}</p>}
      <p>{dueText(listed)}</p>
      <p class={urgency === 'urgent' ? 'urgent' : 'case-card-place'}>{words.urgency(vocabulary.urgencies[urgency])}</p>
    </li>
  );
}
