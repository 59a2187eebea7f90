// What the engine does from a promise to its end, as small stories. Each is told once without faults to see every
// storage call it makes, and then once for every fault that one of those calls can meet.
import type { DeliveryDraft } from '../../src/platform/delivery/delivery.ts';
import { findDifferences } from '../../src/platform/delivery/find-differences.ts';
import { readSubjectsBeginning } from '../../src/platform/delivery/read-deliveries.ts';
import { readLate, readMissed, readSendings } from '../../src/platform/delivery/read-troubles.ts';
import { prefixRange } from '../../src/platform/storage/row-keys.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import { at, buildDraft, channel, HOUR, instant, MINUTE, SECOND, WORKSPACE } from '../support/delivery-world.ts';
import type { Stage } from './matrix-stage.ts';

export type Scenario = {
  readonly name: string;
  /** What was before, by others. */
  readonly prepare?: (stage: Stage) => Promise<void>;
  /** What the watched process does. */
  readonly act: (stage: Stage) => Promise<void>;
  /** What others do after it. */
  readonly mend?: (stage: Stage) => Promise<void>;
  /** How time passes afterwards until everything that is due has ended: 90 s unless Teams has to be waited for. */
  readonly rounds?: readonly number[];
  /** What has become of every delivery, in the order of their keys. */
  readonly ends: readonly string[];
};

const WITHIN_90_SECONDS = [45 * SECOND, 45 * SECOND];
/** The rounds of a scenario that names none. */
export const ROUNDS: readonly number[] = WITHIN_90_SECONDS;
const AFTER_A_BACKOFF = [45 * SECOND, 2 * MINUTE, 2 * MINUTE];

const note = (about: Partial<DeliveryDraft> = {}): DeliveryDraft =>
  buildDraft({ name: 'note', due: 'now', hours: 'any', ...about });
const dated = (name: string, due: string, about: Partial<DeliveryDraft> = {}): DeliveryDraft =>
  buildDraft({ name, bundle: name, due: at(due), hours: 'any', ...about });
