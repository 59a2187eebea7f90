// A storage whose clock tests can set, in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Instant } from '../../src/kernel/instants.ts';

export interface TravellingTables {
  readonly url: string;
  /** From now on it is this moment, by the clock of the storage, and by `monotonicMs` so much later. */
  travel(to: Instant): Promise<void>;
  /** Travels ahead. */
  pass(ms: number): Promise<void>;
  /** The present by the clock of the storage, in milliseconds since 1970. */
  presentMs(): number;
  /** Of the storage's process; 0 when it has ended. */
  readonly pid: number;
  /** A clock that runs on by itself, jumps ahead along with the storage's, and never goes back. */
  monotonicMs(): number;
  close(): Promise<void>;
}

/** Starts a storage of its own; about half a second, so one for all tests of a file. */
export async function openTravellingTables(): Promise<TravellingTables> {
  const child = fork(path.join(process.cwd(), 'test/support/travelling-azurite.cjs'), { execArgv: [] });
  const message = async (): Promise<unknown> => {
    const [sent]: unknown[] = await once(child, 'message');
    return sent;
  };
  const started = await message();
  const url = typeof started === 'object' && started !== null && 'url' in started ? String(started.url) : '';
  let jumpedMs = 0;
  let reference = { epochMs: Date.now(), at: performance.now() };
  const present = (): number => reference.epochMs + performance.now() - reference.at;

  const travelTo = async (epochMs: number): Promise<void> => {
    jumpedMs += Math.max(0, epochMs - present());
    reference = { epochMs, at: performance.now() };
    const answered = message();
    child.send({ now: epochMs });
    await answered;
  };
  return {
    url,
    pid: child.pid ?? 0,
    presentMs: present,
    travel: (to) => travelTo(Date.parse(to)),
    pass: (ms) => travelTo(present() + ms),
    monotonicMs: () => performance.now() + jumpedMs,
    async close() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
