import { Fault } from '../../../src/kernel/fault.ts';
import { msBetween } from '../../../src/kernel/helsinki-time.ts';
import { readSubject } from '../../../src/platform/delivery/read-deliveries.ts';
import { unpackJson } from '../../../src/platform/storage/packed-json.ts';
import { takeLease } from '../../../src/platform/delivery/lease.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import {
  at,
  buildDraft,
  buildWorld,
  channel,
  expectNoDifferences,
  HOUR,
  instant,
  MINUTE,
  REFERENCE,
  SECOND,
  type World,
  WORKSPACE,
  workspace,
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

const summaries = (): readonly string[] => world.teams.posted.map(({ summary }) => summary);

describe('a reminder', () => {
  it('is sent when its time has come by the clock of the storage, and not a second before', async () => {
    await world.promise(buildDraft());
    const postman = world.postman();
    await tables.travel(instant('2026-12-02T06:59:57.000Z'));
    await postman.tick();
    expect(world.teams.attempts).toEqual([]);
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await postman.tick();
    expect(summaries()).toEqual(['remind-a']);
    expect(await world.states()).toEqual(['remind-a 1 sent']);
    expect(await world.events()).toEqual(['delivery-sent']);
    expect(postman.counts()).toMatchObject({ sent: 1, late: 0, failed: 0, unknown: 0, due: 0 });
  });

  it('R12: due in 60 days is sent in 60 days', async () => {
    await world.promise(buildDraft({ due: at('2027-02-01 09:00'), expires: instant('2027-03-01T00:00:00.000Z') }));
    const postman = world.postman();
    for (const day of ['2026-12-26', '2027-01-15', '2027-01-31']) {
      await tables.travel(instant(`${day}T10:00:00.000Z`));
      await postman.tick();
    }
    expect(world.teams.attempts).toEqual([]);
    await tables.travel(instant('2027-02-01T07:00:02.000Z'));
    await postman.tick();
    expect(summaries()).toEqual(['remind-a']);
  });

  it('R5: is sent once when two postmen tick at the same moment', async () => {
    await world.promise(...['a', 'b', 'c'].map((name) => buildDraft({ name: `remind-${name}`, bundle: name })));
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await Promise.all([world.postman().tick(), world.postman().tick()]);
    expect(summaries().toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['remind-a', 'remind-b', 'remind-c']);
  });

  it('R1, T-08: is sent once however often the process starts again', async () => {
    await world.promise(buildDraft());
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    for (let start = 0; start < 4; start += 1) {
      await world.postman().tick();
      await tables.pass(HOUR);
    }
    expect(summaries()).toEqual(['remind-a']);
  });

  it('R2, R17: that Teams refuses fails visibly, without a fallback, and holds nobody else up', async () => {
    await world.promise(
      buildDraft({ name: 'remind-a', bundle: 'a', payload: { root: 'fails-403' } }),
      buildDraft({ name: 'remind-b', bundle: 'b' }),
    );
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    const postman = world.postman();
    await postman.tick();
    await postman.tick();
    expect(summaries()).toEqual(['remind-b']);
    expect(world.teams.attempts).toHaveLength(2);
    expect(await world.states()).toEqual(['remind-a 1 failed', 'remind-b 1 sent']);
    expect(postman.counts()).toMatchObject({ sent: 1, failed: 1 });
    expect(await world.events()).toEqual(['delivery-refused', 'delivery-sent']);
    expect(world.logged).toContain('delivery-failed');
  });

  it('R3: missed while everything was down waits for the next allowed hour, and late ones become one message', async () => {
    await world.promise(
      buildDraft({ name: 'remind-a', due: at('2026-12-02 09:00') }),
      buildDraft({ name: 'remind-b', due: at('2026-12-04 09:00') }),
    );
    const postman = world.postman();
    await tables.travel(instant('2026-12-04T17:30:00.000Z')); // Friday 19.30
    await postman.tick();
    await tables.travel(instant('2026-12-07T06:59:00.000Z')); // Monday, the day after is a holiday
    await postman.tick();
    expect(world.teams.attempts).toEqual([]);
    await tables.travel(instant('2026-12-07T07:00:01.000Z')); // Monday 9.00
    await postman.tick();
    expect(summaries()).toEqual(['remind-a + remind-b']);
    expect(postman.counts()).toMatchObject({ sent: 2, late: 2 });
  });

  it('T-09: re-dated leaves the old time silent and arms the new one (R10)', async () => {
    await world.promise(buildDraft());
    await world.promise(buildDraft({ due: at('2026-12-03 09:00') }));
    expect(await world.states()).toEqual(['remind-a 1 cancelled', 'remind-a 2 pending']);
    const postman = world.postman();
    await tables.travel(instant('2026-12-02T07:01:00.000Z'));
    await postman.tick();
    expect(world.teams.attempts).toEqual([]);
    await tables.travel(instant('2026-12-03T07:00:01.000Z'));
    await postman.tick();
    expect(summaries()).toEqual(['remind-a']);
  });

  it('re-dated while it is being sent finishes that attempt, and is not repeated on the old date', async () => {
    await world.promise(buildDraft({ payload: { root: 'fails-503' } }));
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    world.teams.during(() => world.promise(buildDraft({ due: at('2026-12-03 09:00'), payload: { root: 'thread-1' } })));
    const postman = world.postman();
    await postman.tick();
    expect(await world.states()).toEqual(['remind-a 1 cancelled', 'remind-a 2 pending']);
    await tables.travel(instant('2026-12-03T07:00:01.000Z'));
    await postman.tick();
    expect(summaries()).toEqual(['remind-a']);
    expect(world.teams.attempts).toHaveLength(2);
  });

  it('that no longer holds when its time comes is not sent, and the others of its bundle are', async () => {
    await world.promise(buildDraft({ name: 'remind-a' }), buildDraft({ name: 'remind-b' }));
    world.notes.obsolete.add('remind-a');
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await world.postman().tick();
    expect(summaries()).toEqual(['remind-b']);
    expect(await world.states()).toEqual(['remind-a 1 obsolete', 'remind-b 1 sent']);
  });

  it('in a paused workspace waits, loses nothing and counts no attempt', async () => {
    await world.promise(buildDraft());
    world.notes.paused = true;
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    const postman = world.postman();
    await postman.tick();
    await tables.pass(16 * MINUTE);
    await postman.tick();
    expect((await world.records())[0]).toMatchObject({ state: 'pending', attempts: 0 });
    world.notes.paused = false;
    await tables.pass(16 * MINUTE);
    await postman.tick();
    expect(summaries()).toEqual(['remind-a']);
  });

  it('that nobody could send until it expired ends as expired, visibly', async () => {
    await world.promise(buildDraft({ expires: instant('2026-12-02T10:00:00.000Z') }));
    await tables.travel(instant('2026-12-02T10:00:01.000Z'));
    const postman = world.postman();
    await postman.tick();
    expect(world.teams.attempts).toEqual([]);
    expect(await world.states()).toEqual(['remind-a 1 expired']);
    expect(await world.events()).toEqual(['delivery-expired']);
    expect(postman.counts().expired).toBe(1);
  });
});

