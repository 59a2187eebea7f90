// What this window remembers over a reload. Browsers that block the storage of framed pages throw at its very name: then
// the page itself remembers, as long as it is open.

const memory = new Map<string, string>();

/** The text kept under the name; null when there is none. */
export function recall(name: string): string | null {
  const kept = memory.get(name);
  if (kept !== undefined) {
    return kept;
  }
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps the text under the name. */
export function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
  }
}

/** Forgets what is kept under the name. */
export function forget(name: string): void {
  memory.delete(name);
  try {
    sessionStorage.removeItem(name);
  } catch {
    // What cannot be reached keeps nothing.
  }
}
