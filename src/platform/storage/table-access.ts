// Asking one table: the client, its guards, and patience for questions that may be repeated.
import { AzureNamedKeyCredential, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { invariant } from '../../kernel/fault.ts';
import { createEtagGuard, type EtagGuard, type Policy } from './etag-guard.ts';
import { failureOf, faultOf, type Failure } from './storage-answer.ts';
import type { StorageClock } from './storage-clock.ts';
import { type TokenedRow, toRow } from './table-rows.ts';
import { timelyCredential } from './timely-credential.ts';

export type TableStoreOptions = {
  /** The account's table endpoint; plain http only for a storage on this machine. */
  readonly url: string;
  readonly credential: TokenCredential | { readonly account: string; readonly key: string };
  readonly tableName: string;
  /** One clock for all tables of the account. */
  readonly clock: StorageClock;
  /** A new token for each commit, never the same twice. */
  readonly newToken: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** How long one request may take before its answer counts as lost. */
  readonly deadlineMs?: number;
};

export type TableAccess = {
  readonly client: TableClient;
  readonly guard: EtagGuard;
  /** A fresh deadline for one request. */
  within(): { readonly abortSignal: AbortSignal };
  /** Repeats a harmless request until it is answered; null when the answer is that there is no such row. */
  ask<Value>(what: string, request: () => Promise<Value>, waitsMs?: readonly number[]): Promise<Value | null>;
  find(partition: string, rowKey: string): Promise<TokenedRow | null>;
};

const DEADLINE_MS = 4_000;
// Waits before each attempt: an occasional reset passes unseen, an outage is known within seconds.
const WAITS_MS: readonly number[] = [0, 50, 300, 1_000];
const LOCAL = /^http:\/\/(127\.0\.0\.1|\[::1\]|azurite)(:\d+)?(\/|$)/;

/** The door to one table; nothing is sent before it is asked. */
export function openTable(options: TableStoreOptions): TableAccess {
  const guard = createEtagGuard();
  const client = connect(options, [
    { policy: guard.policy, position: 'perCall' },
    // Inside of everything that turns an answer into an error: a 404 tells the time as well.
    { policy: tellTime(options.clock), position: 'perRetry' },
  ]);
  const within = (): { abortSignal: AbortSignal } => ({
    abortSignal: AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS),
  });

  async function ask<Value>(what: string, request: () => Promise<Value>, waitsMs = WAITS_MS): Promise<Value | null> {
    let last: { readonly failure: Failure; readonly cause: unknown } | null = null;
    for (const waitMs of waitsMs) {
      if (waitMs > 0) {
        await options.pause(waitMs);
      }
      try {
        return await request();
      } catch (cause) {
        const failure = failureOf(cause);
        if (failure.kind === 'absent') {
          return null;
        }
        last = { failure, cause };
        if (failure.kind !== 'lost') {
          break;
        }
      }
    }
    invariant(last !== null, 'no-attempt-made');
    throw faultOf(what, last.failure, last.cause);
  }

  return {
    client,
    guard,
    within,
    ask,
    async find(partition, rowKey) {
      const entity = await ask('read', () => client.getEntity(partition, rowKey, within()));
      return entity === null ? null : toRow(entity);
    },
  };
}

function connect(
  options: TableStoreOptions,
  additionalPolicies: NonNullable<TableServiceClientOptions['additionalPolicies']>,
): TableClient {
  const { url, tableName, credential, deadlineMs = DEADLINE_MS } = options;
  const settings: TableServiceClientOptions = {
    // Retrying is ours: a hidden second write would turn our own success into a conflict.
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: LOCAL.test(url),
    additionalPolicies,
  };
  return 'key' in credential
    ? new TableClient(url, tableName, new AzureNamedKeyCredential(credential.account, credential.key), settings)
    : new TableClient(url, tableName, timelyCredential(credential, deadlineMs), settings);
}

function tellTime(clock: StorageClock): Policy {
  return {
    name: 'tellTime',
    async sendRequest(request, next) {
      const response = await next(request);
      clock.observe(response.headers.get('date'));
      return response;
    },
  };
}