describe('what Teams answers', () => {
  const due = (root: string) => buildDraft({ due: 'now', name: 'note', hours: 'any', payload: { root } });

  it('429 is asked again after Retry-After, not before', async () => {
    await world.send(due('fails-429'));
    const postman = world.postman();
    await postman.tick();
    world.teams.repair('fails-429');
    await tables.pass(80 * SECOND);
    await postman.tick();
    expect(world.teams.attempts).toHaveLength(1);
    await tables.pass(12 * SECOND);
    await postman.tick();
    expect(summaries()).toEqual(['note']);
    expect(postman.counts().unknown).toBe(0);
  });

  it.each([
    ['fails-412', 2_500, 5_000],
    ['fails-502', 2_500, 5_000],
    ['fails-504', 20_000, 20_000],
    ['fails-429', 90_000, 90_000],
  ])('%s is asked again after a chance time that grows, and not before Retry-After', async (root, soonest, latest) => {
    const waits: number[] = [];
    for (const chance of [0, 0.999]) {
      world = await buildWorld(tables);
      await world.send(due(root));
      await world.postman({ random: () => chance }).tick();
      const row = (await readSubject(world.store, WORKSPACE, 'case-1')).deliveries[0]?.record;
      waits.push(msBetween(await world.store.now(), row?.nextUtc ?? REFERENCE));
      expect(row).toMatchObject({ state: 'pending', attempts: 1, lastStatus: Number(root.slice(-3)) });
    }
    // The storage tells the time in whole seconds.
    expect(waits[0]).toBeGreaterThan(soonest - 1_500);
    expect(waits[0]).toBeLessThanOrEqual(soonest);
    expect(waits[1]).toBeGreaterThan(latest - 1_500);
    expect(waits[1]).toBeLessThanOrEqual(latest);
  });

  it.each([
    ['fails-403', 403],
    ['fails-404', 404],
    ['fails-413', 413],
  ])('%s goes down the chain of fallbacks, and at its end has failed for all to see', async (root, status) => {
    world.notes.fallbacks.set(root, { kind: 'channel', channelId: channel('19:general') });
    await world.send(due(root));
    const postman = world.postman();
    await postman.tick();
    expect(world.teams.attempts).toHaveLength(2);
    expect(await world.states()).toEqual(['note 1 sent']);

    world.notes.fallbacks.clear();
    await world.send({ ...due(root), name: 'other' });
    await postman.tick();
    expect(await world.states()).toEqual(['note 1 sent', 'other 1 failed']);
    expect((await world.records())[1]).toMatchObject({ state: 'failed', lastStatus: status });
    expect(postman.counts()).toMatchObject({ sent: 1, failed: 1 });
    expect(await world.events()).toEqual(['delivery-refused', 'delivery-refused', 'delivery-sent']);
  });

  it.each(['fails-503', 'fails-before'])('goes on through an outage of hours until it is over: %s', async (root) => {
    await world.send(due(root));
    const postman = world.postman();
    for (let tick = 0; tick < 20; tick += 1) {
      await postman.tick();
      await tables.pass(10 * MINUTE);
    }
    expect(await world.states()).toEqual(['note 1 pending']);
    world.teams.repair(root);
    await postman.tick();
    await tables.pass(10 * MINUTE);
    await postman.tick();
    expect(summaries()).toEqual(['note']);
  });

  it('an unknown outcome is counted, written down, and sent again later, never within the attempt', async () => {
    await world.send(due('arrives-unknown'));
    const postman = world.postman();
    await postman.tick();
    expect(world.teams.attempts).toHaveLength(1);
    expect(postman.counts().unknown).toBe(1);
    world.teams.repair('arrives-unknown');
    await tables.pass(MINUTE);
    await postman.tick();
    expect(world.teams.posted).toHaveLength(2);
    expect(await world.events()).toEqual(['delivery-sent', 'delivery-unknown']);
  });

  it('an answer that nobody can name five times has failed', async () => {
    await world.send(due('fails-418'));
    const postman = world.postman();
    for (let tick = 0; tick < 8; tick += 1) {
      await postman.tick();
      await tables.pass(10 * MINUTE);
    }
    expect(world.teams.attempts).toHaveLength(5);
    expect(await world.states()).toEqual(['note 1 failed']);
  });

  it('a thread that is gone is replaced by its fallback, and that by the next, until there is none', async () => {
    const general = { kind: 'channel', channelId: channel('19:general') } as const;
    world.notes.fallbacks.set('fails-404', { kind: 'thread', channelId: channel('19:other'), rootId: 'fails-403' });
    world.notes.fallbacks.set('fails-403', general);
    await world.send(due('fails-404'));
    await world.postman().tick();
    expect(world.teams.attempts).toHaveLength(3);
    expect(world.teams.posted.map(({ to }) => to)).toEqual([general]);
    expect(await world.states()).toEqual(['note 1 sent']);
  });

  it('a card that cannot be redrawn is posted anew where the feature says', async () => {
    world.notes.fallbacks.set('fails-404', { kind: 'channel', channelId: channel('19:general') });
    await world.send(
      buildDraft({ due: 'now', name: 'card', hours: 'any', payload: { root: 'fails-404', update: 'a0' } }),
    );
    await world.postman().tick();
    expect(world.teams.attempts.map(({ updated }) => updated)).toEqual(['a0', null]);
  });

  it('a feature that cannot word its message is asked again, holds nobody up, and its words are not logged', async () => {
    await world.send(due('thread-1'));
    world.notes.broken = true;
    const postman = world.postman();
    await postman.tick();
    expect(postman.counts().faults).toBe(1);
    world.notes.broken = false;
    await tables.pass(2 * MINUTE);
    await postman.tick();
    expect(summaries()).toEqual(['note']);
    expect(world.logged).toEqual(['delivery-not-worded']);
  });
});

