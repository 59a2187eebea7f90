// What a turn asks of the storage: each request is time that people wait and money that the owner pays. The whole app over
// HTTP, its requests counted on their way to the storage. A team that has spoken before is meant, as teams mostly have.
import { openFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { CalendarMonthView } from '../../src/features/calendar/contract.ts';
import { caseCells } from '../../src/features/cases/rows.ts';
import { buildEvent, day } from '../features/cases/build-case.ts';
import { OPENING } from '../features/cases/case-world.ts';
import { storeCases } from '../features/cases/stored-cases.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { ask, cardIn, openCase, press, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let proxy: FaultProxy;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
  proxy = await openFaultProxy(tables.url);
});
afterAll(() => Promise.all([proxy.close(), tables.close()]));
beforeEach(async () => {
  world = await openAppWorld({ tables: { ...tables, url: proxy.url } });
  await openCase(world);
});
afterEach(() => world.close());

/** How many questions and transactions the turn sends to the storage. */
async function requestsOf(turn: () => Promise<unknown>): Promise<{ readonly asked: number; readonly written: number }> {
  const before = proxy.seen.length;
  await turn();
  const seen = proxy.seen.slice(before);
  const written = seen.filter(({ path }) => path.includes('$batch')).length;
  return { asked: seen.length - written, written };
}

/** Writes a promise into the case, as the form does. */
async function save(at: Awaited<ReturnType<typeof ask>>, caseId: string, nonce: string): Promise<void> {
  const typed = { what: 'Soita kuntaan', person: VEERA.aadObjectId, who: '', date: '2026-12-15' };
  const data = { caseId, seen: '1', nonce, ...typed };
  await world.press(VEERA, 'cases/save/action', data, whereOf(at), { replyToId: at.id });
}

describe('what a turn asks of the storage', () => {
  it('the opening form: roles, cases, a draft; the message is noted as seen', async () => {
    expect(await requestsOf(() => ask(world, VEERA, 'uusi tapaus'))).toEqual({ asked: 3, written: 1 });
  });

  it('an opening: the same, the nonce, the number and whether the weekly digest is promised; then one transaction', async () => {
    const at = await ask(world, VEERA, 'uusi tapaus');
    const opening = { card: cardIn(at), title: 'Avaa tapaus', typed: OPENING };
    expect(await requestsOf(() => press(world, VEERA, at, opening))).toEqual({ asked: 6, written: 1 });
  });

  it('a save: the case, roles, draft, nonce, holds and promises; one transaction; no more when much is promised', async () => {
    const { at, shown } = await openCase(world);
    const caseId = known(/"caseId":"(\w{26})"/.exec(JSON.stringify(shown))?.[1]);
    for (const round of ['first', 'second', 'third', 'fourth']) {
      expect(await requestsOf(() => save(at, caseId, `nonce-of-the-${round}`))).toEqual({ asked: 6, written: 1 });
    }
  });

  it('S2-37, S3-20: a month, the counties and the statistics open no case, however many there are', async () => {
    const december = { events: [buildEvent({ date: day('2026-12-09') })] };
    await storeCases(
      world.store,
      WORKSPACE,
      Array.from({ length: 60 }, () => ({})),
      (c) => caseCells({ ...c, ...december }),
    );
    await tables.pass(3_000);
    const open = (path: string): Promise<unknown> => world.api(VEERA).get(path);
    const month = CalendarMonthView.parse((await world.api(VEERA).get('/calendar?kuukausi=2026-12')).json);
    expect(month.count).toBe(60);
    // The series, meetings and bulletins, and twice who is in the team.
    expect(await requestsOf(() => open('/calendar?kuukausi=2026-12'))).toEqual({ asked: 5, written: 0 });
    expect(await requestsOf(() => open('/statistics'))).toEqual({ asked: 0, written: 0 });
    expect(await requestsOf(() => open('/counties'))).toEqual({ asked: 1, written: 0 });
    expect(await requestsOf(() => open('/counties/08'))).toEqual({ asked: 5, written: 0 });
    // After a while it is asked what others have written meanwhile, all at once.
    await tables.pass(3_000);
    expect(await requestsOf(() => open('/calendar?kuukausi=2026-12'))).toEqual({ asked: 6, written: 0 });
  });

  it('a list: the cases; the message is noted as seen', async () => {
    expect(await requestsOf(() => ask(world, VEERA, 'tapaukset'))).toEqual({ asked: 1, written: 1 });
  });
});
