// Delivery processes that are killed without warning and started again.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFaketime } from '../../infra/local/installed.cjs';
import { surroundings } from '../../infra/local/child.ts';

export type Kill = { readonly owner: string; readonly atMs: number };

export interface Fleet {
  readonly kills: readonly Kill[];
  /** How often each note was logged, of all processes. */
  readonly notes: ReadonlyMap<string, number>;
  /** How far the clocks of the processes were from the storage’s, in minutes, as they themselves said. */
  readonly clockMinutes: ReadonlySet<number>;
  /** How long a process took until it was ready, in milliseconds; one value for each start. */
  readonly startsMs: readonly number[];
  /** What went wrong in a process itself: an end that nobody asked for. */
  readonly accidents: readonly string[];
  /** How many are ready. */
  alive(): number;
  /** Sends SIGKILL to one of the processes that are ready; false when too few are. */
  killOne(): boolean;
  /** Lets all of them finish what they are at, and end. */
  stop(): Promise<void>;
}

const LEFT_ALIVE = 1;

type Slot = { readonly clockMs: number; child: ChildProcess; owner: string; isReady: boolean };

/**
 * Starts a process for each of `clocksMs` (how far its clock is from this machine's), and another in the place of each
 * that is killed. Resolves when all are ready.
 */
export async function startFleet(about: {
  readonly clocksMs: readonly number[];
  readonly args: readonly string[];
  readonly nowMs: () => number;
  readonly random: () => number;
}): Promise<Fleet> {
  const program = buildProgram();
  const kills: Kill[] = [];
  const notes = new Map<string, number>();
  const clockMinutes = new Set<number>();
  const startsMs: number[] = [];
  const accidents: string[] = [];
  let generation = 0;
  let isStopping = false;
  let heard = Promise.withResolvers<void>();

  function start(slot: Slot): void {
    generation += 1;
    const owner = `p${generation}`;
    const started = performance.now();
    const child = spawn(process.execPath, [program.file, ...about.args, owner], {
      env: { ...surroundings(process.env), NODE_COMPILE_CACHE: program.folder, ...clockOf(slot.clockMs) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    Object.assign(slot, { child, owner, isReady: false });
    child.on('message', (message) => {
      const said = asRecord(message);
      if (said['ready'] === true) {
        slot.isReady = true;
        startsMs.push(performance.now() - started);
        clockMinutes.add(Math.round((Number(said['clock']) - about.nowMs()) / 60_000));
        heard.resolve();
      }
      if (typeof said['code'] === 'string') {
        notes.set(said['code'], (notes.get(said['code']) ?? 0) + 1);
      }
    });
    child.on('exit', (code, signal) => {
      forgetFakedTime(child.pid);
      slot.isReady = false;
      if (signal === 'SIGKILL' && !isStopping) {
        start(slot);
      } else if (!isStopping) {
        accidents.push(`${owner} ended with ${code}: ${errors}`);
        heard.resolve();
      }
    });
  }

  const slots = about.clocksMs.map((clockMs): Slot => {
    // `start` gives it its process at once.
    const slot = { clockMs, owner: '', isReady: false } as Slot;
    start(slot);
    return slot;
  });
  while (!slots.every(({ isReady }) => isReady) && accidents.length === 0) {
    await heard.promise;
    heard = Promise.withResolvers();
  }

  return {
    kills,
    notes,
    clockMinutes,
    startsMs,
    accidents,
    alive: () => slots.filter(({ isReady }) => isReady).length,
    killOne() {
      const ready = slots.filter(({ isReady }) => isReady);
      const slot = ready[Math.floor(about.random() * ready.length)];
      // Somebody is left: on a slow machine nothing would be tested but how processes start.
      if (slot === undefined || ready.length < LEFT_ALIVE + 1) {
        return false;
      }
      slot.isReady = false;
      kills.push({ owner: slot.owner, atMs: about.nowMs() });
      slot.child.kill('SIGKILL');
      return true;
    },
    async stop() {
      isStopping = true;
      await Promise.all(
        slots.map(async ({ child, isReady }) => {
          const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
          if (isReady && child.connected) {
            child.send('stop');
          } else {
            child.kill('SIGKILL');
          }
          await ended;
        }),
      );
      rmSync(program.folder, { recursive: true, force: true });
    },
  };
}

// As one file and with its compiled code kept, a process starts in a fraction of a second: otherwise the machine would do
// little else than start processes. The code is kept at the end of a process, and one that is killed has none: so the
// program runs once before, with nobody to talk to.
function buildProgram(): { readonly file: string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const file = join(folder, 'delivery-process.cjs');
  execFileSync(join(process.cwd(), 'node_modules/.bin/esbuild'), [
    'test/faults/delivery-process.ts',
    '--bundle',
    '--platform=node',
    '--target=node24',
    '--format=cjs',
    `--outfile=${file}`,
    '--log-level=warning',
  ]);
  execFileSync(process.execPath, [file, 'http://127.0.0.1:1/account', 'none', 'none'], {
    env: { ...surroundings(process.env), NODE_COMPILE_CACHE: folder },
    stdio: 'ignore',
  });
  return { file, folder };
}

// Only the clock on the wall is moved: no process can have a monotonic clock that is wrong.
function clockOf(offsetMs: number): Record<string, string> {
  const library = findFaketime();
  if (library === null) {
    throw new Error('libfaketime is missing: apt-get install faketime');
  }
  return {
    LD_PRELOAD: library,
    FAKETIME: `${offsetMs < 0 ? '' : '+'}${(offsetMs / 1_000).toFixed(3)}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

// The library shares the time through files named after the process, which nobody removes when it is killed.
function forgetFakedTime(pid: number | undefined): void {
  for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`]) {
    rmSync(join('/dev/shm', name), { force: true });
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