describe('a message for now', () => {
  const card = (about = {}) =>
    buildDraft({ due: 'now', name: 'card', hours: 'any', payload: { root: 'thread-1', update: 'a0' }, ...about });

  it('is sent at any hour at the next tick', async () => {
    await tables.travel(instant('2026-12-06T00:30:00.000Z')); // a holiday, at night
    await world.send(card());
    await world.postman().tick();
    expect(world.teams.posted).toMatchObject([{ updated: 'a0', summary: 'card' }]);
  });

  it('waits once however often it is asked for', async () => {
    await world.send(card());
    await world.send(card());
    await world.send(card({ payload: { root: 'thread-1', update: 'a1' } }));
    expect(await world.states()).toEqual(['card 1 pending']);
    await world.postman().tick();
    expect(world.teams.posted.map(({ updated }) => updated)).toEqual(['a1']);
  });

  it('asked for while the former is on its way is sent after it', async () => {
    await world.send(card());
    world.teams.during(() => world.send(card()));
    await world.postman().tick();
    expect(world.teams.posted).toHaveLength(2);
  });

  it('leaves no trail of rows behind', async () => {
    const postman = world.postman();
    for (let round = 0; round < 5; round += 1) {
      await world.send(card());
      await postman.tick();
    }
    expect(world.teams.posted).toHaveLength(5);
    expect(await world.states()).toEqual(['card 5 sent']);
  });
});

