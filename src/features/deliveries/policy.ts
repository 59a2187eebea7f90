// Who may look after the messages. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { People } from '../settings/index.ts';
import { counties, type CountyCode } from '../../kernel/regions/regions.ts';

/** Whether the person sees the page at all: an admin, or the advisor of some county. */
export function maySeeMessages(person: PersonId, people: People, today: LocalDate): boolean {
  return people.isAdmin(person) || counties.some(({ code }) => people.isAdvisorOf(person, code, today));
}

/** Whether the person sees and retries a message about that: an admin any, an advisor those of their counties. */
export function mayRetry(
  about: { readonly counties: readonly CountyCode[] } | null,
  { person, people, today }: { readonly person: PersonId; readonly people: People; readonly today: LocalDate },
): boolean {
  const isTheirs = about?.counties.some((county) => people.isAdvisorOf(person, county, today)) === true;
  return people.isAdmin(person) || isTheirs;
}
