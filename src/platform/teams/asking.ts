import { localDateOf } from '../../kernel/helsinki-time.ts';
import { parseChannelId, parsePersonId, workspaceKey, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Store } from '../storage/store.ts';
import { tenantOfActivity, type InboundActivity } from './activity.ts';
import type { Asking, Place } from './bot.ts';
import { channelIdOf, channelPlace, type PlaceParts } from './place.ts';
import type { TeamsRoster } from './teams-roster.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

/** A team that a person may speak of in the personal chat. */
export type TeamChoice = { readonly teamId: string; readonly name: string | null };

/** Who asks and where; or why nobody can be answered as a member: not in the roster, no team, or one of several. */
export type Asked =
  | { readonly kind: 'asking'; readonly asking: Asking }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'noTeam' }
  | { readonly kind: 'unsupportedPlace' }
  | { readonly kind: 'severalTeams'; readonly person: PersonId; readonly teams: readonly TeamChoice[] };

export type AskingParts = PlaceParts & {
  readonly store: Pick<Store, 'now'>;
  readonly roster: TeamsRoster;
};

/**
 * Proves who asks: Teams vouches for the Entra object id, the roster of the team (of the channel, where not the whole
 * team is let in) says that the person is in it now. In the personal chat the team is the one that holds the person;
 * of several, the one that a pressed button names (`pressed`), else the one that they have chosen.
 */
export async function resolveAsking(
  parts: AskingParts,
  activity: InboundActivity,
  pressed: string | null = null,
): Promise<Asked> {
  const person = parsePersonId(activity.from.aadObjectId);
  const tenantId = tenantOfActivity(activity);
  if (person === null || tenantId === null) {
    return { kind: 'stranger' };
  }
  switch (conversationKind(activity)) {
    case 'channel':
      return await askingInChannel(parts, activity, tenantId, person);
    case 'personal':
      return await askingInPersonal(parts, { tenantId, person, pressed });
    default:
      return { kind: 'unsupportedPlace' };
  }
}

/** Where the activity was said: in a team's channel, alone with the bot, or in a group chat. */
export function conversationKind(activity: InboundActivity): 'channel' | 'personal' | 'groupChat' {
  const type = activity.conversation.conversationType?.toLowerCase();
  if (type === 'channel' || (type === undefined && Boolean(activity.channelData?.team))) {
    return 'channel';
  }
  return type === 'personal' || (type === undefined && activity.conversation.isGroup !== true)
    ? 'personal'
    : 'groupChat';
}

async function askingInChannel(
  parts: AskingParts,
  activity: InboundActivity,
  tenantId: string,
  person: PersonId,
): Promise<Asked> {
  const workspace = await rememberTeam(parts.directory, activity, tenantId);
  const channelId = channelIdOf(activity);
  if (workspace === null || channelId === null) {
    return { kind: 'noTeam' };
  }
  const place = await channelPlace(parts, workspace, channelId, activity);
  return await askingAt(parts, workspace, place, person);
}

/** Notes down what the activity tells of its team and gives the team's key; null when it names no team. */
export async function rememberTeam(
  directory: WorkspaceDirectory,
  activity: InboundActivity,
  tenantId: string,
): Promise<WorkspaceKey | null> {
  const team = activity.channelData?.team;
  const workspace = team ? workspaceKey(tenantId, team.id) : null;
  const generalChannelId = parseChannelId(team?.id);
  if (!team || workspace === null || generalChannelId === null) {
    return null;
  }
  await directory.remember(workspace, {
    tenantId,
    teamId: team.id,
    aadGroupId: team.aadGroupId ?? null,
    name: team.name ?? null,
    serviceUrl: activity.serviceUrl,
    botTeamsId: activity.recipient.id,
    generalChannelId,
  });
  return workspace;
}

async function askingInPersonal(
  parts: AskingParts,
  about: { readonly tenantId: string; readonly person: PersonId; readonly pressed: string | null },
): Promise<Asked> {
  const { tenantId, person, pressed } = about;
  const place: Place = { kind: 'personal' };
  const named = pressed === null ? null : workspaceKey(tenantId, pressed);
  if (named !== null && (await isTeamOf(parts, named, person))) {
    return await askingAt(parts, named, place, person);
  }
  const chosen = await parts.directory.chosenTeam(tenantId, person);
  if (chosen !== null && (await isTeamOf(parts, chosen, person))) {
    return await askingAt(parts, chosen, place, person);
  }
  const teams = await teamsOf(parts, tenantId, person);
  const [only] = teams;
  if (only === undefined) {
    return { kind: 'noTeam' };
  }
  if (teams.length === 1) {
    return await askingAt(parts, only, place, person);
  }
  const choices = await Promise.all(teams.map((workspace) => toChoice(parts.directory, workspace)));
  return { kind: 'severalTeams', person, teams: choices.filter((choice) => choice !== null) };
}

async function teamsOf(parts: AskingParts, tenantId: string, person: PersonId): Promise<readonly WorkspaceKey[]> {
  const workspaces = await parts.directory.list(tenantId);
  const held = await Promise.all(workspaces.map((workspace) => isTeamOf(parts, workspace, person)));
  return workspaces.filter((_workspace, index) => held[index] === true);
}

/** True when the bot is in the team and its roster holds the person now. */
export async function isTeamOf(
  parts: Pick<AskingParts, 'directory' | 'roster'>,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<boolean> {
  return !(await parts.directory.isPaused(workspace)) && (await parts.roster.find(workspace, null, person)) !== null;
}

async function toChoice(directory: WorkspaceDirectory, workspace: WorkspaceKey): Promise<TeamChoice | null> {
  const facts = await directory.find(workspace);
  return facts === null ? null : { teamId: facts.teamId, name: facts.name };
}

/** The asking of this person at this place, or a stranger when the place's roster does not hold them. */
async function askingAt(parts: AskingParts, workspace: WorkspaceKey, place: Place, person: PersonId): Promise<Asked> {
  const roster = place.kind === 'channel' && place.access === 'restricted' ? place.channelId : null;
  const member = await parts.roster.find(workspace, roster, person);
  if (member === null) {
    return { kind: 'stranger' };
  }
  const now = await parts.store.now();
  return { kind: 'asking', asking: { workspace, person: member, place, now, today: localDateOf(now) } };
}
