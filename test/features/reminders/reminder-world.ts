// The reminders on a storage whose clock travels, with things to remember that a test makes up.
import { randomUUID } from 'node:crypto';
import {
  createReminders,
  remindersOf,
  type Digest,
  type Reminded,
  type RemindersFeature,
} from '../../../src/features/reminders/index.ts';
import type { ReminderSource } from '../../../src/features/reminders/index.ts';
import { parseLocalDate } from '../../../src/kernel/dates.ts';
import { localDateOf } from '../../../src/kernel/helsinki-time.ts';
import { parsePersonId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Instant, LocalDate } from '../../../src/kernel/instants.ts';
import type { Delivery } from '../../../src/platform/delivery/delivery.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../../src/platform/delivery/postman.ts';
import { readWorkspaceDeliveries } from '../../../src/platform/delivery/read-deliveries.ts';
import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import type { CardMessage } from '../../../src/platform/cards/card.ts';
import type { Place } from '../../../src/platform/teams/bot.ts';
import type { Destination, Messenger, SendOutcome } from '../../../src/platform/teams/messenger.ts';
import { openTestStore } from '../../support/azurite.ts';
import { channel, instant, WORKSPACE } from '../../support/delivery-world.ts';
import { lintCard } from '../../support/card-linter.ts';
import type { TravellingTables } from '../../support/time-travel.ts';
import { peopleOf, type Shown } from '../cases/case-world.ts';

export const GENERAL = channel('19:general');
export const PLACES = channel('19:places');

export const thread = (rootId: string): Destination => ({ kind: 'thread', channelId: PLACES, rootId });

export function person(id: string): PersonId {
  return given(parsePersonId(id));
}

export function day(text: string): LocalDate {
  return given(parseLocalDate(text));
}

export const ANNA = person('anna');
export const BEN = person('ben');
/** The advisor of everything that a test makes up. */
export const CARA = person('cara');

type Thing = Partial<Reminded> & { readonly date: string; readonly isGone?: boolean };

export type Said = { readonly to: Destination; readonly message: CardMessage };

export type ReminderWorld = {
  readonly store: Store;
  readonly feature: RemindersFeature;
  readonly postman: Postman;
  readonly said: Said[];
  /** How a destination answers, by its `whereOf`; everything else accepts. */
  readonly answers: Map<string, SendOutcome>;
  /** What is to remember now, by `subject.item`. */
  readonly things: Map<string, Thing>;
  readonly moved: string[];
  members: readonly PersonId[];
  digest: Digest;
  channels: readonly Destination[];
  paused: 'team' | 'channel' | null;
  /** Makes something up, promised by `by` at `at`. */
  promise(subject: string, thing: Thing, about?: { readonly by?: PersonId; readonly at?: Instant }): Promise<void>;
  /** Makes something up whose lead time of a week comes due only now, as after an outage. */
  dueNow(subject: string, thing: Thing): Promise<void>;
  /** From now on it is this moment, and everything due is said; gives what was. */
  at(text: string): Promise<readonly Said[]>;
  press(who: PersonId, verb: string, data: Shown, place?: Place): Promise<Shown>;
  deliveries(): Promise<readonly Delivery[]>;
};