describe('when processes die', () => {
  const attempts = async (): Promise<readonly unknown[]> => {
    const { deliveries } = await readSubject(world.store, WORKSPACE, 'case-1');
    return deliveries.map(({ record }) => record.attemptId);
  };
  const note = buildDraft({ due: 'now', name: 'note', hours: 'any' });

  /** A postman that dies, as far as the storage can see, at the `nth` commit after the first POST. */
  const dying = () => {
    const dead = (): boolean => world.teams.attempts.length > 0;
    const store: Store = {
      ...world.store,
      commit: (partition, writes) => (dead() ? new Promise(() => undefined) : world.store.commit(partition, writes)),
    };
    return world.postman({ store });
  };

  it('between sending and recording, the message is taken over within 90 s, counted as unknown, and sent again', async () => {
    await world.send(note);
    void dying().tick();
    await until(() => world.teams.posted.length === 1);
    const other = world.postman();
    await tables.pass(15 * SECOND);
    await other.tick();
    expect(world.teams.posted).toHaveLength(1); // its owner might be alive
    await tables.pass(7 * SECOND);
    await other.tick();
    expect(world.teams.posted).toHaveLength(2);
    expect(other.counts()).toMatchObject({ unknown: 1, sent: 1 });
    expect(await world.events()).toEqual(['delivery-sent', 'delivery-taken-over']);
  });

  it('late in a lease, its attempt is taken over as soon as the next lease begins, because no message leaves after its own', async () => {
    let isDying = false;
    const store: Store = {
      ...world.store,
      commit: (partition, writes) =>
        isDying && world.teams.attempts.length > 1
          ? new Promise(() => undefined)
          : world.store.commit(partition, writes),
    };
    const first = world.postman({ store });
    await world.send(buildDraft({ ...note, name: 'earlier' }));
    await first.tick();
    await tables.pass(4 * SECOND); // too early to renew the lease
    await world.send(note);
    isDying = true;
    void first.tick();
    await until(() => world.teams.posted.length === 2);
    await tables.pass(17 * SECOND);
    await world.postman().tick(); // the lease is free, the attempt is 17 s old
    expect(world.teams.posted).toHaveLength(3);
    expect(await world.events()).toEqual(['delivery-sent', 'delivery-sent', 'delivery-taken-over']);
  });

  it('the audit row of the take-over names the attempt that was cut off', async () => {
    await world.send(note);
    void dying().tick();
    await until(() => world.teams.posted.length === 1);
    const [cutOff] = await attempts();
    await tables.pass(22 * SECOND);
    await world.postman().tick();
    const rows = await world.store.range(WORKSPACE, { from: 'event|', before: 'event}' });
    const takeOver = rows.find((row) => row.cells['what'] === 'delivery-taken-over');
    expect(takeOver && unpackJson(takeOver.cells, 'deliveries')).toMatchObject([{ attempt: cutOff }]);
  });

  it('or only freeze past their lease while they ask what to say, the message is sent by one of them', async () => {
    await world.send(note);
    const other = world.postman();
    const kinds = [
      {
        ...world.notes,
        word: async (...about: Parameters<typeof world.notes.word>) => {
          await tables.pass(45 * SECOND);
          await other.tick();
          return world.notes.word(...about);
        },
      },
    ];
    const frozen = world.postman({ kinds });
    await frozen.tick();
    expect(world.teams.attempts).toHaveLength(1);
    expect(other.counts()).toMatchObject({ sent: 1, unknown: 1 });
    expect(frozen.counts().sent).toBe(0);
  });

  it('each time while sending the same message, it has failed after the eighth', async () => {
    await world.send(note);
    for (let round = 1; round <= 8; round += 1) {
      const before = world.teams.attempts.length;
      const store: Store = {
        ...world.store,
        commit: (partition, writes) =>
          world.teams.attempts.length > before ? new Promise(() => undefined) : world.store.commit(partition, writes),
      };
      void world.postman({ store }).tick();
      await until(() => world.teams.attempts.length > before);
      await tables.pass(40 * SECOND);
    }
    const last = world.postman();
    await last.tick();
    expect(world.teams.attempts).toHaveLength(8);
    expect(await world.states()).toEqual(['note 1 failed']);
    expect(last.counts().failed).toBe(1);
  });

  it('a stopped postman leaves its tenants to others at once', async () => {
    const first = world.postman();
    await world.send(note);
    await first.tick();
    await first.stop();
    await world.send(buildDraft({ ...note, name: 'second' }));
    await world.postman().tick();
    expect(summaries()).toEqual(['note', 'second']);
  });
});

