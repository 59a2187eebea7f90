// The help feature on real storage, without Teams.
import { createHelp, type HelpFeature, type HelpParts } from '../../../src/features/help/index.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import type { Delivery } from '../../../src/platform/delivery/delivery.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import { readSubject } from '../../../src/platform/delivery/read-deliveries.ts';
import type { ActionRequest, Asking, Command, CommandRequest } from '../../../src/platform/teams/bot.ts';
import { presentMessage } from '../../../src/platform/cards/present-message.ts';
import { localDateOf } from '../../../src/kernel/helsinki-time.ts';
import { openTestStore } from '../../support/azurite.ts';
import { AINO, GENERAL, IN_PIRKANMAA, KAISA, TUESDAY, VEERA, WORKSPACE, peopleOf } from '../cases/case-world.ts';

export const ASKING: Asking = {
  workspace: WORKSPACE,
  person: VEERA,
  place: IN_PIRKANMAA,
  now: TUESDAY,
  today: localDateOf(TUESDAY),
};

export function request(rest = ''): CommandRequest {
  return { ...ASKING, rest, messageId: 'm1' };
}

export function press(data: unknown): ActionRequest {
  return { ...ASKING, data, cardActivityId: 'a1' };
}

/** A command of another feature; its card tells with what it was run. */
export function otherCommand(name: string): Command {
  return {
    names: [name],
    help: `Näyttää: ${name}.`,
    run: ({ rest }) =>
      Promise.resolve({
        kind: 'card',
        summary: name,
        card: presentMessage({
          title: `ran ${name}`,
          about: null,
          notices: [],
          paragraphs: [`rest: ${rest}`],
          facts: [],
          sections: [],
          buttons: [],
          help: 'help',
        }),
      }),
  };
}

export type HelpWorld = {
  readonly feature: HelpFeature;
  /** Every generation of the greeting's promise. */
  greetings(): Promise<readonly Delivery[]>;
};

/** `about` replaces what the feature stands on. */
export async function openHelpWorld(about: Partial<HelpParts> = {}): Promise<HelpWorld> {
  const { store, postmen } = await openTestStore();
  const hints = createHints(postmen, { pause: () => Promise.resolve(), random: () => 0 });
  const feature = createHelp({
    desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
    directory: knownTeam(),
    people: { load: () => Promise.resolve(peopleOf([VEERA, AINO, KAISA])) },
    commands: [otherCommand('uusi tapaus'), otherCommand('tapaukset')],
    ...about,
  });
  return {
    feature,
    greetings: async () => (await readSubject(store, WORKSPACE, 'team')).deliveries.map(({ record }) => record),
  };
}

/** A directory that knows the team, by this name; `isPaused` says whether anything may be said there. */
export function knownTeam(name: string | null = 'Alueellinen vaikuttaminen', isPaused = false): HelpParts['directory'] {
  return {
    find: () =>
      Promise.resolve({
        tenantId: 'tenant',
        teamId: GENERAL,
        aadGroupId: null,
        name,
        serviceUrl: 'http://127.0.0.1',
        botTeamsId: '28:bot',
        generalChannelId: GENERAL,
        paused: null,
      }),
    isPaused: () => Promise.resolve(isPaused),
  };
}
