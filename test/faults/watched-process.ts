// One process of the app whose every storage call is seen, with where in our code it was made and on whose behalf; and
// one of them can meet a fault of the network, or be where the process dies.
import type { Store } from '../../src/platform/storage/store.ts';

export type StorageCall = {
  /** `<file>:<line>` of the call in the sources of the delivery engine. */
  readonly at: string;
  /** The engine's functions that led there, the calling one first. */
  readonly way: string;
  readonly operation: 'read' | 'range' | 'commit' | 'now';
};

/** A call on its way: `go` makes it through the store that is given, usually `direct`. */
export type Passing = {
  readonly call: StorageCall;
  readonly table: 'store' | 'postmen';
  readonly go: (via: Store) => Promise<unknown>;
  readonly direct: Store;
};

/** What happens to a call; what it answers is what `go` has answered, or it never answers. */
export type Meeting = (passing: Passing) => Promise<unknown>;

const ENGINE = /\/src\/platform\/delivery\/([\w-]+\.ts):(\d+):\d+\)?$/;
const NAMELESS = new Set(['', 'Promise.all', '<anonymous>', 'Object.<anonymous>']);
const FRAMES = 60;

/** A store that lets `meet` decide about every call the engine makes; other callers pass unseen. */
export function watchStore(direct: Store, table: Passing['table'], meet: Meeting): Store {
  const watched = <Value>(operation: StorageCall['operation'], go: (via: Store) => Promise<Value>): Promise<Value> => {
    const call = callFrom(framesOf(watched), operation);
    if (call === null) {
      return go(direct);
    }
    // What a Meeting answers is what `go` has answered.
    return meet({ call, table, go, direct }) as Promise<Value>;
  };
  return {
    read: (partition, rowKey) => watched('read', (via) => via.read(partition, rowKey)),
    range: (partition, range) => watched('range', (via) => via.range(partition, range)),
    commit: (partition, writes) => watched('commit', (via) => via.commit(partition, writes)),
    now: () => watched('now', (via) => via.now()),
  };
}

// V8 tells also who awaits whom, as long as everybody uses `await`. Translating its positions back into our sources
// costs more than the storage does, so what was translated once is remembered.
function framesOf(below: (...parts: never[]) => unknown): readonly string[] {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  const about: { stack?: unknown } = {};
  Error.stackTraceLimit = FRAMES;
  Error.prepareStackTrace = (_error, sites) =>
    sites.map((site) => `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`).join();
  Error.captureStackTrace(about, below);
  const untranslated = String(about.stack);
  // Not there in a test's own context, where translating is somebody else's business.
  Object.assign(Error, { prepareStackTrace });
  let frames = translated.get(untranslated);
  if (frames === undefined) {
    Error.captureStackTrace(about, below);
    frames = String(about.stack).split('\n').slice(1);
    translated.set(untranslated, frames);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return frames;
}

const translated = new Map<string, readonly string[]>();

function callFrom(frames: readonly string[], operation: StorageCall['operation']): StorageCall | null {
  // The first is the method of the watched store itself.
  const [, caller = '', ...further] = frames;
  const site = ENGINE.exec(caller);
  if (site === null) {
    return null;
  }
  const names = [caller, ...further].filter((frame) => ENGINE.test(frame)).map(nameOf);
  const way = names.filter((name, index) => !NAMELESS.has(name) && name !== names[index - 1]);
  return { at: `${site[1]}:${site[2]}`, way: way.join(' < '), operation };
}

/** `beat` of `at async TenantTurns.beat (/…/postman.ts:99:5)`. */
function nameOf(frame: string): string {
  const name = /^\s*at (?:async )?(.*) \(/.exec(frame)?.[1] ?? '';
  return name.replace(/^\w+\./, '').replace(/ \[as .*$/, '');
}