describe('R4: a message that was accepted', () => {
  it('and could not be recorded is recorded later and not sent again', async () => {
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any' }));
    let down = false;
    const store: Store = {
      ...world.store,
      commit: (partition, writes) =>
        down ? Promise.reject(new Fault('storage-unavailable')) : world.store.commit(partition, writes),
    };
    world.teams.during(() => {
      down = true;
      return Promise.resolve();
    });
    const postman = world.postman({ store });
    await postman.tick();
    expect(await world.states()).toEqual(['note 1 sending']);
    await tables.pass(5 * MINUTE);
    await postman.tick();
    down = false;
    await postman.tick();
    expect(world.teams.posted).toHaveLength(1);
    expect(await world.states()).toEqual(['note 1 sent']);
  });

  it('is recorded also when what the feature adds cannot be', async () => {
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any' }));
    const kinds = [{ ...world.notes, recordSent: () => Promise.reject(new Error('bug')) }];
    await world.postman({ kinds }).tick();
    expect(world.teams.posted).toHaveLength(1);
    expect(await world.states()).toEqual(['note 1 sent']);
  });

  it('is recorded together with what the feature adds', async () => {
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any' }));
    const recordSent = (_workspace: unknown, _deliveries: unknown, sent: { readonly activityId: string }) =>
      Promise.resolve([{ kind: 'insert', rowKey: 'case-card|1', cells: { activityId: sent.activityId } } as const]);
    await world.postman({ kinds: [{ ...world.notes, recordSent }] }).tick();
    expect((await world.store.read(WORKSPACE, 'case-card|1'))?.cells).toEqual({ activityId: 'a1' });
  });
});

