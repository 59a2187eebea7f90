import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { callProblems, importProblems, importsOf, placeProblems } from './source-rules.ts';

const FILES = globSync('**/*.{ts,tsx}', { cwd: 'src' }).map((file) => file.replaceAll('\\', '/'));
const sourceOf = (file: string): string => readFileSync(`src/${file}`, 'utf8');

describe('who may import whom', () => {
  it('holds for every file', () => {
    expect(FILES.length).toBeGreaterThan(20);
    expect(FILES.flatMap((file) => importProblems(file, sourceOf(file)))).toEqual([]);
  });

  it.each([
    ['kernel/dates.ts', "import { x } from '../platform/http/server.ts';"],
    ['kernel/dates.ts', "import { readFileSync } from 'node:fs';"],
    ['platform/storage/store.ts', "import { cases } from '../../features/cases/index.ts';"],
    ['platform/storage/store.ts', "import type { Case } from '../../features/cases/domain/case.ts';"],
    ['platform/http/server.ts', "import { TurnContext } from 'botbuilder';"],
    ['platform/teams/bot.ts', "import { TableClient } from '@azure/data-tables';"],
    ['platform/storage/store.ts', "import * as restify from 'restify';"],
    ['features/cases/domain/stage.ts', "import { TableClient } from '@azure/data-tables';"],
    ['features/cases/domain/stage.ts', "import { createHash } from 'node:crypto';"],
    ['features/cases/domain/stage.ts', "import { toRow } from '../rows.ts';"],
    ['features/cases/domain/stage.ts', "import type { Store } from '../../../platform/storage/store.ts';"],
    ['features/cases/policy.ts', "import { toRow } from './rows.ts';"],
    ['features/cases/bot.ts', "import { person } from '../settings/domain/person.ts';"],
    ['features/cases/bot.ts', "export { person } from '../settings/people.ts';"],
    ['features/cases/bot.ts', "const { person } = await import('../settings/people.ts');"],
    ['features/cases/bot.ts', "import { config } from '../../config.ts';"],
    ['features/cases/texts.fi.ts', "import { decide } from './domain/decide.ts';"],
    ['features/cases/bot.ts', "import { outside } from '../../../infra/local/world.ts';"],
    ['tab/page.tsx', "import { toRow } from '../features/cases/rows.ts';"],
    ['helpers/dates.ts', ''],
  ])('would notice in %s: %s', (file, source) => {
    expect(importProblems(file, source)).toHaveLength(1);
  });

  it.each([
    ['index.ts', "import { cases } from './features/cases/index.ts';"],
    ['kernel/dates.ts', "import { Temporal } from 'temporal-polyfill';"],
    ['platform/teams/bot.ts', "import { TurnContext } from 'botbuilder';"],
    ['features/cases/domain/stage.ts', "import { Fault } from '../../../kernel/fault.ts';"],
    ['features/cases/texts.fi.ts', "import type { Stage } from './domain/stage.ts';"],
    ['features/cases/texts/a.fi.ts', "import { type Stage } from '../domain/stage.ts';"],
    ['features/cases/bot.ts', "import { people } from '../settings/index.ts';"],
  ])('lets %s do what it may: %s', (file, source) => {
    expect(importProblems(file, source)).toEqual([]);
  });

  it('reads imports over several lines, for their effect only, and of types', () => {
    const source =
      "import {\n  a,\n  type B,\n} from './a.ts';\nimport './b.ts';\nimport type { C } from './c.ts';\nexport * from './d.ts';";
    expect(importsOf(source)).toEqual([
      { specifier: './a.ts', isType: false },
      { specifier: './c.ts', isType: true },
      { specifier: './d.ts', isType: false },
      { specifier: './b.ts', isType: false },
    ]);
  });
});

describe('time, randomness and settings enter as arguments', () => {
  it('in every file but the composition root', () => {
    expect(FILES.flatMap((file) => callProblems(file, sourceOf(file)))).toEqual([]);
  });

  it.each([
    ['const now = Date.now();'],
    ['const now = new Date();'],
    ['const now = new Date( );'],
    ['const now = Temporal.Now.instant();'],
    ['const id = Math.random();'],
    ['const id = crypto.randomUUID();'],
    ["const port = process.env['PORT'];"],
  ])('would notice %s', (source) => {
    expect(callProblems('features/cases/x.ts', source)).toHaveLength(1);
  });

  it('lets moments be read and comments speak of them', () => {
    const source = "const then = new Date('2026-12-01');\n// never Date.now()\n/** not new Date() either */";
    expect(callProblems('features/cases/x.ts', source)).toEqual([]);
  });
});

describe('no file names a place that only one machine knows', () => {
  it('in the whole repository', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
    const texts = tracked.filter((file) => /\.(ts|tsx|cjs|mjs|json|yml|bicep|md|sh|html|css)$|^\.|run$/.test(file));
    expect(texts.length).toBeGreaterThan(50);
    const present = texts.filter((file) => !file.startsWith('test/safety/') && globSync(file).length > 0);
    expect(present.flatMap((file) => placeProblems(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  // The package source is built from parts: the project names none, not even as a sample.
  it.each([
    ['/home/veera/ratkaisupolku'],
    ['cd /root/project'],
    ["'/workspace/main'"],
    [`https://${['registry', 'example', 'org'].join('.')}/jose/-/jose-6.tgz`],
    ['http://10.1.2.3:4873/'],
    ['http://192.168.1.10/'],
  ])('would notice %s', (text) => {
    expect(placeProblems('x', text)).toHaveLength(1);
  });

  it.each([['http://127.0.0.1:3979/'], ['src/home/page.ts'], ['version 10.2.3'], ['https://learn.microsoft.com/']])(
    'lets %s be',
    (text) => {
      expect(placeProblems('x', text)).toEqual([]);
    },
  );
});
