// What was typed into a form, kept in this window's storage until it is saved or thrown away, so that a reload loses
// nothing. It never leaves the machine. Only the fields that somebody typed in are kept: laid over a newer form, the
// others would undo what has been changed there meanwhile, and nobody would notice.
import type { ShownForm } from '../../platform/cards/contract.ts';
import { forget, keep, recall } from '../host/window-storage.ts';
import { currentSession } from '../shell/api.ts';

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
  return [save.verb, ...about.toSorted((a, b) => (a < b ? -1 : 1))].join('|');
}

/** The fields that were typed in earlier, for the team that is shown now; null when nothing is kept. */
export function readDraft(key: string): Typed | null {
  try {
    const value: unknown = JSON.parse(recall(placeOf(key)) ?? 'null');
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

/** Keeps what has been typed into one field, beside what was typed into the others. */
export function keepDraft(key: string, field: string, value: string): void {
  keep(placeOf(key), JSON.stringify({ ...readDraft(key), [field]: value }));
}

/** Forgets what was kept. */
export function dropDraft(key: string): void {
  forget(placeOf(key));
}

// The same form may be open for two teams, and what is written for one is not for the other.
function placeOf(key: string): string {
  return [PREFIX, currentSession().team ?? '', key].join('|');
}
