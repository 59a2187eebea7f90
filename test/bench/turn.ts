// npm run bench:turn: our whole stored turn against the SDK's bare echo bot, in one run on one machine. Both verify the
// same tokens and speak to the same connector; ours also guards, looks up, decides, commits and draws a card.
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts';
import { startProgram, type Program } from './support/programs.ts';
import { drawTable, machine, median, say, writeBetween } from './support/report.ts';
import { sharesOf } from './support/shares.ts';
import { holdTenant } from './support/hold-tenant.ts';
import { actionSave, MEMBERS, message, openingSave, TENANT } from './support/teams.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    app: { type: 'string', default: 'src/index.ts' },
    write: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    delays: { type: 'string', default: '0,10' },
    connections: { type: 'string', default: '1,32' },
  },
});

const ROUNDS = Number(options.rounds);
const SECONDS = Number(options.seconds);
// So many turns until everything is compiled, whatever the machine does besides.
const WARM_UP_TURNS = 400;
const PROFILES = '.artifacts/profile';
/** Loading and compiling, which a profile leaves out. */
const STARTING_MS = 6_000;
const TEAMS = 40;
const CONNECTIONS = options.connections.split(',').map(Number);
const DELAYS_MS = options.delays.split(',').map(Number);
const KINDS = ['mix', 'open', 'save', 'list'] as const;
const EXPECTED = { open: 'on avattu', save: 'Soita kuntaan', list: '' } as const;

type Kind = 'open' | 'save' | 'list';
type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the bot and of the storage for one turn, in milliseconds. */
  readonly botCpuMs: number;
  readonly storageCpuMs: number;
  /** Answers that were not what they should be. */
  readonly wrong: number;
};

type Load = {
  readonly url: string;
  readonly token: string;
  readonly serviceUrl: string;
  readonly bot: Program;
  readonly storage: Program;
};

let lastId = Date.now();
const nextId = (): string => String((lastId += 1));

/** Measures the echo bot: one message after another. */
function echoRequests({ serviceUrl }: Load): autocannon.Request[] {
  return [{ setupRequest: (request) => withBody(request, message(serviceUrl, 0, nextId(), 'tapaukset')) }];
}

// What a connection goes through: it opens a case, writes a promise into it, and asks for the list, again and again.
function turnRequests({ serviceUrl }: Load, kinds: readonly Kind[], wrong: { count: number }): autocannon.Request[] {
  const state = new WeakMap<object, { readonly team: number; readonly caseId: string }>();
  let opened: { readonly team: number; readonly caseId: string }[] = [...OPENED];
  return kinds.map((kind) => ({
    setupRequest(request, context) {
      const team = Number(nextId()) % TEAMS;
      if (kind === 'open') {
        state.set(context, { team, caseId: '' });
        return withBody(request, openingSave(serviceUrl, team, nextId()));
      }
      const known = state.get(context) ?? opened.shift() ?? { team, caseId: '' };
      if (opened.length === 0) {
        opened = [...OPENED];
      }
      return withBody(
        request,
        kind === 'save'
          ? actionSave(serviceUrl, known.team, nextId(), known.caseId)
          : message(serviceUrl, known.team, nextId(), 'tapaukset'),
      );
    },
    onResponse(status, body, context) {
      if (status !== 200 || !body.includes(EXPECTED[kind])) {
        wrong.count += 1;
      }
      const caseId = kind === 'open' ? /"caseId":"(\w{26})"/.exec(body)?.[1] : undefined;
      const team = state.get(context)?.team;
      if (caseId !== undefined && team !== undefined) {
        state.set(context, { team, caseId });
        OPENED.push({ team, caseId });
      }
    },
  }));
}

// Cases that were opened in this storage, for measuring a save alone.
const OPENED: { team: number; caseId: string }[] = [];

function withBody(request: autocannon.Request, activity: unknown): autocannon.Request {
  return { ...request, body: JSON.stringify(activity) };
}

