// What the bot remembers of the teams and channels it is in, so that it can speak there on its own.
import { Fault } from '../../kernel/fault.ts';
import { tenantOf, workspaceKey, type ChannelId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Cells, Store } from '../storage/store.ts';
import { createCache, type Cache } from './cache.ts';
import {
  channelCells,
  teamCells,
  toChannelFacts,
  toTeamFacts,
  type ChannelFacts,
  type Pause,
  type TeamFacts,
} from './directory-rows.ts';

/** What an activity tells of its team. Null leaves what is known. */
export type TeamSighting = Omit<TeamFacts, 'paused'>;
/** What an activity or a list of channels tells of a channel. Null leaves what is known. */
export type ChannelSighting = Omit<ChannelFacts, 'isDeleted'> & { readonly isDeleted: boolean | null };

export interface WorkspaceDirectory {
  /** What is known of the team; null when the bot was never there. May be a minute old. */
  find(workspace: WorkspaceKey): Promise<TeamFacts | null>;
  /** Stores what is new in the sighting and nothing when nothing is. A team that speaks is not removed: it resumes. */
  remember(workspace: WorkspaceKey, seen: TeamSighting): Promise<void>;
  /** Stops what the bot says on its own; gives false when it was stopped already or the team is unknown. */
  pause(workspace: WorkspaceKey, why: Pause): Promise<boolean>;
  /** Ends a pause; gives false when there was none. */
  resume(workspace: WorkspaceKey): Promise<boolean>;
  /** True when nothing can be said in the team, or in this channel of it. An unknown team counts as paused. */
  isPaused(workspace: WorkspaceKey, channelId?: ChannelId): Promise<boolean>;
  /** What is known of the channel; null when it was never seen. May be a minute old. */
  channel(workspace: WorkspaceKey, channelId: ChannelId): Promise<ChannelFacts | null>;
  /** Stores what is new in the sighting and nothing when nothing is. */
  rememberChannel(workspace: WorkspaceKey, seen: ChannelSighting): Promise<void>;
  /** The teams of the tenant that the bot has been in, paused or not; in the order of their keys. */
  list(tenantId: string): Promise<readonly WorkspaceKey[]>;
  /** The team that the person chose to speak of in the personal chat; null when none. */
  chosenTeam(tenantId: string, person: PersonId): Promise<WorkspaceKey | null>;
  chooseTeam(workspace: WorkspaceKey, person: PersonId): Promise<void>;
  /** The conversation of the bot's personal chat with somebody of the team's tenant; null while there is none. */
  personalChat(workspace: WorkspaceKey, person: PersonId): Promise<string | null>;
  rememberPersonalChat(workspace: WorkspaceKey, person: PersonId, conversationId: string): Promise<void>;
}

type Change = (cells: Cells | null) => Cells | null;
type Parts = {
  readonly store: Store;
  readonly teams: Cache<TeamFacts | null>;
  readonly channels: Cache<ChannelFacts | null>;
};

const TEAM_ROW = 'workspace|';
const FRESH_MS = 60_000;
const CONFLICTS_MAX = 5;

/** A directory on the store. It keeps what it read for a minute, so an ordinary turn neither reads nor writes. */
export function createWorkspaceDirectory(store: Store, monotonicMs: () => number): WorkspaceDirectory {
  const parts: Parts = {
    store,
    teams: createCache(FRESH_MS, monotonicMs),
    channels: createCache(FRESH_MS, monotonicMs),
  };
  return {
    find: (workspace) => findTeam(parts, workspace),
    remember: (workspace, seen) => rememberTeam(parts, workspace, seen),
    pause: (workspace, why) => setPause(parts, workspace, why),
    resume: (workspace) => setPause(parts, workspace, null),
    channel: (workspace, channelId) => findChannel(parts, workspace, channelId),
    rememberChannel: (workspace, seen) => rememberChannel(parts, workspace, seen),
    async isPaused(workspace, channelId) {
      const team = await findTeam(parts, workspace);
      if (team === null || team.paused !== null) {
        return true;
      }
      return channelId !== undefined && (await findChannel(parts, workspace, channelId))?.isDeleted === true;
    },
    async list(tenantId) {
      const rows = await store.range(tenantPartition(tenantId), prefixRange('team|'));
      return rows.map((row) => workspaceKey(tenantId, row.rowKey.slice('team|'.length))).filter((key) => key !== null);
    },
    async chosenTeam(tenantId, person) {
      const row = await store.read(tenantPartition(tenantId), `person|${person}`);
      const teamId = row?.cells['teamId'];
      return typeof teamId === 'string' ? workspaceKey(tenantId, teamId) : null;
    },
    async chooseTeam(workspace, person) {
      const cells = { teamId: teamOf(workspace) };
      await change(store, tenantPartition(tenantOf(workspace)), `person|${person}`, () => cells);
    },
    async personalChat(workspace, person) {
      const row = await store.read(tenantPartition(tenantOf(workspace)), `chat|${person}`);
      const conversationId = row?.cells['conversationId'];
      return typeof conversationId === 'string' ? conversationId : null;
    },
    async rememberPersonalChat(workspace, person, conversationId) {
      await change(store, tenantPartition(tenantOf(workspace)), `chat|${person}`, () => ({ conversationId }));
    },
  };
}

