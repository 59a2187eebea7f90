// Which view of the tab a link leads to: one that Teams made of a shared view, or the page's own address.
// Where the link's own reader is: a channel's tab says that itself.
const OF_THE_READER = ['tiimi', 'kanava', 'teema'];

const START = '/tab/';

type Tab = { readonly origin: string; readonly pages: readonly string[] };

/**
 * The view below `/tab/`, as `tapaukset?vaihe=3`; null for whatever is no link to one of the pages. `origin`: of this tab,
 * since any other address is somebody else's page. `pages`: their paths, or the first part of them.
 */
export function viewOfLink(link: string, { origin, pages }: Tab): string | null {
  const url = URL.parse(link.trim());
  const inTeams = url?.searchParams.get('context') ?? null;
  const view = inTeams === null ? viewBelow(url, origin) : sharedView(inTeams);
  const page = URL.parse(`${START}${view ?? ''}`, origin);
  if (view === null || page === null || page.origin !== origin || !pages.includes(firstPart(page))) {
    return null;
  }
  OF_THE_READER.forEach((name) => page.searchParams.delete(name));
  return page.pathname.slice(START.length) + page.search;
}

function viewBelow(url: URL | null, origin: string): string | null {
  return url?.origin === origin && url.pathname.startsWith(START)
    ? url.pathname.slice(START.length) + url.search
    : null;
}

// Teams writes what was shared into the link as JSON.
function sharedView(context: string): string | null {
  try {
    const shared: unknown = JSON.parse(context);
    const view: unknown = typeof shared === 'object' && shared !== null ? Reflect.get(shared, 'subEntityId') : null;
    return typeof view === 'string' ? view : null;
  } catch {
    return null;
  }
}

// What a link leads to outside the tab has no first part that is a page.
function firstPart({ pathname }: URL): string {
  return pathname.startsWith(START) ? (pathname.slice(START.length).split('/')[0] ?? '') : pathname;
}
