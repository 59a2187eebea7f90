// Whether the server can be reached. What was loaded stays readable meanwhile, and the page comes back by itself.
import { createStore } from './store.ts';

const ASK_AGAIN_MS = 5_000;

/** Whether the last attempt reached the server. */
export const online = createStore(navigator.onLine);

let isAsking = false;

/** Notes that the server could not be reached, and asks for it until it answers. */
export function noteUnreachable(): void {
  online.set(false);
  if (!isAsking) {
    isAsking = true;
    setTimeout(() => void askAgain(), ASK_AGAIN_MS);
  }
}

/** Starts to listen to what the browser knows of its network. */
export function followConnection(): void {
  addEventListener('offline', noteUnreachable);
  addEventListener('online', () => void askAgain());
}

async function askAgain(): Promise<void> {
  try {
    await fetch('/tab/config.json', { cache: 'no-store' });
    isAsking = false;
    online.set(true);
  } catch {
    setTimeout(() => void askAgain(), ASK_AGAIN_MS);
  }
}
