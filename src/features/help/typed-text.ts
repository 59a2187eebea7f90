// What a person wrote, shown back to them: short, on one line, without identity codes.
import { maskIdentityCodes } from '../../kernel/identity-codes.ts';

const SHOWN_MAX = 60;
// The form of a new case takes no longer matter.
const MATTER_MAX = 120;

/** The beginning of what was written, fit for a sentence. */
export function shownBack(text: string): string {
  const line = oneLine(text);
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX).trimEnd().toWellFormed()}…` : line;
}

/** What was written as the matter of a new case; null when it is less than two words. */
export function matterIn(text: string): string | null {
  const line = oneLine(text);
  return line.includes(' ') ? line.slice(0, MATTER_MAX).trimEnd().toWellFormed() : null;
}

function oneLine(text: string): string {
  return maskIdentityCodes(text).replaceAll(/\s+/g, ' ').trim();
}
