// The whole world on one machine: storage, identity, the app and a Teams client.
import { join } from 'node:path';
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { startAzurite, tablesUrl } from './azurite.ts';
import { answers, startChild, surroundings, untilReady, type Child } from './child.ts';
import { KAISA, TENANT_ID } from './people.ts';
import { CONNECTOR_PATH } from './playground-connector.ts';
import { startPlayground } from './playground.ts';
import type { Ports } from './ports.ts';
import { ROOT } from './root.ts';
import { seedTeam } from './seed-team.ts';
import { startSigningProxy } from './signing-proxy.ts';
import { startTokenIssuer } from './token-issuer.ts';

export type LocalWorldParts = {
  readonly ports: Ports;
  readonly dataDir: string;
  /** Whether people's client is started too. */
  readonly playground: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A file that says what time it is for the storage, and so for the app (see faked-time.ts). */
  readonly faketimeFile?: string;
  /** The program of the app; a stand-in in tests of the world itself. */
  readonly appProgram?: string;
  /** Told what is being started, in Finnish. */
  readonly progress?: (step: string) => void;
};

export type LocalWorld = {
  readonly appUrl: string;
  readonly signingUrl: string;
  /** Null without a Playground. */
  readonly playgroundUrl: string | null;
  readonly tablesUrl: string;
  /** Settles when one of the programs has ended by itself, with its name and last lines. */
  readonly broken: Promise<{ readonly name: string; readonly lastLines: string }>;
  /** Stops everything, the client first and the storage last. May be called again. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the parts one after the other, each when the one before answers. When one does not start, the others are
 * stopped again and its last lines are thrown.
 */
export async function startLocalWorld(parts: LocalWorldParts): Promise<LocalWorld> {
  const stack = new AsyncDisposableStack();
  const children: Child[] = [];
  const keep = (child: Child): void => {
    stack.defer(() => child.stop());
    children.push(child);
  };
  const urls = {
    appUrl: urlOf(parts.ports.app),
    signingUrl: urlOf(parts.ports.signing),
    playgroundUrl: parts.playground ? urlOf(parts.ports.playground) : null,
    tablesUrl: tablesUrl(parts.ports.tables),
  };
  try {
    await startParts(parts, urls, { keep, defer: (stop) => stack.defer(stop) });
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
  return { ...urls, broken: firstToEnd(children), stop: () => stack.disposeAsync() };
}

type Urls = Pick<LocalWorld, 'appUrl' | 'signingUrl' | 'playgroundUrl' | 'tablesUrl'>;
type Keeper = { readonly keep: (child: Child) => void; readonly defer: (stop: () => Promise<void>) => void };

async function startParts(parts: LocalWorldParts, urls: Urls, { keep, defer }: Keeper): Promise<void> {
  const { ports, dataDir, env, faketimeFile } = parts;
  const progress = parts.progress ?? ((): void => undefined);
  progress('Taulut (Azurite)');
  keep(await startAzurite({ port: ports.tables, dataDir, env, faketimeFile }));
  progress('Tunnistus ja allekirjoitus');
  const { appUrl } = urls;
  const presentMs = (): Promise<number> => timeOf(urls.tablesUrl);
  const issuer = await startTokenIssuer(0, { botId: LOCAL_BOT_ID, appUrl, presentMs });
  defer(issuer.stop);
  const { signActivityToken } = issuer;
  const proxy = await startSigningProxy(ports.signing, { ...urls, signActivityToken });
  defer(proxy.stop);
  progress('Sovellus');
  keep(await startApp(parts, issuer.url, urls));
  if (parts.appProgram === undefined) {
    await seedTeam(urls.tablesUrl, parts.playground ? `${urls.signingUrl}${CONNECTOR_PATH}` : null);
  }
  if (parts.playground) {
    progress('Playground');
    keep(await startPlayground({ port: ports.playground, signingUrl: urls.signingUrl, dataDir, env }));
  }
}

// Settings that a person may give the local app; the others are fixed here.
const FREE_SETTINGS = [
  'TENANT_IDS',
  'ADMIN_IDS',
  'LEGAL_ADVICE_URL',
  'MODEL_URL',
  'PRIVACY_URL',
  'CONTROLLER_NAME',
  'ADVISOR_LABEL',
];

async function startApp(parts: LocalWorldParts, issuerUrl: string, urls: Urls): Promise<Child> {
  const { ports, dataDir, env, appProgram = join(ROOT, 'src/index.ts') } = parts;
  const given = FREE_SETTINGS.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const child = startChild({
    name: 'Sovellus',
    args: [appProgram],
    env: {
      ...surroundings(env),
      PORT: String(ports.app),
      HOST: '127.0.0.1',
      LOCAL_ISSUER: issuerUrl,
      TABLES_URL: urls.tablesUrl,
      PUBLIC_URL: urls.appUrl,
      BOT_ID: LOCAL_BOT_ID,
      BOT_TYPE: 'Local',
      TENANT_IDS: TENANT_ID,
      ADMIN_IDS: KAISA.aadObjectId,
      ...Object.fromEntries(given),
    },
    cwd: ROOT,
    logFile: join(dataDir, 'logs', 'app.log'),
  });
  await untilReady(child, () => answers(`${urls.appUrl}/readyz`, 200), 60_000);
  return child;
}

// It is as late as the storage says, here as in production.
async function timeOf(storageUrl: string): Promise<number> {
  const time = Date.parse((await fetch(storageUrl)).headers.get('date') ?? '');
  if (Number.isNaN(time)) {
    throw new TypeError('the storage does not tell the time');
  }
  return time;
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function firstToEnd(children: readonly Child[]): LocalWorld['broken'] {
  return Promise.race(children.map(async ({ name, ended }) => ({ name, lastLines: await ended })));
}
