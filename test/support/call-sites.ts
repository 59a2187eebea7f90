// Where the sources ask a Store for something, found in their text: what has to be proven of every one of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type CallSite = {
  /** `<file>:<line>`, relative to the folder: how a stack names it. */
  readonly at: string;
  /** `<file> <function> <call>`, with a number where a function has several of the same: how people name it. */
  readonly name: string;
};

const CALL = /[\w)\]]\s*\??\.\s*(?:read|range|commit|now)\s*\(/g;
// What Prettier writes at the left margin, or within a class: the name of what follows.
const NAMED =
  /^(?:(?:export )?(?:async )?function (\w+)|(?:export )?const (\w+) =|(?:export )?class (\w+)| {2}(?:async )?(#?\w+)\(.*[{(]$)/;
const NOT_NAMES = new Set(['if', 'for', 'while', 'switch', 'return', 'catch']);

/** Every call of a Store's operation in the sources of a folder, in the order of files and lines. */
export function callSitesIn(folder: string): readonly CallSite[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((file) => callSitesOf(file, readFileSync(path.join(folder, file), 'utf8')));
}

/** The same for the text of one file. Throws for two calls in one line, which a stack could not tell apart. */
export function callSitesOf(file: string, text: string): readonly CallSite[] {
  const source = withoutComments(text);
  const lines = source.split('\n');
  const counted = new Map<string, number>();
  const taken = new Set<string>();
  // A desk commits through the store, and that call is a site of its own.
  const calls = [...source.matchAll(CALL)].filter((match) => !callAt(source, match).startsWith('desk.'));
  return calls.map((match): CallSite => {
    // The dot's own line, for a chain that is broken over lines: there the stack points to.
    const line = source.slice(0, match.index + match[0].indexOf('.')).split('\n').length;
    const at = `${file}:${line}`;
    if (taken.has(at)) {
      throw new Error(`two storage calls in one line cannot be told apart: ${at}`);
    }
    taken.add(at);
    const plain = `${file.replace(/\.ts$/, '')} ${functionAt(lines, line)} ${callAt(source, match)}`;
    const count = (counted.get(plain) ?? 0) + 1;
    counted.set(plain, count);
    return { at, name: count === 1 ? plain : `${plain} ${count}` };
  });
}

function functionAt(lines: readonly string[], line: number): string {
  for (let index = line - 1; index >= 0; index -= 1) {
    const found = NAMED.exec(lines[index] ?? '')?.slice(1);
    const name = found?.find((part) => part !== undefined);
    if (name !== undefined && !NOT_NAMES.has(name)) {
      return name;
    }
  }
  return '';
}

/** `store.read` of `round.deps.store.read(`. */
function callAt(source: string, match: RegExpExecArray): string {
  const before = source.slice(0, match.index + 1);
  const receiver = /\w+$/.exec(before)?.[0] ?? '';
  return `${receiver}.${/\w+(?=\s*\($)/.exec(match[0])?.[0] ?? ''}`;
}

// Blank instead of gone, so that lines keep their numbers.
function withoutComments(text: string): string {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|\s)\/\/.*$/gm, blank);
}
