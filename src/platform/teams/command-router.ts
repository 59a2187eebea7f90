import { nearest } from '../../kernel/edit-distance.ts';
import { fold } from '../../kernel/fold.ts';
import type { Command } from './bot.ts';

/** What a text means. `suggestion` is the name of a command that is a slip or two away, as it is shown. */
export type Routed =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly suggestion: string | null };

type Name = { readonly folded: string; readonly words: number; readonly shown: string; readonly command: Command };

/**
 * Finds commands at the start of a text, whole words only and the longest name first; case and the dots of å, ä and ö do
 * not matter. Two commands with one name are a programming error and throw.
 */
export function createCommandRouter(commands: readonly Command[]): (text: string) => Routed {
  const names = commands
    .flatMap((command) => command.names.map((shown) => toName(shown, command)))
    .toSorted((a, b) => b.words - a.words);
  if (new Set(names.map((name) => name.folded)).size !== names.length) {
    throw new Error('two commands share a name');
  }
  return (text) => {
    if (text === '') {
      return { kind: 'empty' };
    }
    const match = names.find((name) => firstWords(text, name.words) === name.folded);
    return match === undefined
      ? { kind: 'unknown', suggestion: suggestionFor(text, names) }
      : { kind: 'command', command: match.command, rest: withoutWords(text, match.words) };
  };
}

function toName(shown: string, command: Command): Name {
  const folded = fold(shown);
  return { folded, words: folded.split(' ').length, shown, command };
}

const SHORT_NAME = 5;

// Short names allow one slip: with two, everything of four letters would look like `tuki`.
function suggestionFor(text: string, names: readonly Name[]): string | null {
  for (const slips of [1, 2]) {
    const near = names.find(
      (name) =>
        (slips === 1 || name.folded.length > SHORT_NAME) &&
        nearest(firstWords(text, name.words), [name.folded], slips) !== null,
    );
    if (near !== undefined) {
      return near.shown;
    }
  }
  return null;
}

// Full stops and the like after the last word of a command are not part of it.
function firstWords(text: string, count: number): string {
  return fold(text.split(/\s+/, count).join(' ')).replace(/[.,:;!?]+$/, '');
}

function withoutWords(text: string, count: number): string {
  return text.replace(new RegExp(`^(?:\\S+\\s*){${count}}`), '').trim();
}
