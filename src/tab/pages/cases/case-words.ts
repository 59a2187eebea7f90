// What the board and the table say of a case, in the same words.
import type { CaseList, ListedCase } from '../../../features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../features/cases/texts/case-board.fi.ts';
import { vocabularyFi as vocabulary } from '../../../features/cases/texts/vocabulary.fi.ts';

/** `5.1.2027` (T-01) from `2027-01-05`. */
export function writeDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return `${day}.${month}.${year}`;
}

/** Names places by their codes: the municipality, or the county when there is none. */
export function placeNames({ counties, municipalities }: CaseList): (listed: ListedCase) => string {
  const names = new Map([
    ...counties.map(({ code, name }) => [`c${code}`, name] as const),
    ...municipalities.map(({ code, name }) => [`m${code}`, name] as const),
  ]);
  return ({ county, municipality }) => names.get(`m${municipality}`) ?? names.get(`c${county}`) ?? '';
}

/** `1 Yhteys Tukiliittoon` */
export function stageTitle(stage: ListedCase['stage']): string {
  const stages = Object.keys(vocabulary.stages);
  return `${stages.indexOf(stage) + 1} ${vocabulary.stages[stage]}`;
}

/** The owner's name, or its kind until it is named. */
export function ownerText({ owner, ownerKind }: ListedCase): string {
  return owner === '' ? vocabulary.ownerKinds[ownerKind] : owner;
}

/** What is due and when: `Seurantapäivä 27.11.2026`; of a closed case, when it was closed and with what outcome. */
export function dueText({ status, due, dueKind, closedOn, outcome }: ListedCase): string {
  if (status === 'closed') {
    const closed = closedOn === '' ? vocabulary.statuses.closed : words.closedOn(writeDate(closedOn));
    return outcome === null ? closed : `${closed}: ${vocabulary.outcomes[outcome]}`;
  }
  return `${dueKind === null ? words.dueWord : vocabulary.datedKinds[dueKind]} ${writeDate(due)}`;
}

/** `3 päivää myöhässä` (B-21), or ''. */
export function lateText({ lateDays }: ListedCase): string {
  return lateDays === 0 ? '' : words.lateBy(lateDays);
}

/** How many there are and how many of them are late, as the line under the heading. */
export function summaryText(shown: readonly ListedCase[], isNarrowed: boolean): string {
  const late = shown.filter(({ lateDays }) => lateDays > 0).length;
  const closed = shown.filter(({ status }) => status === 'closed').length;
  if (isNarrowed) {
    return words.found(shown.length, late);
  }
  const open = words.open(shown.length - closed, late);
  return closed === 0 ? open : `${open} ${words.closedToo(closed)}`;
}
