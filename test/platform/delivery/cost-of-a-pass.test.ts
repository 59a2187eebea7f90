// What a pass of the postman costs, in requests to the storage: it must grow with what is due, not with what is stored.
import { allOf, countedStore, noOperations, type Operations } from '../../support/counted-store.ts';
import {
  at,
  buildDraft,
  buildWorld,
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

/** So many promises for a day that does not come in the test, twenty for each subject. */
async function promiseLater(count: number): Promise<void> {
  for (let first = 0; first < count; first += 20) {
    const wanted = Array.from({ length: Math.min(20, count - first) }, (_each, index) =>
      buildDraft({
        subject: `later-${first}`,
        name: `remind-${index}`,
        due: at('2027-03-01 09:00'),
        expires: instant('2027-05-01T00:00:00.000Z'),
      }),
    );
    const reconcile = { subject: `later-${first}`, kindsOf: 'remind-', wanted };
    expect(await world.desk.commit(WORKSPACE, { writes: [], reconcile })).toBe('committed');
  }
}

/** So many messages for the same morning, each for itself, in threads of their own. */
async function promiseSoon(count: number): Promise<void> {
  await world.promise(
    ...Array.from({ length: count }, (_each, index) =>
      buildDraft({ name: `remind-${index}`, bundle: `b${index}`, payload: { root: `thread-${index}` } }),
    ),
  );
}

async function countPass(): Promise<{ readonly workspaces: Operations; readonly postmen: Operations }> {
  const counts = { workspaces: noOperations(), postmen: noOperations() };
  const postman = world.postman({
    store: countedStore(world.store, counts.workspaces),
    postmen: countedStore(world.postmen, counts.postmen),
  });
  await postman.tick();
  return counts;
}

async function passWith({ stored, due }: { readonly stored: number; readonly due: number }) {
  await promiseLater(stored);
  await promiseSoon(due);
  await tables.travel(instant('2026-12-02T07:00:01.000Z'));
  const counts = await countPass();
  expect(world.teams.posted).toHaveLength(due);
  await expectNoDifferences(world.store);
  return counts;
}

describe('the cost of a pass', () => {
  it.each([[0], [40], [400]])('of 5 messages is the same with %d promises stored', async (stored) => {
    const { workspaces, postmen } = await passWith({ stored, due: 5 });
    // Two scans (the second finds nothing), and when the next is due. Per message: it is read, marked, read again and
    // recorded.
    expect(workspaces).toEqual({ reads: 10, ranges: 3, commits: 10 });
    // All hints and leases, the workspaces of the tenant; the lease is taken and made to last, and the hint raised.
    expect(postmen).toEqual({ reads: 1, ranges: 2, commits: 3 });
  });

  it('grows by the same four requests for every message', async () => {
    const { workspaces } = await passWith({ stored: 40, due: 15 });
    expect(workspaces).toEqual({ reads: 30, ranges: 3, commits: 30 });
  });

  it('of nothing is one request, however much is stored', async () => {
    await promiseLater(400);
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    const first = world.postman();
    await first.tick();
    await first.stop();
    await tables.pass(MINUTE);
    const { workspaces, postmen } = await countPass();
    expect(allOf(workspaces)).toBe(0);
    expect(postmen).toEqual({ reads: 0, ranges: 1, commits: 0 });
  });

  it('soon after a commit is two looks into each workspace, at what is due and what is next, however much is stored', async () => {
    await promiseLater(400);
    await world.send(buildDraft({ name: 'now', due: 'now', hours: 'any' }));
    const postman = world.postman();
    await postman.tick();
    await postman.stop();
    const { workspaces, postmen } = await countPass();
    expect(workspaces).toEqual({ reads: 0, ranges: 2, commits: 0 });
    expect(postmen).toEqual({ reads: 0, ranges: 2, commits: 1 });
  });
});
