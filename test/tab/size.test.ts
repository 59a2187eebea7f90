import { gzipSync } from 'node:zlib';
import type { TabFiles } from '../../src/platform/tab/tab-pages.ts';
import { builtTab } from '../support/tab-browser.ts';

const FIRST_PAGE = 'mine-page';
const OTHER_PAGES = ['cases-page', 'case-page', 'calendar-page', 'counties-page', 'statistics-page'];
const BUDGET_KB = 60;

let files: TabFiles;

beforeAll(async () => {
  files = await builtTab();
});

function contentOf(name: string): string {
  return Buffer.from(files.get(name)?.content ?? []).toString();
}

// The chunk that the build named after a module: a hash comes after it.
function chunk(name: string): string {
  const found = [...files.keys()].find((file) => new RegExp(`^assets/${name}-[\\w-]{8}\\.js$`).test(file));
  if (found === undefined) {
    throw new Error(`the build has no chunk ${name}`);
  }
  return found;
}

function entry(): string {
  return /src="\/tab\/([^"]+\.js)"/.exec(contentOf('index.html'))?.[1] ?? '';
}

/** The scripts with everything that they import at once. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (!found.has(name)) {
      found.add(name);
      for (const [, imported] of contentOf(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
        add(`assets/${imported}`);
      }
    }
  };
  names.forEach(add);
  return found;
}

function kilobytes(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + gzipSync(files.get(name)?.content ?? '').length, 0) / 1_000;
}

test('what a page is measured by is there: its entry, Teams’ library and the first page import scripts of the build', () => {
  const names = [...withImports([entry(), chunk('teams-host'), chunk(FIRST_PAGE)])];
  expect(names.filter((name) => !files.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(3);
});

test('the first page needs at most 60 kB of JavaScript, packed with gzip, with Teams’ library', () => {
  expect(kilobytes(withImports([entry(), chunk('teams-host'), chunk(FIRST_PAGE)]))).toBeLessThanOrEqual(BUDGET_KB);
});

test.each(OTHER_PAGES)('opened first, %s needs no more than that either', (page) => {
  expect(kilobytes(withImports([entry(), chunk('teams-host'), chunk(page)]))).toBeLessThanOrEqual(BUDGET_KB);
});
