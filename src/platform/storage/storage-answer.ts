// What a failed request to Table Storage means.
import { Fault } from '../../kernel/fault.ts';

/**
 * `absent`, `conflict`: the storage says so. `lost`: it may or may not have done what was asked (outage, reset, deadline).
 * `rejected`: asking again would give the same answer.
 */
export type Failure = {
  readonly kind: 'absent' | 'conflict' | 'lost' | 'rejected';
  readonly status: number;
  readonly code: string;
};

const LOST = new Set([0, 408, 429, 500, 502, 503, 504]);
// The table itself, not a row: nobody's conflict.
const ABOUT_THE_TABLE = new Set(['TableNotFound', 'TableBeingDeleted']);
// A request that got no answer, or a token for it that could not be had.
const WITHOUT_ANSWER = new Set([
  'RestError',
  'AbortError',
  'TimeoutError',
  'AuthenticationError',
  'CredentialUnavailableError',
]);

/** Names a failure by status and code, never by its text. Rethrows what did not come from the storage. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error) || !WITHOUT_ANSWER.has(error.name)) {
    throw error;
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0;
  const code = codeOf(error);
  return { kind: kindOf(status, code), status, code };
}

/** The Fault that says to the rest of the program what a failure of `what` means. */
export function faultOf(what: string, failure: Failure, cause: unknown): Fault {
  const code = failure.kind === 'lost' ? 'storage-unavailable' : 'storage-rejected';
  return new Fault(code, { what, status: failure.status, code: failure.code }, { cause });
}

function kindOf(status: number, code: string): Failure['kind'] {
  if (LOST.has(status)) {
    return 'lost';
  }
  if (ABOUT_THE_TABLE.has(code)) {
    return 'rejected';
  }
  if (status === 404) {
    return 'absent';
  }
  return status === 409 || status === 412 ? 'conflict' : 'rejected';
}

// Single operations carry the code in `details.odataError`, transactions in `code`.
function codeOf(error: Error): string {
  const details = 'details' in error ? member(error.details, 'odataError') : undefined;
  const code = member(details, 'code') ?? ('code' in error ? error.code : undefined);
  return typeof code === 'string' ? code : '';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
