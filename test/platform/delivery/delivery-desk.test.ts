import type { DeliveryDraft } from '../../../src/platform/delivery/delivery.ts';
import { createDeliveryDesk } from '../../../src/platform/delivery/delivery-desk.ts';
import { createHints } from '../../../src/platform/delivery/hints.ts';
import type { Store, Write } from '../../../src/platform/storage/store.ts';
import {
  at,
  buildDraft,
  buildWorld,
  DAY,
  expectNoDifferences,
  instant,
  MINUTE,
  type World,
  WORKSPACE,
} from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

let tables: TravellingTables;
let world: World;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await buildWorld(tables);
});
afterEach(() => expectNoDifferences(world.store));

const OWN: Write = { kind: 'insert', rowKey: 'case|case-1', cells: { title: 'x' } };

describe('promises and the change that makes them', () => {
  it('are written together', async () => {
    const reconcile = { subject: 'case-1', kindsOf: 'remind-', wanted: [buildDraft()] };
    await expect(world.desk.commit(WORKSPACE, { writes: [OWN], reconcile })).resolves.toBe('committed');
    expect(await world.store.read(WORKSPACE, 'case|case-1')).not.toBeNull();
    expect(await world.states()).toEqual(['remind-a 1 pending']);
  });

  it('are not written when one of them conflicts', async () => {
    await world.store.commit(WORKSPACE, [OWN]);
    const reconcile = { subject: 'case-1', kindsOf: 'remind-', wanted: [buildDraft()] };
    await expect(world.desk.commit(WORKSPACE, { writes: [OWN], reconcile })).resolves.toBe('conflict');
    expect(await world.states()).toEqual([]);
  });

  it('conflict when two people change the promises of a subject at once, and one wins', async () => {
    const outcomes = await Promise.all(
      ['2026-12-02 09:00', '2026-12-03 09:00'].map((due) =>
        world.desk.commit(WORKSPACE, {
          writes: [],
          reconcile: { subject: 'case-1', kindsOf: 'remind-', wanted: [buildDraft({ due: at(due) })] },
        }),
      ),
    );
    expect(outcomes.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['committed', 'conflict']);
    expect(await world.states()).toEqual(['remind-a 1 pending']);
  });

  it.each<[string, Partial<DeliveryDraft>]>([
    ['a pipe in the name', { name: 'remind-a|b' }],
    ['a tilde in the subject', { subject: 'case~1' }],
    ['a slash', { name: 'remind-a/b' }],
    ['nothing', { name: '' }],
  ])('are a fault when their name cannot be a key: %s', async (_what, about) => {
    const sent = world.desk.commit(WORKSPACE, { writes: [OWN], send: [buildDraft({ due: 'now', ...about })] });
    await expect(sent).rejects.toMatchObject({ code: 'delivery-invalid' });
    expect(await world.store.read(WORKSPACE, 'case|case-1')).toBeNull();
  });

  it('wake the postman of this process when something is for now', async () => {
    let nudges = 0;
    const hints = createHints(world.postmen, { pause: () => Promise.resolve(), random: () => 0 });
    const desk = createDeliveryDesk({ store: world.store, hints, nudge: () => (nudges += 1) });
    await desk.commit(WORKSPACE, { writes: [OWN] });
    await desk.commit(WORKSPACE, {
      writes: [],
      reconcile: { subject: 'case-1', kindsOf: 'remind-', wanted: [buildDraft()] },
    });
    expect(nudges).toBe(0);
    await desk.commit(WORKSPACE, { writes: [], send: [buildDraft({ due: 'now', name: 'card' })] });
    expect(nudges).toBe(1);
  });
});

