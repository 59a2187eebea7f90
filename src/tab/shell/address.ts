// The address below `/tab` as the state of the page: real paths, real history, filters in the query.
import { useMemo } from 'preact/hooks';
import { createStore, useStore } from './store.ts';

export type Address = {
  /** The parts of the path below `/tab`, decoded: `['tapaukset', '2026-014']`; none on the first page. */
  readonly path: readonly string[];
  /** The page's own query; where one is (`tiimi`, `kanava`, `teema`) is not in it. */
  readonly query: URLSearchParams;
};

/** What an address's query is made of; empty, null and undefined values are left out. */
export type Query = URLSearchParams | Readonly<Record<string, string | null | undefined>>;

const BASE = '/tab';

// Parts of the query that say where one is: every link keeps them.
const STICKY = ['tiimi', 'kanava', 'teema'];

type Entry = { readonly key: number; readonly y?: number };

const current = createStore(location.pathname + location.search);
const scrolls = new Map<number, number>();
let entry: Entry = readEntry(history.state);
let pendingScroll: number | null = entry.y ?? null;
let isFocusDue = false;

/** The address as it is now; the component is drawn again when it changes. */
export function useAddress(): Address {
  const text = useStore(current);
  return useMemo(() => readAddress(text), [text]);
}

/** The parts of the path below `/tab` as they are now, for what is no component. */
export function currentPath(): readonly string[] {
  return readAddress(current.get()).path;
}

/** The address of a page as a link's `href`. */
export function hrefOf(to: string, query: Query = {}): string {
  const now = new URLSearchParams(location.search);
  const params = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    if (typeof value === 'string' && value !== '' && !STICKY.includes(name)) {
      params.append(name, value);
    }
  }
  for (const name of STICKY) {
    const value = now.get(name);
    if (value !== null) {
      params.set(name, value);
    }
  }
  const path = to.split('/').filter((part) => part !== '');
  const search = params.toString();
  return [BASE, ...path].join('/') + (search === '' ? '' : `?${search}`);
}

function entriesOf(query: Query): Iterable<readonly [string, string | null | undefined]> {
  return query instanceof URLSearchParams ? query : Object.entries(query);
}

/** Goes to a page. `replace`: the way back does not lead to the present address, as for a filter being typed. */
export function go(
  to: string,
  { query, replace = false }: { readonly query?: Query; readonly replace?: boolean } = {},
) {
  const href = hrefOf(to, query);
  const isOtherPage = new URL(href, location.href).pathname !== location.pathname;
  if (replace) {
    history.replaceState(entry, '', href);
  } else {
    scrolls.set(entry.key, scrollY);
    entry = { key: entry.key + 1 };
    history.pushState(entry, '', href);
  }
  if (isOtherPage) {
    isFocusDue = true;
    pendingScroll = 0;
  }
  current.set(location.pathname + location.search);
}

/** Starts to follow the way back and forward. */
export function followHistory(): void {
  history.scrollRestoration = 'manual';
  history.replaceState(entry, '');
  addEventListener('popstate', (event) => {
    scrolls.set(entry.key, scrollY);
    const isOtherPage = pathOf(current.get()) !== location.pathname;
    entry = readEntry(event.state);
    pendingScroll = scrolls.get(entry.key) ?? null;
    isFocusDue ||= isOtherPage;
    current.set(location.pathname + location.search);
  });
  addEventListener('pagehide', () => history.replaceState({ ...entry, y: scrollY }, ''));
}

/** Whether the heading is to take the focus, asked once after every navigation to another page. */
export function takeFocusDue(): boolean {
  const isDue = isFocusDue;
  isFocusDue = false;
  return isDue;
}

/** Scrolls to where the page was left, as soon as it is long enough; called whenever more of it has been drawn. */
export function restoreScroll(): void {
  if (pendingScroll === null) {
    return;
  }
  const isReached = document.documentElement.scrollHeight - innerHeight >= pendingScroll;
  scrollTo(0, pendingScroll);
  if (isReached) {
    pendingScroll = null;
  }
}

function readAddress(text: string): Address {
  const url = new URL(text, location.href);
  const query = new URLSearchParams(url.search);
  for (const name of STICKY) {
    query.delete(name);
  }
  const path = url.pathname.slice(BASE.length).split('/');
  return { path: path.filter((part) => part !== '').map(decoded), query };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function pathOf(text: string): string {
  return new URL(text, location.href).pathname;
}

function readEntry(state: unknown): Entry {
  const key: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'key') : undefined;
  const y: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'y') : undefined;
  return { key: typeof key === 'number' ? key : 0, ...(typeof y === 'number' ? { y } : {}) };
}
