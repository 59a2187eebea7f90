// What sends everything that the bot says on its own. Any number of them may run on one storage.
import { tenantOf, type WorkspaceKey } from '../../kernel/ids.ts';
import type { PostmanCounts, PostmanDeps } from './postman-deps.ts';
import { TenantTurns } from './tenant-turns.ts';

export interface Postman {
  /** Ticks until `stop`. */
  start(): void;
  /** Resolves when what was under way is done and the tenants are free for others. */
  stop(): Promise<void>;
  /** Looks once for tenants with something due and sends it; resolves when all of it is sent or put off. */
  tick(): Promise<void>;
  /** Ticks now instead of in a moment; call it after a commit with something due at once. */
  nudge(workspace: WorkspaceKey): void;
  counts(): PostmanCounts;
}

const TICK_MS = 1_500;
const LONGEST_BACKOFF_TICKS = 10;

/** A postman of this process. It owns its loop from `start` to `stop`; `tick` alone is enough to drive it. */
export function createPostman(deps: PostmanDeps): Postman {
  const tenants = new TenantTurns(deps, () => nudged.resolve());
  let running: { readonly loop: Promise<void>; stop(): void } | null = null;
  let nudged = Promise.withResolvers<void>();

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      // Renewed before the tick, so that a nudge during the tick brings the next one at once.
      nudged = Promise.withResolvers();
      failures = (await tenants.tryBeat()) ? 0 : Math.min(failures + 1, LONGEST_BACKOFF_TICKS);
      await Promise.race([deps.pause(TICK_MS * (1 + failures * deps.random())), nudged.promise]);
    }
  }

  return {
    start() {
      if (running === null) {
        const controller = new AbortController();
        tenants.isStopping = false;
        running = { loop: run(controller.signal), stop: () => controller.abort() };
      }
    },
    async stop() {
      tenants.isStopping = true;
      running?.stop();
      nudged.resolve();
      await running?.loop;
      running = null;
      await tenants.releaseAll();
    },
    tick: async () => {
      do {
        await tenants.beat();
        await tenants.settled();
      } while (tenants.isUnfinished);
    },
    nudge: (workspace) => {
      tenants.disturb(tenantOf(workspace));
      nudged.resolve();
    },
    counts: () => tenants.counts(),
  };
}