const reconcile = (...wanted: readonly DeliveryDraft[]) => ({ subject: 'case-1', kindsOf: 'remind-', wanted });

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'somebody promises something nearer than all before',
    async prepare(stage) {
      const { world, tables } = stage;
      await world.promise(dated('remind-a', '2026-12-22 09:00'));
      await tables.pass(20 * MINUTE);
      const postman = stage.other();
      await postman.tick();
      await postman.stop();
    },
    async act(stage) {
      const wanted = [dated('remind-a', '2026-12-22 09:00'), dated('remind-b', '2026-12-01 10:40')];
      await stage.press({ reconcile: reconcile(...wanted) });
      await stage.tables.travel(instant('2026-12-01T08:40:01.000Z'));
    },
    ends: ['case-1~remind-a 1 pending', 'case-1~remind-b 1 sent'],
  },
  {
    name: 'somebody promises, moves one date, cancels another and asks for a card twice',
    async act(stage) {
      const before = [dated('remind-a', '2026-12-01 10:30'), dated('remind-b', '2026-12-01 10:40')];
      await stage.press({ reconcile: reconcile(...before), send: [note({ name: 'card' })] });
      await stage.press({
        reconcile: reconcile(dated('remind-a', '2026-12-01 10:50')),
        send: [note({ name: 'card' })],
      });
      await stage.tables.travel(instant('2026-12-01T08:50:01.000Z'));
    },
    ends: [
      'case-1~card 1 sent',
      'case-1~remind-a 1 cancelled',
      'case-1~remind-a 2 sent',
      'case-1~remind-b 1 cancelled',
    ],
  },
  {
    name: 'a postman sends what is due, in two lanes, and raises the hint',
    async prepare({ world, tables }) {
      await world.promise(dated('remind-a', '2026-12-01 10:30'), dated('remind-b', '2026-12-01 10:30'));
      const wanted = [dated('remind-c', '2026-12-01 10:30', { subject: 'case-2' })];
      await world.desk.commit(WORKSPACE, { writes: [], reconcile: { subject: 'case-2', kindsOf: 'remind-', wanted } });
      await tables.travel(instant('2026-12-01T08:30:01.000Z'));
    },
    act: (stage) => stage.beat(),
    ends: ['case-1~remind-a 1 sent', 'case-1~remind-b 1 sent', 'case-2~remind-c 1 sent'],
  },
  {
    name: 'a postman looks two seconds too early, and again in time',
    prepare: ({ world }) => world.promise(dated('remind-a', '2026-12-01 10:30')),
    async act(stage) {
      await stage.tables.travel(instant('2026-12-01T08:29:58.000Z'));
      await stage.beat();
      await stage.tables.travel(instant('2026-12-01T08:30:01.000Z'));
      await stage.beat();
    },
    ends: ['case-1~remind-a 1 sent'],
  },
  {
    name: 'a postman keeps its lease, gives it back when idle, takes it again, and stops',
    prepare: ({ world }) => world.send(note({ name: 'note-a' })),
    async act(stage) {
      const { world, tables } = stage;
      await stage.beat();
      await tables.pass(15 * SECOND);
      await world.send(note({ name: 'note-b' }));
      await stage.beat();
      await tables.pass(12 * SECOND);
      await stage.beat();
      await tables.pass(16 * MINUTE);
      await stage.beat(); // looks at everything again, and the hint may be raised now
      await tables.pass(40 * SECOND);
      await stage.beat();
      await world.send(note({ name: 'note-c' }));
      await stage.beat();
      await stage.stop();
    },
    ends: ['case-1~note-a 1 sent', 'case-1~note-b 1 sent', 'case-1~note-c 1 sent'],
  },
  {
    name: 'Teams takes long over the first of two messages',
    prepare: ({ world }) => world.send(note({ name: 'note-a', bundle: 'a' }), note({ name: 'note-b', bundle: 'b' })),
    async act(stage) {
      stage.world.teams.during(() => stage.tables.pass(11 * SECOND));
      await stage.beat();
    },
    ends: ['case-1~note-a 1 sent', 'case-1~note-b 1 sent'],
  },
  {
    name: 'a postman takes over from one that died while sending',
    async prepare(stage) {
      const { world, tables } = stage;
      await world.send(note());
      await dieWhileSending(stage);
      await tables.pass(40 * SECOND);
    },
    act: (stage) => stage.beat(),
    ends: ['case-1~note 1 sent'],
  },
  {
    name: 'eight postmen have died over it',
    async prepare(stage) {
      const { world, tables } = stage;
      await world.send(note());
      for (let death = 0; death < 8; death += 1) {
        await dieWhileSending(stage);
        await tables.pass(40 * SECOND);
      }
    },
    act: (stage) => stage.beat(),
    ends: ['case-1~note 1 failed'],
  },
  {
    name: 'Teams is busy',
    prepare: ({ world }) => world.send(note({ payload: { root: 'fails-429' } })),
    async act(stage) {
      await stage.beat();
      stage.world.teams.repair('fails-429');
      await stage.tables.pass(2 * MINUTE);
      await stage.beat();
    },
    rounds: AFTER_A_BACKOFF,
    ends: ['case-1~note 1 sent'],
  },
  {
    name: 'Teams takes the message and says nothing',
    prepare: ({ world }) => world.send(note({ payload: { root: 'arrives-unknown' } })),
    async act(stage) {
      await stage.beat();
      stage.world.teams.repair('arrives-unknown');
      await stage.tables.pass(MINUTE);
      await stage.beat();
    },
    rounds: AFTER_A_BACKOFF,
    ends: ['case-1~note 1 sent'],
  },
  {
    name: 'Teams refuses one message, and another whose place has a fallback',
    async prepare({ world }) {
      world.notes.fallbacks.set('fails-404', { kind: 'channel', channelId: channel('19:general') });
      await world.send(
        note({ name: 'note-a', bundle: 'a', payload: { root: 'fails-403' } }),
        note({ name: 'note-b', bundle: 'b', payload: { root: 'fails-404' } }),
      );
    },
    act: (stage) => stage.beat(),
    rounds: AFTER_A_BACKOFF,
    ends: ['case-1~note-a 1 failed', 'case-1~note-b 1 sent'],
  },
  {
    name: 'somebody moves the date while the message is on its way',
    async prepare({ world, tables }) {
      await world.promise(dated('remind-a', '2026-12-01 10:30', { payload: { root: 'fails-503' } }));
      await tables.travel(instant('2026-12-01T08:30:01.000Z'));
    },
    async act(stage) {
      stage.world.teams.during(() => stage.press({ reconcile: reconcile(dated('remind-a', '2026-12-01 11:30')) }));
      await stage.beat();
    },
    rounds: [45 * SECOND, 2 * MINUTE, HOUR, MINUTE],
    ends: ['case-1~remind-a 1 cancelled', 'case-1~remind-a 2 sent'],
  },
  {
    name: 'some are not for now: expired, obsolete, at night, of a kind that nobody knows, not to be worded',
    async prepare({ world, tables }) {
      world.notes.obsolete.add('remind-obsolete');
      await world.promise(
        dated('remind-expired', '2026-12-01 10:30', { expires: instant('2026-12-01T09:00:00.000Z') }),
        dated('remind-night', '2026-12-01 20:00', { hours: 'workingDays' }),
        dated('remind-obsolete', '2026-12-01 10:30'),
        dated('remind-other', '2026-12-01 10:30', { kind: 'other', expires: instant('2026-12-02T07:00:00.000Z') }),
      );
      await tables.travel(instant('2026-12-01T18:00:01.000Z'));
    },
    async act(stage) {
      stage.world.notes.broken = true;
      await stage.beat();
      stage.world.notes.broken = false;
      await stage.tables.pass(2 * MINUTE);
      await stage.beat();
    },
    rounds: [45 * SECOND, 2 * MINUTE, 14 * HOUR, MINUTE],
    ends: [
      'case-1~remind-expired 1 expired',
      'case-1~remind-night 1 sent',
      'case-1~remind-obsolete 1 obsolete',
      'case-1~remind-other 1 expired',
    ],
  },
  {
    name: 'what Teams accepted can be recorded only later',
    async prepare({ world }) {
      await world.send(note());
    },
    async act(stage) {
      stage.world.teams.during(() => {
        stage.isDown = true;
        return Promise.resolve();
      });
      await stage.beat();
      await stage.tables.pass(5 * MINUTE);
      stage.isDown = false;
      await stage.beat();
      // A fault may have put off the message until now.
      stage.isDown = false;
    },
    ends: ['case-1~note 1 sent'],
  },
  {
    name: 'rows lie there that nobody can read, and an index row without its delivery',
    async prepare({ world }) {
      await world.send(note({ name: 'odd', bundle: 'odd' }));
      await rewrite(world.store, 'delivery|case-1~odd|000001', 2);
      const rowKey = 'due|2026-12-01T08:00:00.000Z|case-1~stray|000001';
      await world.store.commit(WORKSPACE, [{ kind: 'insert', rowKey, cells: { v: 1, kind: 'note', bundle: 'stray' } }]);
      await world.send(note({ subject: 'case-2' }));
    },
    async act(stage) {
      await stage.beat();
      await stage.attempt((store) => findDifferences(store, WORKSPACE));
    },
    async mend({ world: { store } }) {
      await rewrite(store, 'delivery|case-1~odd|000001', 1);
      await removeIndexRows(store, '~stray|');
    },
    ends: ['case-1~odd 1 sent', 'case-2~note 1 sent'],
  },
  {
    name: 'what is due says nothing itself and hands on to two others',
    prepare: ({ world }) => world.send(note({ name: 'over', bundle: 'over', kind: 'over' })),
    async act(stage) {
      await stage.beat();
      await stage.tables.travel(instant('2026-12-01T08:50:01.000Z'));
      await stage.beat();
    },
    ends: ['case-1~over 1 handedOn', 'case-3~follows-a 1 sent', 'case-3~follows-b 1 sent'],
  },
  {
    name: 'the index is looked over, where rows are missing, of what is to come and of what failed, and two are too many',
    async prepare(stage) {
      const { world } = stage;
      await world.send(note({ name: 'refused', bundle: 'refused', payload: { root: 'fails-403' } }));
      const postman = stage.other();
      await postman.tick();
      await postman.stop();
      await removeRows(world.store, 'missed|');
      await world.promise(dated('remind-a', '2026-12-22 09:00'), dated('remind-b', '2026-12-22 09:00'));
      await world.send(note());
      const cells = { v: 1, kind: 'note', bundle: 'stray' };
      await removeIndexRows(world.store, '~remind-a|');
      await world.store.commit(WORKSPACE, [
        { kind: 'insert', rowKey: 'due|2026-12-23T07:00:00.000Z|case-1~remind-b|000001', cells },
        { kind: 'insert', rowKey: 'due|2026-12-23T07:00:00.000Z|case-9~gone|000001', cells },
      ]);
    },
    async act(stage) {
      await stage.beat();
      await stage.tables.pass(31 * MINUTE);
      await stage.beat();
    },
    mend: ({ world: { store } }) => removeIndexRows(store, 'due|2026-12-23T07:00:00.000Z|'),
    rounds: [45 * SECOND, 31 * MINUTE, 61 * MINUTE, 61 * MINUTE],
    ends: ['case-1~note 1 sent', 'case-1~refused 1 failed', 'case-1~remind-a 1 pending', 'case-1~remind-b 1 pending'],
  },
  {
    name: 'somebody looks at what was missed and what is late, and asks for one again',
    async prepare(stage) {
      const { world, tables } = stage;
      await world.send(note({ name: 'refused', bundle: 'refused', payload: { root: 'fails-403' } }));
      const postman = stage.other();
      await postman.tick();
      await postman.stop();
      world.teams.repair('fails-403');
      await world.send(note({ name: 'late', bundle: 'late' }));
      await tables.pass(5 * MINUTE);
    },
    async act(stage) {
      const since = instant('2026-12-01T00:00:00.000Z');
      const now = await stage.world.store.now();
      await stage.attempt((store) => readMissed(store, WORKSPACE, { since, max: 10 }));
      await stage.attempt((store) => readLate(store, WORKSPACE, { now, max: 10 }));
      await stage.attempt((store) => readSendings(store, WORKSPACE, since));
      await stage.attempt((store) => readSubjectsBeginning(store, WORKSPACE, 'case-'));
      await stage.askAgain('delivery|case-1~refused|000001');
    },
    ends: ['case-1~late 1 sent', 'case-1~refused 1 failed', 'case-1~refused 2 sent'],
  },
];

