// A store that counts what it is asked: what costs time and money is the number of requests, on any machine.
import type { Store } from '../../src/platform/storage/store.ts';

export type Operations = { reads: number; ranges: number; commits: number };

/** A range of more rows is answered in several pages, each one request. */
const PAGE_ROWS = 1_000;

/** The store, counted into `into`. `ranges` counts pages. */
export function countedStore(store: Store, into: Operations): Store {
  return {
    ...store,
    read(partition, rowKey) {
      into.reads += 1;
      return store.read(partition, rowKey);
    },
    async range(partition, range) {
      const rows = await store.range(partition, range);
      into.ranges += Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
      return rows;
    },
    commit(partition, writes) {
      into.commits += 1;
      return store.commit(partition, writes);
    },
  };
}

export function noOperations(): Operations {
  return { reads: 0, ranges: 0, commits: 0 };
}

export function allOf({ reads, ranges, commits }: Operations): number {
  return reads + ranges + commits;
}
