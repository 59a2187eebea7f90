import type { CaseId } from '../../../kernel/ids.ts';
import type { Origin } from '../verbs.ts';
import { FILLING_MS } from '../../../platform/cards/card-holds.ts';

/** The few questions about times take less than other forms, and everybody waits to see the answers. */
const ANSWERING_MS = 30 * 60_000;

/**
 * What card-holds calls the card in whose place a form of the case stands: its own, or the question which time suits.
 * Null in the tab, where a form stands in no card's place.
 */
export function heldCard(id: CaseId, origin: Origin | null): string | null {
  if (origin === 'tab') {
    return null;
  }
  return origin === 'times' ? heldQuestion(id) : id;
}

/** The same for the question which time suits. */
export function heldQuestion(id: CaseId): string {
  return `${id}|times`;
}

/** For how long somebody may fill in a form there. */
export function fillingMs(origin: Origin | null): number {
  return origin === 'times' ? ANSWERING_MS : FILLING_MS;
}
