// The program itself, `node src/index.ts`, as a process that can be killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { surroundings } from '../../infra/local/child.ts';

export type AppProgram = {
  /** Where it listens; rejects when it ends before it does. */
  readonly url: Promise<string>;
  /** What it logged so far, line by line. */
  readonly lines: readonly string[];
  /** How it ended, with what it wrote to the error output. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly errors: string;
  }>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
};

/** Starts the program with these variables and nothing else of ours. */
export function startProgram(env: Readonly<Record<string, string>>): AppProgram {
  const child = spawn(process.execPath, ['src/index.ts'], {
    env: { ...surroundings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const closed = [once(child, 'exit'), once(child.stdout, 'close'), once(child.stderr, 'close')] as const;
  const ended = Promise.all(closed).then(() => ({ code: child.exitCode, signal: child.signalCode, errors }));
  const listening = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const port = /"port":(\d+)/.exec(line)?.[1];
      if (port !== undefined) {
        resolve(`http://127.0.0.1:${port}`);
      }
    });
  });
  const died = ended.then(({ code }): never => {
    throw new Error(`the program ended with ${code}: ${errors}${lines.join('\n')}`);
  });
  const url = Promise.race([listening, died]);
  // Who starts it may only want to know how it ends.
  url.catch(() => undefined);
  return {
    url,
    lines,
    ended,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
