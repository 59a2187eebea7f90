// Everything that delivers, on a storage whose time can be set: several postmen, a desk, and a Teams that fails on cue.
import { randomUUID } from 'node:crypto';
import {
  type ChannelId,
  parseChannelId,
  parsePersonId,
  workspaceKey,
  type WorkspaceKey,
} from '../../src/kernel/ids.ts';
import { parseInstant } from '../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import { parseLocalDate, parseLocalTime } from '../../src/kernel/dates.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { Delivery, DeliveryDraft, DeliveryKind, Due } from '../../src/platform/delivery/delivery.ts';
import { createDeliveryDesk, type DeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../src/platform/delivery/postman.ts';
import type { PostmanDeps } from '../../src/platform/delivery/postman-deps.ts';
import { readSubject } from '../../src/platform/delivery/read-deliveries.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import type { Destination } from '../../src/platform/teams/messenger.ts';
import { openTestStore, type TestStore } from './azurite.ts';
import { createTestMessenger, type TestMessenger } from './test-messenger.ts';
import type { TravellingTables } from './time-travel.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A fixed moment for tests: Tuesday 1.12.2026, 10.00 in Helsinki. */
export const REFERENCE = instant('2026-12-01T08:00:00.000Z');

export const WORKSPACE = workspace('tenant-a', '19:team-a');

export function instant(text: string): Instant {
  return given(parseInstant(text));
}

export function workspace(tenant: string, team: string): WorkspaceKey {
  return given(workspaceKey(tenant, team));
}

export function channel(id: string): ChannelId {
  return given(parseChannelId(id));
}

/** A wall-clock moment in Helsinki, `2026-12-02 09:00`. */
export function at(text: string): Due {
  const [date, time] = text.split(' ');
  return { date: given(parseLocalDate(date)), time: given(parseLocalTime(time)) };
}

/** A promise about the case `case-1`; its payload's `root` names the thread, see test-messenger.ts. */
export function buildDraft(about: Partial<DeliveryDraft> = {}): DeliveryDraft {
  return {
    subject: 'case-1',
    name: 'remind-a',
    kind: 'note',
    due: at('2026-12-02 09:00'),
    expires: instant('2026-12-31T22:00:00.000Z'),
    bundle: 'case-1',
    hours: 'workingDays',
    payload: { root: 'thread-1' },
    ...about,
  };
}

/** A feature that words notes: what it says is which promises it speaks for. */
type NoteKind = DeliveryKind & {
  readonly obsolete: Set<string>;
  readonly fallbacks: Map<string, Destination>;
  /** What the promise of a name becomes instead of being said. */
  readonly handsOn: Map<string, readonly DeliveryDraft[]>;
  paused: boolean;
  broken: boolean;
};

export type World = TestStore & {
  readonly teams: TestMessenger;
  readonly notes: NoteKind;
  readonly desk: DeliveryDesk;
  readonly logged: string[];
  /** A postman of another process; what it stands on can be replaced. */
  postman(about?: Partial<PostmanDeps>): Postman;
  promise(...wanted: DeliveryDraft[]): Promise<void>;
  send(...drafts: DeliveryDraft[]): Promise<void>;
  /** `name generation state` of all deliveries of a subject, in order. */
  states(subject?: string): Promise<readonly string[]>;
  records(subject?: string): Promise<readonly Delivery[]>;
  events(): Promise<readonly string[]>;
};

/** A fresh world at REFERENCE. */
export async function buildWorld(tables: TravellingTables): Promise<World> {
  await tables.travel(REFERENCE);
  const clock = createStorageClock(() => tables.monotonicMs());
  const opened = await openTestStore({ url: tables.url, clock });
  const { store, postmen } = opened;
  const pause = (): Promise<void> => Promise.resolve();
  const random = (): number => 0.5;
  const teams = createTestMessenger();
  const notes = createNotes();
  const logged: string[] = [];
  const desk = createDeliveryDesk({ store, hints: createHints(postmen, { pause, random }), nudge: () => undefined });
  const shared = { store, postmen, messenger: teams, kinds: [notes], newId: randomUUID, pause, random };
  const committed = async (outcome: Promise<string>): Promise<void> => {
    expect(await outcome).toBe('committed');
  };
  const read = (subject: string) => readSubject(store, WORKSPACE, subject);
  return {
    ...opened,
    teams,
    notes,
    desk,
    logged,
    postman: (about = {}) =>
      createPostman({
        ...shared,
        owner: randomUUID(),
        monotonicMs: () => tables.monotonicMs(),
        log: (code) => logged.push(code),
        ...about,
      }),
    promise: (...wanted) =>
      committed(desk.commit(WORKSPACE, { writes: [], reconcile: { subject: 'case-1', kindsOf: 'remind-', wanted } })),
    send: (...drafts) => committed(desk.commit(WORKSPACE, { writes: [], send: drafts })),
    async states(subject = 'case-1') {
      const { deliveries } = await read(subject);
      return deliveries.map(({ record }) => `${record.name} ${record.generation} ${record.state}`);
    },
    async records(subject = 'case-1') {
      const { deliveries } = await read(subject);
      return deliveries.map(({ record }) => record);
    },
    async events() {
      const rows = await store.range(WORKSPACE, { from: 'event|', before: 'event}' });
      return rows.map((row) => String(row.cells['what'])).toSorted((a, b) => (a < b ? -1 : 1));
    },
  };
}

/** The due index and the deliveries agree. */
export async function expectNoDifferences(store: Store, of: WorkspaceKey = WORKSPACE): Promise<void> {
  expect(await findDifferences(store, of)).toEqual([]);
}

function createNotes(): NoteKind {
  const notes: NoteKind = {
    kind: 'note',
    obsolete: new Set(),
    fallbacks: new Map(),
    handsOn: new Map(),
    paused: false,
    broken: false,
    word(_workspace, deliveries) {
      if (notes.broken) {
        return Promise.reject(new Error('people’s words must not be logged'));
      }
      const holds = deliveries.map(({ name }) => name).filter((name) => !notes.obsolete.has(name));
      const { channelId = '19:general', root = '', update, person } = deliveries[0]?.payload ?? {};
      const place = { channelId: channel(channelId), rootId: root };
      // The fake looks only at the summary.
      const message = { card: {} as Card, summary: holds.join(' + '), mentions: [] };
      const drafts = holds.flatMap((name) => notes.handsOn.get(name) ?? []);
      if (drafts.length > 0) {
        return Promise.resolve({ wording: { kind: 'handOn', drafts }, holds });
      }
      if (notes.paused) {
        return Promise.resolve({ wording: { kind: 'paused' }, holds });
      }
      const whom = parsePersonId(person);
      if (whom !== null) {
        return Promise.resolve({ holds, wording: { kind: 'post', to: { kind: 'person', person: whom }, message } });
      }
      return Promise.resolve({
        holds,
        wording:
          update === undefined
            ? { kind: 'post', to: { kind: 'thread', ...place }, message }
            : { kind: 'update', at: { ...place, activityId: update }, message },
      });
    },
    fallback: (_workspace, _deliveries, refused) => Promise.resolve(notes.fallbacks.get(keyOf(refused)) ?? null),
  };
  return notes;
}

function keyOf(place: Destination): string {
  return place.kind === 'thread' ? place.rootId : place.kind === 'channel' ? place.channelId : place.person;
}

function given<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('the test gives a value that does not parse');
  }
  return value;
}
