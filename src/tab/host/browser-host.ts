// A plain browser. Locally the token issuer signs people in and sends them back with a token in the fragment, which
// never reaches a server; in production there is nobody who signs in, and the page says to open Teams.
import type { TabSettings } from '../../platform/tab/contract.ts';
import type { Host } from './host.ts';
import { forget, keep, recall } from './window-storage.ts';

const TOKEN_KEY = 'tunniste';

/** The host of a plain browser. Takes the token out of the address, so that no link or picture of the page shows it. */
export function browserHost(settings: TabSettings): Host {
  const isLocal = settings.signIn.kind === 'local';
  if (isLocal) {
    // Only there: a link with somebody else's token in it would let one write in their name without knowing.
    takeTokenFromAddress();
  }
  const query = new URLSearchParams(location.search);
  return {
    kind: 'browser',
    place: { team: query.get('tiimi'), channel: query.get('kanava'), subPage: null },
    token({ renew }) {
      if (renew) {
        forget(TOKEN_KEY);
      }
      return Promise.resolve(isLocal ? recall(TOKEN_KEY) : null);
    },
    signIn: settings.signIn.kind === 'local' ? goTo(settings.signIn.address) : null,
    share: copyAddress,
    offerAsTab: null,
    ready: () => undefined,
    failed: () => undefined,
  };
}

function takeTokenFromAddress(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) {
    keep(TOKEN_KEY, token);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

async function copyAddress(): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(location.href);
    return 'copied';
  } catch {
    return 'failed';
  }
}

function goTo(address: string): () => void {
  return () => {
    const url = new URL(address);
    url.searchParams.set('return', location.href);
    location.assign(url);
  };
}
