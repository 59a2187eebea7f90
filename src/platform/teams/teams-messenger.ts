import type { TurnContext } from 'botbuilder';
import type { ChannelId, WorkspaceKey } from '../../kernel/ids.ts';
import { LOOKUP_MS } from './attempt-limits.ts';
import { toCardActivity } from './card-activity.ts';
import { within } from './deadline.ts';
import type { Destination, Messenger, SendOutcome } from './messenger.ts';
import { WIRE, type Wire } from './one-attempt.ts';
import type { Proactive } from './proactive.ts';
import { outcomeOfFailure } from './send-outcome.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

export type MessengerParts = { readonly proactive: Proactive; readonly directory: WorkspaceDirectory };

/** A team that the bot was never in will not come back by waiting. */
const UNKNOWN_TEAM: SendOutcome = { kind: 'refused', status: 404, why: 'gone' };

/** Messages to the teams in the directory, one request per call. Whatever happens becomes an outcome. */
export function createTeamsMessenger(parts: MessengerParts): Messenger {
  return {
    post: (workspace, to, message) =>
      attempt(parts, workspace, conversationOf(to), async (context) => {
        const answer = await context.sendActivity(toCardActivity(message));
        return answer?.id ?? '';
      }),
    update: (workspace, at, message) =>
      attempt(parts, workspace, threadOf(at.channelId, at.rootId), async (context) => {
        await context.updateActivity({ ...toCardActivity(message), id: at.activityId });
        return at.activityId;
      }),
  };
}

// A channel's id alone starts a new thread; with `;messageid=` the message goes under that one.
function conversationOf(to: Destination): string {
  return to.kind === 'channel' ? to.channelId : threadOf(to.channelId, to.rootId);
}

function threadOf(channelId: ChannelId, rootId: string): string {
  return `${channelId};messageid=${rootId}`;
}

async function attempt(
  parts: MessengerParts,
  workspace: WorkspaceKey,
  conversationId: string,
  send: (context: TurnContext) => Promise<string>,
): Promise<SendOutcome> {
  let wire: Wire | undefined;
  try {
    const facts = await within(LOOKUP_MS, 'directory-too-slow', parts.directory.find(workspace));
    if (facts === null) {
      return UNKNOWN_TEAM;
    }
    const activityId = await parts.proactive({ ...facts, conversationId }, async (context) => {
      wire = context.turnState.get<Wire>(WIRE);
      return await send(context);
    });
    return { kind: 'sent', activityId };
  } catch (error) {
    return outcomeOfFailure(error, wire?.reached === true);
  }
}
