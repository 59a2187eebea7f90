// Builds the tab's pages when something that they are made of has changed since.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './root.ts';

const BUILT = join(ROOT, 'dist/tab/index.html');

/** Brings `dist/tab` up to date and says whether there was anything to do. A build that fails throws what it said. */
export async function buildTab(): Promise<boolean> {
  if (newest(['vite.config.ts', 'package-lock.json', ...sourcesOfTab()]) < modified(BUILT)) {
    return false;
  }
  await runVite();
  return true;
}

// The pages see their own folder, the kernel, contracts and texts, and nothing else of the sources.
function sourcesOfTab(): readonly string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /^(tab|kernel)\/|\/contract\.ts$|\/texts[./]/.test(file.split(sep).join('/')))
    .map((file) => join('src', file));
}

function newest(files: readonly string[]): number {
  return Math.max(...files.map((file) => modified(join(ROOT, file))));
}

/** Milliseconds since 1970; 0 for a file that is not there. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function runVite(): Promise<void> {
  const program = join(ROOT, 'node_modules/vite/bin/vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], { cwd: ROOT });
    let said = '';
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => (said += chunk.toString()));
    }
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Sivujen kääntäminen epäonnistui (vite build failed):\n${said}`)),
    );
  });
}
