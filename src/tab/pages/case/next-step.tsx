import type { CasePage } from '../../../features/cases/contract/case-page.ts';
import { PressButton } from '../../cards/press-button.tsx';

type NextStepProps = { readonly next: NonNullable<CasePage['next']>; readonly onDone: () => void };

/** What to do next, with its button first. */
export function NextStep({ next, onDone }: NextStepProps) {
  return (
    <section class="case-next" aria-labelledby="case-next">
      <h2 id="case-next">{next.label}</h2>
      <p class="case-next-text">{next.text}</p>
      {next.when === '' && next.late === '' ? null : (
        <p>
          {next.when}
          {next.late === '' ? null : (
            <>
              {next.when === '' ? '' : ' · '}
              <strong class="case-late">{next.late}</strong>
            </>
          )}
        </p>
      )}
      <div class="actions">
        {[...next.buttons, ...next.looks].map((button) => (
          <PressButton key={button.label} button={button} onDone={onDone} />
        ))}
      </div>
    </section>
  );
}
