import { setTimeout as wait } from 'node:timers/promises';
import type { HttpResponse, Route } from './route.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it can work, which is what `ping` (a read of the storage) answers within
 * the deadline. Neither says more: both are open to everybody.
 */
export function healthRoutes(ping: () => Promise<unknown>, deadlineMs: number): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: () => Promise.resolve({ status: 200, json: { status: 'alive' } }) },
    { method: 'GET', path: '/readyz', handle: () => readiness(ping, deadlineMs) },
  ];
}

async function readiness(ping: () => Promise<unknown>, deadlineMs: number): Promise<HttpResponse> {
  const over = new AbortController();
  const answered = ping().then(
    () => true,
    () => false,
  );
  const late = wait(deadlineMs, false, { signal: over.signal }).catch(() => false);
  const isReady = await Promise.race([answered, late]);
  over.abort();
  return isReady ? { status: 200, json: { status: 'ready' } } : { status: 503, json: { code: 'not-ready' } };
}
