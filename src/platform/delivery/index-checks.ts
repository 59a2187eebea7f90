// When which workspace's due index is looked over, and what was found there last.
import type { WorkspaceKey } from '../../kernel/ids.ts';

/** Every workspace about this often; in a tenant with thousands of them, as fast as one each tick goes. */
const CHECK_MS = 60 * 60_000;

type Found = { readonly pending: number; readonly differences: number };

export interface IndexChecks {
  /** These are the tenant's workspaces. A new one gets its turn some time within the hour, so that not all come at once. */
  know(tenant: string, workspaces: readonly WorkspaceKey[]): void;
  /** The workspace whose check is the most overdue; null when none of the tenant is. */
  next(tenant: string): WorkspaceKey | null;
  /** A check was made, or tried in vain (null): it comes again in an hour. */
  done(tenant: string, workspace: WorkspaceKey, found: Found | null): void;
  /** The tenant is another's now. */
  forget(tenant: string): void;
  /** What the last checks found, all together. */
  found(): Found;
}

/** Nothing is checked yet; times are by a clock that never goes back, `random` is from 0 up to 1. */
export function createIndexChecks({
  monotonicMs,
  random,
}: {
  readonly monotonicMs: () => number;
  readonly random: () => number;
}): IndexChecks {
  const tenants = new Map<string, Map<WorkspaceKey, { readonly dueMs: number; readonly found: Found | null }>>();
  return {
    know(tenant, workspaces) {
      const known = tenants.get(tenant) ?? new Map();
      tenants.set(tenant, known);
      for (const workspace of workspaces) {
        if (!known.has(workspace)) {
          known.set(workspace, { dueMs: monotonicMs() + random() * CHECK_MS, found: null });
        }
      }
    },
    next(tenant) {
      const due = [...(tenants.get(tenant) ?? [])].filter(([, { dueMs }]) => dueMs <= monotonicMs());
      return due.toSorted(([, a], [, b]) => a.dueMs - b.dueMs)[0]?.[0] ?? null;
    },
    done(tenant, workspace, found) {
      tenants.get(tenant)?.set(workspace, { dueMs: monotonicMs() + CHECK_MS, found });
    },
    forget: (tenant) => {
      tenants.delete(tenant);
    },
    found() {
      const all = [...tenants.values()].flatMap((known) => [...known.values()].map(({ found }) => found));
      return {
        pending: all.reduce((sum, found) => sum + (found?.pending ?? 0), 0),
        differences: all.reduce((sum, found) => sum + (found?.differences ?? 0), 0),
      };
    },
  };
}
