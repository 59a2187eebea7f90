// Where a cell of the fault matrix is played: people and a postman in one watched process, others beside it, and what
// must be true in the end whatever happened to the watched one.
import { randomUUID } from 'node:crypto';
import { Fault } from '../../src/kernel/fault.ts';
import { parsePersonId, tenantOf } from '../../src/kernel/ids.ts';
import { createDeliveryDesk, type DeliveryDesk, type Promises } from '../../src/platform/delivery/delivery-desk.ts';
import type { DeliveryKind } from '../../src/platform/delivery/delivery.ts';
import { createHints } from '../../src/platform/delivery/hints.ts';
import { LEASE_MS } from '../../src/platform/delivery/lease.ts';
import { tryAgain } from '../../src/platform/delivery/try-again.ts';
import type { Postman } from '../../src/platform/delivery/postman.ts';
import { operationWrite, readOperation } from '../../src/platform/storage/operations.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import type { Messenger } from '../../src/platform/teams/messenger.ts';
import { readBooks, speakingIds, unexplainedCopies } from '../support/delivery-audit.ts';
import { at, buildDraft, buildWorld, SECOND, type World, WORKSPACE } from '../support/delivery-world.ts';
import type { TravellingTables } from '../support/time-travel.ts';
import { type Meeting, watchStore } from './watched-process.ts';

/** How the watched process meets the storage, and how it dies. */
export type Fortune = {
  readonly meet: Meeting;
  /** Resolves when the process is dead; never otherwise. */
  readonly died: Promise<void>;
  readonly isDead: () => boolean;
};

const ADMIN = known(parsePersonId('admin'));

export class Stage {
  readonly world: World;
  readonly tables: TravellingTables;
  /** What went wrong that no end state shows. */
  readonly problems: string[] = [];
  /** While true the watched process's writes to the workspaces fail without being seen. */
  isDown = false;
  readonly store: Store;
  readonly #fortune: Fortune;
  readonly #desk: DeliveryDesk;
  readonly #postman: Postman;
  readonly #others: Postman[] = [];

  constructor(world: World, tables: TravellingTables, fortune: Fortune) {
    this.world = world;
    this.tables = tables;
    this.#fortune = fortune;
    this.store = watchStore(world.store, 'store', (passing) =>
      this.isDown && passing.call.operation === 'commit'
        ? Promise.reject(new Fault('storage-unavailable'))
        : fortune.meet(passing),
    );
    const postmen = watchStore(world.postmen, 'postmen', fortune.meet);
    const hints = createHints(postmen, { pause: () => Promise.resolve(), random: () => 0.5 });
    this.#desk = createDeliveryDesk({ store: this.store, hints, nudge: () => undefined });
    this.#postman = this.#newPostman({ store: this.store, postmen, messenger: this.#mortalMessenger() });
  }

  /** A person presses a button until the app has said yes; the button's nonce makes that harmless. */
  async press(promises: Omit<Promises, 'writes'>): Promise<void> {
    const nonce = randomUUID();
    const writes = [operationWrite(nonce, { hash: '', outcome: {} })];
    for (let press = 0; press < 5; press += 1) {
      if ((await readOperation(this.world.store, WORKSPACE, nonce)) !== null) {
        return;
      }
      if (this.#fortune.isDead()) {
        await this.world.desk.commit(WORKSPACE, { ...promises, writes });
      } else {
        await this.#survive(this.#desk.commit(WORKSPACE, { ...promises, writes }));
      }
    }
    this.problems.push('a person gave up');
  }

