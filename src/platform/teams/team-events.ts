// What Teams tells about the team itself: the bot comes and goes, channels and teams are deleted and come back.
import { workspaceKey, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Store } from '../storage/store.ts';
import { tenantOfActivity, type InboundActivity } from './activity.ts';
import { rememberTeam } from './asking.ts';
import type { TeamEvent } from './bot.ts';
import { isBot } from './inbound-guard.ts';
import { channelIdOf } from './place.ts';
import { messageKey, type SeenMessages } from './seen-messages.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

export type EventParts = {
  readonly botId: string;
  readonly store: Pick<Store, 'now'>;
  readonly directory: WorkspaceDirectory;
  readonly seen: SeenMessages;
  /** Hears each event once. `installed` comes only when the bot itself was added. */
  readonly onTeamEvent: (event: TeamEvent) => Promise<void>;
};

/** The bot itself was added to a team or removed from one; other people's coming and going is of no interest. */
export async function botCameOrWent(parts: EventParts, activity: InboundActivity): Promise<void> {
  const isOurs = (account: { readonly id: string }): boolean => isBot(account.id, parts.botId);
  if (activity.membersAdded?.some(isOurs) === true) {
    await cameToTeam(parts, activity, true);
  } else if (activity.membersRemoved?.some(isOurs) === true) {
    await stopTeam(parts, activity, 'removed');
  }
}

/** The app was added or removed. The greeting waits for the bot's own coming, which Teams tells as well. */
export async function installationChanged(parts: EventParts, activity: InboundActivity): Promise<void> {
  if (activity.action === 'add' || activity.action === 'add-upgrade') {
    await cameToTeam(parts, activity, false);
  } else if (activity.action === 'remove' || activity.action === 'remove-upgrade') {
    await stopTeam(parts, activity, 'removed');
  }
}

/** A channel was made, renamed, deleted or restored. */
export async function channelChanged(parts: EventParts, activity: InboundActivity): Promise<void> {
  const workspace = await rememberTeam(parts.directory, activity, tenantOfActivity(activity) ?? '');
  const channelId = channelIdOf(activity);
  const what = activity.channelData?.eventType;
  if (workspace === null || channelId === null || (await isRepeated(parts, workspace, activity))) {
    return;
  }
  const isDeleted = what === 'channelDeleted';
  const name = activity.channelData?.channel?.name || null;
  await parts.directory.rememberChannel(workspace, { channelId, name, access: null, isDeleted });
  if (what === 'channelDeleted' || what === 'channelRestored') {
    await parts.onTeamEvent({ kind: what, workspace, channelId, now: await parts.store.now() });
  }
}

/** The team was deleted or archived: nothing more is said there until it comes back. */
export async function teamStopped(parts: EventParts, activity: InboundActivity): Promise<void> {
  await stopTeam(parts, activity, activity.channelData?.eventType === 'teamArchived' ? 'archived' : 'removed');
}

/** The team was restored, taken out of the archive or renamed: what we know of it is brought up to date. */
export async function teamIsBack(parts: EventParts, activity: InboundActivity): Promise<void> {
  await rememberTeam(parts.directory, activity, tenantOfActivity(activity) ?? '');
}

async function cameToTeam(parts: EventParts, activity: InboundActivity, isGreeting: boolean): Promise<void> {
  const workspace = await rememberTeam(parts.directory, activity, tenantOfActivity(activity) ?? '');
  const facts = workspace === null ? null : await parts.directory.find(workspace);
  if (workspace === null || facts === null || !isGreeting || (await isRepeated(parts, workspace, activity))) {
    return;
  }
  const channelId = facts.generalChannelId;
  await parts.directory.rememberChannel(workspace, { channelId, name: null, access: 'team', isDeleted: false });
  await parts.onTeamEvent({ kind: 'installed', workspace, channelId, now: await parts.store.now() });
}

async function stopTeam(parts: EventParts, activity: InboundActivity, why: 'removed' | 'archived'): Promise<void> {
  const workspace = workspaceOf(activity);
  // Teams tells a removal twice, as two kinds of activity: only the one that changes something is passed on.
  if (workspace !== null && (await parts.directory.pause(workspace, why)) && why === 'removed') {
    await parts.onTeamEvent({ kind: 'removed', workspace, now: await parts.store.now() });
  }
}

function workspaceOf(activity: InboundActivity): WorkspaceKey | null {
  return workspaceKey(tenantOfActivity(activity) ?? '', activity.channelData?.team?.id ?? '');
}

// An activity without an id cannot be told apart from another one, so it always counts.
async function isRepeated(parts: EventParts, workspace: WorkspaceKey, activity: InboundActivity): Promise<boolean> {
  return typeof activity.id === 'string' && (await parts.seen(workspace, messageKey(activity)));
}
