// One sequence of the protocol's model: three processes with people and postmen, a Teams that fails, and every call to
// the storage a place where an answer can get lost or a process die or freeze.
import { randomUUID } from 'node:crypto';
import { array, constantFrom, nat, oneof, option, record, subarray } from 'fast-check';
import { Fault } from '../../src/kernel/fault.ts';
import { addMs, localDateOf, localTimeOf, toInstant } from '../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import { createDeliveryDesk, type DeliveryDesk } from '../../src/platform/delivery/delivery-desk.ts';
import type { DeliveryDraft, DeliveryKind } from '../../src/platform/delivery/delivery.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { type DeliveryRecord, isOpen } from '../../src/platform/delivery/delivery-rows.ts';
import type { Postman } from '../../src/platform/delivery/postman.ts';
import { readWorkspaceDeliveries } from '../../src/platform/delivery/read-deliveries.ts';
import { operationWrite, readOperation } from '../../src/platform/storage/operations.ts';
import type { CommitOutcome, Store } from '../../src/platform/storage/store.ts';
import type { Messenger, SendOutcome } from '../../src/platform/teams/messenger.ts';
import { idOf, readBooks, speakingIds, unexplainedCopies } from './delivery-audit.ts';
import { buildDraft, buildWorld, channel, HOUR, MINUTE, SECOND, type World, WORKSPACE } from './delivery-world.ts';
import type { TravellingTables } from './time-travel.ts';

/** What happens at one call to the storage: the answer is lost, or the process dies, before or after it was done. */
type Mischance = 'lost-before' | 'lost-after' | 'dies-before' | 'dies-after' | 'freezes';

type Meets = {
  /** Which process does it. */
  readonly who: number;
  /** What it meets at its so-manieth call to the storage from now on. */
  readonly mischance: { readonly what: Mischance; readonly calls: number } | null;
};
type Promising = Meets & { readonly names: readonly string[]; readonly dueInMinutes: number };

export type ProtocolStep =
  | ({ readonly do: 'promise' } & Promising)
  /** Somebody promises while a postman looks. */
  | ({ readonly do: 'meet' } & Promising)
  | ({ readonly do: 'redraw' } & Meets)
  /** Something is due at once that is said by two others. */
  | ({ readonly do: 'hand' } & Meets)
  | ({ readonly do: 'tick' } & Meets)
  | ({ readonly do: 'tick-together' } & Meets)
  | { readonly do: 'pass'; readonly ms: number }
  /** While the next message is on its way, time passes and another postman looks. */
  | { readonly do: 'slow-post'; readonly ms: number }
  /** The process that words the next message freezes over it, and another goes on. */
  | { readonly do: 'slow-word' }
  /** A place answers badly, or well again. */
  | { readonly do: 'teams'; readonly root: string; readonly works: boolean };

const ROOTS: Readonly<Record<string, string>> = {
  'remind-a': 'arrives-unknown',
  'remind-b': 'arrives-unknown',
  'remind-c': 'fails-404',
  card: 'fails-429',
};
const who = nat({ max: 2 });
const mischance = option(
  record({
    what: constantFrom<Mischance>('lost-before', 'lost-after', 'dies-before', 'dies-after', 'freezes'),
    calls: nat({ max: 14 }),
  }),
  { freq: 2 },
);
const names = subarray(['remind-a', 'remind-b', 'remind-c']);
const dueInMinutes = constantFrom(-5, 1, 2, 5, 30);
const tick = record({ do: constantFrom('tick' as const), who, mischance });
const pass = record({
  do: constantFrom('pass' as const),
  ms: constantFrom(SECOND, 20 * SECOND, 2 * MINUTE, 6 * MINUTE, 40 * MINUTE),
});

/** Sequences of steps, mostly promises, time and ticks. */
export const protocolSteps = array(
  oneof(
    record({ do: constantFrom('promise' as const), who, mischance, names, dueInMinutes }),
    record({ do: constantFrom('meet' as const), who, mischance, names, dueInMinutes }),
    record({ do: constantFrom('redraw' as const), who, mischance }),
    record({ do: constantFrom('hand' as const), who, mischance }),
    pass,
    pass,
    tick,
    tick,
    record({ do: constantFrom('tick-together' as const), who, mischance }),
    record({ do: constantFrom('slow-word' as const) }),
    record({ do: constantFrom('slow-post' as const), ms: constantFrom(SECOND, 11 * SECOND) }),
    record({
      do: constantFrom('teams' as const),
      root: constantFrom('arrives-unknown', 'fails-404', 'fails-429'),
      works: constantFrom(true, false),
    }),
  ),
  { minLength: 4, maxLength: 10, size: 'max' },
);

