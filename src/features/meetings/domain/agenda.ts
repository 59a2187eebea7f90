// The agenda of a meeting: what members propose, the cases they bring, and what is open and late in its counties.
import type { CaseId } from '../../../kernel/ids.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';

/** A case as an agenda needs it. */
export type AgendaCase = {
  readonly id: CaseId;
  readonly number: string;
  readonly title: string;
  readonly county: CountyCode;
  readonly isLate: boolean;
};

export type Agenda = {
  readonly topics: readonly string[];
  readonly brought: readonly AgendaCase[];
  readonly late: readonly AgendaCase[];
  readonly open: readonly AgendaCase[];
};

/**
 * Each case once: brought ones first, then the late ones and the other open ones of the counties (of all when there are
 * none). A case that was brought and has been closed since is left out.
 */
export function agendaOf(
  counties: readonly CountyCode[],
  topics: readonly { readonly text: string; readonly caseId: CaseId | null }[],
  openCases: readonly AgendaCase[],
): Agenda {
  const broughtIds = new Set(topics.map(({ caseId }) => caseId));
  const isHere = ({ county }: AgendaCase): boolean => counties.length === 0 || counties.includes(county);
  const others = openCases.filter((each) => !broughtIds.has(each.id) && isHere(each));
  return {
    topics: topics.flatMap(({ text, caseId }) => (caseId === null ? [text] : [])),
    brought: openCases.filter(({ id }) => broughtIds.has(id)),
    late: others.filter(({ isLate }) => isLate),
    open: others.filter(({ isLate }) => !isLate),
  };
}