// Beside the workspaces' own partitions: which teams a tenant has, and who chose which in the personal chat.
function tenantPartition(tenantId: string): string {
  return `tenant|${tenantId.toLowerCase()}`;
}

function teamOf(workspace: WorkspaceKey): string {
  return workspace.slice(workspace.indexOf('|') + 1);
}

function findTeam(parts: Parts, workspace: WorkspaceKey): Promise<TeamFacts | null> {
  return parts.teams.get(workspace, async () => {
    const row = await parts.store.read(workspace, TEAM_ROW);
    return row === null ? null : toTeamFacts(row.cells);
  });
}

function findChannel(parts: Parts, workspace: WorkspaceKey, channelId: ChannelId): Promise<ChannelFacts | null> {
  return parts.channels.get(`${workspace} ${channelId}`, async () => {
    const row = await parts.store.read(workspace, `channel|${channelId}`);
    return row === null ? null : toChannelFacts(channelId, row.cells);
  });
}

async function rememberTeam(parts: Parts, workspace: WorkspaceKey, seen: TeamSighting): Promise<void> {
  const known = await findTeam(parts, workspace);
  if (known !== null && isSame(known, withSighting(known, seen))) {
    return;
  }
  if (known === null) {
    // The list first: a team that is listed but unknown is harmless, one that is missing there could not be found.
    await change(parts.store, tenantPartition(seen.tenantId), `team|${seen.teamId}`, (cells) =>
      cells === null ? {} : null,
    );
  }
  await changeTeam(parts, workspace, (facts) => withSighting(facts, seen));
}

function withSighting(known: TeamFacts | null, seen: TeamSighting): TeamFacts {
  return {
    ...seen,
    aadGroupId: seen.aadGroupId ?? known?.aadGroupId ?? null,
    name: seen.name ?? known?.name ?? null,
    paused: null,
  };
}

async function setPause(parts: Parts, workspace: WorkspaceKey, paused: Pause | null): Promise<boolean> {
  return await changeTeam(parts, workspace, (facts) => (facts === null ? null : { ...facts, paused }));
}

async function changeTeam(
  parts: Parts,
  workspace: WorkspaceKey,
  next: (facts: TeamFacts | null) => TeamFacts | null,
): Promise<boolean> {
  const isChanged = await change(parts.store, workspace, TEAM_ROW, (cells) => {
    const known = cells === null ? null : toTeamFacts(cells);
    const wanted = next(known);
    return wanted === null || (known !== null && isSame(known, wanted)) ? null : teamCells(wanted);
  });
  parts.teams.forget(workspace);
  return isChanged;
}

async function rememberChannel(parts: Parts, workspace: WorkspaceKey, seen: ChannelSighting): Promise<void> {
  const known = await findChannel(parts, workspace, seen.channelId);
  if (known !== null && isSame(known, withChannelSighting(known, seen))) {
    return;
  }
  await change(parts.store, workspace, `channel|${seen.channelId}`, (cells) =>
    channelCells(withChannelSighting(cells === null ? null : toChannelFacts(seen.channelId, cells), seen)),
  );
  parts.channels.forget(`${workspace} ${seen.channelId}`);
}

function withChannelSighting(known: ChannelFacts | null, seen: ChannelSighting): ChannelFacts {
  return {
    channelId: seen.channelId,
    name: seen.name ?? known?.name ?? null,
    access: seen.access ?? known?.access ?? null,
    isDeleted: seen.isDeleted ?? known?.isDeleted ?? false,
  };
}

function isSame(a: TeamFacts | ChannelFacts, b: TeamFacts | ChannelFacts): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([name, value]) => other.get(name) === value);
}

/** Reads the row, writes what `next` makes of it, and reads again when somebody was faster. False: nothing to write. */
async function change(store: Store, partition: string, rowKey: string, next: Change): Promise<boolean> {
  for (let attempt = 0; attempt < CONFLICTS_MAX; attempt += 1) {
    const row = await store.read(partition, rowKey);
    const cells = next(row?.cells ?? null);
    if (cells === null) {
      return false;
    }
    const write =
      row === null
        ? ({ kind: 'insert', rowKey, cells } as const)
        : ({ kind: 'replace', rowKey, etag: row.etag, cells } as const);
    if ((await store.commit(partition, [write])) === 'committed') {
      return true;
    }
  }
  throw new Fault('row-contended', { row: rowKey.slice(0, rowKey.indexOf('|')) });
}
