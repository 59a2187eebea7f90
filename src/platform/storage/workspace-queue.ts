/** Lets the jobs of one key wait for each other; jobs of different keys do not meet. */
export interface WorkspaceQueue {
  /** Runs `job` after all jobs given earlier for the same key, however those ended, and passes on its result. */
  run<Value>(key: string, job: () => Promise<Value>): Promise<Value>;
}

/**
 * A queue in this process, for rows that many write at once, such as the counter of case numbers. Other instances are
 * kept apart by ETags, not by this.
 */
export function createWorkspaceQueue(): WorkspaceQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, job) {
      const result = (tails.get(key) ?? Promise.resolve()).then(job);
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(key) === tail) {
            tails.delete(key);
          }
        });
      tails.set(key, tail);
      return result;
    },
  };
}
