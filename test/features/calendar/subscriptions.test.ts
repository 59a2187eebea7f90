import { createHash } from 'node:crypto';
import type { Store } from '../../../src/platform/storage/store.ts';
import { buildEntry, instantOf, readCalendar } from '../../platform/calendar/entries.ts';
import { createRequestLimit } from '../../../src/platform/http/request-limit.ts';
import { KAISA, says, textsOf, VEERA, WORKSPACE, type Shown } from '../cases/case-world.ts';
import { newSecret, openCalendarWorld, PUBLIC_URL, type CalendarWorld } from './calendar-world.ts';

function pathIn(card: Shown): string {
  const address = textsOf(card).find((text) => text.startsWith(`${PUBLIC_URL}/calendar/`));
  if (address === undefined) {
    throw new Error('no address is shown');
  }
  return address.slice(PUBLIC_URL.length);
}

async function subscribe(world: CalendarWorld, who = VEERA): Promise<string> {
  const form = await world.send(who, 'calendar/subscription');
  return pathIn(await world.press(who, form, 'Tilaa kalenteri', { what: 'mine', county: '' }));
}

async function statusOf(world: CalendarWorld, path: string): Promise<number> {
  return (await world.get(path)).status;
}

/** Every row of secret addresses. */
async function secretRows(world: CalendarWorld): Promise<readonly string[]> {
  const shards = Array.from({ length: 256 }, (_, index) => `calendar|${index.toString(16).padStart(2, '0')}`);
  const rows = await Promise.all(shards.map((shard) => world.store.range(shard, { from: '0', before: 'g' })));
  return rows.flat().map(({ rowKey }) => rowKey);
}

/** Storage that breaks at one commit, before it or after it was carried out. */
function breaking(at: { commit: number; after: boolean }): (store: Store) => Store {
  return (store) => ({
    ...store,
    async commit(partition, writes) {
      at.commit -= 1;
      if (at.commit !== 0) {
        return await store.commit(partition, writes);
      }
      if (at.after) {
        await store.commit(partition, writes);
      }
      throw new Error('storage broke');
    },
  });
}

