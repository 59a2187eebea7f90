import { array, assert, asyncProperty, constantFrom, integer, oneof, record, subarray } from 'fast-check';
import { addMs, localDateOf, localTimeOf } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import type { Delivery, DeliveryDraft, DeliveryKind } from '../../../src/platform/delivery/delivery.ts';
import { findDifferences } from '../../../src/platform/delivery/find-differences.ts';
import type { Postman } from '../../../src/platform/delivery/postman.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import {
  buildDraft,
  buildWorld,
  DAY,
  HOUR,
  MINUTE,
  REFERENCE,
  SECOND,
  type World,
  WORKSPACE,
} from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());

type Step =
  | { readonly do: 'promise'; readonly names: readonly string[]; readonly dueInMinutes: number }
  | { readonly do: 'redraw' }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'tick'; readonly who: number }
  | { readonly do: 'tickTogether' }
  /** The postman's process dies in its next tick after the first POST, before it records it. */
  | { readonly do: 'die'; readonly who: number }
  /** It dies at its nth write instead, just before or just after the storage has taken it. */
  | { readonly do: 'dieAt'; readonly who: number; readonly commit: number; readonly isAfter: boolean }
  /** Something is due at once that is said by two others. */
  | { readonly do: 'hand' }
  /** Teams answers nothing, though what it is sent arrives; or answers again. */
  | { readonly do: 'teams'; readonly silent: boolean };

const who = integer({ min: 0, max: 2 });
const steps = array(
  oneof(
    record({
      do: constantFrom('promise' as const),
      names: subarray(['remind-a', 'remind-b', 'remind-c']),
      dueInMinutes: integer({ min: -10, max: 90 }),
    }),
    record({ do: constantFrom('redraw' as const) }),
    record({ do: constantFrom('pass' as const), ms: constantFrom(SECOND, 20 * SECOND, MINUTE, 40 * MINUTE, 3 * HOUR) }),
    record({ do: constantFrom('tick' as const), who }),
    record({ do: constantFrom('tickTogether' as const) }),
    record({ do: constantFrom('die' as const), who }),
    record({
      do: constantFrom('dieAt' as const),
      who,
      commit: integer({ min: 1, max: 4 }),
      isAfter: constantFrom(true, false),
    }),
    record({ do: constantFrom('hand' as const) }),
    record({ do: constantFrom('teams' as const), silent: constantFrom(true, false) }),
  ),
  { minLength: 4, maxLength: 16 },
);

/** What really happened, as the world outside sees it. */
class Run {
  readonly world: World;
  readonly postmen: Postman[];
  early = 0;
  deaths = 0;
  wanted: readonly DeliveryDraft[] = [];
  promisedAt: Instant = REFERENCE;

  constructor(world: World) {
    this.world = world;
    this.postmen = [0, 1, 2].map(() => this.newPostman());
  }

  newPostman(store: Store = this.world.store): Postman {
    const { notes } = this.world;
    const kind: DeliveryKind = {
      ...notes,
      word: async (workspace, deliveries, now) => {
        this.early += deliveries.filter(({ dueUtc }) => dueUtc > now).length;
        const drafts = deliveries.flatMap((delivery) => followers(delivery, now));
        if (drafts.length > 0) {
          return { wording: { kind: 'handOn', drafts }, holds: deliveries.map(({ name }) => name) };
        }
        const worded = await notes.word(workspace, deliveries, now);
        const summary = deliveries.map(({ name, generation }) => `${name} ${generation}`).join(', ');
        const { wording } = worded;
        return wording.kind === 'post'
          ? { ...worded, wording: { ...wording, message: { ...wording.message, summary } } }
          : worded;
      },
    };
    return this.world.postman({ store, kinds: [kind] });
  }

  async take(step: Step): Promise<void> {
    const { world } = this;
    switch (step.do) {
      case 'promise': {
        this.promisedAt = await world.store.now();
        const due = addMs(this.promisedAt, step.dueInMinutes * MINUTE);
        this.wanted = step.names.map((name) =>
          buildDraft({ name, hours: 'any', due: { date: localDateOf(due), time: localTimeOf(due) }, payload: ROOT }),
        );
        await world.promise(...this.wanted);
        return;
      }
      case 'redraw':
        await world.send(buildDraft({ name: 'card', due: 'now', hours: 'any', bundle: 'card', payload: ROOT }));
        return;
      case 'pass':
        await tables.pass(step.ms);
        return;
      case 'tick':
        await this.postmen[step.who]?.tick();
        return;
      case 'tickTogether':
        await Promise.all(this.postmen.map((postman) => postman.tick()));
        return;
      case 'die':
        await this.die(step.who);
        return;
      case 'dieAt':
        await this.dieAt(step);
        return;
      case 'hand':
        await world.send(buildDraft({ name: 'hand', due: 'now', hours: 'any', bundle: 'hand', payload: ROOT }));
        return;
      case 'teams':
        world.teams.repair(ROOT.root, !step.silent);
    }
  }

