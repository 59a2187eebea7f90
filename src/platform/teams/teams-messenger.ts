import type { TurnContext } from 'botbuilder';
import { assertNever } from '../../kernel/fault.ts';
import type { ChannelId, WorkspaceKey } from '../../kernel/ids.ts';
import { LOOKUP_MS } from './attempt-limits.ts';
import { forTeam, toCardActivity } from './card-activity.ts';
import type { TeamFacts } from './directory-rows.ts';
import { within } from './deadline.ts';
import type { Destination, Messenger, SendOutcome } from './messenger.ts';
import { WIRE, type Wire } from './one-attempt.ts';
import { beginPersonalChat, type ChatParts } from './personal-chat.ts';
import { outcomeOfFailure } from './send-outcome.ts';

/** A team that the bot was never in will not come back by waiting. */
const UNKNOWN_TEAM: SendOutcome = { kind: 'refused', status: 404, why: 'gone' };

/**
 * Messages to the teams in the directory and to people in them, one request per call. Whatever happens becomes an
 * outcome.
 */
export function createTeamsMessenger(parts: ChatParts): Messenger {
  return {
    prepare: (workspace, person) => beginPersonalChat(parts, workspace, person),
    post: (workspace, to, message) =>
      attempt(parts, workspace, to, async (context, { teamId }) => {
        const shown = to.kind === 'person' ? { ...message, card: forTeam(message.card, teamId) } : message;
        const answer = await context.sendActivity(toCardActivity(shown));
        return answer?.id ?? '';
      }),
    update: (workspace, at, message) =>
      attempt(parts, workspace, { kind: 'thread', ...at }, async (context) => {
        await context.updateActivity({ ...toCardActivity(message), id: at.activityId });
        return at.activityId;
      }),
  };
}

// A channel's id alone starts a new thread; with `;messageid=` the message goes under that one. Null for a chat that has
// not begun.
function conversationOf(parts: ChatParts, workspace: WorkspaceKey, to: Destination): Promise<string | null> {
  switch (to.kind) {
    case 'channel':
      return Promise.resolve(to.channelId);
    case 'thread':
      return Promise.resolve(threadOf(to.channelId, to.rootId));
    case 'person':
      return parts.directory.personalChat(workspace, to.person);
    default:
      return assertNever(to);
  }
}

function threadOf(channelId: ChannelId, rootId: string): string {
  return `${channelId};messageid=${rootId}`;
}

async function attempt(
  parts: ChatParts,
  workspace: WorkspaceKey,
  to: Destination,
  send: (context: TurnContext, team: TeamFacts) => Promise<string>,
): Promise<SendOutcome> {
  let wire: Wire | undefined;
  try {
    const lookup = Promise.all([parts.directory.find(workspace), conversationOf(parts, workspace, to)]);
    const [facts, conversationId] = await within(LOOKUP_MS, 'directory-too-slow', lookup);
    if (facts === null) {
      return UNKNOWN_TEAM;
    }
    if (conversationId === null) {
      return { kind: 'notSent' };
    }
    const contact = { ...facts, conversationId, isPersonal: to.kind === 'person' };
    const activityId = await parts.proactive(contact, async (context) => {
      wire = context.turnState.get<Wire>(WIRE);
      return await send(context, facts);
    });
    return { kind: 'sent', activityId };
  } catch (error) {
    return outcomeOfFailure(error, wire?.reached === true);
  }
}
