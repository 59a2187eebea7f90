import { Fault } from '../../kernel/fault.ts';

const CLOSED: ReadonlySet<unknown> = new Set([403, 404]);

/**
 * What a channel's roster says; `closed` when the channel was deleted or the bot was taken out of it: then it vouches for
 * nobody. An outage is something else and throws.
 */
export async function unlessClosed<Value>(roster: Promise<Value>, closed: Value): Promise<Value> {
  try {
    return await roster;
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'roster-unavailable' && CLOSED.has(fault.details['status'])) {
      return closed;
    }
    throw fault;
  }
}
