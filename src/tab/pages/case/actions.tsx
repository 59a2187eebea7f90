import type { CaseAction, CasePage } from '../../../features/cases/contract/case-page.ts';
import { casePageFi } from '../../../features/cases/texts/case-page.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { Notice } from '../../shell/notice.tsx';

const words = casePageFi.casePage;

type JoinProps = { readonly join: CaseAction; readonly onDone: () => void };

/** Why somebody may not edit the case yet, and the way to take part. */
export function Join({ join, onDone }: JoinProps) {
  return (
    <div class="case-join">
      <Notice tone="info">{join.why}</Notice>
      {join.can ? (
        <div class="actions">
          <PressButton button={{ ...join.button, look: 'primary' }} onDone={onDone} />
        </div>
      ) : null}
    </div>
  );
}

type ActionsProps = {
  readonly groups: CasePage['groups'];
  readonly join: CaseAction | null;
  readonly onDone: () => void;
};

/** Everything that fits the case now, in groups. What this person may not do says why. */
export function Actions({ groups, join, onDone }: ActionsProps) {
  return groups.length === 0 ? null : (
    <section class="case-actions" aria-labelledby="case-actions">
      <h2 id="case-actions">{words.actions}</h2>
      <details>
        <summary>{words.actionsShow}</summary>
        <div class="case-groups">
          {groups.map(({ heading, actions }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              <ul class="case-group">
                {actions.map((action) => (
                  <li key={action.button.label}>
                    <Offered action={action} isSaidAbove={action.why === join?.why} onDone={onDone} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </details>
    </section>
  );
}

type OfferedProps = { readonly action: CaseAction; readonly isSaidAbove: boolean; readonly onDone: () => void };

function Offered({ action: { button, can, why }, isSaidAbove, onDone }: OfferedProps) {
  if (can) {
    return <PressButton button={button} onDone={onDone} />;
  }
  return (
    <p class="case-cannot">
      <strong>{button.label}</strong>
      {isSaidAbove ? null : <span> {why}</span>}
    </p>
  );
}
