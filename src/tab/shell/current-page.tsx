import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DETAIL_PAGES, PAGES, type PageEntry } from '../pages.ts';
import { tabTextsFi as words } from '../texts.fi.ts';
import { currentPath, useAddress } from './address.ts';
import { barred, type Problem } from './api.ts';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { ProblemView } from './problem.tsx';
import { useStore } from './store.ts';

const loaded = new Map<PageEntry, ComponentType>();

/** The page that the address names, fetched when it is first opened. */
export function CurrentPage() {
  const { path } = useAddress();
  const problem = useStore(barred);
  const place = path.join('/');
  useEffect(() => barred.set(null), [place]);
  if (problem !== null) {
    return <Barred problem={problem} />;
  }
  const { entry, isDetail } = entryOf(path);
  const key = isDetail ? `${path[0]}/` : path[0];
  return entry === undefined ? <NoSuchPage /> : <LoadedPage key={key} entry={entry} />;
}

/** Starts to fetch the page that the address names, before anybody is known to see it. */
export function preloadPage(): void {
  const { entry } = entryOf(currentPath());
  if (entry !== undefined) {
    // One that does not come is asked for again, and missed, when it is to be drawn.
    entry.load().then(
      (component) => void loaded.set(entry, component),
      () => undefined,
    );
  }
}

type Named = { readonly entry: PageEntry | undefined; readonly isDetail: boolean };

function entryOf(path: readonly string[]): Named {
  const isNamed = (page: PageEntry): boolean => page.path === (path[0] ?? '');
  const whole = path.join('/');
  const detail =
    path.length > 1 ? (DETAIL_PAGES.find((page) => page.path === whole) ?? DETAIL_PAGES.find(isNamed)) : undefined;
  return { entry: detail ?? PAGES.find(isNamed), isDetail: detail !== undefined };
}

function LoadedPage({ entry }: { readonly entry: PageEntry }) {
  const [turn, setTurn] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    let isWanted = true;
    if (!loaded.has(entry)) {
      entry
        .load()
        .then((component) => void loaded.set(entry, component))
        .catch(() => isWanted && setIsMissing(true))
        .finally(() => isWanted && setTurn((count) => count + 1));
    }
    return () => {
      isWanted = false;
    };
  }, [entry, isMissing]);
  const Component = loaded.get(entry);
  if (Component !== undefined) {
    return <Component key={turn} />;
  }
  // A new version of the app has other files: loading the page again finds them.
  return isMissing ? (
    <Page title={words.problems.offline.title}>
      <ProblemView problem={{ code: 'offline' }} isHeaded={false} onRetry={() => location.reload()} />
    </Page>
  ) : (
    <div class="page" />
  );
}

// The heading is the problem's own: nothing of the page is left to be seen.
function Barred({ problem }: { readonly problem: Problem }) {
  return (
    <Page title={words.problems[problem.code].title}>
      <ProblemView problem={problem} isHeaded={false} onRetry={() => barred.set(null)} />
    </Page>
  );
}

function NoSuchPage() {
  const { title, text } = words.problems['not-found'];
  return (
    <Page title={title}>
      <p>{text}</p>
      <Link to="" class="button">
        {words.toStart}
      </Link>
    </Page>
  );
}
