// The calendar on real storage, with sources of the test's own and without Teams.
import { randomBytes } from 'node:crypto';
import { createCalendar, type CalendarFeature } from '../../../src/features/calendar/index.ts';
import { localDateOf } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { CalendarEntry, CalendarSource } from '../../../src/platform/calendar/calendar-entry.ts';
import type { HttpResponse } from '../../../src/platform/http/route.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import type { TabAnswer } from '../../../src/platform/tab/tab-route.ts';
import type { Asking, Member, Place } from '../../../src/platform/teams/bot.ts';
import { openTestStore } from '../../support/azurite.ts';
import { lintCard } from '../../support/card-linter.ts';
import { buttonOf, IN_PIRKANMAA, TUESDAY, WORKSPACE, type Shown } from '../cases/case-world.ts';

export const PUBLIC_URL = 'https://ratkaisupolku.example.org';
export const ALONE: Place = { kind: 'personal' };

export type CalendarWorld = {
  readonly store: Store;
  readonly feature: CalendarFeature;
  /** What the one source has; `mine` are those that everybody has a part in. */
  entries: readonly CalendarEntry[];
  mine: readonly CalendarEntry[];
  now: Instant;
  say(who: Member, rest?: string, place?: Place): Promise<Shown>;
  send(who: Member, verb: string, data?: Shown, place?: Place): Promise<Shown>;
  press(who: Member, card: Shown, title: string, typed?: Shown): Promise<Shown>;
  /** Asks a route of the tab; `path` may hold the values of its parameters. */
  ask(who: Member, path: string, query?: string, place?: Place): Promise<TabAnswer<unknown>>;
  get(path: string): Promise<HttpResponse>;
};

type About = {
  readonly wrap?: (store: Store) => Store;
  readonly publicUrl?: string | null;
  readonly newSecret?: () => string;
};

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A fresh world on that Tuesday. Every card in it is linted as it is shown. */
export async function openCalendarWorld(about: About = {}): Promise<CalendarWorld> {
  const { wrap, publicUrl = PUBLIC_URL } = about;
  const { store: azurite } = await openTestStore();
  const store: Store = { ...azurite, now: () => Promise.resolve(world.now) };
  const source: CalendarSource = {
    source: 'cases',
    kinds: [
      { code: 'supervision', label: 'Tukitapaaminen' },
      { code: 'training', label: 'Koulutus' },
    ],
    entries: (_workspace, _person, { from, mine }) =>
      Promise.resolve((mine ? world.mine : world.entries).filter(({ date }) => date >= from)),
    entry: (_workspace, _person, id) => Promise.resolve(world.entries.find((entry) => entry.id === id) ?? null),
  };
  let next = 0;
  const feature = createCalendar({
    store: wrap?.(store) ?? store,
    sources: [source],
    isMember: () => Promise.resolve(true),
    newId: () => `01JD${String((next += 1)).padStart(22, '0')}`,
    newSecret: about.newSecret ?? newSecret,
    monotonicMs: () => performance.now(),
    publicUrl,
  });
  const world: CalendarWorld = {
    store,
    feature,
    entries: [],
    mine: [],
    now: TUESDAY,
    async say(who, rest = '', place = ALONE) {
      const [command] = feature.commands;
      return linted((await command?.run({ ...asking(who, place), rest, messageId: 'm' }))?.card);
    },
    async send(who, verb, data = {}, place = ALONE) {
      const action = feature.actions.find((each) => each.verb === verb);
      const reply = await action?.run({ ...asking(who, place), data: { verb, ...data }, cardActivityId: null });
      return linted(reply?.card);
    },
    async press(who, card, title, typed = {}) {
      const { verb, data } = buttonOf(card, title);
      return await world.send(who, verb, { ...data, ...typed });
    },
    async ask(who, path, query = '', place = ALONE) {
      const [, , , from = '', id = ''] = path.split('/');
      const named = from === '' ? path : '/calendar/entries/:source/:id';
      const route = feature.tabRoutes.find((each) => each.path === named);
      const asked = { params: { source: from, id }, query: new URLSearchParams(query), body: undefined };
      return (await route?.run({ ...asking(who, place), ...asked })) ?? { kind: 'refused', code: 'not-found' };
    },
    async get(path) {
      const isFeed = path.split('/').length === 3;
      const route = feature.routes.find((each) => each.method === 'GET' && each.path.includes(':source') !== isFeed);
      const [, , secret = '', sourceName = '', file = ''] = path.split('/');
      const params = isFeed ? { file: secret } : { secret, source: sourceName, file };
      const request = { method: 'GET', path, params, query: new URLSearchParams(), headers: {}, body: undefined };
      return (await route?.handle(request)) ?? { status: 0 };
    },
  };
  const asking = (who: Member, place: Place): Asking => ({
    workspace: WORKSPACE,
    person: who,
    place,
    now: world.now,
    today: localDateOf(world.now),
  });
  return world;
}

export const IN_CHANNEL = IN_PIRKANMAA;

function linted(card: Shown | undefined): Shown {
  if (card === undefined) {
    throw new Error('nothing answers that');
  }
  expect(lintCard(card)).toEqual([]);
  return card;
}
