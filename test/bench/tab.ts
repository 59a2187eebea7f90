// npm run bench:tab: what the tab costs a slow phone and a team of thousands of cases, against its budgets and beside the
// usual page of React and Fluent. One run on one machine, the real app, storage and Chromium.
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser.ts';
import { startProgram, type Program } from './support/programs.ts';
import { drawTable, machine, median, quantile, say, writeBetween, type Table } from './support/report.ts';
import { budgetTable, isKept, type Budget } from './tab/budgets.ts';
import { buildReference } from './tab/build-reference.ts';
import { filterTimes, pageMemory, type ListPage } from './tab/filter.ts';
import { measureListApi } from './tab/list-api.ts';
import { FULL_SPEED, SLOW_PHONE, visit, type Fetched, type Load } from './tab/visit.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});

const ROUNDS = Number(options.rounds);
const PROGRAM = 'test/bench/programs/tab-app.ts';
const TEAM_CASES = 100;
const MANY_CASES = 5_000;
const REFERENCE = 'reference.html';

const PAGES = [
  { name: 'Omat', path: '' },
  { name: 'Tapaukset', path: 'tapaukset' },
  { name: 'Tapaus', path: 'tapaukset/2026-001' },
] as const;

/** Every page in Teams and in a browser of its own, and the usual page in Teams, where it runs. */
const VISITS = [
  ...[true, false].flatMap((isInTeams) => PAGES.map(({ name, path }) => ({ name, path, isInTeams }))),
  { name: 'React + Fluent', path: REFERENCE, isInTeams: true },
];

type Measured = (typeof VISITS)[number] & Omit<Load, 'fetched'> & { readonly fetched: readonly Fetched[] };

function addressOf(app: Program, path: string): string {
  return app.url.replace('/tab#', path === '' ? '/tab#' : `/tab/${path}#`);
}

/** The medians of all visits on a slow phone. Rounds go over all pages, so that what the machine does meets each. */
async function measureLoads(browser: Browser, app: Program): Promise<readonly Measured[]> {
  const loads = VISITS.map((): Load[] => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [index, { path, isInTeams }] of VISITS.entries()) {
      // The first round warms the server and is not counted.
      const speed = round < 0 ? FULL_SPEED : SLOW_PHONE;
      const opened = await visit(browser, addressOf(app, path), { speed, isInTeams });
      await opened.close();
      loads[index]?.push(...(round < 0 ? [] : [opened.load]));
    }
  }
  return VISITS.map((each, index) => {
    const own = loads[index] ?? [];
    const middle = (figure: (load: Load) => number): number => median(own.map(figure));
    return {
      ...each,
      firstContent: middle(({ firstContent }) => firstContent),
      usable: middle(({ usable }) => usable),
      blocked: middle(({ blocked }) => blocked),
      // Never, not seldom.
      shift: Math.max(...own.map(({ shift }) => shift)),
      fetched: own[0]?.fetched ?? [],
    };
  });
}

type Many = {
  readonly choice: readonly number[];
  readonly search: readonly number[];
  readonly slowChoice: readonly number[];
  readonly slowSearch: readonly number[];
  readonly memoryMb: number;
  readonly usable: number;
};

/** The list of thousands on one page, at full speed and with the slow processor. */
async function measureMany(browser: Browser, app: Program, kind: ListPage): Promise<Many> {
  const address = addressOf(app, kind === 'ours' ? 'tapaukset' : REFERENCE);
  const opened = await visit(browser, address, { isInTeams: true });
  const memoryMb = await pageMemory(opened.session);
  const full = await filterTimes(opened.page, kind);
  await opened.session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.cpu });
  const slow = await filterTimes(opened.page, kind);
  await opened.close();
  const slowLoad = await visit(browser, address, { speed: SLOW_PHONE, isInTeams: true });
  await slowLoad.close();
  return { ...full, slowChoice: slow.choice, slowSearch: slow.search, memoryMb, usable: slowLoad.load.usable };
}

