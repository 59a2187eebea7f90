// What the owner fixed about the shape of the project (design card of the assignment).
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = process.cwd();

function readJson(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** Specifiers that a folder's files import. */
function imported(folder: string): ReadonlySet<string> {
  const specifiers = sources(folder).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  return new Set(specifiers);
}

it('C-01: every source is TypeScript under the strict flags', () => {
  const options = record(readJson('tsconfig.json')['compilerOptions']);
  const strict = [
    'strict',
    'noUncheckedIndexedAccess',
    'exactOptionalPropertyTypes',
    'noImplicitReturns',
    'noImplicitOverride',
    'noFallthroughCasesInSwitch',
    'noPropertyAccessFromIndexSignature',
    'erasableSyntaxOnly',
    'verbatimModuleSyntax',
  ];
  expect(strict.filter((flag) => options[flag] !== true)).toEqual([]);
  const others = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(c|m)?jsx?$/.test(file),
  );
  expect(others).toEqual([]);
});

it('C-03: the packages that the owner named are dependencies, and each is used', () => {
  const dependencies = Object.keys(record(readJson('package.json')['dependencies']));
  const used = imported('src');
  for (const name of [
    'botbuilder',
    '@microsoft/teams-js',
    '@microsoft/teams-ai',
    'restify',
    'adaptivecards-templating',
    '@azure/data-tables',
  ]) {
    expect([name, dependencies.includes(name), used.has(name)]).toEqual([name, true, true]);
  }
  expect(Object.keys(record(readJson('package.json')['devDependencies']))).toContain('jest');
});

it('C-04: the top level holds what the owner named, and beside it only what a repository needs', () => {
  const tracked = execFileSync('git', ['ls-tree', '--name-only', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const named = ['src', 'appPackage', 'infra', 'test', 'package.json', 'tsconfig.json', 'teamsapp.yml', 'README.md'];
  expect(named.filter((entry) => !existsSync(join(ROOT, entry)))).toEqual([]);
  const besides = ['docs', 'package-lock.json', 'jest.config.cjs', 'knip.json', 'vite.config.ts'];
  const others = tracked.filter(
    (entry) => entry !== '' && !entry.startsWith('.') && ![...named, ...besides].includes(entry),
  );
  expect(others).toEqual([]);
});

it('C-09: all state is in Azure Table Storage: nothing in src writes a file or opens a database', () => {
  const used = [...imported('src')];
  expect(used.filter((name) => /sqlite|redis|mongo|^pg$|mysql/.test(name))).toEqual([]);
  // The pages of the tab are read once at start, by nothing that could write.
  const files = sources('src').flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/import (.+) from '(?:node:)?fs(?:\/promises)?'/g)].map(
      ([, names]) => `${file}: ${names}`,
    ),
  );
  expect(files).toEqual(['src/platform/tab/load-tab-files.ts: { readdir, readFile }']);
});
