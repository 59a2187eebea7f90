// npm run bench:scale: what a pass of the postman costs with ever more stored, and how late messages come when a whole
// tenant has them due at once. A real postman on Azurite, with a Teams that takes everything at once.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseLocalTime } from '../../src/kernel/dates.ts';
import { addMs, localDateOf } from '../../src/kernel/helsinki-time.ts';
import { parseChannelId, workspaceKey, type WorkspaceKey } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { DeliveryDraft, DeliveryKind } from '../../src/platform/delivery/delivery.ts';
import { createDeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { createPostman, type Postman } from '../../src/platform/delivery/postman.ts';
import type { PostmanMeter } from '../../src/platform/delivery/postman-deps.ts';
import { EMULATOR_ACCOUNT } from '../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import { createTableStore } from '../../src/platform/storage/table-store.ts';
import type { Messenger } from '../../src/platform/teams/messenger.ts';
import { allOf, countedStore, noOperations, type Operations } from '../support/counted-store.ts';
import { startProgram, type Program } from './support/programs.ts';
import { drawTable, machine, quantile, say, writeBetween } from './support/report.ts';

const { values: options } = parseArgs({
  options: {
    stored: { type: 'string', default: '1000,10000,100000' },
    due: { type: 'string', default: '100' },
    backlog: { type: 'string', default: '1500' },
    write: { type: 'boolean', default: false },
  },
});

const WORKSPACES = 20;
const PER_SUBJECT = 40;
const TEAMS_ANSWERS_MS = 20;
const PER_SECOND = 22;

const monotonicMs = (): number => performance.now();
const pause = async (ms: number): Promise<void> => {
  await wait(ms);
};

type Tables = { readonly store: Store; readonly postmen: Store };

async function openTables(url: string): Promise<Tables> {
  const tableName = `scale${Date.now().toString(36)}${randomUUID().slice(0, 4)}`;
  const clock = createStorageClock(monotonicMs);
  const common = { url, credential: EMULATOR_ACCOUNT, clock, newToken: randomUUID, pause, deadlineMs: 60_000 };
  const store = createTableStore({ ...common, tableName });
  const postmen = createTableStore({ ...common, tableName: `${tableName}p` });
  await Promise.all([store.ensureTable(), postmen.ensureTable()]);
  return { store, postmen };
}

/** Says nothing but that it is due; each message in a thread of its own subject. */
const notes: DeliveryKind = {
  kind: 'note',
  word(_workspace, deliveries) {
    const [first] = deliveries;
    const channelId = given(parseChannelId('19:general@thread.tacv2'));
    const to = { kind: 'thread', channelId, rootId: first?.payload['root'] ?? '' } as const;
    // Nobody draws it here.
    const message = { card: {} as Card, summary: 'note', mentions: [] };
    return Promise.resolve({ wording: { kind: 'post', to, message }, holds: deliveries.map(({ name }) => name) });
  },
  fallback: () => Promise.resolve(null),
};

const teams: Messenger = {
  async post() {
    await wait(TEAMS_ANSWERS_MS);
    return { kind: 'sent', activityId: randomUUID() };
  },
  update: () => Promise.resolve({ kind: 'sent', activityId: 'updated' }),
};

function openPostman(tables: Tables, meter?: PostmanMeter): Postman {
  return createPostman({
    ...tables,
    messenger: teams,
    kinds: [notes],
    owner: randomUUID(),
    monotonicMs,
    pause,
    random: Math.random,
    newId: randomUUID,
    log: () => undefined,
    ...(meter === undefined ? {} : { meter }),
  });
}

type Batch = { readonly workspace: WorkspaceKey; readonly subject: string; readonly count: number };

function batches(tenant: string, prefix: string, count: number): readonly Batch[] {
  return Array.from({ length: Math.ceil(count / PER_SUBJECT) }, (_each, index) => ({
    workspace: given(workspaceKey(tenant, `19:team-${index % WORKSPACES}@thread.tacv2`)),
    subject: `${prefix}${index}`,
    count: Math.min(PER_SUBJECT, count - index * PER_SUBJECT),
  }));
}

/** Promises so many messages, through the desk as features do; `due` is a day ahead or now. */
async function promise(tables: Tables, all: readonly Batch[], due: 'now' | 'later'): Promise<void> {
  const hints = createHints(tables.postmen, { pause, random: Math.random });
  const desk = createDeliveryDesk({ store: tables.store, hints, nudge: () => undefined });
  const now = await tables.store.now();
  const later = { date: localDateOf(addMs(now, 60 * 24 * 3_600_000)), time: given(parseLocalTime('09:00')) };
  await inParallel(all, 4, async ({ workspace, subject, count }) => {
    const drafts = Array.from({ length: count }, (_each, index) =>
      draft(subject, index, due === 'now' ? 'now' : later, addMs(now, 90 * 24 * 3_600_000)),
    );
    const reconcile = { subject, kindsOf: 'remind-', wanted: drafts };
    await desk.commit(
      workspace,
      due === 'now' ? { writes: [], isNew: true, send: drafts } : { writes: [], isNew: true, reconcile },
    );
  });
}

function draft(subject: string, index: number, due: DeliveryDraft['due'], expires: Instant): DeliveryDraft {
  return {
    subject,
    name: `remind-${index}`,
    kind: 'note',
    due,
    expires,
    bundle: `${subject}-${index}`,
    hours: 'any',
    payload: { root: subject },
  };
}

async function inParallel<Item>(
  items: readonly Item[],
  lanes: number,
  job: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) {
        await job(item);
      }
    }),
  );
}