describe('wanted promises', () => {
  it('that are equal to what is promised write nothing', async () => {
    await world.promise(buildDraft());
    const before = await world.store.range(WORKSPACE, { from: 'd', before: 'e' });
    await world.desk.commit(WORKSPACE, {
      writes: [OWN],
      reconcile: { subject: 'case-1', kindsOf: 'remind-', wanted: [buildDraft()] },
    });
    expect(await world.store.range(WORKSPACE, { from: 'd', before: 'e' })).toEqual(before);
  });

  it('T-09: in the past are not made', async () => {
    await world.promise(buildDraft({ due: at('2026-12-01 09:00') }));
    expect(await world.states()).toEqual([]);
  });

  it('T-09: moved into the past cancel the old and make none', async () => {
    await world.promise(buildDraft());
    await world.promise(buildDraft({ due: at('2026-11-27 09:00') }));
    expect(await world.states()).toEqual(['remind-a 1 cancelled']);
  });

  it('no longer wanted are cancelled, others of the subject stay', async () => {
    await world.promise(buildDraft({ name: 'remind-a' }), buildDraft({ name: 'remind-b' }));
    await world.send(buildDraft({ due: 'now', name: 'card' }));
    await world.promise(buildDraft({ name: 'remind-b' }));
    expect(await world.states()).toEqual(['card 1 pending', 'remind-a 1 cancelled', 'remind-b 1 pending']);
    await world.promise();
    expect(await world.states()).toEqual(['card 1 pending', 'remind-a 1 cancelled', 'remind-b 1 cancelled']);
  });

  it('moved away and back are promised again, as a new generation', async () => {
    await world.promise(buildDraft());
    await world.promise(buildDraft({ due: at('2026-12-03 09:00') }));
    await world.promise(buildDraft());
    expect(await world.states()).toEqual(['remind-a 1 cancelled', 'remind-a 2 cancelled', 'remind-a 3 pending']);
  });

  it('that were sent are not sent again for the same time', async () => {
    await world.promise(buildDraft());
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await world.postman().tick();
    await world.promise(buildDraft());
    await world.promise();
    await world.promise(buildDraft());
    expect(await world.states()).toEqual(['remind-a 1 sent']);
  });

  it('whose time came while nobody sent stay promised', async () => {
    await world.promise(buildDraft());
    await tables.travel(instant('2026-12-02T12:00:00.000Z'));
    await world.promise(buildDraft());
    expect(await world.states()).toEqual(['remind-a 1 pending']);
  });

  it('of the same time with other contents are changed in place, with their bundle', async () => {
    await world.promise(buildDraft());
    await world.promise(buildDraft({ bundle: 'other', payload: { root: 'thread-2' } }));
    expect(await world.states()).toEqual(['remind-a 1 pending']);
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await world.postman().tick();
    expect(world.teams.posted).toMatchObject([{ to: { rootId: 'thread-2' } }]);
  });

  it('T-05: at 9.00 are due at 9.00 on both sides of a clock change', async () => {
    await world.promise(
      buildDraft({ name: 'remind-a', due: at('2027-03-26 09:00'), expires: instant('2027-12-01T00:00:00.000Z') }),
      buildDraft({ name: 'remind-b', due: at('2027-03-29 09:00'), expires: instant('2027-12-01T00:00:00.000Z') }),
    );
    const records = await world.records();
    expect(records.map(({ dueUtc }) => dueUtc)).toEqual(['2027-03-26T07:00:00.000Z', '2027-03-29T06:00:00.000Z']);
  });

  it('leave a row that cannot be read alone, and count on from it', async () => {
    await world.store.commit(WORKSPACE, [
      { kind: 'insert', rowKey: 'delivery|case-1~remind-a|000007', cells: { v: 9 } },
    ]);
    await world.promise(buildDraft());
    const rows = await world.store.range(WORKSPACE, { from: 'delivery|', before: 'delivery}' });
    expect(rows.map(({ rowKey }) => rowKey.slice(-6))).toEqual(['000007', '000008']);
    const [odd] = rows;
    await world.store.commit(WORKSPACE, [{ kind: 'remove', rowKey: odd?.rowKey ?? '', etag: odd?.etag ?? '' }]);
  });
});

describe('the hint', () => {
  it('is lowered before the commit, so that no interleaving hides a promise', async () => {
    const order: string[] = [];
    const noting = (store: Store, name: string): Store => ({
      ...store,
      commit: (partition, writes) => {
        order.push(name);
        return store.commit(partition, writes);
      },
    });
    const hints = createHints(noting(world.postmen, 'hint'), { pause: () => Promise.resolve(), random: () => 0 });
    const desk = createDeliveryDesk({ store: noting(world.store, 'commit'), hints, nudge: () => undefined });
    await desk.commit(WORKSPACE, { writes: [], send: [buildDraft({ due: 'now', name: 'card' })] });
    expect(order).toEqual(['hint', 'hint', 'commit']); // the workspace, the tenant's hint, the promise
  });

  it('protects a promise whose commit takes minutes from a postman who scans in between', async () => {
    const postman = world.postman();
    await world.promise(buildDraft({ name: 'remind-first', due: at('2026-12-01 10:01') }));
    await tables.pass(20 * MINUTE);
    let scanned = false;
    const slow: Store = {
      ...world.store,
      commit: async (partition, writes) => {
        await tables.pass(4 * MINUTE);
        await postman.tick(); // sends the first, finds nothing more, and would raise the hint
        scanned = true;
        return world.store.commit(partition, writes);
      },
    };
    const hints = createHints(world.postmen, { pause: () => Promise.resolve(), random: () => 0 });
    const desk = createDeliveryDesk({ store: slow, hints, nudge: () => undefined });
    await desk.commit(WORKSPACE, { writes: [], send: [buildDraft({ due: 'now', name: 'late', hours: 'any' })] });
    expect(scanned).toBe(true);
    await postman.tick();
    expect(world.teams.posted.map(({ summary }) => summary)).toEqual(['remind-first', 'late']);
  });

  it('is raised when nothing is due for long, and every tenant is scanned all the same', async () => {
    await world.promise(buildDraft({ due: at('2026-12-22 09:00') }));
    const postman = world.postman();
    await tables.pass(20 * MINUTE);
    await postman.tick();
    const hint = await world.postmen.read('postmen', 'hint|tenant-a');
    expect(hint?.cells['nextDue']).toBe('2026-12-22T07:00:00.000Z');
    // Somebody's mistake: the hint promises nothing for years.
    await world.postmen.commit('postmen', [
      {
        kind: 'replace',
        rowKey: 'hint|tenant-a',
        etag: hint?.etag ?? '',
        cells: { ...hint?.cells, nextDue: '2030-01-01T00:00:00.000Z' },
      },
    ]);
    await tables.pass(22 * DAY);
    await postman.tick();
    expect(world.teams.posted).toHaveLength(1);
  });

  it('survives many who lower it at once', async () => {
    const drafts = Array.from({ length: 10 }, (_, index) =>
      buildDraft({ subject: `case-${index}`, due: 'now', name: 'card' }),
    );
    await Promise.all(drafts.map((draft) => world.send(draft)));
    const hint = await world.postmen.read('postmen', 'hint|tenant-a');
    expect(String(hint?.cells['nextDue']).slice(0, 16)).toBe('2026-12-01T08:00');
  });
});
