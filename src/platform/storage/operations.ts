// Every form carries a nonce. Its row is inserted in the same transaction as the change, so a form that arrives twice
// (double click, Teams' re-delivery) changes nothing the second time and gets the same answer.
import { createHash } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Store, Write } from './store.ts';

/** What became of a form: codes and ids, never text. */
export type Operation = { readonly hash: string; readonly outcome: Readonly<Record<string, string>> };

const NONCE = /^[0-9A-Za-z~_-]{8,200}$/;

/** A nonce as a card sends it, or null when it cannot be one. */
export function parseNonce(value: unknown): string | null {
  return typeof value === 'string' && NONCE.test(value) ? value : null;
}

/** A digest of what was sent, for telling "the same form again" from "other content under the same nonce". */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** What an earlier arrival of the form led to; null when it is the first. An unreadable row is a Fault. */
export async function readOperation(store: Store, partition: string, nonce: string): Promise<Operation | null> {
  const row = await store.read(partition, `op|${nonce}`);
  if (row === null) {
    return null;
  }
  const { hash, outcome } = row.cells;
  if (typeof hash !== 'string' || typeof outcome !== 'string') {
    throw new Fault('row-unreadable', { row: 'op' });
  }
  return { hash, outcome: parseOutcome(outcome) };
}

function parseOutcome(text: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) {
    throw new Fault('row-unreadable', { row: 'op' });
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, String(part)]));
}

/** The write that makes a form count once; it conflicts when the same nonce was committed meanwhile. */
export function operationWrite(nonce: string, operation: Operation): Write {
  return {
    kind: 'insert',
    rowKey: `op|${nonce}`,
    cells: { hash: operation.hash, outcome: JSON.stringify(operation.outcome) },
  };
}
