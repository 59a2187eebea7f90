// What one person is told on one morning (B-15 to B-17): all of it in one message, worded from how things are now.
import { msBetween } from '../../../kernel/helsinki-time.ts';
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { DeliveryDraft, DeliveryKind, Wording } from '../../../platform/delivery/delivery.ts';
import { isSamePlace } from '../../../platform/delivery/next-state.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import { drawLetter } from '../cards/letter-card.ts';
import type { RemindersDeps } from '../deps.ts';
import { DEFAULTS, nextOwnMoment, nextWorkingDay, type Preferences } from '../domain/preferences.ts';
import { LATER_NAME, LETTER_KIND, readLetter, redraft, type LetterPlace } from '../promises.ts';
import { readPreferences, readTold } from '../rows.ts';
import { fallbackOfLetter, recordLetter } from './record-letter.ts';
import {
  eachOnce,
  isStillTheirs,
  namesOf,
  placeWithout,
  readStanding,
  type Moment,
  type Standing,
} from './standing.ts';
import { toTogether } from './together.ts';

type Worded = Awaited<ReturnType<DeliveryKind['word']>>;

/** A message in the making; `standing` is never empty. */
type Scene = Moment & {
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
  readonly place: LetterPlace;
  readonly preferences: Preferences;
  readonly first: Standing;
  readonly standing: readonly Standing[];
};

const NOTHING: Worded = { wording: { kind: 'obsolete' }, holds: [] };
const PAUSED: Worded = { wording: { kind: 'paused' }, holds: [] };

/** The kind of delivery that a person reads. */
export function createLetterKind(deps: RemindersDeps): DeliveryKind {
  return {
    kind: LETTER_KIND,
    word: (workspace, deliveries, now) => word(deps, workspace, deliveries, now),
    recordSent: (workspace, deliveries, sent) => recordLetter(deps, workspace, deliveries, sent),
    fallback: (workspace, deliveries, refused) => fallbackOfLetter(deps, workspace, deliveries, refused),
  };
}

async function word(deps: RemindersDeps, ...about: Parameters<DeliveryKind['word']>): Promise<Worded> {
  const [workspace, deliveries, now] = about;
  const letter = deliveries.map(readLetter).find((each) => each !== null);
  if (letter === undefined) {
    return NOTHING;
  }
  if (await deps.directory.isPaused(workspace)) {
    return PAUSED;
  }
  const { person, place } = letter;
  const { standing: all, moment } = await readStanding(deps, workspace, deliveries, now);
  const preferences = (await readPreferences(deps.store, workspace, person)).preferences ?? DEFAULTS;
  const standing = preferences.on ? all.filter(isStillTheirs) : [];
  const [first] = standing;
  if (first === undefined) {
    return preferences.on ? toOthers(all) : NOTHING;
  }
  const scene = { ...moment, workspace, person, place, preferences, first, standing };
  return (await notNow(deps, scene)) ?? (await say(deps, scene));
}

/** Whoever it was for has left or handed it over: those whom it concerns now are told instead. */
function toOthers(all: readonly Standing[]): Worded {
  const drafts = all
    .filter(({ letter }) => letter.about.when === 'before')
    .flatMap(({ delivery, letter, reminded }) =>
      reminded.people.map((person) => redraft(delivery, { ...letter, person })),
    );
  return drafts.length === 0 ? NOTHING : { wording: { kind: 'handOn', drafts }, holds: namesOf(all) };
}

/** The person's own hours, and one message a day unless something is at hand. Null: it may be said now. */
async function notNow(deps: RemindersDeps, scene: Scene): Promise<Worded | null> {
  const { preferences, now, today, workspace, person, place, standing } = scene;
  const allowed = nextOwnMoment(preferences, now);
  if (allowed > now && place !== 'advisor') {
    return { wording: { kind: 'later', ms: msBetween(now, allowed) }, holds: [] };
  }
  const tomorrow = nextWorkingDay(today);
  const isAtHand = standing.some(({ letter, delivery }) => {
    const { itemDate, when } = letter.about;
    // What they have asked for themselves comes when they have asked for it.
    return delivery.name === LATER_NAME || (when === 'before' && itemDate <= tomorrow);
  });
  if (place !== 'own' || isAtHand || (await readTold(deps.store, workspace, person)).on !== today) {
    return null;
  }
  const due = { date: tomorrow, time: preferences.from };
  const drafts = standing.map(({ delivery, letter }) => redraft(delivery, letter, { due }));
  return { wording: { kind: 'handOn', drafts }, holds: namesOf(standing) };
}

async function say(deps: RemindersDeps, scene: Scene): Promise<Worded> {
  const { workspace, person, standing, people } = scene;
  const wanted = wantedPlace(scene);
  if (wanted === null) {
    return NOTHING;
  }
  const moved = standing.map(({ delivery }) => delivery.instead).find((each) => each !== null);
  const to = moved !== undefined && isSamePlace(moved.of, wanted) ? moved.to : wanted;
  if (wanted.kind === 'person' && to !== wanted && !isOnePlace(standing.map(placeWithout))) {
    return { wording: { kind: 'handOn', drafts: standing.flatMap(apart) }, holds: namesOf(standing) };
  }
  if (to.kind !== 'person' && (await deps.directory.isPaused(workspace, to.channelId))) {
    return PAUSED;
  }
  const together =
    moved === undefined && to.kind !== 'person' && scene.place !== 'advisor' ? toTogether(standing) : null;
  if (together !== null) {
    return { wording: { kind: 'handOn', drafts: together }, holds: namesOf(standing) };
  }
  const mention = to.kind === 'person' ? null : people.mentionOf(person);
  const message = drawLetter(deps.t, {
    standing: eachOnce(standing),
    today: scene.today,
    now: scene.now,
    mentions: mention === null ? [] : [mention],
    insteadOf: to.kind === 'person' && to.person !== person ? people.nameOf(person) : null,
  });
  const wording: Wording = { kind: 'post', to: wanted, message };
  return { wording, holds: namesOf(standing) };
}

/** The one thread of all of it, unless the person reads in private or it comes from several places. */
function wantedPlace({ person, place, preferences, first, standing }: Scene): Destination | null {
  const { thread, advisor } = first.reminded;
  if (place === 'advisor') {
    return advisor === null ? null : { kind: 'person', person: advisor };
  }
  if (place === 'thread') {
    return thread;
  }
  const isOpenly = preferences.where === 'thread' && isOnePlace(standing.map(({ reminded }) => reminded.thread));
  return isOpenly && thread !== null ? thread : { kind: 'person', person };
}

function isOnePlace(places: readonly (Destination | null)[]): boolean {
  const [first = null, ...others] = places;
  return others.every((place) => (place === null || first === null ? place === first : isSamePlace(place, first)));
}

/** A letter of several places whose person cannot be reached: each goes where its own thing is at home. */
function apart(standing: Standing): readonly DeliveryDraft[] {
  const { delivery, letter } = standing;
  const to = placeWithout(standing);
  const place = to?.kind === 'person' ? 'advisor' : 'thread';
  return to === null ? [] : [redraft(delivery, { ...letter, place })];
}