function given<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('a value of the measurement does not parse');
  }
  return value;
}

/** One pass with `due` messages due, then one with nothing; counted in requests. */
async function passWith(azurite: Program, stored: number, due: number): Promise<readonly string[]> {
  const tables = await openTables(azurite.url);
  await promise(tables, batches('tenant-a', 'later', stored), 'later');
  await promise(tables, batches('tenant-a', 'due', due), 'now');
  const work = { store: noOperations(), postmen: noOperations() };
  const postman = openPostman(countedBy(tables, work));
  const started = performance.now();
  await postman.tick();
  const seconds = (performance.now() - started) / 1_000;
  const quiet = { store: noOperations(), postmen: noOperations() };
  await postman.stop();
  const next = openPostman(countedBy(tables, quiet));
  await next.tick();
  await next.stop();
  const { sent } = postman.counts();
  const all = allOf(work.store) + allOf(work.postmen);
  return [
    stored,
    sent,
    work.store.reads,
    work.store.ranges,
    work.store.commits,
    allOf(work.postmen),
    all,
    (all / sent).toFixed(1),
    allOf(quiet.store) + allOf(quiet.postmen),
    seconds.toFixed(1),
  ].map(String);
}

function countedBy(tables: Tables, into: { readonly store: Operations; readonly postmen: Operations }): Tables {
  return { store: countedStore(tables.store, into.store), postmen: countedStore(tables.postmen, into.postmen) };
}

/** Everything due at one moment in each of some tenants: how late each message is, by the storage's clock. */
async function latenessOf(azurite: Program, tenants: number, backlog: number): Promise<readonly string[]> {
  const tables = await openTables(azurite.url);
  const names = Array.from({ length: tenants }, (_each, index) => `tenant-${index}`);
  for (const tenant of names) {
    await promise(tables, batches(tenant, 'due', backlog), 'now');
  }
  const lateMs: number[] = [];
  const postman = openPostman(tables, { sent: (ms) => lateMs.push(ms), ticked: () => undefined });
  const started = performance.now();
  postman.start();
  while (lateMs.length < tenants * backlog && performance.now() - started < 150_000) {
    await wait(100);
  }
  const seconds = (performance.now() - started) / 1_000;
  await postman.stop();
  const since = Math.min(...lateMs);
  const late = lateMs.map((ms) => (ms - since) / 1_000);
  const workspaces = names.flatMap((tenant) => batches(tenant, 'due', backlog).map(({ workspace }) => workspace));
  let differences = 0;
  for (const workspace of new Set(workspaces)) {
    differences += (await findDifferences(tables.store, workspace)).length;
  }
  return [
    String(tenants),
    String(lateMs.length),
    (lateMs.length / seconds).toFixed(1),
    (backlog / PER_SECOND).toFixed(0),
    quantile(late, 0.5).toFixed(1),
    quantile(late, 0.99).toFixed(1),
    String(differences),
  ];
}

const azurite = await startProgram('test/bench/programs/azurite.ts');
const due = Number(options.due);
const passes: (readonly string[])[] = [];
for (const stored of options.stored.split(',').map(Number)) {
  passes.push(await passWith(azurite, stored, due));
}
await azurite.end();
const lateness: (readonly string[])[] = [];
for (const tenants of [1, 2]) {
  const fresh = await startProgram('test/bench/programs/azurite.ts');
  lateness.push(await latenessOf(fresh, tenants, Number(options.backlog) / tenants));
  await fresh.end();
}
const text = [
  `Measured on ${machine()} ${WORKSPACES} workspaces of one tenant; ${due} messages due at once in each pass.`,
  drawTable({
    head: [
      'stored',
      'sent',
      'reads',
      'range pages',
      'commits',
      'postmen',
      'all',
      'for one message',
      'next pass',
      'seconds',
    ],
    rows: passes,
  }),
  `A backlog at Teams' limit, where the bot plans for ${PER_SECOND} messages a second in a tenant and Teams answers after ${TEAMS_ANSWERS_MS} ms; one process:`,
  drawTable({
    head: ['tenants', 'messages', 'sent a second', 'limit says, s', 'lateness p50, s', 'p99, s', 'index differences'],
    rows: lateness,
  }),
].join('\n\n');
say(text);
if (options.write) {
  writeBetween('docs/performance.md', 'scale', text);
}
