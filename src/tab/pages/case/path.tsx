import type { CaseStage } from '../../../features/cases/contract/case-page.ts';
import { casePageFi } from '../../../features/cases/texts/case-page.fi.ts';

const words = casePageFi.casePage;

/** The four stages as a path: number, name, state as a word and when it began, so that it is read as it is seen (S0-03). */
export function PathOfCase({ stages }: { readonly stages: readonly CaseStage[] }) {
  return (
    <section class="case-way" aria-labelledby="case-path">
      <h2 id="case-path">{words.path}</h2>
      <ol class="case-path">
        {stages.map(({ number, name, state, word, entered }) => (
          <li
            key={number}
            class={`case-step case-step-${state}`}
            {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="case-step-number" aria-hidden="true">
              {state === 'done' ? '✓' : number}
            </span>
            <span class="case-step-words">
              <strong>{name}</strong>
              <span>{word}</span>
              {entered === null ? null : <span class="case-step-date">{entered}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
