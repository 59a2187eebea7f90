// The coverage table: complete, true to the files, and true to what the tests say of themselves.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { tableRowsOf } from './read-docs.ts';

const SERIES = { C: 12, S0: 60, S1: 42, S2: 47, S3: 31, S4: 35, A: 14, B: 22, W: 15, G: 20, T: 12 };
const STATES = ['valmis', 'osin', 'tulossa'] as const;
const ID = /^(?:C|S[0-4]|[ABWGT])-\d\d$/;

type Row = {
  readonly id: string;
  readonly state: string;
  readonly where: readonly string[];
  readonly tests: readonly string[];
  readonly missing: string;
};

const TABLES = tableRowsOf(readFileSync('docs/coverage.md', 'utf8'));
const ROWS: readonly Row[] = TABLES.filter(([id]) => ID.test(id ?? '')).map(
  ([id = '', , state = '', where = '', tests = '', missing = '']) => ({
    id,
    state,
    where: pathsIn(where),
    tests: pathsIn(tests),
    missing: missing === '–' ? '' : missing,
  }),
);

function pathsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** The rows that a test names outside its comments; "S0-27…S0-30" names four. */
function citedIn(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'));
  const found = lines.join('\n').matchAll(/\b(C|S[0-4]|[ABWGT])-(\d\d)\b(?:…(?:[A-Z]\d?-)?(\d\d)\b)?/g);
  return new Set([...found].flatMap(([, series = '', from = '', to = from]) => rowsFrom(series, from, to)));
}

function rowsFrom(series: string, from: string, to: string): readonly string[] {
  const first = Number(from);
  return Array.from(
    { length: Number(to) - first + 1 },
    (_, index) => `${series}-${String(first + index).padStart(2, '0')}`,
  );
}

const CITED = new Map(globSync('test/**/*.test.ts').map((file) => [file.replaceAll('\\', '/'), citedIn(file)]));

it('holds every row of every series once, in order', () => {
  const all = Object.entries(SERIES).flatMap(([series, count]) => rowsFrom(series, '01', String(count)));
  expect(ROWS.map(({ id }) => id)).toEqual(all);
});

it('says of each row where it is and what shows it, or what is missing', () => {
  const wrong = ROWS.filter(({ state, where, tests, missing }) => {
    if (state === 'valmis') {
      return where.length === 0 || tests.length === 0;
    }
    return state === 'osin' ? where.length === 0 || missing === '' : state !== 'tulossa' || missing === '';
  });
  expect(wrong).toEqual([]);
});

it('names only files and folders that exist', () => {
  const named = ROWS.flatMap(({ where, tests }) => [...where, ...tests]);
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
});

it('names only tests that cite the row', () => {
  const strangers = ROWS.flatMap(({ id, tests }) =>
    tests.filter((file) => CITED.get(file)?.has(id) !== true).map((file) => `${id}: ${file}`),
  );
  expect(strangers).toEqual([]);
});

it('calls nothing yet to come that a test says is there', () => {
  const own = 'test/docs/coverage.test.ts';
  const shown = new Set([...CITED].flatMap(([file, rows]) => (file === own ? [] : [...rows])));
  expect(ROWS.filter(({ id, state }) => state === 'tulossa' && shown.has(id)).map(({ id }) => id)).toEqual([]);
});

it('counts right', () => {
  const countsOf = (rows: readonly Row[]): readonly number[] => [
    rows.length,
    ...STATES.map((state) => rows.filter((row) => row.state === state).length),
  ];
  const said = Object.fromEntries(
    TABLES.filter(([name = '']) => name in SERIES || name === 'all').map(([name, ...counts]) => [
      name,
      counts.map(Number),
    ]),
  );
  const counted = Object.keys(SERIES).map((series) => [
    series,
    countsOf(ROWS.filter(({ id }) => id.startsWith(`${series}-`))),
  ]);
  expect(said).toEqual({ ...Object.fromEntries(counted), all: countsOf(ROWS) });
});
