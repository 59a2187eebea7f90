import type { Store } from './store.ts';

/** Told which rows a commit of this process has written, or may have: also when it conflicted or nobody can say. */
export type CommitListener = (partition: string, rowKeys: readonly string[]) => void;

/** A store that says when something was committed through it. */
export type WatchedStore = Store & { watch(listener: CommitListener): void };

/** The store, watched: every listener is told before whoever committed hears the outcome. */
export function watchedStore(store: Store): WatchedStore {
  const listeners: CommitListener[] = [];
  return {
    ...store,
    async commit(partition, writes) {
      try {
        return await store.commit(partition, writes);
      } finally {
        const rowKeys = writes.map(({ rowKey }) => rowKey);
        listeners.forEach((listener) => listener(partition, rowKeys));
      }
    },
    watch(listener) {
      listeners.push(listener);
    },
  };
}
