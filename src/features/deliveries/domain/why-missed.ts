// Why a message was not said, from the codes that were stored when it was tried.

/** What is known of a delivery that went wrong. */
export type Tried = {
  readonly state: 'failed' | 'expired' | 'late';
  readonly attempts: number;
  /** How often the process died while sending it. */
  readonly takeovers: number;
  /** The last HTTP status of Teams; null when there was none. */
  readonly lastStatus: number | null;
  /** Whether nothing can be said in its team or channel now. */
  readonly isPaused: boolean;
};

export type Reason =
  'forbidden' | 'gone' | 'tooLarge' | 'busy' | 'silent' | 'broken' | 'strange' | 'paused' | 'waiting' | 'tooLate';

const BY_STATUS: ReadonlyMap<number, Reason> = new Map<number, Reason>([
  [403, 'forbidden'],
  [404, 'gone'],
  [412, 'busy'],
  [413, 'tooLarge'],
  [429, 'busy'],
  [502, 'busy'],
  [504, 'busy'],
]);

const SERVER_ERROR = 500;

/** Why it was not said, as far as anybody knows. */
export function whyMissed({ state, attempts, takeovers, lastStatus, isPaused }: Tried): Reason {
  if (isPaused && state !== 'failed') {
    return 'paused';
  }
  if (lastStatus !== null) {
    return BY_STATUS.get(lastStatus) ?? (lastStatus >= SERVER_ERROR ? 'silent' : 'strange');
  }
  if (takeovers > 0 || state === 'failed') {
    return 'broken';
  }
  if (attempts > 0) {
    return 'silent';
  }
  return state === 'late' ? 'waiting' : 'tooLate';
}
