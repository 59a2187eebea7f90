// Stands between the app and the Playground's connector, and turns the county channels and personal chats that the app
// knows into the one channel and the one chat that the Playground has.
import { chatOwner, PLAYGROUND_CHANNEL, PLAYGROUND_CHAT_ID, type Threads } from './acting.ts';
import { json, type LoopbackAnswer, type LoopbackRequest } from './loopback-server.ts';
import { CHANNEL_TYPE, COUNTY_CHANNELS, TEAM, TENANT_ID, type LocalChannel, type LocalPerson } from './people.ts';

/** The path under which the signing proxy offers the connector; the Playground is told it as its service URL. */
export const CONNECTOR_PATH = '/playground-connector';

/** Passes the app's call on to the Playground at `playgroundUrl` and its answer back. Throws when nobody is there. */
export async function callPlayground(
  request: LoopbackRequest,
  playgroundUrl: string,
  threads: Threads,
): Promise<LoopbackAnswer> {
  const path = decodeURIComponent(request.path.slice(CONNECTOR_PATH.length));
  if (request.method === 'GET' && path === `/v3/teams/${TEAM.id}/conversations`) {
    const channels = [{ id: TEAM.id }, ...COUNTY_CHANNELS];
    return json(200, { conversations: channels.map((channel) => ({ ...channel, type: CHANNEL_TYPE })) });
  }
  const members = /^\/v3\/conversations\/([^/]+)\/(pagedmembers|members)(\/|$)/.exec(path);
  const owner = chatOwner(members?.[1] ?? '');
  if (request.method === 'GET' && members !== null && owner !== null) {
    return membersOfChat(owner, path);
  }
  return forward(request, playgroundUrl, threads);
}

async function forward(request: LoopbackRequest, playgroundUrl: string, threads: Threads): Promise<LoopbackAnswer> {
  const path = decodeURIComponent(request.path.slice(CONNECTOR_PATH.length));
  const sent = request.body.toString();
  const channel = channelNamedIn(path) ?? channelNamedIn(sent);
  const encoded = path.split('/').map((part) => encodeURIComponent(towardsPlayground(part)));
  const response = await fetch(`${playgroundUrl}/_connector${encoded.join('/')}?${request.query}`, {
    method: request.method,
    headers: { 'content-type': 'application/json' },
    ...(sent === '' ? {} : { body: towardsPlayground(sent) }),
  });
  const text = await response.text();
  if (channel !== undefined && request.method === 'POST') {
    rememberThread(text, channel, threads);
  }
  return {
    status: response.status,
    headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
    body: channel === undefined ? text : text.replaceAll(PLAYGROUND_CHANNEL.id, channel.id),
  };
}

function channelNamedIn(text: string): LocalChannel | undefined {
  return COUNTY_CHANNELS.find(({ id }) => text.includes(id));
}

function towardsPlayground(text: string): string {
  const inChannel = COUNTY_CHANNELS.reduce((told, { id }) => told.replaceAll(id, PLAYGROUND_CHANNEL.id), text);
  return inChannel.replaceAll(new RegExp(`${PLAYGROUND_CHAT_ID}-[a-z]+`, 'g'), PLAYGROUND_CHAT_ID);
}

// A message that the bot posts may start a thread: replies to it then come from the same county's channel.
function rememberThread(answer: string, channel: LocalChannel, threads: Threads): void {
  const id = /"id":"(?:[^"]*;messageid=)?(\d+)"/.exec(answer)?.[1];
  if (id !== undefined) {
    threads.channelOf(id, channel);
  }
}

// The Playground's personal chat knows its current user only, whoever is chosen.
function membersOfChat(owner: LocalPerson, path: string): LoopbackAnswer {
  const member = {
    id: owner.teamsId,
    aadObjectId: owner.aadObjectId,
    objectId: owner.aadObjectId,
    name: owner.name,
    tenantId: TENANT_ID,
    userRole: 'user',
  };
  if (path.endsWith('/pagedmembers')) {
    return json(200, { members: [member] });
  }
  return json(200, path.endsWith('/members') ? [member] : member);
}
