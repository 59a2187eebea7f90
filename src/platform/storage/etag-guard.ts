// No request that could write over unread rows leaves this process.
import type { TableServiceClientOptions } from '@azure/data-tables';
import { Fault } from '../../kernel/fault.ts';

/** The SDK's pipeline policy, a type that it does not export itself. */
export type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy'];

const LINE = '\r\n';
const IF_MATCH_ANY = /^if-match:\s*\*\s*$/i;

export type EtagGuard = {
  readonly policy: Policy;
  /** Names the ETags of a transaction's removals, in their order; `signal` is the abort signal of its request. */
  expectRemovals(signal: AbortSignal, etags: readonly string[]): void;
};

/**
 * In a transaction @azure/data-tables 13.3.2 sends every removal with `If-Match: *` and offers no way to say otherwise.
 * The policy puts the ETags that were read in their place, and throws `etag-missing` when any asterisk would be left,
 * in a transaction or outside.
 */
export function createEtagGuard(): EtagGuard {
  const expected = new WeakMap<object, readonly string[]>();
  return {
    policy: {
      name: 'etagGuard',
      sendRequest(request, next) {
        if (request.headers.get('if-match')?.trim() === '*') {
          throw new Fault('etag-missing');
        }
        if (typeof request.body === 'string' && request.url.includes('$batch')) {
          const etags = request.abortSignal === undefined ? undefined : expected.get(request.abortSignal);
          // The request is the SDK's to change: policies are its way of doing so.
          Object.assign(request, { body: withEtags(request.body, etags ?? []) });
        }
        return next(request);
      },
    },
    expectRemovals(signal, etags) {
      expected.set(signal, etags);
    },
  };
}

function withEtags(body: string, etags: readonly string[]): string {
  let used = 0;
  // A row's JSON is one line that begins with a brace, so no text of a row can look like this header.
  const lines = body.split(LINE).map((line) => (IF_MATCH_ANY.test(line) ? `If-Match: ${etags[used++] ?? '*'}` : line));
  if (used !== etags.length) {
    throw new Fault('etag-missing');
  }
  return lines.join(LINE);
}
