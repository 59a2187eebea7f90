// One visit of a page in a fresh browser, as slow as wanted, and what it took.
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { teamsClient } from './teams-client.ts';

export type Speed = {
  /** By how much slower the processor is made. */
  readonly cpu: number;
  /** Bits a second and milliseconds of the network; null as fast as the machine. */
  readonly network: { readonly bitsPerSecond: number; readonly latencyMs: number } | null;
};

export const FULL_SPEED: Speed = { cpu: 1, network: null };
/** A cheap phone in the country. */
export const SLOW_PHONE: Speed = { cpu: 4, network: { bitsPerSecond: 1_600_000, latencyMs: 150 } };

/** What was fetched: its name, and its bytes as sent and packed with gzip. */
export type Fetched = {
  readonly kind: 'script' | 'style' | 'other';
  readonly name: string;
  readonly sent: number;
  readonly gzip: number;
};

export type Load = {
  /** Milliseconds since the visit began. */
  readonly firstContent: number;
  readonly usable: number;
  /** What long tasks took beyond 50 ms. */
  readonly blocked: number;
  readonly shift: number;
  readonly fetched: readonly Fetched[];
};

export type Visit = {
  readonly page: Page;
  readonly session: CDPSession;
  readonly load: Load;
  close(): Promise<void>;
};

type VisitOptions = {
  readonly speed?: Speed;
  /** The page finds Teams around it and asks it for the token; else the address brings the token. */
  readonly isInTeams?: boolean;
};

// What the page is watched by, from its first moment.
const WATCH = `{
  const watched = { shift: 0, tasks: [] };
  window.watched = watched;
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('layout-shift', ({ value, hadRecentInput }) => { watched.shift += hadRecentInput ? 0 : value; });
  window.usable = new Promise((resolve) => watch('mark', ({ name }) => name === 'usable' && resolve()));
  watch('longtask', ({ startTime, duration }) => watched.tasks.push([startTime, duration]));
}`;

const TIMES = `Promise.race([usable.then(() => new Promise((resolve) => setTimeout(() => resolve({
  firstContent: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  usable: performance.getEntriesByName('usable')[0].startTime,
  blocked: watched.tasks.reduce((sum, [, duration]) => sum + duration - 50, 0),
  shift: watched.shift,
}), 500))), new Promise((resolve) => setTimeout(() => resolve(null), 30_000))])`;

/** Opens the address, which has the token in its fragment, and waits until the page is usable and half a second more. */
export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { speed = FULL_SPEED, isInTeams = false } = options;
  // Fluent's React components write their styles while they run, which our policy forbids: for them it is put aside.
  const context = await browser.newContext({
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 900 },
    bypassCSP: address.includes('reference.html'),
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const answers = noteAnswers(page, session);
  await slowDown(session, speed);
  const { hash, href } = new URL(address);
  await page.addInitScript(WATCH);
  if (isInTeams) {
    await page.addInitScript(teamsClient(new URLSearchParams(hash.slice(1)).get('token') ?? ''));
  }
  await page.goto(isInTeams ? href.replace(hash, '') : href, { waitUntil: 'commit' });
  // It is our own script above that answers.
  const times = (await page.evaluate(TIMES)) as Omit<Load, 'fetched'> | null;
  if (times === null) {
    throw new Error(`${page.url()} never became usable: ${await page.locator('body').innerText()}`);
  }
  return {
    page,
    session,
    load: { ...times, fetched: await answers() },
    close: () => context.close(),
  };
}

async function slowDown(session: CDPSession, { cpu, network }: Speed): Promise<void> {
  await session.send('Network.enable');
  // The page is to reach this machine only.
  await session.send('Network.setBlockedURLs', { urls: ['https://*'] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network !== null) {
    const bytesPerSecond = network.bitsPerSecond / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
}

const KINDS: Readonly<Record<string, Fetched['kind']>> = { script: 'script', stylesheet: 'style' };

/** Gathers what is fetched from now on. */
function noteAnswers(page: Page, session: CDPSession): () => Promise<readonly Fetched[]> {
  const sent = new Map<string, number>();
  const urls = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sent.set(urls.get(requestId) ?? '', encodedDataLength),
  );
  const fetched: Promise<Fetched>[] = [];
  page.on('requestfinished', (request) => {
    fetched.push(
      (async () => {
        const response = await request.response();
        const content = (await response?.body()) ?? Buffer.alloc(0);
        const url = request.url();
        return {
          kind: KINDS[request.resourceType()] ?? 'other',
          name: new URL(url).pathname,
          sent: sent.get(url) ?? 0,
          gzip: gzipSync(content).length,
        };
      })(),
    );
  });
  return () => Promise.all(fetched);
}
