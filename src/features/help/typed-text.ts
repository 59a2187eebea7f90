// What a person wrote, shown back to them: short, on one line, without identity codes.
import { maskIdentityCodes } from '../../kernel/identity-codes.ts';

const SHOWN_MAX = 60;

/** The beginning of what was written, fit for a sentence. */
export function shownBack(text: string): string {
  const line = maskIdentityCodes(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX).trimEnd().toWellFormed()}…` : line;
}
