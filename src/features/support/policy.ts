// Who may do what with questions. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { People } from '../settings/index.ts';
import type { Question } from './domain/question.ts';

/** Whether the person answers questions of the county: its advisor, who stands in for them, or an admin. */
export function mayAnswer(county: CountyCode, person: PersonId, people: People, today: LocalDate): boolean {
  return people.isAdmin(person) || people.isAdvisorOf(person, county, today);
}

/** Whether the person may put the question in other words: only who asked it. */
export function mayReword({ asker }: Question, person: PersonId): boolean {
  return asker === person;
}

/** Whether the person may withdraw the question: who asked it, or who answers for the county. */
export function mayWithdraw(question: Question, person: PersonId, people: People, today: LocalDate): boolean {
  return question.asker === person || mayAnswer(question.county, person, people, today);
}
