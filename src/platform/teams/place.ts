import { TeamsInfo } from 'botbuilder';
import { Fault } from '../../kernel/fault.ts';
import { parseChannelId, type ChannelId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { InboundActivity } from './activity.ts';
import type { Place } from './bot.ts';
import { within } from './deadline.ts';
import type { Proactive } from './proactive.ts';
import type { TeamFacts } from './directory-rows.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

export type PlaceParts = {
  readonly directory: WorkspaceDirectory;
  readonly proactive: Proactive;
  readonly deadlineMs: number;
};

type ChannelPlace = Extract<Place, { kind: 'channel' }>;

/** The id of the activity's channel, without its thread; null when it was not said in a channel. */
export function channelIdOf(activity: InboundActivity): ChannelId | null {
  const [conversation = ''] = activity.conversation.id.split(';', 1);
  return parseChannelId(activity.channelData?.channel?.id ?? conversation);
}

/**
 * Where in the channel the activity was said and who sees it there. What Teams does not say with the activity is taken
 * from the directory, and what is not known there is asked once from Teams. A channel that nobody vouches for counts as
 * restricted, so that what is said there stays there.
 */
export async function channelPlace(
  parts: PlaceParts,
  workspace: WorkspaceKey,
  channelId: ChannelId,
  activity: InboundActivity,
): Promise<ChannelPlace> {
  const rootId = /;messageid=([^;]+)/.exec(activity.conversation.id)?.[1] ?? activity.replyToId ?? activity.id;
  const told = activity.channelData?.channel;
  await parts.directory.rememberChannel(workspace, {
    channelId,
    name: told?.name || null,
    access: accessOf(told?.type, channelId === activity.channelData?.team?.id),
    isDeleted: false,
  });
  if ((await parts.directory.channel(workspace, channelId))?.access === null) {
    await learnChannels(parts, workspace, channelId);
  }
  const known = await parts.directory.channel(workspace, channelId);
  if (known === null || typeof rootId !== 'string') {
    throw new Fault('place-unknown', { workspace });
  }
  return { kind: 'channel', channelId, channelName: known.name, access: known.access ?? 'restricted', rootId };
}

// The General channel has the team's own id and is always open to the whole team.
function accessOf(type: string | null | undefined, isGeneral: boolean): 'team' | 'restricted' | null {
  if (isGeneral || type?.toLowerCase() === 'standard') {
    return 'team';
  }
  return type === null || type === undefined || type === '' ? null : 'restricted';
}

async function learnChannels(parts: PlaceParts, workspace: WorkspaceKey, asked: ChannelId): Promise<void> {
  const facts = await parts.directory.find(workspace);
  if (facts === null) {
    throw new Fault('workspace-unknown', { workspace });
  }
  const channels = await listChannels(parts, facts);
  const listed = channels.find((channel) => channel.id === asked);
  await parts.directory.rememberChannel(workspace, {
    channelId: asked,
    name: listed?.name || null,
    access: accessOf(listed?.type, false) ?? 'restricted',
    isDeleted: null,
  });
}

type ListedChannel = { readonly id?: string; readonly name?: string; readonly type?: string };

async function listChannels(parts: PlaceParts, facts: TeamFacts): Promise<readonly ListedChannel[]> {
  const asking = parts.proactive({ ...facts, conversationId: facts.teamId }, (context) =>
    TeamsInfo.getTeamChannels(context, facts.teamId),
  );
  try {
    // The SDK makes a client of its own for this call, which has no deadline.
    return await within(parts.deadlineMs, 'channels-too-slow', asking);
  } catch (cause) {
    throw new Fault('channels-unavailable', { team: facts.teamId }, { cause });
  }
}
