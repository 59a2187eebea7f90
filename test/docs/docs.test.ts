// What the pages of the repository say of it is so.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linksOf, tableRowsOf } from './read-docs.ts';

const PAGES = ['README.md', ...globSync('docs/**/*.md').map((file) => file.replaceAll('\\', '/'))].toSorted();
const PICTURES_MAX_BYTES = 2_000_000;

const read = (file: string): string => readFileSync(file, 'utf8');

function readJson(file: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(read(file));
  return record(value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('every page', () => {
  it.each(PAGES)('%s: links only to what exists', (file) => {
    const broken = linksOf(read(file))
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? file : join(dirname(file), path);
        return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
      });
    expect(broken).toEqual([]);
  });
});

describe('the pictures', () => {
  const pictures = globSync('docs/images/*').map((file) => file.replaceAll('\\', '/'));

  it('are all shown somewhere, with words for those who do not see them', () => {
    const shown = PAGES.flatMap((file) =>
      [...read(file).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
        words,
        path: join(dirname(file), path),
      })),
    );
    expect(pictures.filter((picture) => !shown.some(({ path }) => path === picture))).toEqual([]);
    expect(shown.filter(({ words }) => words.length < 10)).toEqual([]);
  });

  it('stay light', () => {
    const bytes = pictures.reduce((sum, picture) => sum + statSync(picture).size, 0);
    expect(bytes).toBeLessThan(PICTURES_MAX_BYTES);
  });
});

describe('README', () => {
  const page = read('README.md');

  it('names only npm scripts that exist', () => {
    const scripts = Object.keys(record(readJson('package.json')['scripts']));
    const named = [...page.matchAll(/npm (?:run ([a-z:]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'check', 'pictures']));
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const named = [...page.matchAll(/`((?:src|test|infra|docs)\/[^`*…]+)`/g)].map((match) => match[1] ?? '');
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('lists every decision', () => {
    const decisions = globSync('docs/decisions/*.md').map((file) => file.replaceAll('\\', '/'));
    const links = linksOf(page);
    expect(decisions.filter((file) => !links.includes(file))).toEqual([]);
  });

  it('G-09: says what Teams keeps', () => {
    expect(page).toContain('**Teams keeps what is said in it.**');
  });
});

it('the tables of commands name the commands that Teams offers, in README and in the guide', () => {
  const [bot] = Object.values(record(readJson('appPackage/manifest.json')['bots']));
  const [list] = Object.values(record(record(bot)['commandLists']));
  const offered = Object.values(record(record(list)['commands'])).map((command) => String(record(command)['title']));
  for (const file of ['README.md', 'docs/kayttoopas/komennot.md']) {
    const named = tableRowsOf(read(file)).map(([first = '']) => first.replaceAll('`', ''));
    expect(offered.filter((command) => !named.some((name) => name.startsWith(command)))).toEqual([]);
  }
});

it('B-22: a test round with people with intellectual disabilities is planned: who, how, which tasks, what follows', () => {
  const plan = read('docs/testikierros.md');
  for (const heading of ['## Ketkä', '## Miten', '## Tehtävät', '## Mitä tuloksilla tehdään', '## Tulokset']) {
    expect(plan).toContain(heading);
  }
  expect(tableRowsOf(plan).filter(([number]) => /^\d$/.test(number ?? '')).length).toBeGreaterThan(5);
});

it('G-13: no source uses a language model', () => {
  const sources = globSync('src/**/*.ts').map((file) => read(file));
  const model = /from 'openai'|OpenAIModel|ActionPlanner|LLMClient|planner:/;
  expect(sources.filter((source) => model.test(source))).toEqual([]);
});

it('W-06: nothing in the tab is dragged', () => {
  const sources = globSync('src/tab/**/*.{ts,tsx}').map((file) => read(file));
  expect(sources.length).toBeGreaterThan(40);
  expect(
    sources.filter((source) => /draggable|onDrag|onPointerMove|onTouchMove|'(?:drag|pointermove)/i.test(source)),
  ).toEqual([]);
});
