// The settings on real storage, without Teams: people press and say, and the answer is the card they would see.
import { ownRemindersButton } from '../../../src/features/reminders/index.ts';
import { createSettings, type SettingsFeature } from '../../../src/features/settings/index.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { parseChannelId, workspaceKey } from '../../../src/kernel/ids.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { Row, Store } from '../../../src/platform/storage/store.ts';
import type { Asking, Member } from '../../../src/platform/teams/bot.ts';
import { openTestStore } from '../../support/azurite.ts';
import { lintCard } from '../../support/card-linter.ts';
import { buttonOf, says, type Shown } from '../cases/case-world.ts';
import { KAISA, known, TEAM } from './build-settings.ts';

export const WORKSPACE = known(workspaceKey('tenant', '19:general@thread.tacv2'));

/** Tuesday 24.11.2026 at 11.00 in Helsinki. */
export const TUESDAY: Instant = known(parseInstant('2026-11-24T09:00:00.000Z'));

const IN_CHANNEL = {
  kind: 'channel',
  channelId: known(parseChannelId('19:general@thread.tacv2')),
  channelName: 'Yleinen',
  access: 'team',
  rootId: '1600000000001',
} as const;

export type SettingsWorld = {
  readonly store: Store;
  readonly feature: SettingsFeature;
  /** `asetukset`, said in the channel. */
  show(who: Member, about?: Partial<Asking>): Promise<Shown>;
  /** A press of a button by its title, with what is filled in. */
  press(who: Member, card: Shown, title: string, typed?: Shown, about?: Partial<Asking>): Promise<Shown>;
  send(who: Member, verb: string, data: Shown, about?: Partial<Asking>): Promise<Shown>;
  /** Says `asetukset`, opens a form by its button and sends it filled in. */
  fill(who: Member, title: string, typed: Shown): Promise<Shown>;
  trail(): Promise<readonly Row[]>;
  /** Who is in the team from now on. */
  team: readonly Member[];
};

/** A fresh world with Kaisa as the admin of the configuration. Every card in it is linted as it is shown. */
export async function openSettingsWorld(
  about: { readonly wrap?: (store: Store) => Store; readonly adminIds?: readonly Member[] } = {},
): Promise<SettingsWorld> {
  const { store } = await openTestStore();
  const feature = createSettings({
    store: about.wrap?.(store) ?? store,
    roster: { team: () => Promise.resolve(world.team) },
    adminIds: (about.adminIds ?? [KAISA]).map(({ id }) => id),
    newId: createIds(),
    advisorLabel: 'järjestöasiantuntija',
    links: { legalAdvice: null, model: 'https://malli.example.org/', privacy: null },
    ownButtons: [ownRemindersButton],
    times: [],
  });
  const world: SettingsWorld = {
    store,
    feature,
    team: TEAM,
    async show(who, over = {}) {
      const command = known(feature.commands.find((each) => each.names.includes('asetukset')));
      const { card, summary } = await command.run({ ...asking(who, over), rest: '', messageId: 'm' });
      expect(summary).not.toBe('');
      return linted(card);
    },
    async press(who, card, title, typed = {}, over = {}) {
      const shown = isSeldom(card, title) ? await world.press(who, card, MORE) : card;
      const { verb, data } = buttonOf(shown, title);
      return await world.send(who, verb, { ...data, ...typed }, over);
    },
    async send(who, verb, data, over = {}) {
      const action = known(feature.actions.find((each) => each.verb === verb));
      const { card } = await action.run({ ...asking(who, over), data: { verb, ...data }, cardActivityId: null });
      return linted(card);
    },
    async fill(who, title, typed) {
      const form = await world.press(who, await world.show(who), title);
      return await world.press(who, form, saveButton(title), typed);
    },
    trail: () => store.range(WORKSPACE, { from: 'event|settings|', before: 'event|settings~' }),
  };
  return world;
}

const MORE = 'Lisää asetuksia';

// What is needed seldom stands on a card of its own.
function isSeldom(card: Shown, title: string): boolean {
  return ['Poista rooli', 'Vieraat'].includes(title) && says(card, MORE);
}

/** What the button that saves is called in the form that a button opens. */
export function saveButton(opener: string): string {
  return opener === 'Poista rooli' ? opener : 'Tallenna';
}

function asking(who: Member, over: Partial<Asking>): Asking {
  const now = over.now ?? TUESDAY;
  return { workspace: WORKSPACE, person: who, place: IN_CHANNEL, today: localDateOf(now), ...over, now };
}

function linted(card: Shown): Shown {
  expect(lintCard(card)).toEqual([]);
  return card;
}

// Crockford's alphabet without letters suffices: the ids only have to be ULIDs and rise.
function createIds(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `01JD${String(next).padStart(22, '0')}`;
  };
}
