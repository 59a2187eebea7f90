// Time travel for a process: libfaketime shows it the time that a file says.
import { renameSync, writeFileSync } from 'node:fs';
import { findFaketime } from './installed.cjs';

/** The environment that makes a process read its time from `file`. The library comes with the package `faketime`. */
export function fakedTime(file: string): Record<string, string> {
  const library = findFaketime();
  if (library === null) {
    throw new Error('libfaketime puuttuu (is missing): apt-get install faketime');
  }
  // Not through the `faketime` command: it is a wrapper, and killing a wrapper leaves its child running.
  return { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', TZ: 'UTC' };
}

/** Sets the time of the processes that read `file`: it is `instant` now, and goes on from there. */
export function setFakedTime(file: string, instant: string): void {
  // Renamed into place, because the processes may read it at any moment.
  writeFileSync(`${file}.next`, `@${instant.slice(0, 10)} ${instant.slice(11, 19)}\n`);
  renameSync(`${file}.next`, file);
}