async function measure(
  load: Load,
  requests: (wrong: { count: number }) => autocannon.Request[],
  {
    connections,
    ...how
  }: { readonly connections: number } & ({ readonly seconds: number } | { readonly turns: number }),
): Promise<Measured> {
  const wrong = { count: 0 };
  const before = { bot: load.bot.cpuMs(), storage: load.storage.cpuMs() };
  const result = await autocannon({
    url: `${load.url}/api/messages`,
    connections,
    ...('turns' in how ? { amount: how.turns } : { duration: how.seconds }),
    timeout: 20,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${load.token}` },
    requests: requests(wrong),
  });
  const turns = result.requests.total;
  return {
    perSecond: turns / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    botCpuMs: (load.bot.cpuMs() - before.bot) / turns,
    storageCpuMs: (load.storage.cpuMs() - before.storage) / turns,
    wrong: wrong.count + result.errors + result.non2xx,
  };
}

// The first word from a team costs looks at Teams and the storage that later ones do without.
async function visitEveryTeam({ url, token, serviceUrl }: Load): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (let team = 0; team < TEAMS; team += 1) {
    const body = JSON.stringify(message(serviceUrl, team, nextId(), 'tapaukset'));
    await (await fetch(`${url}/api/messages`, { method: 'POST', headers, body })).arrayBuffer();
  }
}

type World = {
  readonly issuer: TokenIssuer;
  readonly connector: Program;
  readonly azurite: Program;
  readonly echo: Program;
  readonly token: string;
};

async function openWorld(): Promise<World> {
  const issuer = await startTokenIssuer();
  const [connector, azurite, echo] = await Promise.all([
    startProgram('test/bench/programs/connector.ts'),
    startProgram('test/bench/programs/azurite.ts'),
    startProgram('test/bench/programs/echo-bot.ts', [issuer.url]),
  ]);
  return { issuer, connector, azurite, echo, token: issuer.token(LOCAL_BOT_ID, connector.url) };
}

/** The app on tables of its own, so that no round finds what another has left. */
async function startApp(world: World, tablesUrl: string, prefix: string): Promise<Program> {
  const env = {
    BOT_ID: LOCAL_BOT_ID,
    BOT_TYPE: 'Local',
    LOCAL_ISSUER: world.issuer.url,
    TENANT_IDS: TENANT,
    ADMIN_IDS: MEMBERS[0]?.aadObjectId ?? '',
    TABLES_URL: tablesUrl,
    TABLE_PREFIX: prefix,
    PORT: '0',
  };
  const profile = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : [];
  const app = await startProgram(options.app, [], env, profile);
  while ((await fetch(`${app.url}/readyz`)).status !== 200) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  return app;
}

type Cell = { readonly what: string; readonly connections: number; readonly delayMs: number };
const cells = new Map<string, { readonly cell: Cell; readonly runs: Measured[] }>();

function keep(cell: Cell, run: Measured): void {
  const key = JSON.stringify(cell);
  const known = cells.get(key) ?? { cell, runs: [] };
  cells.set(key, known);
  known.runs.push(run);
}

function medianOf(cell: Cell, part: keyof Measured): number {
  return median(cells.get(JSON.stringify(cell))?.runs.map((run) => run[part]) ?? []);
}

const starts: { readonly what: string; readonly startMs: number; readonly memoryMb: number }[] = [];

async function runRound(world: World, round: number): Promise<void> {
  const { echo, azurite, connector, token } = world;
  const common = { token, serviceUrl: connector.url, storage: azurite };
  const echoLoad = { ...common, url: echo.url, bot: echo };
  await measure(echoLoad, () => echoRequests(echoLoad), { connections: 32, turns: WARM_UP_TURNS });
  for (const connections of CONNECTIONS) {
    const run = await measure(echoLoad, () => echoRequests(echoLoad), { connections, seconds: SECONDS });
    keep({ what: 'echo', connections, delayMs: 0 }, run);
  }
  starts.push({ what: 'echo bot', startMs: echo.startMs, memoryMb: echo.memoryMb() });
  for (const delayMs of DELAYS_MS) {
    const proxy =
      delayMs === 0 ? null : await startProgram('test/bench/programs/delay-proxy.ts', [azurite.url, String(delayMs)]);
    const prefix = `bench${round}d${delayMs}x${Date.now().toString(36)}`;
    const release = await holdTenant(azurite.url, prefix, TENANT);
    const app = await startApp(world, proxy?.url ?? azurite.url, prefix);
    OPENED.length = 0;
    const load = { ...common, url: app.url, bot: app };
    const mix = (wrong: { count: number }) => turnRequests(load, ['open', 'save', 'list'], wrong);
    await visitEveryTeam(load);
    await measure(load, mix, { connections: 32, turns: WARM_UP_TURNS });
    for (const connections of CONNECTIONS) {
      keep({ what: 'mix', connections, delayMs }, await measure(load, mix, { connections, seconds: SECONDS }));
    }
    for (const kind of ['open', 'save', 'list'] as const) {
      const alone = (wrong: { count: number }) => turnRequests(load, [kind], wrong);
      keep({ what: kind, connections: 1, delayMs }, await measure(load, alone, { connections: 1, seconds: 2 }));
    }
    if (delayMs === 0) {
      starts.push({ what: 'ours', startMs: app.startMs, memoryMb: app.memoryMb() });
    }
    const faults = app.linesWith('"fault"');
    if (faults > 0) {
      say(`! ${faults} faults were logged`);
    }
    await app.end();
    await release();
    await proxy?.end();
  }
}

function report(): string {
  const of = (what: string, connections: number, delayMs: number) => ({ what, connections, delayMs });
  const fixed = (value: number, digits = 0): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));
  const rows = CONNECTIONS.flatMap((connections) =>
    ['echo', ...DELAYS_MS].map((each) => {
      const echo = of('echo', connections, 0);
      const cell = each === 'echo' ? echo : of('mix', connections, Number(each));
      const rate = medianOf(cell, 'perSecond') / medianOf(echo, 'perSecond');
      const tail = medianOf(cell, 'p99') / medianOf(echo, 'p99');
      const cpu = medianOf(echo, 'botCpuMs') / medianOf(cell, 'botCpuMs');
      return [
        each === 'echo' ? 'echo, no storage' : `ours, storage ${each} ms away`,
        String(connections),
        fixed(medianOf(cell, 'perSecond')),
        fixed(rate, 2),
        fixed(medianOf(cell, 'p50'), 1),
        fixed(medianOf(cell, 'p99'), 1),
        fixed(tail, 1),
        fixed(medianOf(cell, 'botCpuMs'), 2),
        fixed(cpu, 2),
        fixed(medianOf(cell, 'storageCpuMs'), 2),
        String(Math.max(...(cells.get(JSON.stringify(cell))?.runs ?? []).map(({ wrong }) => wrong))),
      ];
    }),
  );
  const head = [
    'bot',
    'connections',
    'turns/s',
    'of echo',
    'p50 ms',
    'p99 ms',
    '× echo',
    'bot CPU ms',
    'CPU rate of echo',
    'Azurite CPU ms',
    'wrong',
  ];
  const alone = KINDS.filter((kind) => kind !== 'mix').flatMap((kind) =>
    DELAYS_MS.map((delayMs) => {
      const cell = of(kind, 1, delayMs);
      return [
        NAMES[kind],
        `${delayMs} ms`,
        fixed(medianOf(cell, 'p50'), 1),
        fixed(medianOf(cell, 'botCpuMs'), 2),
        fixed(medianOf(cell, 'storageCpuMs'), 2),
      ];
    }),
  );
  const begun = ['echo bot', 'ours'].map((what) => {
    const own = starts.filter((start) => start.what === what);
    return [what, fixed(median(own.map(({ startMs }) => startMs))), fixed(median(own.map(({ memoryMb }) => memoryMb)))];
  });
  return [
    `Measured on ${machine()} Medians of ${ROUNDS} runs of ${SECONDS} s.`,
    drawTable({ head, rows }),
    'One turn alone, one connection:',
    drawTable({ head: ['turn', 'storage away', 'p50 ms', 'bot CPU ms', 'Azurite CPU ms'], rows: alone }),
    'Start and memory:',
    drawTable({ head: ['program', 'start until listening, ms', 'resident after load, MiB'], rows: begun }),
  ].join('\n\n');
}

// A profile costs time itself, so rates beside it would say nothing.
function profiled(): string {
  const rows = sharesOf(PROFILES, STARTING_MS).map(([part, share]) => [part, `${(share * 100).toFixed(1)} %`]);
  return `${machine()}\n\n${drawTable({ head: ['part', 'share of processor time'], rows })}`;
}

const NAMES = { open: 'opening form saved', save: 'action form saved', list: '`tapaukset`' } as const;

const world = await openWorld();
for (let round = 0; round < ROUNDS; round += 1) {
  await runRound(world, round);
}
const text = options.profile ? profiled() : report();
say(text);
if (options.write) {
  writeBetween('docs/performance.md', options.profile ? 'profile' : 'turn', text);
}
await Promise.all([world.connector.end(), world.azurite.end(), world.echo.end(), world.issuer.close()]);