  /** A person asks for a missed message again until the app has answered: a second asking is told that it waits. */
  async askAgain(key: string): Promise<void> {
    const { world } = this;
    const request = { key, by: ADMIN, now: await world.store.now() };
    const ask = (store: Store, desk: DeliveryDesk): ReturnType<typeof tryAgain> =>
      tryAgain({ store, desk, kinds: [world.notes], newId: randomUUID }, WORKSPACE, request);
    const answers: unknown[] = [];
    for (let press = 0; press < 5 && answers.length === 0; press += 1) {
      if (this.#fortune.isDead()) {
        await ask(world.store, world.desk);
        return;
      }
      await this.#survive(
        ask(this.store, this.#desk).then((answer) => {
          answers.push(answer);
        }),
      );
    }
    if (answers.length === 0) {
      this.problems.push('a person gave up asking again');
    }
  }

  /** The watched process's postman looks once, as its loop would. */
  async beat(): Promise<void> {
    await this.#survive(this.#postman.tick());
  }

  async stop(): Promise<void> {
    await this.#survive(this.#postman.stop());
  }

  /** What the watched process does besides; an outage is survived. */
  async attempt(job: (store: Store) => Promise<unknown>): Promise<void> {
    await this.#survive(job(this.store));
  }

  /** A postman of another process, that nothing happens to. */
  other(about: { readonly store?: Store } = {}): Postman {
    const postman = this.#newPostman(about);
    this.#others.push(postman);
    return postman;
  }

  /** Time passes, and both the watched process, if it lives, and another look what there is to do. */
  async recover(rounds: readonly number[]): Promise<void> {
    const other = this.other();
    for (const ms of rounds) {
      await this.tables.pass(ms);
      await this.beat();
      await other.tick();
    }
    await this.stop();
    await other.stop();
  }

  /** Everything that is wrong in the end; `ends` are the deliveries as they should have become. */
  async judge(ends: readonly string[]): Promise<readonly string[]> {
    const { world } = this;
    const books = await readBooks(world, WORKSPACE);
    const became = books.accounts.map(({ id, state }) => `${id} ${state}`);
    const said = world.teams.posted.map(({ summary }) => summary);
    const sent = books.accounts.filter(({ state }) => state === 'sent').map(({ id }) => id);
    const heard = new Set(said.flatMap((summary) => summary.split(', ')));
    return [
      ...this.problems,
      ...books.problems,
      ...(became.join() === ends.join() ? [] : [`ended as [${became.join(', ')}] instead of [${ends.join(', ')}]`]),
      ...unexplainedCopies(said, books),
      ...sent.filter((id) => !heard.has(id)).map((id) => `${id} was never said`),
      ...(await this.#judgeLease()),
    ];
  }

  /** The tenant is free, or is so when its lease has run out: then a message for now is said at the next look. */
  async #judgeLease(): Promise<readonly string[]> {
    const row = await this.world.postmen.read('postmen', `lease|${tenantOf(WORKSPACE)}`);
    if (row === null || row.cells['owner'] === '') {
      return [];
    }
    await this.tables.pass(LEASE_MS + SECOND);
    await this.world.send(buildDraft({ subject: 'probe', name: 'probe', due: 'now', hours: 'any' }));
    await this.other().tick();
    const [state] = await this.world.states('probe');
    return state === 'probe 1 sent' ? [] : [`the lease is held by nobody who lives: ${state}`];
  }

  async #survive(job: Promise<unknown>): Promise<void> {
    const outcome = await Promise.race([
      job.then(
        () => null,
        (error: unknown) => error,
      ),
      this.#fortune.died,
    ]);
    if (outcome !== null && outcome !== undefined && !isOutage(outcome)) {
      throw outcome;
    }
  }

  #newPostman(about: Partial<Parameters<World['postman']>[0]>): Postman {
    return this.world.postman({
      kinds: [this.#kind(), HANDS_ON],
      log: (code, { fault }) => {
        const isExpected =
          code === 'delivery-kind-unknown' || (code === 'delivery-not-worded' && this.world.notes.broken);
        if (fault !== undefined && fault !== 'storage-unavailable' && !isExpected) {
          this.problems.push(`${code}: ${fault}`);
        }
      },
      ...about,
    });
  }

  #kind(): DeliveryKind {
    const kind = speakingIds(this.world.notes, (deliveries) => {
      const early = deliveries.filter(({ dueUtc }) => Date.parse(dueUtc) > this.tables.presentMs());
      this.problems.push(...early.map(({ name }) => `${name} was early`));
    });
    return {
      ...kind,
      recordSent: (_workspace, _deliveries, { activityId }) =>
        Promise.resolve([{ kind: 'insert', rowKey: `said|${activityId}`, cells: {} }]),
    };
  }

  #mortalMessenger(): Messenger {
    const { teams } = this.world;
    const alive = <Value>(job: () => Promise<Value>): Promise<Value> =>
      this.#fortune.isDead() ? new Promise(() => undefined) : job();
    return {
      ...teams,
      post: (...about) => alive(() => teams.post(...about)),
      update: (...about) => alive(() => teams.update(...about)),
    };
  }
}

/** Says nothing itself: a message for now follows, and one for later. */
const HANDS_ON: DeliveryKind = {
  kind: 'over',
  word: (_workspace, deliveries) => {
    const about = { subject: 'case-3', hours: 'any' } as const;
    const drafts = [
      buildDraft({ ...about, name: 'follows-a', due: 'now' }),
      buildDraft({ ...about, name: 'follows-b', due: at('2026-12-01 10:50') }),
    ];
    return Promise.resolve({ wording: { kind: 'handOn', drafts }, holds: deliveries.map(({ name }) => name) });
  },
  fallback: () => Promise.resolve(null),
};

export async function openStage(tables: TravellingTables, fortune: (world: World) => Fortune): Promise<Stage> {
  const world = await buildWorld(tables);
  return new Stage(world, tables, fortune(world));
}

function isOutage(error: unknown): boolean {
  return error instanceof Fault && error.code === 'storage-unavailable';
}

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('what the stage relies on is not there');
  }
  return value;
}
