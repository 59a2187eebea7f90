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
import { createBotAuthentication } from '../../src/platform/teams/bot-authentication.ts';
import { createProactive } from '../../src/platform/teams/proactive.ts';
import { TeamsAdapter } from '../../src/platform/teams/teams-adapter.ts';
import { createTeamsMessenger } from '../../src/platform/teams/teams-messenger.ts';
import { createWorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';
import { createNoteKind } from './fault-note.ts';

// What teams-edge.ts allows a request.
const REQUEST_MS = 8_000;
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
const authentication = createBotAuthentication({ kind: 'Local', botId: LOCAL_BOT_ID, issuer: 'http://127.0.0.1:1' });
const proactive = createProactive(new TeamsAdapter(authentication, REQUEST_MS), LOCAL_BOT_ID);
const messenger = createTeamsMessenger({ proactive, directory: createWorkspaceDirectory(store, monotonicMs) });
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
