import type { SendOutcome } from './messenger.ts';

// The request never left: nobody listens there, or the name is unknown.
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * What a failed attempt means, from the status that Teams gave or its absence. 502 and 504 count as busy because
 * Microsoft asks to repeat them; every other 5xx, 408, a reset, a deadline and an acceptance that cannot be read leave
 * open whether the message arrived.
 */
export function outcomeOfFailure(error: unknown, isPosted: boolean): SendOutcome {
  const status = numberOf(error, 'statusCode');
  if (!isPosted || (status === null && BEFORE_SENDING.has(String(propertyOf(error, 'code'))))) {
    return { kind: 'notSent' };
  }
  if (status === null) {
    return { kind: 'unknown', status: null };
  }
  switch (status) {
    case 412:
    case 429:
    case 502:
    case 504:
      return { kind: 'busy', status, retryAfterMs: retryAfterOf(error) };
    case 403:
      return { kind: 'refused', status, why: 'forbidden' };
    case 404:
      return { kind: 'refused', status, why: 'gone' };
    case 413:
      return { kind: 'refused', status, why: 'tooLarge' };
    default:
      return status < 300 || status >= 500 || status === 408
        ? { kind: 'unknown', status }
        : { kind: 'refused', status, why: 'other' };
  }
}

// Only the form in seconds: Teams sends that one, and the other needs a clock.
function retryAfterOf(error: unknown): number | null {
  const headers = propertyOf(propertyOf(error, 'response'), 'headers');
  const get = propertyOf(headers, 'get');
  const text: unknown = typeof get === 'function' ? Reflect.apply(get, headers, ['retry-after']) : undefined;
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) * 1_000 : null;
}

function numberOf(holder: unknown, name: string): number | null {
  const value = propertyOf(holder, name);
  return typeof value === 'number' ? value : null;
}

function propertyOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
