// Builds the tab when its sources are newer than what was built. Several processes may want it at once: one builds.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SOURCES = [
  'src/tab/**/*',
  'src/{features,platform}/**/{contract,texts,*.fi}*',
  'src/kernel/**/*.ts',
  'vite.config.ts',
];
const LOCK_POLL_MS = 200;
// A build takes a second or two; a lock of this age was left behind.
const LOCK_STALE_MS = 60_000;

/** Builds `dist/tab` below `root` unless it is up to date, and gives its folder. */
export async function buildTab(root: string): Promise<string> {
  const folder = join(root, 'dist/tab');
  if (isFresh(root, folder)) {
    return folder;
  }
  const lock = join(root, 'dist/tab.lock');
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!takeLock(lock)) {
    await pause(LOCK_POLL_MS);
  }
  try {
    if (!isFresh(root, folder)) {
      await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root });
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return folder;
}

function isFresh(root: string, folder: string): boolean {
  const built = modifiedMs(join(folder, 'index.html'));
  const sources = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return built !== null && sources.every((file) => (modifiedMs(join(root, file)) ?? 0) <= built);
}

function modifiedMs(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function takeLock(lock: string): boolean {
  const since = modifiedMs(lock);
  if (since !== null && Date.now() - since > LOCK_STALE_MS) {
    rmSync(lock, { recursive: true, force: true });
  }
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
