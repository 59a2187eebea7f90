// Pressing a button of a shown card, and where its answer goes: a done thing is told at the top of the page, everything
// that is to be read or filled in opens in the panel.
import { ShownCard, type ShownButton, type ShownMessage } from '../../platform/cards/contract.ts';
import type { Answer } from '../shell/api.ts';
import { announce } from '../shell/announce.ts';
import { outcome } from '../shell/outcome.tsx';
import { send } from '../shell/send.ts';
import { createStore } from '../shell/store.ts';

/** What is open in the panel. */
export type Opened = {
  readonly card: ShownCard;
  /** Called when something may have changed. */
  readonly onDone: () => void;
  /** Whether something was pressed in the panel since it opened. */
  readonly hasPressed: boolean;
};

/** What the panel shows; null while it is closed. */
export const opened = createStore<Opened | null>(null);

/** Presses the button; what was typed goes with it when it takes that along. */
export function press(button: ShownButton, typed: Readonly<Record<string, string>> = {}): Promise<Answer<ShownCard>> {
  return send(ShownCard, 'press', {
    verb: button.verb,
    data: { ...(button.sendsInputs ? typed : {}), ...button.data },
  });
}

/** Shows what a press was answered with. `onDone` is called when something may have changed. */
export function showAnswer(card: ShownCard, onDone: () => void): void {
  if (isNothing(card)) {
    closePanel();
    return;
  }
  if (!isOutcome(card)) {
    const isInPanel = opened.get() !== null;
    outcome.set(null);
    opened.set({ card, onDone, hasPressed: isInPanel });
    return;
  }
  opened.set(null);
  outcome.set({ card, onDone });
  announce(card.notices.map(({ text }) => text).join(' '));
  onDone();
}

/** Closes the panel. What was pressed in it may have changed something. */
export function closePanel(): void {
  const was = opened.get();
  opened.set(null);
  if (was?.hasPressed === true) {
    was.onDone();
  }
}

// What was put away leaves nothing to say.
function isNothing(card: ShownCard): boolean {
  return card.kind === 'message' && card.notices.length === 0 && isBare(card);
}

function isBare({ paragraphs, facts, sections, copy }: ShownMessage): boolean {
  return paragraphs.length + facts.length + sections.length === 0 && copy === undefined;
}

/** Whether the card only says that something was done. */
function isOutcome(card: ShownCard): card is ShownMessage {
  return card.kind === 'message' && card.notices.some(({ tone }) => tone === 'done') && isBare(card);
}
