// What an import would change, told before anything is done.
import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../../features/organisations/contract.ts';
import { organisationsFi } from '../../../features/organisations/texts.fi.ts';
import { organisationsTabFi } from '../../../features/organisations/texts/tab.fi.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { Notice } from '../../shell/notice.tsx';

const words = organisationsTabFi.importing;
const { columns } = organisationsFi;

export type PlanPreview = Extract<ImportPreview, { kind: 'plan' }>;

type ImportPlanProps = {
  readonly plan: PlanPreview;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** New, changed and removed rows, the rows that cannot be taken, and the one button that carries it out. */
export function ImportPlan({ plan, heading, isBusy, onConfirm, onCancel }: ImportPlanProps) {
  const { added, changed, removed, unchanged } = plan;
  const count = added.length + changed.length + removed.length;
  return (
    <div class="import-plan">
      <h4 tabIndex={-1} ref={heading}>
        {words.result}
      </h4>
      <p>{words.summary(added.length, changed.length, removed.length, unchanged)}</p>
      {count === 0 ? <p>{words.noChange}</p> : null}
      {plan.areRemovalsHeld ? <Notice tone="warning">{words.held}</Notice> : null}
      {plan.passedOver.length === 0 ? null : <p>{words.passedOver(plan.passedOver.join(', '))}</p>}
      <Problems plan={plan} />
      <Part title={words.notes} rows={plan.notes} line={({ text }) => text} />
      <Part
        title={words.added(added.length)}
        rows={added}
        line={({ cells }) => [cells.name, cells.kind, cells.counties, cells.municipalities].filter(Boolean).join(' · ')}
      />
      <Changed plan={plan} />
      <Part title={words.removed(removed.length)} rows={removed} line={({ name }) => name} />
      <div class="actions">
        {count === 0 ? null : (
          <button type="button" class="button button-primary" aria-busy={isBusy} onClick={onConfirm}>
            {words.confirm(count)}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      <p role="status">{isBusy ? words.working : ''}</p>
    </div>
  );
}

function Problems({ plan: { problems, report } }: { readonly plan: PlanPreview }) {
  const { shown, more } = useFirst(problems);
  if (problems.length === 0) {
    return null;
  }
  return (
    <section class="settings-part">
      <h5>{words.problems(problems.length)}</h5>
      <p>{words.problemsIntro}</p>
      <DataTable<PlanPreview['problems'][number]>
        caption={words.problems(problems.length)}
        isCaptionHidden
        rows={shown}
        keyOf={({ line, column, what }) => `${line} ${column} ${what}`}
        columns={[
          { name: 'line', title: words.line, isRowHeader: true, cell: ({ line }) => line },
          { name: 'name', title: columns.name, cell: ({ name }) => name },
          { name: 'column', title: words.column, cell: ({ column }) => column },
          { name: 'what', title: words.what, cell: ({ what }) => what },
          { name: 'mend', title: words.mend, cell: ({ mend }) => mend },
        ]}
      />
      {more}
      <div class="actions">
        <button type="button" class="button" onClick={() => saveText(report, words.reportName)}>
          {words.report}
        </button>
      </div>
    </section>
  );
}

function Changed({ plan: { changed } }: { readonly plan: PlanPreview }) {
  return (
    <Part
      title={words.changed(changed.length)}
      rows={changed}
      line={({ name, fields }) => (
        <>
          {name}
          <ul>
            {fields.map(({ column, before, after }) => (
              <li key={column}>{words.fromTo(columns[column], before, after)}</li>
            ))}
          </ul>
        </>
      )}
    />
  );
}

type PartProps<Row> = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly line: (row: Row) => ComponentChildren;
};

function Part<Row>({ title, rows, line }: PartProps<Row>) {
  const { shown, more } = useFirst(rows);
  return rows.length === 0 ? null : (
    <section class="settings-part">
      <h5>{title}</h5>
      <ul>
        {shown.map((row, index) => (
          <li key={index}>{line(row)}</li>
        ))}
      </ul>
      {more}
    </section>
  );
}

const FIRST = 20;

/** The first rows, and a button that shows the others. */
function useFirst<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: ComponentChildren } {
  const [isAll, setIsAll] = useState(false);
  const more =
    isAll || rows.length <= FIRST ? null : (
      <div class="actions">
        <button type="button" class="button" onClick={() => setIsAll(true)}>
          {words.showAll(rows.length)}
        </button>
      </div>
    );
  return { shown: isAll ? rows : rows.slice(0, FIRST), more };
}

function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
