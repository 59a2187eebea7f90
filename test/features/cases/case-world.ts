// The cases feature on real storage, without Teams: people press and say, and the answer is the card they would see.
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createCases, type CasesFeature } from '../../../src/features/cases/index.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import type { CaseDeps } from '../../../src/features/cases/use-cases/deps.ts';
import { findCaseId, loadCase } from '../../../src/features/cases/use-cases/load-case.ts';
import { followAssociations } from '../../../src/features/organisations/associations.ts';
import { followSummaries } from '../../../src/features/cases/use-cases/followed-summaries.ts';
import { casesFi } from '../../../src/features/cases/texts.fi.ts';
import { createReminders, type RemindersFeature } from '../../../src/features/reminders/index.ts';
import type { People } from '../../../src/features/settings/index.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { parseChannelId, parsePersonId, workspaceKey, type ChannelId, type PersonId } from '../../../src/kernel/ids.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { CountyCode } from '../../../src/kernel/regions/regions.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import { watchedStore } from '../../../src/platform/storage/watched-store.ts';
import { createWorkspaceQueue } from '../../../src/platform/storage/workspace-queue.ts';
import type { Asking, Member, Place } from '../../../src/platform/teams/bot.ts';
import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';
import { openTestStore } from '../../support/azurite.ts';
import type { TravellingTables } from '../../support/time-travel.ts';

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

const person = (id: string, name: string, isGuest = false): Member => ({
  id: known(parsePersonId(id)),
  teamsId: `29:${id}`,
  name,
  isGuest,
});

export const VEERA = person('veera', 'Veera Virtanen', true);
export const MIKKO = person('mikko', 'Mikko Mallinen', true);
/** Advisor of Pirkanmaa. */
export const AINO = person('aino', 'Aino Esimerkki');
export const KAISA = person('kaisa', 'Kaisa Korhonen');
const MEMBERS = [VEERA, MIKKO, AINO, KAISA];

export const WORKSPACE = known(workspaceKey('tenant', '19:general@thread.tacv2'));
export const GENERAL: ChannelId = known(parseChannelId('19:general@thread.tacv2'));
export const PIRKANMAA: ChannelId = known(parseChannelId('19:pirkanmaa@thread.tacv2'));
export const RESTRICTED: ChannelId = known(parseChannelId('19:restricted@thread.tacv2'));

/** Tuesday 24.11.2026 at 11.00 in Helsinki. */
export const TUESDAY: Instant = known(parseInstant('2026-11-24T09:00:00.000Z'));

export const IN_PIRKANMAA: Place = {
  kind: 'channel',
  channelId: PIRKANMAA,
  channelName: 'Pirkanmaa',
  access: 'team',
  rootId: '1600000000001',
};

export const IN_RESTRICTED: Place = {
  ...IN_PIRKANMAA,
  channelId: RESTRICTED,
  channelName: 'Rajattu',
  access: 'restricted',
};

export type Shown = Readonly<Record<string, unknown>>;

export type CaseWorld = {
  readonly store: Store;
  readonly postmen: Store;
  readonly deps: CaseDeps;
  readonly feature: CasesFeature;
  readonly reminders: RemindersFeature;
  /** A press of a card; `where` and `now` unless named are Pirkanmaa's channel on that Tuesday. */
  press(who: Member, verb: string, data?: Shown, about?: Partial<Asking>): Promise<Shown>;
  say(who: Member, command: string, rest?: string, about?: Partial<Asking>): Promise<Shown>;
  /** The case of a number as it is stored. */
  read(number: string): Promise<Case>;
};

export function peopleOf(members: readonly Member[], about: Partial<People> = {}): People {
  const find = (id: PersonId): Member | undefined => members.find((member) => member.id === id);
  const isAdvisorOf = (id: PersonId, county: CountyCode): boolean => id === AINO.id && county === '08';
  return {
    members,
    nameOf: (id) => find(id)?.name ?? 'entinen jäsen',
    mentionOf: (id) => {
      const member = find(id);
      return member === undefined ? null : { teamsId: member.teamsId, name: member.name };
    },
    isAdmin: (id) => id === KAISA.id,
    isAdvisorOf,
    supporterOf: (county) => (county === '08' ? AINO.id : KAISA.id),
    advisorsOf: (county) => (county === '08' ? [{ person: AINO.id, away: null }] : []),
    links: { legalAdvice: null, model: null, privacy: null },
    mayWrite: () => true,
    ...about,
  };
}