function kilobytes(fetched: readonly Fetched[], kind: Fetched['kind'] | null, as: 'gzip' | 'sent'): number {
  return fetched.filter((each) => kind === null || each.kind === kind).reduce((sum, each) => sum + each[as], 0) / 1_000;
}

const placeOf = ({ isInTeams }: { readonly isInTeams: boolean }): string => (isInTeams ? 'Teams' : 'browser');

function loadTable(measured: readonly Measured[]): Table {
  return {
    head: [
      'page',
      'in',
      'scripts',
      'JavaScript gzip kB',
      'CSS gzip kB',
      'all as sent kB',
      'first content ms',
      'usable ms',
      'blocked ms',
      'layout shift',
    ],
    rows: measured.map((each) => [
      each.name,
      placeOf(each),
      String(each.fetched.filter(({ kind }) => kind === 'script').length),
      kilobytes(each.fetched, 'script', 'gzip').toFixed(1),
      kilobytes(each.fetched, 'style', 'gzip').toFixed(1),
      kilobytes(each.fetched, null, 'sent').toFixed(1),
      each.firstContent.toFixed(0),
      each.usable.toFixed(0),
      each.blocked.toFixed(0),
      each.shift.toFixed(3),
    ]),
  };
}

function chunkTable(measured: readonly Measured[]): Table {
  const pages = measured.filter(({ path, isInTeams }) => isInTeams && path !== REFERENCE);
  const sizes = new Map(
    pages.flatMap(({ fetched }) =>
      fetched.filter(({ kind }) => kind !== 'other').map(({ name, gzip, sent }) => [name, { gzip, sent }] as const),
    ),
  );
  const hashless = (name: string): string => name.replace(/^.*\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '');
  return {
    head: ['file', 'gzip kB', 'as sent kB', ...pages.map(({ name }) => name)],
    rows: [...sizes]
      .toSorted(([, a], [, b]) => b.gzip - a.gzip)
      .map(([file, { gzip, sent }]) => [
        `\`${hashless(file)}\``,
        (gzip / 1_000).toFixed(1),
        (sent / 1_000).toFixed(1),
        ...pages.map(({ fetched }) => (fetched.some(({ name }) => name === file) ? '×' : '')),
      ]),
  };
}

type Sides = { readonly ours: number; readonly reference: number; readonly digits: number };

function comparisonTable(measured: readonly Measured[], ours: Many, reference: Many): Table {
  const mine = measured.find(({ path, isInTeams }) => isInTeams && path === 'tapaukset');
  const theirs = measured.find(({ path }) => path === REFERENCE);
  const ofLoad = (figure: (each: Measured) => number, digits = 0): Sides => ({
    ours: mine === undefined ? Number.NaN : figure(mine),
    reference: theirs === undefined ? Number.NaN : figure(theirs),
    digits,
  });
  const ofMany = (figure: (each: Many) => number): Sides => ({
    ours: figure(ours),
    reference: figure(reference),
    digits: 1,
  });
  const rows: readonly (readonly [string, Sides])[] = [
    ['JavaScript, gzip kB', ofLoad(({ fetched }) => kilobytes(fetched, 'script', 'gzip'), 1)],
    ['everything as sent, kB', ofLoad(({ fetched }) => kilobytes(fetched, null, 'sent'), 1)],
    ['first content, ms', ofLoad(({ firstContent }) => firstContent)],
    ['usable, ms', ofLoad(({ usable }) => usable)],
    ['blocked, ms', ofLoad(({ blocked }) => blocked)],
    ['layout shift', ofLoad(({ shift }) => shift, 3)],
    ['5,000 cases: usable, ms', ofMany(({ usable }) => usable)],
    ['5,000 cases: a choice, p50 ms', ofMany(({ choice }) => median(choice))],
    ['5,000 cases: a search, p50 ms', ofMany(({ search }) => median(search))],
    ['5,000 cases: a choice, processor 4× slower, p50 ms', ofMany(({ slowChoice }) => median(slowChoice))],
    ['5,000 cases: a search, processor 4× slower, p50 ms', ofMany(({ slowSearch }) => median(slowSearch))],
    ['5,000 cases: memory of the page, MB', ofMany(({ memoryMb }) => memoryMb)],
  ];
  return {
    head: ['Tapaukset in Teams', 'ours', 'React + Fluent', 'ratio'],
    rows: rows.map(([name, sides]) => [
      name,
      sides.ours.toFixed(sides.digits),
      sides.reference.toFixed(sides.digits),
      sides.ours === 0 ? '–' : `${(sides.reference / sides.ours).toFixed(1)} ×`,
    ]),
  };
}

