// What a press led to: it stands at the top of the page with its buttons (mend, undo) until one goes on.
import type { ShownMessage } from '../../platform/cards/contract.ts';
import { PressButton } from '../cards/press-button.tsx';
import { tabTextsFi as words } from '../texts.fi.ts';
import { Notice } from './notice.tsx';
import { createStore, useStore } from './store.ts';

type Outcome = { readonly card: ShownMessage; readonly onDone: () => void };

/** The last outcome, until it is closed or another page is opened. */
export const outcome = createStore<Outcome | null>(null);

/** The outcome of the last press, if there is one to see. */
export function OutcomeNotice() {
  const shown = useStore(outcome);
  if (shown === null) {
    return null;
  }
  const { card, onDone } = shown;
  const [first] = card.notices;
  return (
    <div class="outcome">
      <Notice tone={first?.tone ?? 'info'}>
        {card.notices.length === 0 ? card.title : card.notices.map(({ text }) => text).join(' ')}
      </Notice>
      <div class="actions">
        {card.buttons.map((button) => (
          <PressButton key={button.label} button={{ ...button, look: 'plain' }} onDone={onDone} />
        ))}
        <button type="button" class="button" onClick={() => outcome.set(null)}>
          {words.close}
        </button>
      </div>
    </div>
  );
}
