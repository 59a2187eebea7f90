import type { Range } from './store.ts';

/** The range of all row keys that begin with `prefix`, which must not be empty. */
export function prefixRange(prefix: string, about: Omit<Range, 'from' | 'before'> = {}): Range {
  const last = prefix.length - 1;
  const before = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
  return { from: prefix, before, ...about };
}
