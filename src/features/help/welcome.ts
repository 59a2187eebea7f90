// The greeting in the General channel when the bot comes to a team.
import { addMs } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Card } from '../../platform/cards/card.ts';
import { presentMessage } from '../../platform/cards/present-message.ts';
import type { DeliveryDesk } from '../../platform/delivery/delivery-desk.ts';
import type { DeliveryDraft, DeliveryKind } from '../../platform/delivery/delivery.ts';
import type { TeamEvent } from '../../platform/teams/bot.ts';
import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import { helpFi } from './texts.fi.ts';

const WELCOME_KIND = 'help/welcome';
// A greeting that comes later than this only puzzles people.
const WORTH_MS = 3 * 24 * 60 * 60_000;
const TRIES = 3;

/**
 * Hears what happens to the team. An installation promises the greeting, one at a time however often it is told; all
 * else is left to the edge, which stops what is said in a team that the bot has left.
 */
export function createOnTeamEvent(desk: DeliveryDesk): (event: TeamEvent) => Promise<void> {
  return async (event) => {
    if (event.kind !== 'installed') {
      return;
    }
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const outcome = await desk.commit(event.workspace, { writes: [], send: [welcomeDraft(event.now)] });
      if (outcome === 'committed') {
        return;
      }
    }
    // Whoever was faster each time has promised or begun to send this very greeting.
  };
}

function welcomeDraft(now: Instant): DeliveryDraft {
  return {
    subject: 'team',
    name: 'welcome',
    kind: WELCOME_KIND,
    due: 'now',
    expires: addMs(now, WORTH_MS),
    bundle: WELCOME_KIND,
    hours: 'any',
    payload: {},
  };
}

/** The kind of delivery that greets a team. It goes to the General channel and nowhere else. */
export function createWelcomeKind(directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>): DeliveryKind {
  return {
    kind: WELCOME_KIND,
    async word(workspace, deliveries) {
      const team = await directory.find(workspace);
      if (team === null) {
        return { wording: { kind: 'obsolete' }, holds: [] };
      }
      if (await directory.isPaused(workspace, team.generalChannelId)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      return {
        wording: {
          kind: 'post',
          to: { kind: 'channel', channelId: team.generalChannelId },
          message: { card: drawWelcome(), summary: helpFi.welcome.title, mentions: [] },
        },
        holds: deliveries.map(({ name }) => name),
      };
    },
    fallback: () => Promise.resolve(null),
  };
}

function drawWelcome(): Card {
  const { title, paragraphs, startTitle, start } = helpFi.welcome;
  return presentMessage({
    title,
    about: null,
    notices: [],
    paragraphs,
    facts: [],
    sections: [{ heading: startTitle, lines: start }],
    buttons: [],
    help: helpFi.help,
  });
}
