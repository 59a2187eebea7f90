// The meetings on real storage whose clock travels: people press and say, postmen send, and what was sent is kept.
import { randomUUID } from 'node:crypto';
import { createMeetings, type MeetingsFeature } from '../../../src/features/meetings/index.ts';
import { parseMeetingId, type MeetingId } from '../../../src/features/meetings/domain/ids.ts';
import type { Meeting } from '../../../src/features/meetings/domain/meeting.ts';
import type { Series } from '../../../src/features/meetings/domain/series.ts';
import { meetingsFi } from '../../../src/features/meetings/texts.fi.ts';
import type { MeetingDeps } from '../../../src/features/meetings/use-cases/deps.ts';
import { listMeetings, listSeries, loadMeeting } from '../../../src/features/meetings/use-cases/load.ts';
import { createOpenCases } from '../../../src/features/cases/open-cases.ts';
import type { OpenCase } from '../../../src/features/cases/index.ts';
import type { People } from '../../../src/features/settings/index.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import { findDifferences } from '../../../src/platform/delivery/find-differences.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../../src/platform/delivery/postman.ts';
import { readSubject } from '../../../src/platform/delivery/read-deliveries.ts';
import type { CardMessage } from '../../../src/platform/cards/card.ts';
import { NO_ONLINE_MEETINGS, type OnlineMeetings } from '../../../src/platform/graph/online-meetings.ts';
import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import type { Asking, Member } from '../../../src/platform/teams/bot.ts';
import type { Destination, Messenger, SendOutcome } from '../../../src/platform/teams/messenger.ts';
import { openTestStore } from '../../support/azurite.ts';
import { lintCard } from '../../support/card-linter.ts';
import type { TravellingTables } from '../../support/time-travel.ts';
import {
  AINO,
  buttonOf,
  GENERAL,
  IN_PIRKANMAA,
  KAISA,
  MIKKO,
  peopleOf,
  VEERA,
  WORKSPACE,
  type Shown,
} from '../cases/case-world.ts';

export type Said = {
  readonly to: Destination | null;
  /** The message that was redrawn; null for a new one. */
  readonly at: string | null;
  readonly message: CardMessage;
};

export type MeetingWorld = {
  readonly store: Store;
  readonly deps: MeetingDeps;
  readonly feature: MeetingsFeature;
  /** Everything that was sent, in order. */
  readonly said: Said[];
  /** Answers for the next messages; then all are accepted. */
  readonly answers: SendOutcome[];
  readonly postman: Postman;
  /** Another instance of the app on the same storage. */
  secondPostman(): Postman;
  travel(to: string): Promise<void>;
  /** Looks for what is due until nothing new is said. */
  deliver(): Promise<void>;
  press(who: Member, verb: string, data?: Shown, about?: Partial<Asking>): Promise<Shown>;
  say(who: Member, command: string, about?: Partial<Asking>): Promise<Shown>;
  /** Presses a button of a card, with what was filled in. */
  click(who: Member, card: Shown, title: string, values?: Shown, about?: Partial<Asking>): Promise<Shown>;
  series(): Promise<readonly Series[]>;
  meetings(): Promise<readonly Meeting[]>;
  meeting(id: string): Promise<Meeting>;
  /** `name state` of the deliveries of a subject, the reminders left out. */
  promises(subject: string): Promise<readonly string[]>;
  /** Fails when the due index and the rows differ. */
  expectNoDifferences(): Promise<void>;
};

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) {
    throw new Error(`no instant: ${text}`);
  }
  return parsed;
}

/** Tuesday 1.12.2026 at 10.00 in Helsinki. */
export const START = '2026-12-01T08:00:00.000Z';

/** What the form of a monthly series asks, filled in the usual way: the second Tuesday at 17. */
export const MONTHLY = {
  counties: '08',
  every: '1',
  nth: '2',
  weekday: '2',
  time: '17.00',
  minutes: '90',
  from: '1.1.2027',
  until: '',
  format: 'online',
  place: '',
  link: 'https://teams.example/tuki',
  organiser: AINO.id,
  title: '',
} as const;

/** What the form of an event asks, filled in. */
export const TRAINING = {
  kind: 'training',
  title: 'Vaikuttamisen perusteet',
  counties: '',
  date: '12.1.2027',
  time: '18',
  minutes: '120',
  format: 'both',
  place: 'Pääkirjasto',
  link: 'https://teams.example/koulutus',
  theme: 'advocacy',
  description: 'Opimme, miten kunta päättää.',
  materials: 'https://materiaalit.example/1',
} as const;

type WorldParts = {
  readonly tables: TravellingTables;
  readonly now?: string;
  readonly online?: OnlineMeetings;
  readonly people?: Partial<People>;
  readonly cases?: readonly OpenCase[];
  /** Put between the feature and its storage. */
  readonly wrap?: (store: Store) => Store;
};

const MEMBERS = [VEERA, MIKKO, AINO, KAISA];

// Crockford's alphabet without letters suffices: the ids only have to be ULIDs and rise.
function createIds(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `01JD${String(next).padStart(22, '0')}`;
  };
}

