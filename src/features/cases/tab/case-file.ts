// The list as a file for a spreadsheet: what the list shows and no other free text (G-10).
import { writeCsv, type CsvCell } from '../../../kernel/csv.ts';
import { countyOf, findMunicipality } from '../../../kernel/regions/regions.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { ListedCase } from '../contract/case-list.ts';
import { STAGES } from '../domain/vocabulary.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseTexts } from '../texts.fi.ts';

export type FiledCase = { readonly listed: ListedCase; readonly summary: CaseSummary };

type Column = { readonly head: string; readonly cell: (filed: FiledCase, t: CaseTexts) => CsvCell };

function columnsOf({ caseFile: words }: CaseTexts): readonly Column[] {
  return [
    { head: words.number, cell: ({ listed }) => listed.number },
    { head: words.title, cell: ({ listed }) => listed.title },
    { head: words.goal, cell: ({ listed }) => listed.goal },
    { head: words.stage, cell: ({ listed }, t) => `${STAGES.indexOf(listed.stage) + 1} ${t.stages[listed.stage]}` },
    { head: words.status, cell: ({ listed }, t) => t.statuses[listed.status] },
    { head: words.urgency, cell: ({ listed }, t) => t.urgencies[listed.urgency] },
    { head: words.level, cell: ({ listed }, t) => t.levels[listed.level] },
    { head: words.county, cell: ({ summary }) => countyOf(summary.county).nameFi },
    { head: words.municipality, cell: ({ listed }) => findMunicipality(listed.municipality)?.nameFi ?? '' },
    { head: words.ownerKind, cell: ({ listed }, t) => t.ownerKinds[listed.ownerKind] },
    { head: words.owner, cell: ({ listed }) => listed.owner },
    { head: words.theme, cell: ({ listed }, t) => (listed.theme === null ? '' : t.themes[listed.theme]) },
    { head: words.step, cell: ({ listed }) => listed.step },
    { head: words.due, cell: ({ listed }) => (listed.status === 'closed' ? '' : dateCell(listed.due)) },
    {
      head: words.dueKind,
      cell: ({ listed }, t) =>
        listed.dueKind === null || listed.status === 'closed' ? '' : t.datedKinds[listed.dueKind],
    },
    { head: words.lateDays, cell: ({ listed }) => (listed.lateDays === 0 ? '' : listed.lateDays) },
    { head: words.targetDate, cell: ({ summary }) => formatDate(summary.targetDate) },
    { head: words.openedOn, cell: ({ summary }) => dateCell(summary.openedOn ?? '') },
    { head: words.closedOn, cell: ({ listed }) => dateCell(listed.closedOn) },
    { head: words.outcome, cell: ({ listed }, t) => (listed.outcome === null ? '' : t.outcomes[listed.outcome]) },
  ];
}

function dateCell(date: string): string {
  // What a summary holds was checked when its case was written.
  return date === '' ? '' : formatDate(date as LocalDate);
}

/** The cases as CSV, in the order given, with a row of Finnish headings. */
export function caseFile(cases: readonly FiledCase[], t: CaseTexts): string {
  const columns = columnsOf(t);
  return writeCsv([
    columns.map(({ head }) => head),
    ...cases.map((filed) => columns.map(({ cell }) => cell(filed, t))),
  ]);
}
