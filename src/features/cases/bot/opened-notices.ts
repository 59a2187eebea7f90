// What whoever opened a case hears besides its card.
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { People } from '../../settings/index.ts';
import { targetBodyName } from '../cards/case-words.ts';
import type { Case } from '../domain/case.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { filterCases, NO_FILTER } from '../use-cases/list-cases.ts';
import { actionButton } from '../verbs.ts';

const SIMILAR_MAX = 3;

/** Whoever chose a municipality may have meant its own services: the way to say so is at hand. */
export function targetButtons(c: Case, t: CaseTexts): readonly Button[] {
  return isCountyOfMunicipality(c) ? [actionButton(t.actions.targetBody, 'targetBody', { id: c.id, rev: c.rev })] : [];
}

function isCountyOfMunicipality({ basics }: Case): boolean {
  return basics.targetBody.kind === 'wellbeingCounty' && basics.targetBody.municipality !== null;
}

/** What follows from the opening: its number, who was told, what may be meant, and what is alike. */
export function openedNotices(
  t: CaseTexts,
  today: LocalDate,
  c: Case,
  { people, summaries }: { readonly people: People; readonly summaries: readonly CaseSummary[] },
): readonly Notice[] {
  const { county } = c.basics.targetBody;
  const supporter = people.supporterOf(county, today);
  const told = supporter === null ? t.opening.noAdvisor : t.opening.toldAdvisor(people.nameOf(supporter));
  const open = filterCases(summaries, { ...NO_FILTER, county });
  const similar = open.filter((summary) => summary.id !== c.id).slice(0, SIMILAR_MAX);
  const names = similar.map((summary) => `${summary.number} ${summary.title}`).join('; ');
  return [
    { tone: 'done', text: `${t.opening.opened(c.number)} ${told}` },
    ...(isCountyOfMunicipality(c)
      ? [{ tone: 'info' as const, text: t.opening.target(targetBodyName(c.basics.targetBody)) }]
      : []),
    ...(similar.length === 0 ? [] : [{ tone: 'info' as const, text: t.opening.similar(names) }]),
  ];
}
