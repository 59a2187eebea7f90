// Reads as much of our bicep files as the tests ask about. It is no compiler: docs/operations.md says what that leaves open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const AZURE_FOLDER = join(__dirname, '../../infra/azure');

export type Param = { readonly name: string; readonly fallback: string | null; readonly allowed: readonly string[] };
export type Module = { readonly path: string; readonly given: readonly string[] };
export type Bicep = {
  /** The text without comments. */
  readonly code: string;
  readonly params: readonly Param[];
  readonly modules: readonly Module[];
  readonly outputs: readonly string[];
};

/** Reads one file of infra/azure; comments are gone, since a word in a comment configures nothing. */
export function readBicep(name: string): Bicep {
  const code = readFileSync(join(AZURE_FOLDER, name), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  return {
    code,
    params: [...code.matchAll(/((?:^@[^\n]*\n(?:[ \])][^\n]*\n)*)*)^param (\w+) \w+(?: = (.+))?$/gm)].map((match) => ({
      name: match[2] ?? '',
      fallback: match[3] ?? null,
      allowed: stringsIn(/@allowed\(\[([^\]]*)\]\)/.exec(match[1] ?? '')?.[1] ?? ''),
    })),
    modules: [...code.matchAll(/^module \w+ '([^']+)' = \{[\s\S]*?^ {2}params: \{\n([\s\S]*?)^ {2}\}/gm)].map(
      (match) => ({
        path: match[1] ?? '',
        given: [...(match[2] ?? '').matchAll(/^ {4}(\w+):/gm)].map((given) => given[1] ?? ''),
      }),
    ),
    outputs: [...code.matchAll(/^output (\w+) /gm)].map((match) => match[1] ?? ''),
  };
}

/** The app settings of the web app: name and the expression that gives the value. */
export function appSettings(code: string): ReadonlyMap<string, string> {
  const block = /appSettings: \[([\s\S]*?)^ {6}\]/m.exec(code)?.[1] ?? '';
  const pairs = [...block.matchAll(/name: '(\w+)'\s*value: (.+)/g)];
  return new Map(pairs.map((match) => [match[1] ?? '', match[2] ?? '']));
}

function stringsIn(list: string): string[] {
  return [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}
