// The delivery part of the app as a process of its own, put together as src/index.ts and src/app.ts do it: the real
// postman on the real tables, and the real messenger towards the Teams of the test. Only what it says is of the test.
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { monotonicFactory } from 'ulid';
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { createPostman } from '../../src/platform/delivery/postman.ts';
import { EMULATOR_ACCOUNT } from '../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import { createTableStore } from '../../src/platform/storage/table-store.ts';
import { REQUEST_MS } from '../../src/platform/teams/attempt-limits.ts';
import { openOutbound } from '../../src/platform/teams/teams-outbound.ts';
import { createNoteKind } from './fault-note.ts';

const EPOCH = '1970-01-01T00:00:00.000Z';

const [url = '', tableName = '', owner = ''] = process.argv.slice(2);
const monotonicMs = (): number => performance.now();
const pause = async (ms: number): Promise<void> => {
  await wait(ms);
};
const clock = createStorageClock(monotonicMs);
const options = { url, credential: EMULATOR_ACCOUNT, clock, newToken: randomUUID, pause };
const store = createTableStore({ ...options, tableName });
const postmen = createTableStore({ ...options, tableName: `${tableName}p` });
const credentials = { kind: 'Local', botId: LOCAL_BOT_ID, issuer: 'http://127.0.0.1:1' } as const;
const { messenger } = openOutbound({ credentials, store, monotonicMs, requestMs: REQUEST_MS });
const nextUlid = monotonicFactory();
const tell = (message: Readonly<Record<string, unknown>>): void => {
  process.send?.(message);
};

const postman = createPostman({
  store,
  postmen,
  messenger,
  kinds: [createNoteKind()],
  owner,
  monotonicMs,
  pause,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  // The process stands in every id that it makes, so that the audit rows say who did what.
  newId: () => `${owner}.${nextUlid(Date.parse(clock.lowerBound() ?? EPOCH))}`,
  log: (code, about) => tell({ code, about }),
});

process.on('message', () => {
  void postman.stop().then(() => {
    tell({ counts: postman.counts() });
    process.disconnect();
  });
});
// Nobody is left to stop it.
process.on('disconnect', () => process.exit());
if (!process.connected) {
  process.exit();
}

void store.ping().then(() => {
  postman.start();
  tell({ ready: true, clock: Date.now() });
});
