// How the tab asks the server: JSON both ways, the token in a header, every answer parsed by its contract.
import type { ZodMiniType } from 'zod/mini';
import { ApiProblem } from '../../platform/tab/contract.ts';
import type { Host } from '../host/host.ts';
import { noteUnreachable, online } from './connection.ts';
import { createStore } from './store.ts';

/** Why there is no answer: what the server said, or that it was not reached. */
export type Problem = { readonly code: ApiProblem['code'] | 'offline'; readonly ref?: string | undefined };

export type Answer<Value> =
  { readonly kind: 'ready'; readonly value: Value } | { readonly kind: 'failed'; readonly problem: Problem };

/** Who asks and about which team. */
export type Session = {
  readonly host: Host;
  /** Null until it is known. */
  readonly team: string | null;
  readonly channel: string | null;
};

type Call = { readonly url: string; readonly body?: unknown };

const DEADLINE_MS = 30_000;

/** Why nothing can be asked any more, until the person tries again or goes elsewhere. */
export const barred = createStore<Problem | null>(null);

let session: Session | null = null;

/** From now on everything is asked in this session. */
export function openSession(next: Session): void {
  session = next;
}

/** The session of the moment. Before there is one it is a fault. */
export function currentSession(): Session {
  if (session === null) {
    throw new Error('nobody is signed in yet');
  }
  return session;
}

/** The address of a path of a team's routes, with the channel that the page belongs to. */
export function teamUrl(path: string): string {
  const { team, channel } = currentSession();
  const url = new URL(`/api/teams/${encodeURIComponent(team ?? '')}/${path.replace(/^\//, '')}`, location.href);
  if (channel !== null) {
    url.searchParams.set('channel', channel);
  }
  return url.pathname + url.search;
}

/** Asks for JSON, or sends it when there is a body. Renews the token once when the server refuses it. */
export async function call<Value>(contract: ZodMiniType<Value>, about: Call): Promise<Answer<Value>> {
  const response = await request(about);
  if ('kind' in response) {
    return response;
  }
  const json = await jsonOf(response);
  if (!response.ok) {
    return failed(problemOf(json, response.status));
  }
  const parsed = contract.safeParse(json);
  // Another version of the page than of the server: loading it again mends it.
  return parsed.success ? { kind: 'ready', value: parsed.data } : failed({ code: 'bad-request' });
}

/** The server's own answer, whatever it says; failed when there is none or nobody is signed in. */
export async function request(about: Call): Promise<Response | { kind: 'failed'; problem: Problem }> {
  const first = await attempt(about, false);
  return first instanceof Response && first.status === 401 ? await attempt(about, true) : first;
}

async function attempt(about: Call, renew: boolean): Promise<Response | { kind: 'failed'; problem: Problem }> {
  const token = await currentSession().host.token({ renew });
  if (token === null) {
    return failed({ code: 'sign-in' });
  }
  const hasBody = about.body !== undefined;
  try {
    const response = await fetch(about.url, {
      method: hasBody ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(about.body) } : {}),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    online.set(true);
    return response;
  } catch {
    noteUnreachable();
    return failed({ code: 'offline' });
  }
}

function failed(problem: Problem): { kind: 'failed'; problem: Problem } {
  return { kind: 'failed', problem };
}

/** What an answer that is no success says. Something in between may have answered: then only the status counts. */
export function problemOf(json: unknown, status: number): Problem {
  const parsed = ApiProblem.safeParse(json);
  if (parsed.success) {
    return parsed.data;
  }
  return { code: status === 429 ? 'too-many-requests' : status >= 500 ? 'unavailable' : 'bad-request' };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
