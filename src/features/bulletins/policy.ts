// Who may do what with bulletins. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { counties } from '../../kernel/regions/regions.ts';
import type { People } from '../settings/index.ts';

/** Whether the person may write, change and withdraw bulletins: the advisor of any county, or an admin. */
export function mayInform(person: PersonId, people: People, today: LocalDate): boolean {
  return people.isAdmin(person) || counties.some(({ code }) => people.isAdvisorOf(person, code, today));
}
