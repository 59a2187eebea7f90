// Bulletins, questions and experiences on real storage whose clock travels, without Teams: people say and press, the
// postman works when the test says so, and every card that anybody sees is linted.
import { randomUUID } from 'node:crypto';
import { createBulletins, type BulletinsFeature } from '../../src/features/bulletins/index.ts';
import { createLibrary } from '../../src/features/library/index.ts';
import type { People } from '../../src/features/settings/index.ts';
import { createSupport } from '../../src/features/support/index.ts';
import { localDateOf, parseInstant } from '../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import type { CardMessage } from '../../src/platform/cards/card.ts';
import { createDeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import type { Delivery, DeliveryKind } from '../../src/platform/delivery/delivery.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../src/platform/delivery/postman.ts';
import { readWorkspaceDeliveries } from '../../src/platform/delivery/read-deliveries.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import type { Asking, CardAction, Command, Member } from '../../src/platform/teams/bot.ts';
import type { Destination, Messenger, SendOutcome } from '../../src/platform/teams/messenger.ts';
import {
  AINO,
  buttonOf,
  GENERAL,
  IN_PIRKANMAA,
  KAISA,
  MIKKO,
  peopleOf,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type Shown,
} from '../features/cases/case-world.ts';
import { openTestStore } from './azurite.ts';
import { lintCard } from './card-linter.ts';
import type { TravellingTables } from './time-travel.ts';

/** A message that Teams accepted: posted to `to`, or drawn anew in place of the message `at`. */
export type Said = {
  readonly id: string;
  readonly to: Destination | null;
  readonly at: string | null;
  readonly message: CardMessage;
};

export type PostWorld = {
  readonly store: Store;
  readonly bulletins: BulletinsFeature;
  readonly people: People;
  readonly said: Said[];
  /** Answers for the next messages; then all are accepted. */
  readonly answers: SendOutcome[];
  say(who: Member, command: string, rest?: string, about?: Partial<Asking>): Promise<Shown>;
  /** Presses a button of a card by its title, with what is filled in. */
  press(who: Member, card: Shown, title: string, typed?: Shown, about?: Partial<Asking>): Promise<Shown>;
  send(who: Member, verb: string, data: Shown, about?: Partial<Asking>): Promise<Shown>;
  travel(to: string): Promise<void>;
  /** The postman says what is due. */
  tick(): Promise<void>;
  deliveries(): Promise<readonly Delivery[]>;
};

type Feature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
};

/** A fresh world on Tuesday 24.11.2026 at 11.00; Aino is the advisor of Pirkanmaa and Kaisa the admin. */
export async function openPostWorld(tables: TravellingTables, about: Partial<People> = {}): Promise<PostWorld> {
  await tables.travel(TUESDAY);
  const { store, postmen } = await openTestStore({
    url: tables.url,
    clock: createStorageClock(() => tables.monotonicMs()),
  });
  const people = peopleOf([VEERA, MIKKO, AINO, KAISA], about);
  const hints = createHints(postmen, { pause: () => Promise.resolve(), random: () => 0.5 });
  const parts = {
    store,
    desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
    people: { load: () => Promise.resolve(people) },
    directory: {
      find: () =>
        Promise.resolve({
          tenantId: 'tenant',
          teamId: GENERAL,
          aadGroupId: null,
          name: null,
          serviceUrl: 'http://127.0.0.1',
          botTeamsId: '28:bot',
          generalChannelId: GENERAL,
          paused: null,
        }),
      isPaused: () => Promise.resolve(false),
    },
    newId: createIds(),
  };
  const bulletins = createBulletins({ ...parts, advisorLabel: 'järjestöasiantuntija' });
  const features: readonly Feature[] = [bulletins, createSupport(parts), createLibrary(parts)];
  const said: Said[] = [];
  const answers: SendOutcome[] = [];
  const kinds = features.flatMap((feature) => feature.deliveries);
  const postman = openPostman(tables, { store, postmen, kinds, messenger: recordingMessenger(said, answers) });
  let now: Instant = TUESDAY;
  const asking = (who: Member, over: Partial<Asking>): Asking => {
    const at = over.now ?? now;
    return { workspace: WORKSPACE, person: who, place: IN_PIRKANMAA, today: localDateOf(at), ...over, now: at };
  };
  const world: PostWorld = {
    store,
    bulletins,
    people,
    said,
    answers,
    async say(who, name, rest = '', over = {}) {
      const command = features.flatMap(({ commands }) => commands).find(({ names }) => names.includes(name));
      const reply = await known(command).run({ ...asking(who, over), rest, messageId: 'm' });
      expect(reply.summary).not.toBe('');
      return linted(reply.card);
    },
    press(who, card, title, typed = {}, over = {}) {
      const { verb, data } = buttonOf(card, title);
      return world.send(who, verb, { ...data, ...typed }, over);
    },
    async send(who, verb, data, over = {}) {
      const action = known(features.flatMap(({ actions }) => actions).find((each) => each.verb === verb));
      const { card } = await action.run({ ...asking(who, over), data: { verb, ...data }, cardActivityId: null });
      return linted(card);
    },
    async travel(to) {
      now = known(parseInstant(to));
      await tables.travel(now);
    },
    tick: () => postman.tick(),
    deliveries: async () => (await readWorkspaceDeliveries(store, WORKSPACE)).deliveries.map(({ record }) => record),
  };
  return world;
}

type PostmanParts = Pick<Parameters<typeof createPostman>[0], 'store' | 'postmen' | 'kinds' | 'messenger'>;

function openPostman(tables: TravellingTables, parts: PostmanParts): Postman {
  return createPostman({
    ...parts,
    // What others promise is not worded here.
    kinds: [...parts.kinds, silentKind('reminders/due')],
    owner: randomUUID(),
    monotonicMs: () => tables.monotonicMs(),
    pause: () => Promise.resolve(),
    random: () => 0.5,
    newId: randomUUID,
    log: () => undefined,
  });
}

function silentKind(kind: string): DeliveryKind {
  return {
    kind,
    word: () => Promise.resolve({ wording: { kind: 'obsolete' }, holds: [] }),
    fallback: () => Promise.resolve(null),
  };
}

function recordingMessenger(said: Said[], answers: SendOutcome[]): Messenger {
  const answer = (one: Omit<Said, 'id'>): Promise<SendOutcome> => {
    linted(one.message.card);
    const scripted = answers.shift();
    const id = `m${said.length + 1}`;
    if (scripted === undefined) {
      said.push({ ...one, id });
    }
    return Promise.resolve(scripted ?? { kind: 'sent', activityId: id });
  };
  return {
    post: (_workspace, to, message) => answer({ to, at: null, message }),
    update: (_workspace, { activityId }, message) => answer({ to: null, at: activityId, message }),
  };
}

function linted(card: Shown): Shown {
  expect(lintCard(card)).toEqual([]);
  return card;
}

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('what the test relies on is not there');
  }
  return value;
}

// Crockford's alphabet without letters suffices: the ids only have to be ULIDs and rise.
function createIds(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `01JD${String(next).padStart(22, '0')}`;
  };
}
