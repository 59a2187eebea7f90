// A summary as the page of cases shows it.
import { daysBetween } from '../../../kernel/dates.ts';
import { compareFinnish } from '../../../kernel/fold.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countyOf, findMunicipality } from '../../../kernel/regions/regions.ts';
import { stepText } from '../cards/case-words.ts';
import type { CaseList, ListedCase } from '../contract/case-list.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { dueOf } from '../use-cases/list-cases.ts';

type Looking = { readonly person: PersonId; readonly today: LocalDate; readonly t: CaseTexts };

/** Puts one case after the other into the words of its row. */
export function createListing({ person, today, t }: Looking): (summary: CaseSummary) => ListedCase {
  const daysLate = createDaysLate(today);
  return (summary) => listedCase(summary, { person, today, t, daysLate });
}

// Thousands of cases share a few hundred dates, and counting the days between two costs more than all else here.
function createDaysLate(today: LocalDate): (date: LocalDate) => number {
  const known = new Map<LocalDate, number>();
  return (date) => {
    const days = date < today ? (known.get(date) ?? daysBetween(date, today)) : 0;
    known.set(date, days);
    return days;
  };
}

function listedCase(
  summary: CaseSummary,
  { person, today, t, daysLate }: Looking & { readonly daysLate: (date: LocalDate) => number },
): ListedCase {
  const due = dueOf(summary, today);
  return {
    number: summary.number,
    title: summary.title,
    goal: summary.goal,
    stage: summary.stage,
    status: summary.status,
    urgency: summary.urgency,
    level: summary.level,
    county: summary.county,
    municipality: summary.municipality ?? '',
    ownerKind: summary.ownerKind,
    owner: summary.ownerName,
    theme: summary.theme,
    step: nextStepOf(summary, today, t),
    due: due.date,
    dueKind: due.kind,
    lateDays: summary.status === 'closed' ? 0 : daysLate(due.date),
    targetDate: summary.targetDate,
    closedOn: summary.closedOn ?? '',
    outcome: summary.outcome,
    isMine: summary.lead === person || summary.participants.includes(person),
  };
}

/** The next step in the words of the case's card; '' for a row that does not know it, and for a closed case. */
function nextStepOf(summary: CaseSummary, today: LocalDate, t: CaseTexts): string {
  const { step, status, targetBodyKind, county, municipality, jointAuthorityName } = summary;
  if (step === null || targetBodyKind === null || status === 'closed') {
    return '';
  }
  // While a case is on hold, the end of its pause is its only date.
  const on = status === 'onHold' ? (summary.dates[0]?.date ?? null) : null;
  return stepText(step, { target: { kind: targetBodyKind, county, municipality, jointAuthorityName }, on }, today, t);
}

/** The order of a list: what is due first comes first, closed ones last and of them the latest first. */
export function byDue(a: ListedCase, b: ListedCase): number {
  const [closedA, closedB] = [a.status === 'closed', b.status === 'closed'];
  if (closedA !== closedB) {
    return closedA ? 1 : -1;
  }
  return (closedA ? compare(b.closedOn, a.closedOn) : compare(a.due, b.due)) || compare(a.number, b.number);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The names of the places that the cases name, each once, in Finnish order. */
export function placesOf(summaries: readonly CaseSummary[]): Pick<CaseList, 'counties' | 'municipalities'> {
  const counties = new Set(summaries.map(({ county }) => county));
  const municipalities = new Set(summaries.flatMap(({ municipality }) => municipality ?? []));
  return {
    counties: [...counties].map((code) => ({ code, name: countyOf(code).nameFi })).toSorted(byName),
    municipalities: [...municipalities]
      .flatMap((code) => {
        const found = findMunicipality(code);
        return found === null ? [] : [{ code, name: found.nameFi, county: found.countyCode }];
      })
      .toSorted(byName),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareFinnish(a.name, b.name);
}
