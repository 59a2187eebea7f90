// What is common to everything that one postman does for one tenant.
import { Fault } from '../../kernel/fault.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Row } from '../storage/store.ts';
import type { DeliveryKind } from './delivery.ts';
import type { Hints } from './hints.ts';
import type { Lease } from './lease.ts';
import type { PostmanDeps, Tally } from './postman-deps.ts';
import type { RateWindows } from './rate-windows.ts';

export type Round = {
  readonly deps: PostmanDeps;
  readonly kinds: ReadonlyMap<string, DeliveryKind>;
  readonly hints: Hints;
  readonly tally: Tally;
  readonly lease: Lease;
  readonly rates: RateWindows;
  /** Messages that were accepted but could not be recorded yet, by attempt; each job says whether it is settled now. */
  readonly unrecorded: Map<string, () => Promise<boolean>>;
  /** Rows already reported, so that each is reported once. */
  readonly reported: Set<string>;
  /** Called when a message has been handed to Teams. */
  readonly onPost: () => void;
  /** Called with how many rows a scan found waiting in which workspaces. */
  readonly onScan: (due: number, workspaces: readonly WorkspaceKey[]) => void;
};

/** Deliveries of a workspace that are due together and become one message. */
export type Bundle = {
  readonly workspace: WorkspaceKey;
  readonly kind: string;
  /** What shares a lane is sent one after another: what is about one subject, and the parts of one large bundle. */
  readonly lane: string;
  readonly items: readonly { readonly deliveryKey: string; readonly due: Row }[];
};

/** Reports a row that this version cannot read, once for each of its versions. It is left as it is. */
export function reportUnreadable(
  { deps, tally, reported }: Pick<Round, 'deps' | 'tally' | 'reported'>,
  workspace: WorkspaceKey,
  row: Pick<Row, 'rowKey' | 'etag'>,
): void {
  const id = `${workspace} ${row.rowKey} ${row.etag}`;
  if (!reported.has(id)) {
    reported.add(id);
    tally.unreadable += 1;
    deps.log('delivery-unreadable', { workspace, row: row.rowKey });
  }
}

/** Notes a fault that is survived: what it was is in its code, what it was about in `about`. */
export function reportFault(
  { deps, tally }: Pick<Round, 'deps' | 'tally'>,
  code: string,
  about: { readonly error: unknown; readonly workspace?: WorkspaceKey; readonly kind?: string },
): void {
  const { error, ...rest } = about;
  tally.faults += 1;
  deps.log(code, { ...rest, fault: faultCode(error) });
}

function faultCode(error: unknown): string {
  if (error instanceof Fault) {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