describe('a feed', () => {
  it('is one for each person and team', async () => {
    const world = await openCalendarWorld();
    const [veera, kaisa] = [await subscribe(world), await subscribe(world, KAISA)];
    expect(veera).not.toBe(kaisa);
    expect(await secretRows(world)).toHaveLength(2);
    expect(says(await world.send(VEERA, 'calendar/subscription'), 'Sinulla on tilattu kalenteri.')).toBe(true);
  });

  it('is not lost to a form that was opened before it began', async () => {
    const world = await openCalendarWorld();
    const [one, two] = [
      await world.send(VEERA, 'calendar/subscription'),
      await world.send(VEERA, 'calendar/subscription'),
    ];
    const path = pathIn(await world.press(VEERA, one, 'Tilaa kalenteri', { what: 'mine', county: '' }));
    const answer = await world.press(VEERA, two, 'Tilaa kalenteri', { what: 'mine', county: '' });
    expect(says(answer, 'Sinulla on jo tilattu kalenteri.')).toBe(true);
    expect(await statusOf(world, path)).toBe(200);
  });

  it('leaves one address when two presses renew it at once', async () => {
    const world = await openCalendarWorld();
    const first = await subscribe(world);
    const [one, two] = [
      await world.send(VEERA, 'calendar/subscription/renew'),
      await world.send(VEERA, 'calendar/subscription/renew'),
    ];
    const answers = await Promise.all([
      world.press(VEERA, one, 'Vaihda osoite'),
      world.press(VEERA, two, 'Vaihda osoite'),
    ]);
    expect(await statusOf(world, first)).toBe(404);
    expect(await secretRows(world)).toHaveLength(1);
    const statuses = await Promise.all(answers.map((card) => statusOf(world, pathIn(card))));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404]);
    const end = await world.send(VEERA, 'calendar/subscription/end');
    await world.press(VEERA, end, 'Lopeta tilaus');
    expect(await secretRows(world)).toEqual([]);
  });

  it.each([1, 2, 3].flatMap((commit) => [false, true].map((after) => [commit, after] as const)))(
    'can be renewed and ended whatever breaks: commit %i, carried out %s',
    async (commit, after) => {
      const fault = { commit: 1_000, after };
      const world = await openCalendarWorld({ wrap: breaking(fault) });
      const first = await subscribe(world);
      const question = await world.send(VEERA, 'calendar/subscription/renew');
      fault.commit = commit;
      await expect(world.press(VEERA, question, 'Vaihda osoite')).rejects.toThrow('storage broke');
      // An address that somebody saw works only while its owner can end it.
      const end = await world.send(VEERA, 'calendar/subscription/end');
      const isThereYet = says(end, 'Osoite ei sen jälkeen toimi.');
      expect((await statusOf(world, first)) === 404 || isThereYet).toBe(true);
      await (isThereYet && world.press(VEERA, end, 'Lopeta tilaus'));
      expect(await statusOf(world, first)).toBe(404);
      const card = await world.send(VEERA, 'calendar/subscription');
      const isThere = says(card, 'Sinulla on tilattu kalenteri.');
      const next = isThere
        ? await world.press(VEERA, await world.send(VEERA, 'calendar/subscription/renew'), 'Vaihda osoite')
        : await world.press(VEERA, card, 'Tilaa kalenteri', { what: 'mine', county: '' });
      expect(await statusOf(world, pathIn(next))).toBe(200);
      expect(await statusOf(world, first)).toBe(404);
    },
  );

  it('answers a stale or forged form with how things are', async () => {
    const world = await openCalendarWorld();
    expect(says(await world.send(VEERA, 'calendar/subscription/start', { what: 'mine' }), 'Tilaa kalenteri')).toBe(
      true,
    );
    for (const verb of ['renew', 'renew/save', 'scope', 'scope/save', 'end']) {
      const card = await world.send(VEERA, `calendar/subscription/${verb}`, { nonce: '01JD0000000000000000000777' });
      expect(says(card, 'Sinulla ei ole nyt tilattua kalenteria.')).toBe(true);
    }
    const form = await world.send(VEERA, 'calendar/subscription');
    expect(says(await world.press(VEERA, form, 'Tilaa kalenteri', { what: 'x' }), 'Valitse yksi vaihtoehto.')).toBe(
      true,
    );
    expect(await secretRows(world)).toEqual([]);
  });

  it('an unreadable row is reported, never taken for another', async () => {
    const world = await openCalendarWorld();
    await world.store.commit(WORKSPACE, [
      { kind: 'insert', rowKey: `calendar|${VEERA.id}`, cells: { schema: 9, digest: 'x' } },
    ]);
    await expect(world.send(VEERA, 'calendar/subscription')).rejects.toThrow('row-unreadable');
  });
});

describe('an address for one entry', () => {
  it('is removed once it has ended', async () => {
    // Secrets that lie in one part of the table: whoever makes an address there clears away what has ended.
    const shardOf = (secret: string) => createHash('sha256').update(secret).digest('hex').slice(0, 2);
    const shard = shardOf(newSecret());
    const secretInShard = (): string => {
      const secret = newSecret();
      return shardOf(secret) === shard ? secret : secretInShard();
    };
    const world = await openCalendarWorld({ newSecret: secretInShard });
    world.entries = [buildEntry({ id: 'id-1' })];
    const named = { source: 'cases', id: 'id-1' };
    const path = pathIn(await world.send(VEERA, 'calendar/add', named));
    const feed = await subscribe(world);
    const { status, bytes } = await world.get(path);
    expect(status).toBe(200);
    expect(readCalendar(Buffer.from(bytes?.content ?? []).toString()).events).toHaveLength(1);
    world.now = instantOf('2026-12-02T09:00:00.000Z');
    expect(await statusOf(world, path)).toBe(404);
    expect(await secretRows(world)).toHaveLength(2);
    const next = pathIn(await world.send(VEERA, 'calendar/add', named));
    expect(await secretRows(world)).toHaveLength(2);
    expect([await statusOf(world, feed), await statusOf(world, next)]).toEqual([200, 200]);
  });
});

it('a limit counts for each key in its window', () => {
  let now = 0;
  const limit = createRequestLimit(2, 1_000, () => now);
  expect([limit.allows('a'), limit.allows('a'), limit.allows('a'), limit.allows('b')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 1_000;
  expect(limit.allows('a')).toBe(true);
});