describe('rows that this version cannot read', () => {
  it('are reported once, left as they are, and hold nobody up', async () => {
    await world.send(buildDraft({ due: 'now', name: 'odd', bundle: 'odd', hours: 'any' }));
    const [row] = await world.store.range(WORKSPACE, { from: 'delivery|', before: 'delivery}' });
    const etag = row?.etag ?? '';
    await world.store.commit(WORKSPACE, [
      { kind: 'replace', rowKey: row?.rowKey ?? '', etag, cells: { ...row?.cells, v: 2 } },
    ]);
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any', subject: 'case-2', bundle: 'case-2' }));
    const postman = world.postman();
    await postman.tick();
    await postman.tick();
    expect(summaries()).toEqual(['note']);
    expect(postman.counts().unreadable).toBe(1);
    expect(world.logged).toEqual(['delivery-unreadable']);
    const after = await world.store.read(WORKSPACE, row?.rowKey ?? '');
    expect(after?.cells['v']).toBe(2);
    // Mended, it is sent after all.
    await world.store.commit(WORKSPACE, [
      { kind: 'replace', rowKey: row?.rowKey ?? '', etag: after?.etag ?? '', cells: { ...after?.cells, v: 1 } },
    ]);
    await postman.tick();
    expect(summaries()).toEqual(['note', 'odd']);
  });

  it('of a kind that this version does not know wait for one that does', async () => {
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any', kind: 'later' }));
    await world.postman().tick();
    expect(world.teams.attempts).toEqual([]);
    await tables.pass(HOUR);
    await world.postman({ kinds: [{ ...world.notes, kind: 'later' }] }).tick();
    expect(summaries()).toEqual(['note']);
  });
});

