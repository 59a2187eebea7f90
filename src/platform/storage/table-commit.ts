// One transaction, and what became of it when the answer was lost.
import { Fault } from '../../kernel/fault.ts';
import { failureOf, faultOf } from './storage-answer.ts';
import type { CommitOutcome, Write } from './store.ts';
import type { TableAccess } from './table-access.ts';
import { assertCommittable, toAction } from './table-rows.ts';

type Commit = {
  readonly partition: string;
  readonly writes: readonly Write[];
  /** In every row that this commit writes, and in no other. */
  readonly token: string;
};

// Waits before each attempt.
const WAITS_MS = [0, 100, 500];

/**
 * Commits all of `writes` or none. A lost answer, and a conflict too, is believed only after the rows were read back:
 * rows that carry our token prove that the commit happened. Where they prove that it has not, it is sent again; it can
 * still happen only once, because its ETags and inserts fit only once. Throws `storage-unavailable` when nobody can say.
 */
export async function commitRows(
  table: TableAccess,
  commit: Commit,
  pause: (ms: number) => Promise<void>,
): Promise<CommitOutcome> {
  assertCommittable(commit.partition, commit.writes);
  let inDoubt = false;
  for (const waitMs of WAITS_MS) {
    if (waitMs > 0) {
      await pause(waitMs);
    }
    const answer = await submit(table, commit);
    if (answer === 'done') {
      return 'committed';
    }
    inDoubt ||= answer === 'lost';
    const found = await readBack(table, commit, inDoubt);
    if (found === 'done') {
      return 'committed';
    }
    if (found === 'impossible' || answer === 'refused') {
      return 'conflict';
    }
  }
  throw new Fault('storage-unavailable', { what: 'commit', status: 0, code: 'outcome-unknown' });
}

async function submit(table: TableAccess, { partition, writes, token }: Commit): Promise<'done' | 'refused' | 'lost'> {
  const limits = table.within();
  table.guard.expectRemovals(
    limits.abortSignal,
    writes.flatMap((write) => (write.kind === 'remove' ? [write.etag] : [])),
  );
  try {
    const actions = writes.map((write) => toAction(partition, write, token));
    await table.client.submitTransaction(actions, limits);
    return 'done';
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure.kind === 'rejected') {
      throw faultOf('commit', failure, cause);
    }
    return failure.kind === 'lost' ? 'lost' : 'refused';
  }
}

/**
 * Whether the rows show that the commit happened, or that it can no longer happen, or neither. `inDoubt`: an answer was
 * lost before, so all written rows are asked, and rows that are gone count as removed by us when all had to go.
 */
async function readBack(
  table: TableAccess,
  { partition, writes, token }: Commit,
  inDoubt: boolean,
): Promise<'done' | 'impossible' | 'open'> {
  // Inserted rows first: hardly anybody writes over them, so they tell most.
  const kept = ['insert', 'replace'].flatMap((kind) => writes.filter((write) => write.kind === kind));
  const asked = kept.length > 0 ? kept : writes;
  let impossible = false;
  let gone = 0;
  for (const write of inDoubt ? asked : asked.slice(0, 1)) {
    const row = await table.find(partition, write.rowKey);
    if (row?.token === token) {
      return 'done';
    }
    gone += row === null ? 1 : 0;
    impossible ||= write.kind === 'insert' ? row !== null : row?.etag !== write.etag;
  }
  if (inDoubt && kept.length === 0 && gone === writes.length) {
    return 'done';
  }
  return impossible ? 'impossible' : 'open';
}
