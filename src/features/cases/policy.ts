// Who may do what with a case. Named predicates over facts that the edge has proved; no I/O.
import type { ChannelId, PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Member, Place } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { isTimely, ruleOf, type ActionName } from './domain/action-rules.ts';
import type { Case } from './domain/case.ts';
import type { CaseRefusal } from './domain/decision.ts';
import { isAskedForTimes, openTimePoll } from './domain/event-times.ts';

/** Why a person may not: `join-first` is mended with one press. */
export type PolicyRefusal = 'not-visible' | 'join-first' | 'support-only' | 'lead-only' | 'guests-read-only';

/** Who asks and from where, with what the settings say of people today. */
export type Viewer = {
  readonly person: Member;
  readonly place: Place;
  readonly people: People;
  readonly today: LocalDate;
};

/** The part of a case that decides who sees it; lists have it without reading the whole case. */
export type Visibility = Pick<Case, 'home'>;

/**
 * Whether a case may be shown to this person in this place. A restricted channel's case shows only in that channel: there
 * the roster has been checked by the edge; elsewhere others would read along, and in a personal chat the channel's roster
 * is not known. Cases of standard channels show to every member anywhere.
 */
export function isVisible(c: Visibility, viewer: Pick<Viewer, 'place'>): boolean {
  if (c.home.access === 'team') {
    return true;
  }
  return viewer.place.kind === 'channel' && viewer.place.channelId === c.home.channelId;
}

/**
 * Whether a case may be told to one person where nobody reads along, as in their own calendar: a restricted channel's
 * case only to somebody of its roster, which `isInChannel` knows.
 */
export function isVisibleAlone(c: Visibility, isInChannel: (channel: ChannelId) => boolean): boolean {
  return c.home.access === 'team' || isInChannel(c.home.channelId);
}

/** The advisor of the case's county, or an admin. */
export function isSupporter(c: Case, person: PersonId, people: People, today: LocalDate): boolean {
  return people.isAdmin(person) || people.isAdvisorOf(person, c.basics.targetBody.county, today);
}

/** Whether this person may do `name` to the case now, or why not. */
export function may(c: Case, name: ActionName, viewer: Viewer): Result<null, PolicyRefusal | CaseRefusal> {
  if (!isVisible(c, viewer)) {
    return refuse('not-visible');
  }
  const timely = isTimely(c, name);
  if (!timely.ok) {
    return timely;
  }
  if (!viewer.people.mayWrite(viewer.person)) {
    return refuse('guests-read-only');
  }
  const { ability } = ruleOf(name);
  if (ability === 'see' || isSupporter(c, viewer.person.id, viewer.people, viewer.today)) {
    return ok(null);
  }
  if (ability === 'support') {
    return refuse('support-only');
  }
  if (ability === 'answer' && isAskedForTimes(c, viewer.person.id)) {
    return ok(null);
  }
  if (ability === 'choose' && openTimePoll(c)?.by === viewer.person.id) {
    return ok(null);
  }
  if (!c.participants.includes(viewer.person.id)) {
    return refuse('join-first');
  }
  return ability === 'choose' && !isLeading(c, viewer) ? refuse('lead-only') : ok(null);
}

// A lead who has left the team keeps nobody waiting: the participants go on without.
function isLeading({ lead }: Case, { person, people }: Viewer): boolean {
  return person.id === lead || !people.members.some((member) => member.id === lead);
}
