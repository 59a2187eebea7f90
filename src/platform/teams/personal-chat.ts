// The bot's personal chat with somebody of a team, begun once.
import type { ConversationParameters, TurnContext } from 'botbuilder';
import * as z from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Member } from './bot.ts';
import type { SendOutcome } from './messenger.ts';
import { WIRE, type Wire } from './one-attempt.ts';
import type { Proactive } from './proactive.ts';
import { outcomeOfFailure } from './send-outcome.ts';
import type { TeamFacts } from './directory-rows.ts';
import type { TeamsRoster } from './teams-roster.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

export type ChatParts = {
  readonly proactive: Proactive;
  readonly directory: WorkspaceDirectory;
  readonly roster: Pick<TeamsRoster, 'find'>;
  /** Where a turn keeps the SDK's client for Teams. */
  readonly connectorKey: symbol;
};

type Unready = Exclude<SendOutcome, { kind: 'sent' }>;

const NOBODY: Unready = { kind: 'refused', status: 404, why: 'gone' };

/**
 * Begins the personal chat unless it is known. Teams gives the same one however often it is asked, and tells the person
 * nothing, so an answer that was lost is simply asked for again.
 */
export async function beginPersonalChat(
  parts: ChatParts,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<Unready | null> {
  let wire: Wire | undefined;
  try {
    if ((await parts.directory.personalChat(workspace, person)) !== null) {
      return null;
    }
    const facts = await parts.directory.find(workspace);
    const member = facts === null ? null : await parts.roster.find(workspace, null, person);
    if (facts === null || member === null) {
      return NOBODY;
    }
    const conversationId = await parts.proactive({ ...facts, conversationId: facts.teamId }, async (context) => {
      wire = context.turnState.get<Wire>(WIRE);
      return await ask(parts, context, { facts, member });
    });
    await parts.directory.rememberPersonalChat(workspace, person, conversationId);
    return null;
  } catch (error) {
    const outcome = outcomeOfFailure(error, wire?.reached === true);
    return outcome.kind === 'sent' || outcome.kind === 'unknown' ? { kind: 'notSent' } : outcome;
  }
}

const Answer = z.object({ id: z.string().check(z.minLength(1)) });

// The turn's own client, whose requests go out once and with a deadline; the SDK's `createConversationAsync` would make
// one of its own that repeats itself.
async function ask(
  { connectorKey }: ChatParts,
  context: TurnContext,
  { facts, member }: { readonly facts: TeamFacts; readonly member: Member },
): Promise<string> {
  const conversations: unknown = propertyOf(context.turnState.get(connectorKey), 'conversations');
  const create = propertyOf(conversations, 'createConversation');
  if (typeof create !== 'function') {
    throw new Fault('connector-changed');
  }
  const wanted: Partial<ConversationParameters> = {
    isGroup: false,
    bot: { id: facts.botTeamsId, name: '' },
    members: [{ id: member.teamsId, name: member.name }],
    tenantId: facts.tenantId,
    channelData: { tenant: { id: facts.tenantId } },
  };
  const answer: unknown = await Reflect.apply(create, conversations, [wanted]);
  return Answer.parse(answer).id;
}

function propertyOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
