// Who may do what with experiences. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { counties } from '../../kernel/regions/regions.ts';
import type { People } from '../settings/index.ts';
import type { Experience } from './domain/experience.ts';

/** Whether the person may put it in other words: only who wrote it. */
export function mayReword({ writer }: Experience, person: PersonId): boolean {
  return writer === person;
}

/** Whether the person may withdraw it: who wrote it, an advisor of its county (of any, when it has none), or an admin. */
export function mayWithdraw(
  { writer, county }: Experience,
  person: PersonId,
  people: People,
  today: LocalDate,
): boolean {
  const codes = county === null ? counties.map(({ code }) => code) : [county];
  return writer === person || people.isAdmin(person) || codes.some((code) => people.isAdvisorOf(person, code, today));
}
