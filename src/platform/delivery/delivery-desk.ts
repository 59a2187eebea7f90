// Where features promise messages: their change and what it promises become one transaction.
import { parseInstant } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { CommitOutcome, Store, Write } from '../storage/store.ts';
import type { DeliveryDraft } from './delivery.ts';
import { dueKey, parseDueKey } from './delivery-keys.ts';
import type { Hints } from './hints.ts';
import { type StoredDelivery, isOpen } from './delivery-rows.ts';
import { withIndexEtags } from './index-etags.ts';
import { type DeliveriesRead, readSubject } from './read-deliveries.ts';
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
  /** Every subject has got its id for this very commit, so that nothing can have been promised about it before. */
  readonly isNew?: true;
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
  readonly nudge: (workspace: WorkspaceKey) => void;
}): DeliveryDesk {
  const { store, hints, nudge } = deps;
  return {
    async commit(workspace, { writes, reconcile = [], send = [], ensure = [], isNew }) {
      const now = await store.now();
      const drafts = [...new Map(send.map((draft) => [`${draft.subject}~${draft.name}`, draft])).values()];
      const reconciliations = [reconcile].flat();
      const own = [...drafts, ...reconciliations].map(({ subject }) => subject);
      // What is ensured may have been promised long before, whatever else is new.
      const read = new Set([...(isNew === true ? [] : own), ...ensure.map((draft) => draft.subject)]);
      const existing = new Map(
        await Promise.all(
          [...read].map(async (subject) => [subject, await readSubject(store, workspace, subject)] as const),
        ),
      );
      const promised = await withIndexEtags(store, workspace, (etagOf) => {
        const of = (subject: string): Existing => withEtags(existing.get(subject) ?? NONE, etagOf);
        return [
          ...reconciliations.flatMap((each) => reconcilePromises(named(of(each.subject), each), each.wanted, now)),
          ...drafts.flatMap((draft) => promiseNow(of(draft.subject), draft, now)),
          ...ensure.flatMap((draft) => promiseUnlessOpen(of(draft.subject), draft, now)),
        ];
      });
      const all = [...writes, ...promised];
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
        nudge(workspace);
      }
      return outcome;
    },
  };
}

const NONE: DeliveriesRead<StoredDelivery> = { deliveries: [], unreadable: [] };

function withEtags(
  { deliveries, unreadable }: DeliveriesRead<StoredDelivery>,
  etagOf: (dueKey: string) => string | null,
): Existing {
  const known = deliveries.map((stored) => {
    const { record } = stored;
    return { ...stored, indexEtag: isOpen(record) ? etagOf(dueKey(record.nextUtc, record)) : null };
  });
  return { deliveries: known, unreadable };
}

function named(
  { deliveries, unreadable }: Existing,
  { kindsOf, names }: Pick<Reconciliation, 'kindsOf' | 'names'>,
): Existing {
  const isMeant = ({ record }: Existing['deliveries'][number]): boolean =>
    record.name.startsWith(kindsOf) && (names === undefined || names.includes(record.name));
  return { deliveries: deliveries.filter(isMeant), unreadable };
}

function earliestDue(writes: readonly Write[]): Instant | null {
  const moments = writes.flatMap((write) =>
    write.kind === 'insert' ? (parseDueKey(write.rowKey)?.nextUtc ?? []) : [],
  );
  return parseInstant(moments.toSorted((a, b) => (a < b ? -1 : 1))[0]);
}
