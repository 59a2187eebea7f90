// Where the process begins: the only file that reads the environment, opens sockets and starts loops.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultAzureCredential } from '@azure/identity';
import { pino } from 'pino';
import { monotonicFactory } from 'ulid';
import { createApp } from './app.ts';
import { ConfigError, parseConfig, type Config } from './config.ts';
import { Fault } from './kernel/fault.ts';
import { createGraphMeetings } from './platform/graph/graph-meetings.ts';
import { NO_ONLINE_MEETINGS, type OnlineMeetings } from './platform/graph/online-meetings.ts';
import { createServer } from './platform/http/server.ts';
import { EMULATOR_ACCOUNT } from './platform/storage/emulator-account.ts';
import { createStorageClock, type StorageClock } from './platform/storage/storage-clock.ts';
import { createTableStore, type TableStore } from './platform/storage/table-store.ts';
import { loadTabFiles } from './platform/tab/load-tab-files.ts';

const TABLE_RETRY_MS = 5_000;
const SECRET_BYTES = 32;
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
// The program is src/index.ts or, bundled, dist/index.cjs: the tab is built to the same place for both.
const BUILT_TAB = join(dirname(process.argv[1] ?? '.'), '../dist/tab');
const EPOCH = '1970-01-01T00:00:00.000Z';

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
const monotonicMs = (): number => performance.now();
const log = (code: string, about: Readonly<Record<string, string | number>>): void => {
  logger.info({ code, ...about }, 'note');
};
const pause = async (ms: number): Promise<void> => {
  await wait(ms);
};

/** Logs a fault by code under a reference id: messages of errors may quote people's words, so they are left out. */
function reportFault(fault: unknown, where: Readonly<Record<string, string>>): string {
  const ref = randomUUID().slice(0, 8);
  const cause = fault instanceof Error ? fault.cause : undefined;
  logger.error(
    {
      ref,
      ...where,
      code: fault instanceof Fault ? fault.code : fault instanceof Error ? fault.name : 'unknown',
      details: fault instanceof Fault ? fault.details : {},
      cause: cause instanceof Fault ? cause.code : cause instanceof Error ? cause.name : undefined,
      stack: fault instanceof Error ? framesOf(fault) : undefined,
    },
    'fault',
  );
  return ref;
}

// A message may go over several lines of the stack, so only what is a frame is kept.
function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 5);
}

function openTables(config: Config, clock: StorageClock): { readonly store: TableStore; readonly postmen: TableStore } {
  const { url, prefix } = config.tables;
  const options = {
    url,
    credential: config.identity.kind === 'Local' ? EMULATOR_ACCOUNT : new DefaultAzureCredential(),
    clock,
    newToken: randomUUID,
    pause,
  };
  return {
    store: createTableStore({ ...options, tableName: prefix }),
    postmen: createTableStore({ ...options, tableName: `${prefix}postmen` }),
  };
}

/** Graph takes the managed identity's tokens; a stand-in on this machine takes any. */
function openOnlineMeetings({ graphUrl, identity }: Config): OnlineMeetings {
  if (graphUrl === null) {
    return NO_ONLINE_MEETINGS;
  }
  const credential = identity.kind === 'Local' ? null : new DefaultAzureCredential();
  return createGraphMeetings({
    url: graphUrl,
    // The credential keeps a token for as long as it is good.
    token: async () => (credential === null ? 'local' : (await credential.getToken(GRAPH_SCOPE)).token),
    log,
  });
}

/** A new role assignment takes minutes to reach the storage: until then the process lives and is not ready. */
async function ensureTables(tables: readonly TableStore[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await Promise.all(tables.map((table) => table.ensureTable()));
      return;
    } catch (fault) {
      reportFault(fault, { at: 'ensure-tables' });
      await wait(TABLE_RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const clock = createStorageClock(monotonicMs);
  const { store, postmen } = openTables(config, clock);
  const nextUlid = monotonicFactory();
  const tabFiles = await loadTabFiles(config.tab.directory ?? BUILT_TAB);
  if (tabFiles === null) {
    logger.error({ code: 'tab-not-built' }, 'note');
  }
  const app = createApp({
    config,
    tabFiles,
    store,
    postmen,
    // Ids rise with the storage's time, so that lists by id are lists by age whatever this machine's clock says.
    newId: () => nextUlid(Date.parse(clock.lowerBound() ?? EPOCH)),
    onlineMeetings: openOnlineMeetings(config),
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    monotonicMs,
    pause,
    random: () => randomInt(2 ** 32) / 2 ** 32,
    reportFault,
    log,
  });
  const server = createServer({ routes: app.routes, reportFault });
  const stopping = new AbortController();
  const port = await server.listen(config.port, config.host);
  logger.info({ port }, 'listening');
  const stop = async (): Promise<void> => {
    stopping.abort();
    await server.close();
    await app.postman.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (fault: unknown) => {
          reportFault(fault, { at: 'stop' });
          process.exit(1);
        },
      );
    });
  }
  await ensureTables([store, postmen], stopping.signal);
  if (!stopping.signal.aborted) {
    app.postman.start();
  }
}

main().catch((fault: unknown) => {
  if (fault instanceof ConfigError) {
    process.stderr.write(`${fault.message}\n`);
  } else {
    reportFault(fault, { at: 'start' });
  }
  process.exitCode = 1;
});