/** A postman of another process dies, as far as the storage can see, between sending and recording. */
async function dieWhileSending(stage: Stage): Promise<void> {
  const { world } = stage;
  const before = world.teams.attempts.length;
  const died = Promise.withResolvers<void>();
  const store: Store = {
    ...world.store,
    commit: (partition, writes) => {
      if (world.teams.attempts.length === before) {
        return world.store.commit(partition, writes);
      }
      died.resolve();
      return new Promise(() => undefined);
    },
  };
  void stage.other({ store }).tick();
  await died.promise;
}

function removeIndexRows(store: Store, containing: string): Promise<void> {
  return removeRows(store, 'due|', containing);
}

async function removeRows(store: Store, prefix: string, containing = ''): Promise<void> {
  const rows = await store.range(WORKSPACE, prefixRange(prefix));
  const gone = rows.filter(({ rowKey }) => rowKey.includes(containing));
  await store.commit(
    WORKSPACE,
    gone.map(({ rowKey, etag }) => ({ kind: 'remove', rowKey, etag })),
  );
}

async function rewrite(store: Store, rowKey: string, v: number): Promise<void> {
  const row = await store.read(WORKSPACE, rowKey);
  await store.commit(WORKSPACE, [{ kind: 'replace', rowKey, etag: row?.etag ?? '', cells: { ...row?.cells, v } }]);
}
