import { Fault } from '../../kernel/fault.ts';
import { parseChannelId, type ChannelId } from '../../kernel/ids.ts';
import type { Cells, CellValue } from '../storage/store.ts';

/** Why nothing can be said in a team: the bot was removed, the team deleted, or the team is archived. */
export type Pause = 'removed' | 'archived';

/** What the bot must know to speak in a team on its own. */
export type TeamFacts = {
  readonly tenantId: string;
  readonly teamId: string;
  /** The id of the Microsoft 365 group behind the team; null until Teams says it. */
  readonly aadGroupId: string | null;
  readonly name: string | null;
  readonly serviceUrl: string;
  readonly botTeamsId: string;
  /** Where people hear what concerns the whole team. */
  readonly generalChannelId: ChannelId;
  readonly paused: Pause | null;
};

/** A channel as far as known. `access` is null until Teams has said who sees it. */
export type ChannelFacts = {
  readonly channelId: ChannelId;
  readonly name: string | null;
  readonly access: 'team' | 'restricted' | null;
  readonly isDeleted: boolean;
};

const SCHEMA = 1;

export function teamCells(facts: TeamFacts): Cells {
  return {
    schema: SCHEMA,
    tenantId: facts.tenantId,
    teamId: facts.teamId,
    aadGroupId: facts.aadGroupId ?? '',
    name: facts.name ?? '',
    serviceUrl: facts.serviceUrl,
    botTeamsId: facts.botTeamsId,
    generalChannelId: facts.generalChannelId,
    paused: facts.paused ?? '',
  };
}

export function toTeamFacts(cells: Cells): TeamFacts {
  const paused = textOf(cells, 'paused');
  if (cells['schema'] !== SCHEMA || (paused !== '' && paused !== 'removed' && paused !== 'archived')) {
    throw unreadable('workspace');
  }
  return {
    tenantId: textOf(cells, 'tenantId'),
    teamId: textOf(cells, 'teamId'),
    aadGroupId: textOf(cells, 'aadGroupId') || null,
    name: textOf(cells, 'name') || null,
    serviceUrl: textOf(cells, 'serviceUrl'),
    botTeamsId: textOf(cells, 'botTeamsId'),
    generalChannelId: channelIdOf(textOf(cells, 'generalChannelId')),
    paused: paused === '' ? null : paused,
  };
}

export function channelCells(facts: ChannelFacts): Cells {
  return {
    schema: SCHEMA,
    name: facts.name ?? '',
    access: facts.access ?? '',
    state: facts.isDeleted ? 'deleted' : 'active',
  };
}

export function toChannelFacts(channelId: ChannelId, cells: Cells): ChannelFacts {
  const access = textOf(cells, 'access');
  const state = textOf(cells, 'state');
  const isKnown = access === '' || access === 'team' || access === 'restricted';
  if (cells['schema'] !== SCHEMA || !isKnown || (state !== 'active' && state !== 'deleted')) {
    throw unreadable('channel');
  }
  return {
    channelId,
    name: textOf(cells, 'name') || null,
    access: access === '' ? null : access,
    isDeleted: state === 'deleted',
  };
}

function textOf(cells: Cells, name: string): string {
  const value: CellValue | undefined = cells[name];
  if (typeof value !== 'string') {
    throw unreadable(name);
  }
  return value;
}

function channelIdOf(text: string): ChannelId {
  const id = parseChannelId(text);
  if (id === null) {
    throw unreadable('generalChannelId');
  }
  return id;
}

function unreadable(row: string): Fault {
  return new Fault('row-unreadable', { row });
}
