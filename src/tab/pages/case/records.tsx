// All that was recorded, by stage: the present stage stands open, the others open with a press.
import type { CasePage, CaseSection, CaseStage } from '../../../features/cases/contract/case-page.ts';
import { casePageFi } from '../../../features/cases/texts/case-page.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';

const words = casePageFi.casePage;

type RecordsProps = { readonly shown: CasePage; readonly onDone: () => void };

/** How the case stands first (B-20), then what belongs to the whole of it, then each stage. */
export function Records({ shown, onDone }: RecordsProps) {
  return (
    <section class="case-records" aria-labelledby="case-records">
      <h2 id="case-records">{words.recorded}</h2>
      <div class="case-summary">
        {shown.summary.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {shown.sections.map((section) => (
        <Section key={section.heading} section={section} level="h3" onDone={onDone} />
      ))}
      {shown.stages.map((stage) => (
        <Stage key={stage.number} stage={stage} onDone={onDone} />
      ))}
    </section>
  );
}

function Stage({ stage, onDone }: { readonly stage: CaseStage; readonly onDone: () => void }) {
  const { number, name, state, word, steps, sections } = stage;
  return (
    <details class={`case-stage case-stage-${state}`} open={state === 'now'}>
      <summary>
        <h3>{words.stage(number, name, word)}</h3>
      </summary>
      <ul class="case-steps">
        {steps.map((step) => (
          <li key={step.text} class={step.isDone ? 'case-step-ready' : undefined}>
            {words.about(step.text, step.state)}
          </li>
        ))}
      </ul>
      {sections.map((section, index) => (
        // Two earlier events have the same headings.
        <Section key={`${index} ${section.heading}`} section={section} level="h4" onDone={onDone} />
      ))}
      {sections.length === 0 ? <p class="case-nothing">{words.nothing}</p> : null}
    </details>
  );
}

type SectionProps = { readonly section: CaseSection; readonly level: 'h3' | 'h4'; readonly onDone: () => void };

function Section({ section, level: Heading, onDone }: SectionProps) {
  const { heading, lines, buttons } = section;
  return (
    <section class="case-section">
      <Heading>{heading}</Heading>
      <ul class="case-lines">
        {lines.map(({ text, buttons: own }, index) => (
          <li key={`${index} ${text}`}>
            <p class="case-line">{text}</p>
            {own.length === 0 ? null : (
              <div class="actions">
                {own.map((button) => (
                  <PressButton key={button.label} button={button} about={text} onDone={onDone} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {buttons.length === 0 ? null : (
        <div class="actions">
          {buttons.map((button) => (
            <PressButton key={button.label} button={button} about={heading} onDone={onDone} />
          ))}
        </div>
      )}
    </section>
  );
}