/** Breaks a store on purpose, to see that the invariants notice. */
export type Sabotage = (store: Store, table: 'store' | 'postmen') => Store;

type Process = {
  readonly postman: Postman;
  readonly desk: DeliveryDesk;
  readonly died: Promise<void>;
  readonly isDead: () => boolean;
  /** Resolves when no call is on its way. */
  readonly quiet: () => Promise<unknown>;
  next: { readonly what: Mischance; calls: number } | null;
};

// As long as a POST may take: within it, no other process may send the same.
const POST_MS = 12_000;
const LONGER_THAN_A_LEASE_MS = 45_000;

export class ProtocolRun {
  readonly #world: World;
  readonly #tables: TravellingTables;
  readonly #sabotage: Sabotage;
  readonly #processes: Process[];
  readonly #problems = new Set<string>();
  readonly #live = new Map<string, { readonly sinceMs: number; readonly process: () => boolean }>();
  #slowMs = 0;
  #isSlowToWord = false;
  #wanted: readonly { readonly name: string; readonly due: Instant }[] = [];
  /** How often something of the kind really happened. */
  readonly happened: Record<Mischance | 'post', number> = {
    'lost-before': 0,
    'lost-after': 0,
    'dies-before': 0,
    'dies-after': 0,
    freezes: 0,
    post: 0,
  };

  private constructor(world: World, tables: TravellingTables, sabotage: Sabotage) {
    this.#world = world;
    this.#tables = tables;
    this.#sabotage = sabotage;
    world.notes.fallbacks.set('fails-404', { kind: 'thread', channelId: channel('19:other'), rootId: 'thread-2' });
    Object.values(ROOTS).forEach((root) => world.teams.repair(root));
    this.#processes = [0, 1, 2].map(() => this.#start());
  }

  static async open(tables: TravellingTables, sabotage: Sabotage = (store) => store): Promise<ProtocolRun> {
    return new ProtocolRun(await buildWorld(tables), tables, sabotage);
  }

