import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ZodMiniType } from 'zod/mini';
import { barred, call, teamUrl, type Answer, type Problem } from './api.ts';
import { online } from './connection.ts';
import { markUsable } from './usable.ts';

/** What is known of the answer so far. */
export type ApiState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type Api<Value> = {
  readonly state: ApiState<Value>;
  /** A newer answer is on its way, while the last one is shown. */
  readonly isRefreshing: boolean;
  readonly reload: () => void;
};

// What was shown last for an address, so that the way back shows it at once while it is asked again.
const shown = new WeakMap<object, Map<string, unknown>>();

/**
 * What a route of the team answers; `path` is below `/api/teams/:team`, with its query. When only the query changes,
 * the last answer is shown until the next one has come. What was loaded stays when the network goes, and is asked again
 * when it comes back.
 */
export function useApi<Value>(contract: ZodMiniType<Value>, path: string): Api<Value> {
  const url = teamUrl(path);
  const [held, setHeld] = useState(() => ({ url, state: remembered(contract, url) }));
  const [turn, setTurn] = useState(0);
  const [isRefreshing, setIsRefreshing] = useState(true);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  const latest = useRef(held);
  latest.current = held;
  useEffect(() => {
    let isWanted = true;
    setIsRefreshing(true);
    if (latest.current.url !== url) {
      setHeld({ url, state: stateFor(contract, url, latest.current) });
    }
    void call(contract, { url }).then((answer) => {
      if (isWanted) {
        setHeld((before) => ({ url, state: keepsOld(before.state, answer) ? before.state : answer }));
        setIsRefreshing(false);
        noteBarred(answer);
        if (answer.kind === 'ready') {
          remember(contract, url, answer.value);
        }
      }
    });
    return () => {
      isWanted = false;
    };
  }, [contract, url, turn]);
  useEffect(() => online.subscribe(() => online.get() && reload()), [reload]);
  const isReady = held.state.kind === 'ready';
  useLayoutEffect(() => {
    if (isReady) {
      markUsable();
    }
  }, [isReady]);
  const isSameThing = pathOf(held.url) === pathOf(url);
  return { state: isSameThing ? held.state : remembered(contract, url), isRefreshing, reload };
}

function stateFor<Value>(
  contract: ZodMiniType<Value>,
  url: string,
  before: { readonly url: string; readonly state: ApiState<Value> },
): ApiState<Value> {
  const known = remembered(contract, url);
  const keeps = known.kind === 'loading' && pathOf(before.url) === pathOf(url) && before.state.kind === 'ready';
  return keeps ? before.state : known;
}

// Old news are better than none, unless the server has said that there is nothing to see any more.
function keepsOld<Value>(before: ApiState<Value>, answer: ApiState<Value>): boolean {
  const isPassing =
    answer.kind === 'failed' && ['offline', 'unavailable', 'too-many-requests'].includes(answer.problem.code);
  return before.kind === 'ready' && isPassing;
}

function pathOf(url: string): string {
  return url.replace(/\?.*$/, '');
}

function remembered<Value>(contract: ZodMiniType<Value>, url: string): ApiState<Value> {
  const values = shown.get(contract);
  // Only what this contract has parsed lies under it.
  return values?.has(url) === true ? { kind: 'ready', value: values.get(url) as Value } : { kind: 'loading' };
}

// What shuts somebody out of everything is said once, instead of the page.
function noteBarred<Value>(answer: Answer<Value>): void {
  if (answer.kind === 'failed' && ['sign-in', 'not-member'].includes(answer.problem.code)) {
    barred.set(answer.problem);
  }
}

const REMEMBERED_MAX = 20;

function remember(contract: object, url: string, value: unknown): void {
  const values = shown.get(contract) ?? new Map<string, unknown>();
  shown.set(contract, values);
  values.delete(url);
  values.set(url, value);
  for (const oldest of [...values.keys()].slice(0, Math.max(0, values.size - REMEMBERED_MAX))) {
    values.delete(oldest);
  }
}
