// Who may do what with meetings. Named predicates over facts that the edge has proved; no I/O.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { counties as allCounties } from '../../kernel/regions/regions.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Member, Place } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import type { Frame, Home, Touch } from './domain/meeting.ts';

/** Who asks, and from where, with what the settings say of people today. */
export type Viewer = {
  readonly person: Member;
  readonly place: Place;
  readonly people: People;
  readonly today: LocalDate;
};

/** What was made in a restricted channel shows only there: elsewhere others would read along. */
export function isVisible(home: Home, place: Place): boolean {
  return home.access === 'team' || (place.kind === 'channel' && place.channelId === home.channelId);
}

/** An admin, or an advisor of at least one of the counties; of any county when it is for the whole country. */
export function mayMake(people: People, person: PersonId, counties: readonly CountyCode[], today: LocalDate): boolean {
  const asked = counties.length === 0 ? allCounties.map(({ code }) => code) : counties;
  return people.isAdmin(person) || asked.some((county) => people.isAdvisorOf(person, county, today));
}

/** Whoever may make such a one, and who made it. */
export function mayChange(
  { people, person, today }: Pick<Viewer, 'people' | 'person' | 'today'>,
  thing: Pick<Frame, 'counties' | 'organiser'> & { readonly made: Touch },
): boolean {
  const isOwn = thing.made.by === person.id || thing.organiser === person.id;
  return people.mayWrite(person) && (isOwn || mayMake(people, person.id, thing.counties, today));
}

/** Members who can be named as the organiser of something. */
export function organisers({ people, today }: Pick<Viewer, 'people' | 'today'>): readonly Member[] {
  return people.members.filter(({ id }) => mayMake(people, id, [], today));
}
