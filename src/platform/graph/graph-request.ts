// One request to Microsoft Graph: one attempt, one deadline, and every way in which it can end as a value.
import { invariant } from '../../kernel/fault.ts';
import { within } from '../teams/deadline.ts';

export type GraphParts = {
  /** `https://graph.microsoft.com`, or a stand-in on this machine. */
  readonly url: string;
  /** A token for Graph, fresh enough to be used now; rejects when there is none to be had. */
  readonly token: () => Promise<string>;
  /** Told of every answer that is no success, as codes and never as words. */
  readonly log: (code: string, about: Readonly<Record<string, string | number>>) => void;
  readonly deadlineMs?: number;
};

export type GraphAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfterMs: number | null }
  /** No token, no connection, no answer in time, or none that can be read: whether anything was done is unknown. */
  | { readonly kind: 'lost' };

export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, made with `graphPath`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

// Shorter than the lease of a postman's attempt and than a person's patience.
const DEADLINE_MS = 6_000;
const VERSION = '/v1.0';

/** A path of fixed words and encoded ids; an id never reaches beyond its own part. */
export function graphPath(...parts: readonly string[]): string {
  // Dots would survive the encoding and climb.
  invariant(
    parts.every((part) => part !== '' && !/^\.+$/.test(part)),
    'graph-path-invalid',
  );
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/** Asks Graph once. Nothing is repeated: whoever asks knows whether asking again is harmless. */
export async function askGraph(parts: GraphParts, request: GraphRequest): Promise<GraphAnswer> {
  const { method, path, query = {}, body } = request;
  const url = new URL(`${VERSION}${path}`, parts.url);
  url.search = new URLSearchParams(query).toString();
  const { deadlineMs = DEADLINE_MS } = parts;
  try {
    // One deadline for both: who gives tokens may be slow, and knows nothing of ours.
    const signal = AbortSignal.timeout(deadlineMs);
    const token = await within(deadlineMs, 'token-too-slow', parts.token());
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    });
    const text = await response.text();
    if (!response.ok) {
      parts.log('graph-refused', { method, status: response.status });
    }
    return {
      kind: 'answered',
      status: response.status,
      body: text === '' ? null : parsed(text),
      retryAfterMs: retryAfterOf(response.headers.get('retry-after')),
    };
  } catch (cause) {
    parts.log('graph-lost', { method, cause: cause instanceof Error ? cause.name : 'unknown' });
    return { kind: 'lost' };
  }
}

// A refusal of something on the way may be a page of HTML; its status says enough.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

// Graph sends seconds. A date would need a clock that agrees with Graph's, so it counts as not said.
function retryAfterOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}