/** A fresh world. `wrap` may put something between the feature and its storage; `people` changes who is who. */
export async function openCaseWorld(
  about: {
    readonly wrap?: (store: Store) => Store;
    readonly people?: Partial<People>;
    /** A storage whose clock the test sets; without one it is always that Tuesday. */
    readonly tables?: TravellingTables;
  } = {},
): Promise<CaseWorld> {
  const { tables } = about;
  const { store: azurite, postmen } = await openTestStore(
    tables === undefined ? {} : { url: tables.url, clock: createStorageClock(() => tables.monotonicMs()) },
  );
  // The desk asks the storage what time it is.
  const real: Store = tables === undefined ? { ...azurite, now: () => Promise.resolve(TUESDAY) } : azurite;
  const store = watchedStore(about.wrap?.(real) ?? real);
  const hints = createHints(postmen, {
    pause: async (ms) => {
      await pause(ms);
    },
    random: () => randomInt(1_000) / 1_000,
  });
  const monotonicMs = (): number => tables?.monotonicMs() ?? performance.now();
  const deps: CaseDeps = {
    store,
    summaries: followSummaries(store, monotonicMs),
    desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
    people: { load: () => Promise.resolve(peopleOf(MEMBERS, about.people)) },
    roster: {
      channel: (_workspace, channelId) => Promise.resolve(channelId === RESTRICTED ? [VEERA, KAISA] : MEMBERS),
    },
    queue: createWorkspaceQueue(),
    associations: followAssociations(store, monotonicMs),
    newId: createIds(),
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
    t: casesFi,
    page: () => null,
  };
  const feature = createCases({ ...deps, monotonicMs });
  const { desk, people, directory, newId } = deps;
  const reminders = createReminders({ store, desk, people, directory, newId, sources: [feature.reminders] });
  const actions = [...feature.actions, ...reminders.actions];
  const asking = (who: Member, over: Partial<Asking> = {}): Asking => {
    const now = over.now ?? TUESDAY;
    return { workspace: WORKSPACE, person: who, place: IN_PIRKANMAA, today: localDateOf(now), ...over, now };
  };
  return {
    store: real,
    postmen,
    deps,
    feature,
    reminders,
    async press(who, verb, data = {}, over = {}) {
      const action = known(actions.find((each) => each.verb === verb));
      const { card } = await action.run({
        ...asking(who, over),
        data: { verb, ...data },
        cardActivityId: '1600000000002',
      });
      return card;
    },
    async say(who, command, rest = '', over = {}) {
      const found = known(feature.commands.find((each) => each.names.includes(command)));
      return (await found.run({ ...asking(who, over), rest, messageId: 'm' })).card;
    },
    async read(number) {
      const id = known(await findCaseId(real, WORKSPACE, number));
      return known(await loadCase(real, WORKSPACE, id)).c;
    },
  };
}

// Crockford's alphabet without letters suffices: the ids only have to be ULIDs and rise.
function createIds(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `01JD${String(next).padStart(22, '0')}`;
  };
}

/** Every text that a card shows or holds, in order. */
export function textsOf(card: unknown): readonly string[] {
  if (typeof card === 'string') {
    return [card];
  }
  if (Array.isArray(card)) {
    return card.flatMap(textsOf);
  }
  return typeof card === 'object' && card !== null ? Object.values(card).flatMap(textsOf) : [];
}

/** Everything in the card that is an object, itself first. */
export function nodesOf(card: unknown): readonly Shown[] {
  if (Array.isArray(card)) {
    return card.flatMap(nodesOf);
  }
  if (typeof card !== 'object' || card === null) {
    return [];
  }
  // A plain object of a card's JSON.
  return [card as Shown, ...Object.values(card).flatMap(nodesOf)];
}

/** The button of a title, with what it sends; fails when it is not on the card. */
export function buttonOf(card: Shown, title: string): { readonly verb: string; readonly data: Shown } {
  const found = nodesOf(card).find((node) => node['type'] === 'Action.Execute' && plain(node['title']) === title);
  if (found === undefined) {
    const titles = nodesOf(card)
      .filter((node) => node['type'] === 'Action.Execute')
      .map((node) => String(node['title']));
    throw new Error(`no button "${title}" among: ${titles.join(' | ')}`);
  }
  return { verb: String(found['verb']), data: nodesOf(found['data'])[0] ?? {} };
}

/** Whether the card says this somewhere. */
export function says(card: Shown, text: string): boolean {
  return textsOf(card).some((each) => plain(each).includes(text));
}

// The engine puts invisible joiners into words of ours that Markdown could touch.
function plain(text: unknown): string {
  return String(text).replaceAll(/[\u2060\u200b-\u200d\ufeff]/g, '');
}

/** What the opening form asks, filled in the usual way. */
export const OPENING = {
  matter: 'Kuljetuspalvelun odotusajat Tampereella',
  goal: 'Kyyti tulee 30 minuutissa tilauksesta',
  region: 'm:837',
  urgency: 'normal',
  owner: 'workingGroup',
  onePerson: 'no',
} as const;

/** Opens a case as Veera and gives the card that answers. */
export async function openOne(world: CaseWorld, over: Shown = {}, who: Member = VEERA): Promise<Shown> {
  const form = await world.say(who, 'uusi tapaus');
  const { verb, data } = buttonOf(form, 'Avaa tapaus');
  return await world.press(who, verb, { ...data, ...OPENING, ...over });
}
