// What a case has in rows: dates to come, reminders, history.
import type { CaseDate, CasePage, CaseReminder } from '../../../features/cases/contract/case-page.ts';
import { casePageFi } from '../../../features/cases/texts/case-page.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { Empty } from '../../shell/empty.tsx';

const words = casePageFi.casePage;

/** What has been agreed for a day, with what can be done to it. */
export function Dates({ dates, onDone }: { readonly dates: readonly CaseDate[]; readonly onDone: () => void }) {
  return (
    <section class="case-dates" aria-labelledby="case-dates">
      <h2 id="case-dates">{words.dates}</h2>
      {dates.length === 0 ? <Empty text={words.noDates} /> : null}
      <ul class="case-lines">
        {dates.map((date, index) => (
          <li key={`${index} ${date.what}`}>
            <p class="case-line">
              <strong>{date.what}</strong>
            </p>
            <p>
              {[date.when, date.where, date.who].filter((part) => part !== '').join(' · ')}
              {date.late === '' ? null : (
                <>
                  {' · '}
                  <strong class="case-late">{date.late}</strong>
                </>
              )}
            </p>
            <div class="actions">
              {date.buttons.map((button) => (
                <PressButton key={button.label} button={button} about={date.what} onDone={onDone} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MARKS: Readonly<Record<CaseReminder['tone'], string>> = { info: '', done: '✓ ', problem: '! ' };

/** Who is reminded of what, and whether it has arrived. */
export function Reminders({ reminders }: { readonly reminders: readonly CaseReminder[] }) {
  return (
    <section class="case-reminders" aria-labelledby="case-reminders">
      <h2 id="case-reminders">{words.reminders}</h2>
      {reminders.length === 0 ? (
        <Empty text={words.noReminders} />
      ) : (
        <ul class="case-lines">
          {reminders.map(({ what, who, state, tone }, index) => (
            <li key={`${index} ${what}`}>
              <p class="case-line">
                <strong>{what}</strong>
              </p>
              <p>{who}</p>
              <p class={tone === 'problem' ? 'case-late' : undefined}>
                <span aria-hidden="true">{MARKS[tone]}</span>
                {state}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Entry = CasePage['history'][number];

const COLUMNS = [
  { name: 'when', title: words.when, cell: ({ when }: Entry) => when, isRowHeader: true },
  { name: 'by', title: words.by, cell: ({ who }: Entry) => who },
  {
    name: 'did',
    title: words.did,
    cell: ({ what, why }: Entry) => [what, why].filter((part) => part !== '').join('. '),
  },
];

/** Who did what and when, newest first. */
export function History({ history }: { readonly history: CasePage['history'] }) {
  const rows = history.map((entry, index) => ({ ...entry, key: `${history.length - index}` }));
  return (
    <section class="case-history" aria-labelledby="case-history">
      <h2 id="case-history">{words.history}</h2>
      <DataTable caption={words.history} isCaptionHidden columns={COLUMNS} rows={rows} keyOf={({ key }) => key} />
    </section>
  );
}
