// Where features promise messages: their change and what it promises become one transaction.
import { parseInstant } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { CommitOutcome, Store, Write } from '../storage/store.ts';
import type { DeliveryDraft } from './delivery.ts';
import { parseDueKey } from './delivery-keys.ts';
import type { Hints } from './hints.ts';
import { readDeliveries } from './read-deliveries.ts';
import { type Existing, promiseNow, promiseUnlessOpen, reconcilePromises } from './reconcile-promises.ts';

export type Promises = {
  /** The feature's own writes. */
  readonly writes: readonly Write[];
  /** What becomes of promises with dates, a subject at a time. Absent: they stay as they are. */
  readonly reconcile?: Reconciliation | readonly Reconciliation[];
  /** Promised unless a delivery of the same subject and name is open already, for whatever time. */
  readonly ensure?: readonly DeliveryDraft[];
  /** Messages to send as soon as this is committed; of the same subject and name only one waits at a time. */
  readonly send?: readonly DeliveryDraft[];
};

/**
 * All dated promises of `subject` whose names begin with `kindsOf`, as they should be from now on: others of them are
 * cancelled. Every draft's name must begin so.
 */
export type Reconciliation = {
  readonly subject: string;
  readonly kindsOf: string;
  /** Only promises of these names; all that begin with `kindsOf` when absent. */
  readonly names?: readonly string[];
  readonly wanted: readonly DeliveryDraft[];
};

export interface DeliveryDesk {
  /**
   * Commits the writes and the promises, all or nothing. A `conflict` may also come from the postman who has begun to
   * send what would change: read again and decide anew. Throws `delivery-invalid` for a name that cannot be a key.
   */
  commit(workspace: WorkspaceKey, promises: Promises): Promise<CommitOutcome>;
}

/** `nudge` wakes this process's postman after a commit with something due at once. */
export function createDeliveryDesk(deps: {
  readonly store: Store;
  readonly hints: Hints;
  readonly nudge: () => void;
}): DeliveryDesk {
  const { store, hints, nudge } = deps;
  return {
    async commit(workspace, { writes, reconcile = [], send = [], ensure = [] }) {
      const now = await store.now();
      const drafts = [...new Map(send.map((draft) => [`${draft.subject}~${draft.name}`, draft])).values()];
      const reconciliations = [reconcile].flat();
      const subjects = new Set([...drafts, ...ensure, ...reconciliations].map(({ subject }) => subject));
      const existing = new Map<string, Existing>();
      for (const subject of subjects) {
        const change = isMeant(subject, reconciliations, drafts);
        existing.set(subject, await readDeliveries(store, workspace, subject, { change }));
      }
      const of = (subject: string): Existing => existing.get(subject) ?? NONE;
      const all = [
        ...writes,
        ...reconciliations.flatMap((each) => reconcilePromises(named(of(each.subject), each), each.wanted, now)),
        ...drafts.flatMap((draft) => promiseNow(of(draft.subject), draft, now)),
        ...ensure.flatMap((draft) => promiseUnlessOpen(of(draft.subject), draft, now)),
      ];
      if (all.length === 0) {
        return 'committed'; // everything is as it should be
      }
      const earliest = earliestDue(all);
      if (earliest !== null) {
        // Before the commit: a promise whose hint came after it could be overlooked by the postman in between.
        await hints.lower(workspace, earliest, now);
      }
      const outcome = await store.commit(workspace, all);
      if (outcome === 'committed' && drafts.length > 0) {
        nudge();
      }
      return outcome;
    },
  };
}

const NONE: Existing = { deliveries: [], unreadable: [] };

/** Which names of a subject a commit may change; of the others nothing but their rows is read. */
function isMeant(
  subject: string,
  reconciliations: readonly Reconciliation[],
  drafts: readonly DeliveryDraft[],
): (name: string) => boolean {
  const sent = new Set(drafts.filter((draft) => draft.subject === subject).map((draft) => draft.name));
  const meant = reconciliations.filter((each) => each.subject === subject);
  return (name) => sent.has(name) || meant.some((each) => isNamed(each, name));
}

type Names = Pick<Reconciliation, 'kindsOf' | 'names'>;

function isNamed({ kindsOf, names }: Names, name: string): boolean {
  return name.startsWith(kindsOf) && (names === undefined || names.includes(name));
}

function named({ deliveries, unreadable }: Existing, meant: Names): Existing {
  return { deliveries: deliveries.filter(({ record }) => isNamed(meant, record.name)), unreadable };
}

function earliestDue(writes: readonly Write[]): Instant | null {
  const moments = writes.flatMap((write) =>
    write.kind === 'insert' ? (parseDueKey(write.rowKey)?.nextUtc ?? []) : [],
  );
  return parseInstant(moments.toSorted((a, b) => (a < b ? -1 : 1))[0]);
}
