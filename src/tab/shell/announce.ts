// What a screen reader hears without the focus moving (W-11).
import { createStore } from './store.ts';

/** What the status region says; `turn` makes the same words news again. */
export const announced = createStore({ text: '', turn: 0 });

/** Says the text politely: after what is being read. */
export function announce(text: string): void {
  announced.set({ text, turn: announced.get().turn + 1 });
}