function budgetsOf(measured: readonly Measured[], ours: Many, listP95: number): readonly Budget[] {
  const loads = measured.filter(({ path }) => path !== REFERENCE);
  return [
    ...loads.flatMap((each): readonly Budget[] => {
      const page = `${each.name} in ${placeOf(each)}`;
      return [
        {
          name: `${page}: JavaScript, gzip`,
          measured: kilobytes(each.fetched, 'script', 'gzip') || Number.NaN,
          limit: 60,
          unit: 'kB',
        },
        { name: `${page}: first content`, measured: each.firstContent, limit: 1_500, unit: 'ms' },
        { name: `${page}: usable`, measured: each.usable, limit: 2_500, unit: 'ms' },
        { name: `${page}: layout shift`, measured: each.shift, limit: 0, unit: '' },
      ];
    }),
    { name: '5,000 cases: a choice, p95', measured: quantile(ours.choice, 0.95), limit: 100, unit: 'ms' },
    { name: '5,000 cases: a search, p95', measured: quantile(ours.search, 0.95), limit: 100, unit: 'ms' },
    { name: '5,000 cases: list from the server, p95', measured: listP95, limit: 150, unit: 'ms' },
  ];
}

// Whatever happens, the program does not outlive its measurement.
async function withApp<Value>(cases: number, measure: (app: Program) => Promise<Value>): Promise<Value> {
  const app = await startProgram(PROGRAM, [String(cases), reference]);
  try {
    return await measure(app);
  } finally {
    await app.end();
  }
}

say(`building, and asking for a list of ${MANY_CASES} cases`);
const reference = await buildReference();
const list = await measureListApi(MANY_CASES);
const browser = await openBrowser();
const measured = await withApp(TEAM_CASES, (app) => {
  say(`opening each page ${ROUNDS} times as a slow phone does`);
  return measureLoads(browser, app);
});
const { ours, theirs, serverMb } = await withApp(MANY_CASES, async (app) => {
  say('filtering');
  const own = await measureMany(browser, app, 'ours');
  const resident = app.memoryMb();
  return { ours: own, serverMb: resident, theirs: await measureMany(browser, app, 'reference') };
});
await browser.close();

const budgets = budgetsOf(measured, ours, list.p95);
const report = [
  `Measured on ${machine()} Medians of ${ROUNDS} visits, each in a fresh browser: processor 4× slower, 1.6 Mbit/s, 150 ms; ${TEAM_CASES} cases.`,
  drawTable(loadTable(measured)),
  'Files that each page fetches in Teams:',
  drawTable(chunkTable(measured)),
  'The budgets:',
  drawTable(budgetTable(budgets)),
  'Beside the usual page:',
  drawTable(comparisonTable(measured, ours, theirs)),
  [
    `The list of ${MANY_CASES} cases from the server: first answer of a process ${list.coldMs.toFixed(0)} ms, then p50 ${list.p50.toFixed(0)} ms, p95 ${list.p95.toFixed(0)} ms;`,
    `${list.kilobytes.toFixed(0)} kB of JSON before it is packed. The server then holds ${serverMb.toFixed(0)} MiB (resident, with the stand-ins for Teams).`,
  ].join('\n'),
].join('\n\n');
say(`\n${report}`);
if (options.write) {
  writeBetween('docs/performance.md', 'tab', report);
}
process.exitCode = budgets.every(isKept) ? 0 : 1;
