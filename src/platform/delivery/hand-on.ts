// Deliveries that follow from one that ends without saying anything itself.
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Write } from '../storage/store.ts';
import { HANDED_ON_MAX, type DeliveryDraft } from './delivery.ts';
import { readSubject } from './read-deliveries.ts';
import { promiseOnce } from './reconcile-promises.ts';
import type { Round } from './round.ts';

const ROWS_MAX = 100;
// The delivery and its index row, for the ones that end as for those that begin.
const ROWS_EACH = 2;
const EVENT_ROWS = 1;

/** Whether the end of so many deliveries and the beginning of others fit into one transaction. */
export function fitsIntoOne(ending: number, beginning: number): boolean {
  return beginning <= HANDED_ON_MAX && (ending + beginning) * ROWS_EACH + EVENT_ROWS <= ROWS_MAX;
}

/** The writes that promise the drafts, after everybody who could overlook them was told when the first is due. */
export async function handOnWrites(
  { deps: { store }, hints }: Pick<Round, 'deps' | 'hints'>,
  workspace: WorkspaceKey,
  drafts: readonly DeliveryDraft[],
  now: Instant,
): Promise<readonly Write[]> {
  const byName = new Map(drafts.map((draft) => [`${draft.subject}~${draft.name}`, draft]));
  const bySubject = new Map<string, DeliveryDraft[]>();
  for (const draft of byName.values()) {
    bySubject.set(draft.subject, [...(bySubject.get(draft.subject) ?? []), draft]);
  }
  const promised = await Promise.all(
    [...bySubject].map(async ([subject, of]) => {
      const existing = await readSubject(store, workspace, subject);
      return of.flatMap((draft) => promiseOnce(existing, draft, now) ?? []);
    }),
  );
  const promises = promised.flat();
  const [earliest] = promises.map(({ dueUtc }) => dueUtc).toSorted((a, b) => (a < b ? -1 : 1));
  if (earliest !== undefined) {
    await hints.lower(workspace, earliest, now);
  }
  return promises.flatMap(({ writes }) => writes);
}
