// What was typed into a form, kept in this window's storage until it is saved or thrown away, so that a reload loses
// nothing. It never leaves the machine.
import type { ShownForm } from '../../platform/cards/contract.ts';
import { forget, keep, recall } from '../host/window-storage.ts';

type Typed = Readonly<Record<string, string>>;

const PREFIX = 'luonnos';

// What differs each time the same form is drawn.
const PASSING = new Set(['nonce', 'seen', 'confirmed']);

/** Under what a form's text is kept: what saves it, and what it is about. */
export function draftKey(form: ShownForm): string | null {
  const save = form.buttons.find((button) => button.sendsInputs);
  if (save === undefined) {
    return null;
  }
  const about = Object.entries(save.data)
    .filter(([name]) => !PASSING.has(name))
    .map(([name, value]) => `${name}=${value}`);
  return [PREFIX, save.verb, ...about.toSorted((a, b) => (a < b ? -1 : 1))].join('|');
}

/** What was typed into the form earlier; null when nothing is kept. */
export function readDraft(key: string): Typed | null {
  try {
    const value: unknown = JSON.parse(recall(key) ?? 'null');
    if (typeof value !== 'object' || value === null) {
      return null;
    }
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return null;
  }
}

/** Keeps what has been typed. */
export function keepDraft(key: string, typed: Typed): void {
  keep(key, JSON.stringify(typed));
}

/** Forgets what was kept. */
export function dropDraft(key: string): void {
  forget(key);
}