/** A fresh world on Tuesday 1.12.2026 at 10.00. */
export async function openReminderWorld(tables: TravellingTables): Promise<ReminderWorld> {
  await tables.travel(instant('2026-12-01T08:00:00.000Z'));
  const { store, postmen } = await openTestStore({
    url: tables.url,
    clock: createStorageClock(() => tables.monotonicMs()),
  });
  const pause = (): Promise<void> => Promise.resolve();
  const random = (): number => 0.5;
  const said: Said[] = [];
  const answers = new Map<string, SendOutcome>();
  const messenger: Messenger = {
    prepare: () => Promise.resolve(null),
    post(_workspace, to, message) {
      const answer = answers.get(whereOf(to));
      if (answer === undefined) {
        said.push({ to, message });
        expect(lintCard(message.card)).toEqual([]);
      }
      return Promise.resolve(answer ?? { kind: 'sent', activityId: `m${said.length}` });
    },
    update: () => Promise.resolve({ kind: 'notSent' }),
  };
  const desk = createDeliveryDesk({ store, hints: createHints(postmen, { pause, random }), nudge: () => undefined });
  const feature = createReminders({
    store,
    desk,
    newId: randomUUID,
    people: { load: () => Promise.resolve(peopleNow()) },
    directory: {
      find: () =>
        Promise.resolve({
          tenantId: 'tenant-a',
          teamId: GENERAL,
          aadGroupId: null,
          name: null,
          serviceUrl: 'http://127.0.0.1',
          botTeamsId: '28:bot',
          generalChannelId: GENERAL,
          paused: null,
        }),
      isPaused: (_workspace, of) =>
        Promise.resolve(world.paused === 'team' || (world.paused === 'channel' && of !== undefined)),
    },
    sources: [sourceOf(() => world)],
  });
  const peopleNow = () =>
    peopleOf(world.members.map((id) => ({ id, teamsId: `29:${id}`, name: `Esimerkki ${id}`, isGuest: false })));
  const world: ReminderWorld = {
    store,
    feature,
    said,
    answers,
    things: new Map(),
    moved: [],
    members: [ANNA, BEN, CARA],
    digest: { thisWeek: [], late: [], withoutNextStep: [] },
    channels: [],
    paused: null,
    postman: createPostman({
      store,
      postmen,
      messenger,
      kinds: feature.deliveries,
      owner: randomUUID(),
      monotonicMs: () => tables.monotonicMs(),
      pause,
      random,
      newId: randomUUID,
      log: () => undefined,
    }),
    async promise(subject, thing, { by = CARA, at = instant('2026-11-01T08:00:00.000Z') } = {}) {
      world.things.set(subject, thing);
      const wanted = remindersOf({
        source: 'things',
        subject,
        item: 'it',
        date: day(thing.date),
        time: null,
        late: true,
        by,
        at,
      });
      const outcome = await desk.commit(WORKSPACE, { writes: [], reconcile: { subject, kindsOf: 'remind-', wanted } });
      expect(outcome).toBe('committed');
    },
    async dueNow(subject, thing) {
      world.things.set(subject, thing);
      const at = instant('2026-11-01T08:00:00.000Z');
      const facts = { source: 'things', subject, item: 'it', time: null, late: true, by: CARA, at };
      const week = remindersOf({ ...facts, date: day(thing.date) }).filter(({ payload }) => payload['lead'] === '7');
      const send = week.map((draft) => ({ ...draft, due: 'now' as const }));
      expect(await desk.commit(WORKSPACE, { writes: [], send })).toBe('committed');
    },
    async at(text) {
      await tables.travel(instant(text));
      const before = said.length;
      await world.postman.tick();
      return said.slice(before);
    },
    async press(who, verb, data, place = { kind: 'personal' }) {
      const action = given(feature.actions.find((each) => each.verb === verb));
      const now = await store.now();
      const member = { id: who, teamsId: `29:${who}`, name: who, isGuest: false };
      const asking = { workspace: WORKSPACE, person: member, place, now, today: localDateOf(now) };
      const { card } = await action.run({ ...asking, data: { verb, ...data }, cardActivityId: null });
      expect(lintCard(card)).toEqual([]);
      return card;
    },
    deliveries: async () => (await readWorkspaceDeliveries(store, WORKSPACE)).deliveries.map(({ record }) => record),
  };
  return world;
}

/** A destination as one word: `thread-1`, `19:places` or a person's id. */
export function whereOf(to: Destination): string {
  return to.kind === 'thread' ? to.rootId : to.kind === 'channel' ? to.channelId : to.person;
}

function sourceOf(world: () => ReminderWorld): ReminderSource {
  return {
    source: 'things',
    find(_workspace, about, { today }) {
      const thing = world().things.get(about.subject);
      const isDue = about.when === 'before' || about.itemDate < today;
      return Promise.resolve(
        thing === undefined || thing.isGone === true || thing.date !== about.itemDate || !isDue
          ? null
          : remindedOf(about.subject, thing),
      );
    },
    digest: () => Promise.resolve(world().digest),
    channels: () => Promise.resolve(world().channels),
    move(_request, about, to) {
      const thing = given(world().things.get(about.subject));
      world().things.set(about.subject, { ...thing, date: to });
      world().moved.push(to);
      return Promise.resolve({ ok: true, said: 'Päivä on siirretty.' });
    },
    movedTo(_workspace, subject, { rootId }) {
      world().moved.push(`${subject} ${rootId}`);
      return Promise.resolve([]);
    },
  };
}

function remindedOf(subject: string, { date, isGone: _isGone, ...over }: Thing): Reminded {
  return {
    title: 'Asia lähestyy',
    about: `Asia ${subject}`,
    what: `Tehtävä ${subject}`,
    when: `päivänä ${date}`,
    where: null,
    next: 'Tee se.',
    late: null,
    buttons: [],
    look: { label: 'Näytä asia', verb: 'things/show', data: { subject }, look: 'plain', sendsInputs: false },
    people: [ANNA],
    advisor: CARA,
    thread: thread(`thread-${subject}`),
    help: 'Tarvitsetko apua? Kysy tiimin kanavalla.',
    ...over,
  };
}

function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('the test gives a value that is not there');
  }
  return value;
}
