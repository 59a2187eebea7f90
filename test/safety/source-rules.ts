// The rules about which file may use what, as functions over text, so that they can be tried on bad examples too.
import { dirname, join } from 'node:path/posix';

export type Import = { readonly specifier: string; readonly isType: boolean };

/** Every static import and re-export of a source text, and every `import()` with a literal. */
export function importsOf(source: string): readonly Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s+)?(\{[^}]*\}|[\w*\s,{}$]*?)\s*from\s*'([^']+)'/gm);
  const bare = source.matchAll(/^import\s*'([^']+)'/gm);
  const dynamic = source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...statements].map(([, type, names = '', specifier = '']) => ({
      specifier,
      isType: type !== undefined || isListOfTypes(names),
    })),
    ...[...bare, ...dynamic].map(([, specifier = '']) => ({ specifier, isType: false })),
  ];
}

function isListOfTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '));
}

type Layer = {
  readonly name: string;
  /** The files it is about, under `src/`. The first layer that fits a file is its layer. */
  readonly files: RegExp;
  /** What of ours these may import; `$feature` stands for the file's own feature. */
  readonly may: readonly string[];
  /** What they may import as a type only. */
  readonly mayTypes?: readonly string[];
  /** Packages and Node modules, where not every one is allowed. */
  readonly packages?: RegExp;
};

const FEATURE = 'features/$feature/';
const OTHER_FEATURES = 'features/[^/]+/index\\.ts$';
const PURE_PACKAGES = /^(temporal-polyfill|zod\/mini|papaparse)$/;

// design.md's rules, the stricter layer first.
const LAYERS: readonly Layer[] = [
  { name: 'composition root', files: /^(index|app)\.ts$/, may: [''] },
  { name: 'config', files: /^config\.ts$/, may: ['kernel/'], packages: PURE_PACKAGES },
  { name: 'kernel', files: /^kernel\//, may: ['kernel/'], packages: PURE_PACKAGES },
  { name: 'platform contract', files: /^platform\/[^/]+\/contract\.ts$/, may: ['kernel/'], packages: PURE_PACKAGES },
  { name: 'platform', files: /^platform\//, may: ['kernel/', 'platform/'], mayTypes: ['config\\.ts$'] },
  {
    name: 'domain',
    files: /^features\/[^/]+\/domain\//,
    may: ['kernel/', `${FEATURE}domain/`],
    packages: PURE_PACKAGES,
  },
  {
    name: 'policy',
    files: /^features\/[^/]+\/policy\.ts$/,
    may: ['kernel/', `${FEATURE}domain/`],
    // Who somebody is, it is told; how that is found out, it must not know.
    mayTypes: ['platform/', OTHER_FEATURES],
    packages: PURE_PACKAGES,
  },
  {
    name: 'texts',
    files: /^features\/[^/]+\/texts(\/|\.)/,
    may: ['kernel/', 'platform/texts/', `${FEATURE}texts(/|\\.)`],
    mayTypes: [FEATURE],
    packages: /^$/,
  },
  {
    name: 'contract',
    files: /^features\/[^/]+\/contract(\.ts|\/.+\.ts)$/,
    may: ['kernel/', 'platform/[^/]+/contract\\.ts$', `${FEATURE}contract/`],
    packages: PURE_PACKAGES,
  },
  { name: 'feature', files: /^features\//, may: ['kernel/', 'platform/', FEATURE, OTHER_FEATURES] },
  {
    name: 'tab',
    files: /^tab\//,
    may: ['tab/', '(features|platform)/[^/]+/(contract|texts)', 'kernel/'],
  },
];

// A package that only one folder may know, so that replacing it is a change to that folder.
const HOMES: readonly { readonly packages: RegExp; readonly home: RegExp }[] = [
  { packages: /^(botbuilder|botframework|@microsoft\/teams-ai)/, home: /^platform\/teams\// },
  { packages: /^@azure\/data-tables/, home: /^platform\/storage\// },
  { packages: /^@azure\/identity/, home: /^(platform\/(storage|teams)\/|index\.ts$)/ },
  { packages: /^prom-client/, home: /^platform\/metrics\// },
  { packages: /^restify/, home: /^platform\/http\// },
  { packages: /^adaptive(cards|-expressions)/, home: /^platform\/cards\// },
  { packages: /^(preact|@fluentui|@microsoft\/teams-js)/, home: /^tab\// },
];

/** What is wrong with the imports of a file (its path under `src/`), one sentence each. */
export function importProblems(file: string, source: string): readonly string[] {
  const layer = LAYERS.find(({ files }) => files.test(file));
  if (layer === undefined) {
    return [`${file}: belongs to no layer`];
  }
  const feature = /^features\/([^/]+)\//.exec(file)?.[1] ?? '';
  return importsOf(source).flatMap(({ specifier, isType }) => {
    const isOurs = specifier.startsWith('.');
    const target = isOurs ? join(dirname(file), specifier) : specifier;
    const allowed = isOurs ? mayImport(layer, feature, target, isType) : mayUsePackage(layer, file, target);
    return allowed ? [] : [`${file}: ${layer.name} may not import ${target}`];
  });
}

function mayImport(layer: Layer, feature: string, target: string, isType: boolean): boolean {
  const rules = [...layer.may, ...(isType ? (layer.mayTypes ?? []) : [])];
  return (
    !target.startsWith('..') && rules.some((rule) => new RegExp(`^${rule.replace('$feature', feature)}`).test(target))
  );
}

function mayUsePackage(layer: Layer, file: string, target: string): boolean {
  const home = HOMES.find(({ packages }) => packages.test(target));
  return (layer.packages?.test(target) ?? true) && (home === undefined || home.home.test(file));
}

const CALLS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'the clock of the process', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bTemporal\.Now\b/ },
  { name: 'randomness', pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/ },
  { name: 'the environment', pattern: /\bprocess\.env\b/ },
];

/** Time, randomness and settings that a file takes by itself instead of receiving them. Comments do not count. */
export function callProblems(file: string, source: string): readonly string[] {
  if (file === 'index.ts') {
    return [];
  }
  const code = source.replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  return CALLS.flatMap(({ name, pattern }) => (pattern.test(code) ? [`${file}: takes ${name} by itself`] : []));
}

// Built from parts, so that this file does not hold what it looks for.
const MACHINE_PLACES = [
  ['a home folder', String.raw`(?<![\w.])/(?:home|Users|root)/[\w.-]+`],
  ['a folder of one machine', String.raw`(?<![\w./-])/(?:wor${'k'}|workspace|mnt|opt)/[\w.-]+`],
  ['a package registry', String.raw`\bregistr(?:y|ies)\.[\w-]+\.\w+|\b(?:artifactory|nexus|verdaccio)\b`],
  ['a private address', String.raw`\b(?:10(?:\.\d{1,3})|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}\b`],
] as const;

/** Places that exist on somebody's machine or network only. */
export function placeProblems(file: string, text: string): readonly string[] {
  return MACHINE_PLACES.flatMap(([name, pattern]) => {
    const found = new RegExp(pattern, 'i').exec(text)?.[0];
    return found === undefined ? [] : [`${file}: names ${name}, ${found}`];
  });
}
