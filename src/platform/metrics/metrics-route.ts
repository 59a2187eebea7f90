import { createHash, timingSafeEqual } from 'node:crypto';
import type { Route } from '../http/route.ts';
import type { Meter, Metrics, TurnOutcome } from './metrics.ts';

/** `GET /metrics` for whoever shows `token` as a bearer token; everybody else is told nothing. */
export function metricsRoute(metrics: Metrics, token: string): Route {
  const wanted = digest(`Bearer ${token}`);
  return {
    method: 'GET',
    path: '/metrics',
    async handle({ headers }) {
      // Digests have one length, so that how long the comparison takes tells nothing either.
      if (!timingSafeEqual(digest(headers['authorization'] ?? ''), wanted)) {
        return { status: 401, headers: { 'www-authenticate': 'Bearer' }, json: { code: 'unauthenticated' } };
      }
      const content = Buffer.from(await metrics.text());
      return { status: 200, bytes: { contentType: metrics.contentType, content } };
    },
  };
}

/** The route, with every request of it counted and timed. */
export function measuredRoute(route: Route, meter: Meter, monotonicMs: () => number): Route {
  return {
    ...route,
    async handle(request) {
      const started = monotonicMs();
      let outcome: TurnOutcome = 'failed';
      try {
        const response = await route.handle(request);
        outcome = outcomeOf(response.status);
        return response;
      } finally {
        meter.turn(outcome, monotonicMs() - started);
      }
    },
  };
}

function outcomeOf(status: number): TurnOutcome {
  if (status >= 500) {
    return 'failed';
  }
  return status >= 400 ? 'refused' : 'answered';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
