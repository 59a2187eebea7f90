// Programs of a measurement as processes of their own, so that each one's processor time and memory can be told apart.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { surroundings } from '../../../infra/local/child.ts';

export type Program = {
  readonly url: string;
  /** From the start of the process until it said where it listens. */
  readonly startMs: number;
  /** Processor time used so far. */
  cpuMs(): number;
  /** Resident memory now. */
  memoryMb(): number;
  /** Lines of its output that hold the text. */
  linesWith(text: string): number;
  end(): Promise<void>;
};

// Linux counts processor time in hundredths of a second.
const TICK_MS = 10;

/** Starts a program and resolves when it says its `url`, or the `port` that it listens to on this machine. */
export async function startProgram(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): Promise<Program> {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    env: { ...surroundings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const url = await addressOf(child, lines);
  const startMs = performance.now() - started;
  return {
    url,
    startMs,
    cpuMs: () => cpuMs(child),
    memoryMb: () => memoryMb(child),
    linesWith: (text) => lines.filter((line) => line.includes(text)).length,
    async end() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exited;
      clearTimeout(insist);
    },
  };
}

function addressOf(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}\n${lines.join('\n')}`)));
    if (child.stdout === null) {
      throw new Error('the program has no output');
    }
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const said: unknown = line.startsWith('{') ? JSON.parse(line) : null;
      const url = property(said, 'url');
      const port = property(said, 'port');
      if (typeof url === 'string') {
        resolve(url);
      } else if (typeof port === 'number') {
        resolve(`http://127.0.0.1:${port}`);
      }
    });
  });
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function cpuMs({ pid }: ChildProcess): number {
  // After the name in brackets, which may hold spaces: state is the 3rd field, user and system time the 14th and 15th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function memoryMb({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
}
