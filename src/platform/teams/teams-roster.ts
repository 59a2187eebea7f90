import { TeamsInfo, type TurnContext } from 'botbuilder';
import * as z from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import { parsePersonId, type ChannelId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Member, Roster } from './bot.ts';
import { createCache } from './cache.ts';
import type { Contact, Proactive } from './proactive.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

/** The rosters as Teams gives them. `find` asks again sooner for somebody it does not know. */
export interface TeamsRoster extends Roster {
  /** The person as a member of the team, or of the channel when one is named; null when they are not in it now. */
  find(workspace: WorkspaceKey, channelId: ChannelId | null, person: PersonId): Promise<Member | null>;
}

export type RosterParts = {
  readonly proactive: Proactive;
  readonly directory: WorkspaceDirectory;
  readonly monotonicMs: () => number;
};

// Somebody who was removed loses access within a minute; somebody who was just added waits ten seconds at most.
const FRESH_MS = 60_000;
const UNKNOWN_PERSON_FRESH_MS = 10_000;
const PAGE_MEMBERS = 500;
// 25,000 is the most members a team can have.
const PAGES_MAX = 50;

/** Rosters through the bot's own connection to Teams, kept for a minute. What Teams refuses is a `roster-unavailable`. */
export function createTeamsRoster(parts: RosterParts): TeamsRoster {
  const cache = createCache<readonly Member[]>(FRESH_MS, parts.monotonicMs);
  const keyOf = (workspace: WorkspaceKey, channelId: ChannelId | null): string => `${workspace} ${channelId ?? ''}`;
  const read = (workspace: WorkspaceKey, channelId: ChannelId | null): Promise<readonly Member[]> =>
    cache.get(keyOf(workspace, channelId), () => ask(parts, workspace, channelId));
  return {
    team: (workspace) => read(workspace, null),
    channel: (workspace, channelId) => read(workspace, channelId),
    async find(workspace, channelId, person) {
      const isPerson = (member: Member): boolean => member.id === person;
      const known = (await read(workspace, channelId)).find(isPerson);
      if (known !== undefined) {
        return known;
      }
      const key = keyOf(workspace, channelId);
      if ((cache.ageMs(key) ?? 0) < UNKNOWN_PERSON_FRESH_MS) {
        return null;
      }
      cache.forget(key);
      return (await read(workspace, channelId)).find(isPerson) ?? null;
    },
  };
}

async function ask(
  parts: RosterParts,
  workspace: WorkspaceKey,
  channelId: ChannelId | null,
): Promise<readonly Member[]> {
  const facts = await parts.directory.find(workspace);
  if (facts === null) {
    throw new Fault('workspace-unknown', { workspace });
  }
  const contact: Contact = { ...facts, conversationId: channelId ?? facts.teamId };
  try {
    return await parts.proactive(contact, (context) => readMembers(context, contact));
  } catch (cause) {
    throw new Fault('roster-unavailable', { workspace, status: statusOf(cause) }, { cause });
  }
}

async function readMembers(context: TurnContext, contact: Contact): Promise<readonly Member[]> {
  const members: Member[] = [];
  let continuation: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    // Despite its name it asks for the members of any conversation, a channel's as well.
    const answer = await TeamsInfo.getPagedTeamMembers(context, contact.conversationId, PAGE_MEMBERS, continuation);
    members.push(
      ...answer.members.map((account) => toMember(account, contact.tenantId)).filter((member) => member !== null),
    );
    continuation = answer.continuationToken || undefined;
    if (continuation === undefined) {
      break;
    }
  }
  return members;
}

const Account = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.nullish(z.string()),
  aadObjectId: z.nullish(z.string()),
  objectId: z.nullish(z.string()),
  userRole: z.nullish(z.string()),
  tenantId: z.nullish(z.string()),
});

// Accounts without an Entra object are bots and anonymous guests of meetings; they are nobody here.
function toMember(account: unknown, tenantId: string): Member | null {
  const parsed = Account.safeParse(account);
  const id = parsed.success ? parsePersonId(parsed.data.aadObjectId ?? parsed.data.objectId) : null;
  if (!parsed.success || id === null) {
    return null;
  }
  const { userRole, tenantId: home } = parsed.data;
  const isForeign = typeof home === 'string' && home.toLowerCase() !== tenantId.toLowerCase();
  return {
    id,
    teamsId: parsed.data.id,
    name: parsed.data.name ?? '',
    isGuest: isForeign || userRole?.toLowerCase() === 'guest',
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 0;
  return typeof status === 'number' ? status : 0;
}
