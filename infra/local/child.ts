// One program of the local world as a child process: its output goes to a file, its end is known, it can be stopped.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type ChildParts = {
  /** What it is called in messages. */
  readonly name: string;
  /** Arguments for Node, the program first. */
  readonly args: readonly string[];
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Where its output goes, anew at each start. */
  readonly logFile: string;
  /** How it is asked to end; by a signal unless said otherwise. */
  readonly stopsOn?: 'signal' | 'disconnect';
};

export type Child = {
  readonly name: string;
  /** What it said last, on both outputs. */
  readonly lastLines: () => string;
  /** Settles when the process has ended, with its last lines. */
  readonly ended: Promise<string>;
  /** Asks it to end, insists after five seconds, and resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 5_000;
const KEPT_CHARACTERS = 4_000;

/**
 * Starts the program on the Node that runs us. It stays in our process group, so that Ctrl-C and a signal to the group
 * reach it too; it is no wrapper, so that stopping it leaves nothing behind.
 */
export function startChild(parts: ChildParts): Child {
  mkdirSync(dirname(parts.logFile), { recursive: true });
  const log = createWriteStream(parts.logFile);
  const byDisconnect = parts.stopsOn === 'disconnect';
  const child = spawn(process.execPath, [...parts.args], {
    cwd: parts.cwd,
    env: { ...parts.env },
    stdio: ['ignore', 'pipe', 'pipe', byDisconnect ? 'ipc' : 'ignore'],
  });
  let tail = '';
  const outputs = [child.stdout, child.stderr].filter((output) => output !== null);
  for (const output of outputs) {
    output.on('data', (chunk: Buffer) => {
      log.write(chunk);
      tail = (tail + chunk.toString()).slice(-KEPT_CHARACTERS);
    });
  }
  // Not the child's own `close`: it never comes when we were the one to close the channel.
  const closed = outputs.map((output) => once(output, 'close'));
  const ended = Promise.all([once(child, 'exit'), ...closed])
    .catch((error: unknown) => {
      tail += String(error);
    })
    .then(() => {
      log.end();
      return tail.trim();
    });
  return { name: parts.name, lastLines: () => tail.trim(), ended, stop: () => stop(child, byDisconnect, ended) };
}

async function stop(child: ChildProcess, byDisconnect: boolean, ended: Promise<string>): Promise<void> {
  if (!byDisconnect) {
    child.kill('SIGTERM');
  } else if (child.connected) {
    child.disconnect();
  }
  const patience = new AbortController();
  const isLate = await Promise.race([
    ended.then(() => false),
    wait(PATIENCE_MS, true, { signal: patience.signal }).catch(() => false),
  ]);
  patience.abort();
  if (isLate) {
    child.kill('SIGKILL');
    await ended;
  }
}

/** What a program needs of the surroundings it is started in; everything else is said explicitly. */
export function surroundings(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'NODE_COMPILE_CACHE', 'SYSTEMROOT'];
  return Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** Resolves when `isReady` says so. When the child ends before, or after `deadlineMs`, stops it and rejects. */
export async function untilReady(child: Child, isReady: () => Promise<boolean>, deadlineMs: number): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  const giveUpAt = performance.now() + deadlineMs;
  while (!(await isReady())) {
    if (hasEnded || performance.now() > giveUpAt) {
      const what = hasEnded ? 'ei käynnisty (did not start)' : `ei vastaa (does not answer) ${deadlineMs / 1_000} s`;
      await child.stop();
      throw new Error(`${child.name} ${what}:\n${child.lastLines()}`);
    }
    await wait(100);
  }
}

/** Whether the address answers at all; with `status`, whether it answers with that. */
export async function answers(url: string, status?: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return status === undefined || response.status === status;
  } catch {
    return false;
  }
}
