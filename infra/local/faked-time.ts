// Time travel for a process: libfaketime shows it the time that a file says.
import { renameSync, writeFileSync } from 'node:fs';
import { findFaketime } from './installed.cjs';

/** The environment that makes a process read its time from `file`. The library comes with the package `faketime`. */
export function fakedTime(file: string): Record<string, string> {
  const library = findFaketime();
  if (library === null) {
    throw new Error('libfaketime puuttuu (is missing): apt-get install faketime');
  }
  // Not through the `faketime` command: it is a wrapper, and killing a wrapper leaves its child running. Timers keep
  // real time, or a jump would fire them all at once.
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

/** Sets the time of the processes that read `file`: it is `instant` now, and goes on from there as time does. */
export function setFakedTime(file: string, instant: string): void {
  const offsetSeconds = (Date.parse(instant) - Date.now()) / 1_000;
  // Renamed into place, because the processes may read it at any moment.
  writeFileSync(`${file}.next`, `${offsetSeconds < 0 ? '' : '+'}${offsetSeconds.toFixed(3)}\n`);
  renameSync(`${file}.next`, file);
}
