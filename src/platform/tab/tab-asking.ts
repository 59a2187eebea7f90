// Who asks in the tab, and where: the rosters decide on every request, never what the page says of itself.
import { localDateOf } from '../../kernel/helsinki-time.ts';
import { parseChannelId, workspaceKey, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Asking, Place } from '../teams/bot.ts';
import { unlessClosed } from '../teams/closed-channel.ts';
import type { TeamsRoster } from '../teams/teams-roster.ts';
import type { WorkspaceDirectory } from '../teams/workspace-directory.ts';
import type { Me } from './contract.ts';
import type { TokenHolder } from './user-token.ts';

export type TabTeams = {
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused' | 'channel' | 'list'>;
  readonly roster: Pick<TeamsRoster, 'find'>;
};

type Asked = {
  readonly holder: TokenHolder;
  readonly team: string;
  /** The channel whose tab the page is; null for the personal view. */
  readonly channel: string | null;
  readonly now: Instant;
};

/**
 * The asking of somebody whom the team's roster holds now, and the channel's own where not the whole team is let in.
 * Null for everybody else, and for teams and channels that the bot does not know or may not speak in.
 */
export async function resolveTabAsking(teams: TabTeams, { holder, team, channel, now }: Asked): Promise<Asking | null> {
  const workspace = workspaceKey(holder.tenantId, team);
  if (workspace === null || (await teams.directory.isPaused(workspace))) {
    return null;
  }
  const person = await teams.roster.find(workspace, null, holder.id);
  const place = person === null ? null : await placeOf(teams, workspace, channel);
  if (person === null || place === null) {
    return null;
  }
  const isShut = place.kind === 'channel' && place.access === 'restricted';
  if (isShut && (await unlessClosed(teams.roster.find(workspace, place.channelId, holder.id), null)) === null) {
    return null;
  }
  return { workspace, person, place, now, today: localDateOf(now) };
}

async function placeOf(
  { directory }: TabTeams,
  workspace: WorkspaceKey,
  channel: string | null,
): Promise<Place | null> {
  if (channel === null) {
    return { kind: 'personal' };
  }
  const channelId = parseChannelId(channel);
  const facts = channelId === null ? null : await directory.channel(workspace, channelId);
  if (facts === null || facts.isDeleted) {
    return null;
  }
  // A channel that nobody vouches for counts as restricted, as it does for the bot.
  const access = facts.access ?? 'restricted';
  return { kind: 'channel', channelId: facts.channelId, channelName: facts.name, access, rootId: null };
}

/** The person and the teams that hold them now. A team whose roster cannot be had is left out while others can. */
export async function readMe(teams: TabTeams, holder: TokenHolder): Promise<Me> {
  const workspaces = await teams.directory.list(holder.tenantId);
  const looks = await Promise.allSettled(workspaces.map((workspace) => membership(teams, workspace, holder)));
  const found = looks.flatMap((look) => (look.status === 'fulfilled' && look.value !== null ? [look.value] : []));
  const failed = looks.find((look) => look.status === 'rejected');
  if (found.length === 0 && failed !== undefined) {
    throw failed.reason;
  }
  return {
    personId: holder.id,
    name: found[0]?.name ?? holder.name,
    teams: found.map(({ team }) => team),
  };
}

async function membership(
  { directory, roster }: TabTeams,
  workspace: WorkspaceKey,
  holder: TokenHolder,
): Promise<{ readonly name: string; readonly team: Me['teams'][number] } | null> {
  const facts = await directory.find(workspace);
  if (facts === null || facts.paused !== null) {
    return null;
  }
  const person = await roster.find(workspace, null, holder.id);
  return person === null ? null : { name: person.name, team: { id: facts.teamId, name: facts.name ?? '' } };
}
