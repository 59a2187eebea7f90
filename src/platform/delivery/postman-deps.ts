// What a postman stands on, and what it counts.
import type { Messenger } from '../teams/messenger.ts';
import type { Store } from '../storage/store.ts';
import type { DeliveryKind } from './delivery.ts';

/** Notes what happened, as a code with ids; never people's words. */
export type PostmanLog = (code: string, about: Readonly<Record<string, string | number>>) => void;

/** What a postman measures as it goes. */
export interface PostmanMeter {
  /** A message was sent so long after its time. */
  sent(lateMs: number): void;
  /** A look at all tenants took so long, without the sending that it began. */
  ticked(ms: number): void;
}

export type PostmanDeps = {
  /** The table of the workspaces. */
  readonly store: Store;
  /** The table of leases and hints. */
  readonly postmen: Store;
  readonly messenger: Messenger;
  readonly kinds: readonly DeliveryKind[];
  /** This process; never the same again after a restart. */
  readonly owner: string;
  /** A clock that never goes back and counts while the process sleeps. */
  readonly monotonicMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: PostmanLog;
  /** Absent: nothing is measured. */
  readonly meter?: PostmanMeter;
};

/**
 * Counted since the process started. Three tell how things are, in the tenants that this process served last: `due` is
 * how many index rows the last scans found waiting, `pending` and `differences` what the last checks found.
 */
export type PostmanCounts = {
  readonly due: number;
  /** All that is promised, whenever it is due. */
  readonly pending: number;
  /** Where deliveries and their due index disagree and nobody can safely mend it. */
  readonly differences: number;
  readonly sent: number;
  /** Of those sent, how many came more than a minute after their time. */
  readonly late: number;
  /** Deliveries that say nothing themselves and have promised others. */
  readonly handedOn: number;
  readonly failed: number;
  readonly expired: number;
  /** Messages that may or may not have arrived: no answer, or the process died while sending. */
  readonly unknown: number;
  readonly unreadable: number;
  /** How often Teams asked for a pause (429). */
  readonly throttled: number;
  /** Promises that had lost their place in the due index and got it back; more than 0 is a bug or foreign meddling. */
  readonly repaired: number;
  /** Attempts broken off by a fault of ours or of the storage; each is tried again. */
  readonly faults: number;
};

/** The counts while they are kept. */
export type Tally = {
  -readonly [Name in Exclude<keyof PostmanCounts, 'due' | 'pending' | 'differences'>]: PostmanCounts[Name];
};

export function createTally(): Tally {
  return {
    sent: 0,
    late: 0,
    handedOn: 0,
    failed: 0,
    expired: 0,
    unknown: 0,
    unreadable: 0,
    throttled: 0,
    repaired: 0,
    faults: 0,
  };
}