  async die(index: number): Promise<void> {
    const { store, teams } = this.world;
    const before = teams.attempts.length;
    const killed = Promise.withResolvers<void>();
    const dying: Store = {
      ...store,
      commit: (partition, writes) => {
        if (teams.attempts.length === before) {
          return store.commit(partition, writes);
        }
        killed.resolve();
        return new Promise(() => undefined);
      },
    };
    await Promise.race([this.newPostman(dying).tick(), killed.promise]);
    this.deaths += teams.attempts.length - before;
    this.postmen[index] = this.newPostman();
  }

  async dieAt({ who: index, commit, isAfter }: Extract<Step, { do: 'dieAt' }>): Promise<void> {
    const { store, teams } = this.world;
    const before = teams.attempts.length;
    const killed = Promise.withResolvers<void>();
    let commits = 0;
    const dying: Store = {
      ...store,
      commit: async (partition, writes) => {
        commits += 1;
        if (commits < commit) {
          return await store.commit(partition, writes);
        }
        if (commits === commit && isAfter) {
          await store.commit(partition, writes);
        }
        killed.resolve();
        return new Promise(() => undefined);
      },
    };
    await Promise.race([this.newPostman(dying).tick(), killed.promise]);
    this.deaths += teams.attempts.length - before;
    this.postmen[index] = this.newPostman();
  }

  /** Teams answers, and time passes until nothing is open. */
  async finish(): Promise<void> {
    this.world.teams.repair(ROOT.root);
    for (let round = 0; round < 6; round += 1) {
      await tables.pass(round < 3 ? 40 * SECOND : DAY);
      await this.newPostman().tick();
    }
  }
}

const ROOT = { root: 'arrives-unknown' };

/** What `hand` becomes: two messages of their own, named after the generation that they follow from. */
function followers({ name, generation }: Delivery, now: Instant): readonly DeliveryDraft[] {
  const due = { date: localDateOf(now), time: localTimeOf(now) };
  return name === 'hand'
    ? ['a', 'b'].map((part) =>
        buildDraft({
          name: `handed-${generation}-${part}`,
          due,
          hours: 'any',
          bundle: `handed-${part}`,
          payload: ROOT,
        }),
      )
    : [];
}

describe('whatever happens, in whatever order', () => {
  it('nothing is lost, early, or repeated without a reason, and the due index agrees', async () => {
    await assert(
      asyncProperty(steps, async (taken) => {
        const run = new Run(await buildWorld(tables));
        run.world.teams.repair(ROOT.root);
        for (const step of taken) {
          await run.take(step);
          expect(await findDifferences(run.world.store, WORKSPACE)).toEqual([]);
        }
        await run.finish();
        const { store, teams } = run.world;
        expect(await findDifferences(store, WORKSPACE)).toEqual([]);
        expect(run.early).toBe(0);

        const records = await run.world.records();
        expect(records.filter(({ state }) => state === 'pending' || state === 'sending')).toEqual([]);
        const said = teams.posted.flatMap(({ summary }) => summary.split(', '));
        const sent = records.filter(({ state }) => state === 'sent');
        expect(sent.filter(({ name, generation }) => !said.includes(`${name} ${generation}`))).toEqual([]);
        for (const { name } of run.wanted.filter((draft) => draft.due !== 'now')) {
          const made = records.filter((delivery) => delivery.name === name && delivery.dueUtc > run.promisedAt);
          expect(made.every(({ state }) => state === 'sent' || state === 'cancelled')).toBe(true);
        }

        for (const { name, generation } of records.filter(({ state }) => state === 'handedOn')) {
          const parts = records.filter((delivery) => delivery.name.startsWith(`${name}ed-${generation}-`));
          expect(parts.map(({ state }) => state)).toEqual(['sent', 'sent']);
        }

        // A message beyond the first of each needs an answer that was lost or a process that died.
        const unknown = (await run.world.events()).filter((what) => what === 'delivery-unknown').length;
        const copies = teams.posted.length - new Set(teams.posted.map(({ summary }) => summary)).size;
        expect(copies).toBeLessThanOrEqual(unknown + run.deaths);
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    );
  }, 60_000);
});