  async take(step: ProtocolStep): Promise<void> {
    if ('mischance' in step && step.mischance !== null) {
      this.#of(step.who).next = { ...step.mischance };
    }
    switch (step.do) {
      case 'promise':
        await this.#promise(step);
        break;
      case 'redraw':
        await this.#press(step.who, { send: [draft('card', 'now')] });
        break;
      case 'hand':
        await this.#press(step.who, { send: [{ ...draft('hand', 'now'), kind: HANDS_ON.kind }] });
        break;
      case 'pass':
        await this.#tables.pass(step.ms);
        break;
      case 'tick':
        await this.#tick(step.who);
        break;
      case 'tick-together':
        await Promise.all([0, 1, 2].map((each) => this.#tick(each)));
        break;
      case 'meet':
        await Promise.all([this.#promise(step), this.#tick((step.who + 1) % 3)]);
        break;
      case 'slow-post':
        this.#slowMs = step.ms;
        break;
      case 'slow-word':
        this.#isSlowToWord = true;
        break;
      case 'teams':
        this.#world.teams.repair(step.root, step.works);
    }
    await this.#bury();
  }

  /** Everything that does not hold at this moment: after every step that writes. */
  async check(): Promise<readonly string[]> {
    return [...this.#problems, ...(await readBooks(this.#world, WORKSPACE)).problems];
  }

  /** Teams answers, the processes live, and time passes until nothing is open; then the same, and that nothing is lost. */
  async finish(): Promise<readonly string[]> {
    Object.values(ROOTS).forEach((root) => this.#world.teams.repair(root));
    this.#slowMs = 0;
    this.#isSlowToWord = false;
    this.#processes.forEach((process) => (process.next = null));
    let books = await readBooks(this.#world, WORKSPACE);
    for (let round = 0; round < 8 && books.accounts.some(isOpen); round += 1) {
      // An attempt's process is given up after half a minute; the last dates are within an hour.
      await this.#tables.pass(round < 2 ? 45 * SECOND : HOUR);
      await this.#tick(0);
      books = await readBooks(this.#world, WORKSPACE);
    }
    const said = this.#world.teams.posted.map(({ summary }) => summary);
    const heard = new Set(said.flatMap((summary) => summary.split(', ')));
    const records = await this.#world.records();
    const isPoisoned = (id: string): boolean => (books.unknown.get(id) ?? 0) >= 4;
    return [
      ...this.#problems,
      ...books.problems,
      ...unexplainedCopies(said, books),
      ...books.accounts
        .filter(({ id, state }) => !['sent', 'cancelled', 'handedOn'].includes(state) && !isPoisoned(id))
        .map(({ id, state }) => `${id} ended as ${state}`),
      ...books.accounts
        .filter(({ id, state }) => state === 'sent' && !heard.has(id))
        .map(({ id }) => `${id} was never said`),
      ...records
        .filter(({ state }) => state === 'handedOn')
        .flatMap(({ generation }) => followersOf(generation))
        .filter((name) => !records.some((each) => each.name === name && ['sent', 'failed'].includes(each.state)))
        .map((name) => `${name} was handed on and not said`),
      ...this.#wanted.flatMap(({ name, due }) => {
        const last = records.filter((each) => each.name === name && each.dueUtc === due).at(-1);
        const isKept = last?.state === 'sent' || last?.state === 'failed';
        return isKept ? [] : [`${name} of ${due} was promised and is ${last?.state ?? 'not there'}`];
      }),
    ];
  }

  async #promise({ who: index, names: wanted, dueInMinutes: minutes }: Promising) {
    const now = await this.#world.store.now();
    const moment = addMs(now, minutes * MINUTE);
    const due = { date: localDateOf(moment), time: localTimeOf(moment) };
    const reconcile = { subject: 'case-1', kindsOf: 'remind-', wanted: wanted.map((name) => draft(name, due)) };
    if (await this.#press(index, { reconcile })) {
      const dueUtc = toInstant(due.date, due.time);
      // A moment that is over by the commit makes no promise.
      this.#wanted = dueUtc > addMs(now, MINUTE) ? wanted.map((name) => ({ name, due: dueUtc })) : [];
    }
  }

  /** Whether what somebody pressed was committed, whatever they were told. */
  async #press(index: number, promises: Pick<Parameters<DeliveryDesk['commit']>[1], 'reconcile' | 'send'>) {
    const process = this.#of(index);
    const nonce = randomUUID();
    const writes = [operationWrite(nonce, { hash: '', outcome: {} })];
    await survive(process, process.desk.commit(WORKSPACE, { ...promises, writes }));
    await process.quiet();
    return (await readOperation(this.#world.store, WORKSPACE, nonce)) !== null;
  }

  async #tick(index: number): Promise<void> {
    const process = this.#of(index);
    await survive(process, process.postman.tick());
  }

  /** A new process takes the place of each dead one, when nothing of that is on its way any more. */
  async #bury(): Promise<void> {
    for (const [index, process] of this.#processes.entries()) {
      if (process.isDead()) {
        await process.quiet();
        this.#processes[index] = this.#start();
      }
    }
  }

  #of(index: number): Process {
    const process = this.#processes[index];
    if (process === undefined) {
      throw new Error('no such process');
    }
    return process;
  }

  #start(): Process {
    const world = this.#world;
    const death = Promise.withResolvers<void>();
    const onTheirWay = new Set<Promise<unknown>>();
    const attempts = new Map<string, string | null>();
    let dead = false;
    const die = (): Promise<never> => {
      dead = true;
      death.resolve();
      return never();
    };
    const call = async <Value>(go: () => Promise<Value>): Promise<Value> => {
      if (dead) {
        return never();
      }
      const meets = this.#mischance(process);
      if (meets === 'dies-before') {
        return die();
      }
      if (meets === 'lost-before') {
        throw new Fault('storage-unavailable');
      }
      if (meets === 'freezes') {
        await this.#pass(LONGER_THAN_A_LEASE_MS);
      }
      const going = go();
      onTheirWay.add(going);
      const answer = await going.finally(() => onTheirWay.delete(going));
      if (meets === 'dies-after') {
        return die();
      }
      if (meets === 'lost-after') {
        throw new Fault('storage-unavailable');
      }
      // Another of its calls may have killed it meanwhile.
      return dead ? never() : answer;
    };
    const wrapped = (direct: Store, table: 'store' | 'postmen'): Store => {
      const store = this.#sabotage(direct, table);
      return {
        read: (...about) => call(() => store.read(...about)),
        range: (...about) => call(() => store.range(...about)),
        commit: (...about) => call(() => store.commit(...about)),
        now: () => call(() => store.now()),
      };
    };
    const [store, postmen] = [wrapped(world.store, 'store'), wrapped(world.postmen, 'postmen')];
    const hints = createHints(postmen, { pause: () => Promise.resolve(), random: () => 0.5 });
    const process: Process = {
      desk: createDeliveryDesk({ store, hints, nudge: () => undefined }),
      postman: world.postman({
        store,
        postmen,
        messenger: this.#messenger(() => dead, attempts),
        kinds: [
          speakingIds(world.notes, async (deliveries) => {
            // What is worded has been marked for an attempt.
            (deliveries as readonly DeliveryRecord[]).forEach((each) => attempts.set(idOf(each), each.attemptId));
            const early = deliveries.filter(({ dueUtc }) => Date.parse(dueUtc) > this.#tables.presentMs());
            early.forEach(({ name }) => this.#problems.add(`${name} was early`));
            if (this.#isSlowToWord) {
              this.#isSlowToWord = false;
              await this.#pass(LONGER_THAN_A_LEASE_MS);
            }
          }),
          HANDS_ON,
        ],
        log: (code, { fault }) => {
          if (fault !== undefined && fault !== 'storage-unavailable') {
            this.#problems.add(`${code}: ${fault}`);
          }
        },
      }),
      died: death.promise,
      isDead: () => dead,
      quiet: () => Promise.allSettled(onTheirWay),
      next: null,
    };
    return process;
  }

  #mischance(process: Process): Mischance | null {
    const { next } = process;
    if (next === null || next.calls-- > 0) {
      return null;
    }
    process.next = null;
    this.happened[next.what] += 1;
    return next.what;
  }

  /** Time passes for a process in the middle of something, and another looks meanwhile. */
  async #pass(ms: number): Promise<void> {
    await this.#tables.pass(ms);
    // Not one of the three: they may be waiting for each other.
    const { postman } = this.#start();
    await postman.tick();
    await postman.stop();
  }

  /** Only the attempt that a row names may speak for it. */
  async #checkFence(ids: readonly string[], attempts: ReadonlyMap<string, string | null>, sinceMs: number) {
    const { deliveries } = await readWorkspaceDeliveries(this.#world.store, WORKSPACE);
    // Another process that froze may have let time run on while we looked: then it may have been taken over since.
    if (this.#tables.presentMs() - sinceMs < POST_MS) {
      for (const { record: each } of deliveries.filter((stored) => ids.includes(idOf(stored.record)))) {
        if (each.attemptId !== attempts.get(idOf(each))) {
          this.#problems.add(`${idOf(each)} is said by an attempt that is over`);
        }
      }
    }
  }

  #messenger(isDead: () => boolean, attempts: ReadonlyMap<string, string | null>): Messenger {
    const { teams } = this.#world;
    const posting = async (summary: string, post: () => Promise<SendOutcome>): Promise<SendOutcome> => {
      if (isDead()) {
        return never();
      }
      this.happened.post += 1;
      const sinceMs = this.#tables.presentMs();
      for (const id of summary.split(', ')) {
        const other = this.#live.get(id);
        if (other !== undefined && !other.process() && sinceMs - other.sinceMs < POST_MS) {
          this.#problems.add(`${id} has two live attempts`);
        }
        this.#live.set(id, { sinceMs, process: isDead });
      }
      await this.#checkFence(summary.split(', '), attempts, sinceMs);
      const slowMs = this.#slowMs;
      this.#slowMs = 0;
      if (slowMs > 0) {
        await this.#pass(slowMs);
      }
      const answer = await post();
      summary.split(', ').forEach((id) => this.#live.delete(id));
      return isDead() ? never() : answer;
    };
    return {
      post: (workspace, to, message) => posting(message.summary, () => teams.post(workspace, to, message)),
      update: (workspace, at, message) => posting(message.summary, () => teams.update(workspace, at, message)),
    };
  }
}

/** Says nothing itself; two messages follow, named after its generation. */
const HANDS_ON: DeliveryKind = {
  kind: 'over',
  word: (_workspace, deliveries, now) => {
    const due = { date: localDateOf(now), time: localTimeOf(now) };
    const drafts = deliveries.flatMap(({ generation }) => followersOf(generation).map((name) => draft(name, due)));
    return Promise.resolve({ wording: { kind: 'handOn', drafts }, holds: deliveries.map(({ name }) => name) });
  },
  fallback: () => Promise.resolve(null),
};

function followersOf(generation: number): readonly string[] {
  return ['a', 'b'].map((part) => `handed-${generation}-${part}`);
}

function draft(name: string, due: DeliveryDraft['due']): DeliveryDraft {
  const root = ROOTS[name] ?? 'thread-1';
  return buildDraft({ name, due, hours: 'any', bundle: root, payload: { root } });
}

/** Waits for what a process does, or for its death; an outage of the storage is survived. */
async function survive(process: Process, job: Promise<CommitOutcome | void>): Promise<void> {
  const ended = job.then(
    () => null,
    (error: unknown) => error,
  );
  const outcome = await Promise.race([ended, process.died]);
  if (outcome instanceof Error && !(outcome instanceof Fault && outcome.code === 'storage-unavailable')) {
    throw outcome;
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