export async function openMeetingWorld(parts: WorldParts): Promise<MeetingWorld> {
  const { tables } = parts;
  await tables.travel(instant(parts.now ?? START));
  const clock = createStorageClock(() => tables.monotonicMs());
  const { store: real, postmen } = await openTestStore({ url: tables.url, clock });
  const store = parts.wrap?.(real) ?? real;
  const pause = (): Promise<void> => Promise.resolve();
  const hints = createHints(postmen, { pause, random: () => 0.5 });
  const deps: MeetingDeps = {
    store,
    desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
    people: { load: () => Promise.resolve(peopleOf(MEMBERS, parts.people)) },
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
    roster: { channel: () => Promise.resolve([VEERA, AINO]) },
    cases: parts.cases === undefined ? createOpenCases(store) : { openCases: () => Promise.resolve(parts.cases ?? []) },
    online: parts.online ?? NO_ONLINE_MEETINGS,
    newId: createIds(),
    t: meetingsFi,
  };
  const feature = createMeetings(deps);
  const said: Said[] = [];
  const answers: SendOutcome[] = [];
  const answer = (one: Said): Promise<SendOutcome> => {
    const scripted = answers.shift();
    if (scripted === undefined) {
      expect(lintCard(one.message.card)).toEqual([]);
      said.push(one);
    }
    return Promise.resolve(scripted ?? { kind: 'sent', activityId: `m${said.length}` });
  };
  const messenger: Messenger = {
    post: (_workspace, to, message) => answer({ to, at: null, message }),
    update: (_workspace, { activityId }, message) => answer({ to: null, at: activityId, message }),
  };
  const openPostman = (): Postman =>
    createPostman({
      store,
      postmen,
      messenger,
      kinds: [...feature.deliveries, SILENT_REMINDERS],
      owner: randomUUID(),
      monotonicMs: () => tables.monotonicMs(),
      pause,
      random: () => 0.5,
      newId: randomUUID,
      log: () => undefined,
    });
  const postman = openPostman();
  const asking = async (who: Member, over: Partial<Asking>): Promise<Asking> => {
    const now = over.now ?? (await real.now());
    return { workspace: WORKSPACE, person: who, place: IN_PIRKANMAA, today: localDateOf(now), ...over, now };
  };
  const world: MeetingWorld = {
    store: real,
    deps,
    feature,
    said,
    answers,
    postman,
    secondPostman: openPostman,
    travel: (to) => tables.travel(instant(to)),
    async deliver() {
      for (let before = -1; before !== said.length;) {
        before = said.length;
        // One look after the other, as a running postman does.
        // oxlint-disable-next-line no-await-in-loop
        await postman.tick();
        // oxlint-disable-next-line no-await-in-loop
        await tables.pass(61_000);
        // oxlint-disable-next-line no-await-in-loop
        await postman.tick();
      }
    },
    async press(who, verb, data = {}, over = {}) {
      const action = feature.actions.find((each) => each.verb === verb);
      if (action === undefined) {
        throw new Error(`no action ${verb}`);
      }
      const request = { ...(await asking(who, over)), data: { verb, ...data }, cardActivityId: 'm1' };
      const { card } = await action.run(request);
      expect(lintCard(card)).toEqual([]);
      return card;
    },
    async say(who, command, over = {}) {
      const found = feature.commands.find((each) => each.names.includes(command));
      if (found === undefined) {
        throw new Error(`no command ${command}`);
      }
      const { card } = await found.run({ ...(await asking(who, over)), rest: '', messageId: 'm' });
      expect(lintCard(card)).toEqual([]);
      return card;
    },
    click(who, card, title, values = {}, over = {}) {
      const { verb, data } = buttonOf(card, title);
      return world.press(who, verb, { ...data, ...values }, over);
    },
    series: () => listSeries(real, WORKSPACE),
    meetings: () => listMeetings(real, WORKSPACE),
    async meeting(id) {
      const loaded = await loadMeeting(real, WORKSPACE, parseMeetingId(id) ?? ('' as MeetingId));
      if (loaded === null) {
        throw new Error(`no meeting ${id}`);
      }
      return loaded.meeting.value;
    },
    async promises(subject) {
      const { deliveries } = await readSubject(real, WORKSPACE, subject);
      return deliveries
        .filter(({ record }) => !record.name.startsWith('remind-'))
        .map(({ record }) => `${record.name} ${record.state}`);
    },
    async expectNoDifferences() {
      expect(await findDifferences(real, WORKSPACE)).toEqual([]);
    },
  };
  return world;
}

// The reminders are another feature's, with tests of its own.
const SILENT_REMINDERS = {
  kind: 'reminders/due',
  word: () => Promise.resolve({ wording: { kind: 'obsolete' as const }, holds: [] }),
  fallback: () => Promise.resolve(null),
};

/** Makes a series as Aino, the advisor of Pirkanmaa; gives the card that answers. */
export async function makeSeries(world: MeetingWorld, over: Shown = {}, who: Member = AINO): Promise<Shown> {
  const list = await world.say(who, 'tukitapaaminen');
  const form = await world.click(who, list, 'Uusi tukitapaamisten sarja');
  return await world.click(who, form, 'Tallenna', { ...MONTHLY, ...over });
}

/** Makes an event as Aino; gives the card that answers. */
export async function makeEvent(world: MeetingWorld, over: Shown = {}, who: Member = AINO): Promise<Shown> {
  const list = await world.say(who, 'tapahtuma');
  const form = await world.click(who, list, 'Uusi tapahtuma');
  return await world.click(who, form, 'Tallenna', { ...TRAINING, ...over });
}

/** The only one there is. */
export function only<Value>(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined || others.length > 0) {
    throw new Error(`not one but ${values.length}`);
  }
  return first;
}
