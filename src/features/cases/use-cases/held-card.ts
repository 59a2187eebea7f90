import type { CaseId } from '../../../kernel/ids.ts';
import type { Origin } from '../verbs.ts';
import { FILLING_MS } from '../../../platform/cards/card-holds.ts';

/** The few questions about times take less than other forms, and everybody waits to see the answers. */
const ANSWERING_MS = 30 * 60_000;

/** What card-holds calls the card in whose place a form of the case stands: its own, or the question which time suits. */
export function heldCard(id: CaseId, origin: Origin | null): string {
  return origin === 'times' ? `${id}|times` : id;
}

/** For how long somebody may fill in a form there. */
export function fillingMs(origin: Origin | null): number {
  return origin === 'times' ? ANSWERING_MS : FILLING_MS;
}