describe('several teams', () => {
  it('of one tenant and of others are all served, each with its own', async () => {
    const places = [WORKSPACE, workspace('tenant-a', '19:team-b'), workspace('tenant-b', '19:team-c')];
    for (const place of places) {
      await world.desk.commit(place, { writes: [], send: [buildDraft({ due: 'now', name: 'note', hours: 'any' })] });
    }
    await Promise.all([world.postman().tick(), world.postman().tick()]);
    expect(world.teams.posted.map((posted) => posted.workspace).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(places);
    await Promise.all(places.map((place) => expectNoDifferences(world.store, place)));
  });

  const many = Array.from({ length: 10 }, (_, index) => workspace(`tenant-${index}`, '19:team'));
  const promiseIn = async (places: readonly (typeof WORKSPACE)[]): Promise<void> => {
    for (const place of places) {
      await world.desk.commit(place, { writes: [], send: [buildDraft({ due: 'now', name: 'note', hours: 'any' })] });
    }
  };

  it('are shared by processes that wake together', async () => {
    await promiseIn(many);
    let beats = 0;
    // Each beats once, and is then asked for more only after the other has beaten.
    const postmen = [0, 1].map(() => world.postman({ pause: () => new Promise(() => (beats += 1)) }));
    postmen.forEach((postman) => {
      postman.start();
    });
    await until(() => world.teams.posted.length === many.length);
    await Promise.all(postmen.map((postman) => postman.stop()));
    expect(beats).toBeGreaterThan(1);
    expect(postmen.every((postman) => postman.counts().sent > 0)).toBe(true);
    expect(postmen.reduce((sum, postman) => sum + postman.counts().sent, 0)).toBe(many.length);
  });

  it('are all served by one process alone, more than it takes at a time', async () => {
    await promiseIn(many);
    await world.postman().tick();
    expect(world.teams.posted).toHaveLength(many.length);
  });

  it('wait no longer than others of the same age: the longest forsaken comes first', async () => {
    // As many as a process takes at a time, and one more that was forsaken before them, though it comes last by name.
    const names = ['tenant-z', 'tenant-a', 'tenant-b', 'tenant-c', 'tenant-d'];
    const places = names.map((name) => workspace(name, '19:team'));
    for (const tenant of names) {
      const deps = {
        postmen: world.postmen,
        owner: 'gone',
        monotonicMs: () => tables.monotonicMs(),
        newId: () => tenant,
      };
      const lease = await takeLease(deps, { tenant, row: null, now: await world.store.now() });
      await lease?.release(null);
      await tables.pass(2 * SECOND);
    }
    await promiseIn(places);
    const served: string[] = [];
    const kinds = [
      {
        ...world.notes,
        word: (...about: Parameters<typeof world.notes.word>) => {
          served.push(about[0]);
          return world.notes.word(...about);
        },
      },
    ];
    await world.postman({ kinds }).tick();
    expect(served.indexOf(places[0] ?? '')).toBeLessThan(4);
    expect(served.at(-1)).toBe(places.at(-1));
  });

  it('take turns: one with much to say does not keep the others waiting until it has said all', async () => {
    const [busy = WORKSPACE, quiet = WORKSPACE] = many;
    for (let note = 0; note < 12; note += 1) {
      await world.desk.commit(busy, {
        writes: [],
        send: [buildDraft({ due: 'now', name: `note-${note}`, hours: 'any', bundle: `${note}` })],
      });
    }
    await promiseIn([quiet]);
    let isQuietServed = false;
    const kinds = [
      {
        ...world.notes,
        word: async (...about: Parameters<typeof world.notes.word>) => {
          isQuietServed ||= about[0] === quiet;
          // Each takes its time; only the busy one's own turn can end by that.
          await tables.pass(2 * SECOND);
          return world.notes.word(...about);
        },
      },
    ];
    const postman = world.postman({ kinds });
    await postman.tick();
    expect(isQuietServed).toBe(true);
    expect(world.teams.posted).toHaveLength(13);
  });
});

describe('the loop', () => {
  it('sends by itself, at once when nudged, and stops when told', async () => {
    const postman = world.postman({ pause: () => new Promise(() => undefined) });
    postman.start();
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any' }));
    postman.nudge(WORKSPACE);
    await until(() => world.teams.posted.length === 1);
    await postman.stop();
    expect(postman.counts().sent).toBe(1);
  });

  it('survives an outage of the storage', async () => {
    let down = true;
    const postmen: Store = {
      ...world.postmen,
      range: (partition, range) =>
        down ? Promise.reject(new Fault('storage-unavailable')) : world.postmen.range(partition, range),
    };
    const postman = world.postman({ postmen, pause: () => new Promise((resolve) => setImmediate(resolve)) });
    await world.send(buildDraft({ due: 'now', name: 'note', hours: 'any' }));
    postman.start();
    await until(() => world.logged.includes('postman-tick-failed'));
    down = false;
    await until(() => world.teams.posted.length > 0);
    await postman.stop();
    expect(world.teams.posted).toHaveLength(1);
  });
});

it('a tick with nothing due costs one query', async () => {
  await world.promise(buildDraft());
  const asked: string[] = [];
  const watched = (store: Store, name: string): Store => ({
    ...store,
    range: (partition, range) => {
      asked.push(name);
      return store.range(partition, range);
    },
    read: (partition, rowKey) => {
      asked.push(name);
      return store.read(partition, rowKey);
    },
    commit: (partition, writes) => {
      asked.push(name);
      return store.commit(partition, writes);
    },
  });
  const postman = world.postman({
    store: watched(world.store, 'store'),
    postmen: watched(world.postmen, 'postmen'),
  });
  await postman.tick(); // the first scan of the tenant
  await tables.pass(MINUTE);
  await postman.tick(); // lets go of the lease
  asked.length = 0;
  await postman.tick();
  expect(asked).toEqual(['postmen']);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
