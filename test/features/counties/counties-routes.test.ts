import { createCaseOverview } from '../../../src/features/cases/case-overview.ts';
import { casesFi } from '../../../src/features/cases/texts.fi.ts';
import { createCountyCalendar } from '../../../src/features/calendar/use-cases/coming-in-county.ts';
import { CountiesView, CountyView } from '../../../src/features/counties/contract.ts';
import { createCounties } from '../../../src/features/counties/index.ts';
import type { People } from '../../../src/features/settings/index.ts';
import { localDateOf } from '../../../src/kernel/helsinki-time.ts';
import type { CalendarEntry } from '../../../src/platform/calendar/calendar-entry.ts';
import type { TabAnswer } from '../../../src/platform/tab/tab-route.ts';
import type { Place } from '../../../src/platform/teams/bot.ts';
import { day } from '../../kernel/literals.ts';
import { buildEntry } from '../../platform/calendar/entries.ts';
import { openTestStore } from '../../support/azurite.ts';
import {
  AINO,
  IN_RESTRICTED,
  KAISA,
  MIKKO,
  peopleOf,
  RESTRICTED,
  TUESDAY,
  VEERA,
  WORKSPACE,
} from '../cases/case-world.ts';
import { caseOf, storeCases, summariesOf, type CaseSketch } from '../cases/stored-cases.ts';

const ALONE: Place = { kind: 'personal' };
const HELSINKI = '091';
const PIRKANMAA = caseOf({}, 1).basics.targetBody.county;
const CLOSED = { on: '2026-06-10', outcome: 'resolved', cooperation: 'yes' } as const;

const CASES: readonly CaseSketch[] = [
  { title: 'Ensimmäinen', group: 'Pirkanmaan vaikuttajat' },
  { title: 'Myöhäinen', targetDate: '2026-11-20', stage: 'discussion' },
  { title: 'Vanha', closed: { ...CLOSED, on: '2026-03-01' } },
  { title: 'Uudempi', closed: { ...CLOSED, outcome: 'partly' } },
  { title: 'Helsingin asia', municipality: HELSINKI, target: 'municipality' },
  { title: 'Salainen asia', restrictedTo: RESTRICTED, group: 'Salainen ryhmä' },
];

type World = {
  readonly ask: (path: string, code?: string, place?: Place) => Promise<TabAnswer<unknown>>;
};

async function openCounties(
  about: {
    readonly cases?: readonly CaseSketch[];
    readonly entries?: readonly CalendarEntry[];
    readonly people?: Partial<People>;
  } = {},
): Promise<World> {
  const { cases = CASES, entries = [], people = {} } = about;
  const { store } = await openTestStore();
  await storeCases(store, WORKSPACE, cases);
  const source = {
    source: 'meetings',
    entries: () => Promise.resolve(entries),
    entry: () => Promise.resolve(null),
  };
  const { tabRoutes } = createCounties({
    cases: createCaseOverview({ store, summaries: summariesOf(store), t: casesFi }),
    people: { load: () => Promise.resolve(peopleOf([VEERA, MIKKO, AINO, KAISA], people)) },
    calendar: createCountyCalendar([source]),
  });
  return {
    async ask(path, code = '', place = ALONE) {
      const route = tabRoutes.find((each) => each.path === path);
      const asked = { workspace: WORKSPACE, person: VEERA, now: TUESDAY, today: localDateOf(TUESDAY), place };
      const sent = { params: { code }, query: new URLSearchParams(), body: null };
      return (await route?.run({ ...asked, ...sent })) ?? { kind: 'refused', code: 'not-found' };
    },
  };
}

async function allOf(world: World, place = ALONE): Promise<CountiesView> {
  const answer = await world.ask('/counties', '', place);
  return CountiesView.parse(answer.kind === 'json' ? answer.json : answer);
}

async function oneOf(world: World, code = '08', place = ALONE): Promise<CountyView> {
  const answer = await world.ask('/counties/:code', code, place);
  return CountyView.parse(answer.kind === 'json' ? answer.json : answer);
}

describe('what the page of all counties is told', () => {
  it('the 21 counties and Helsinki, each with its cases, working groups and advisors', async () => {
    const view = await allOf(await openCounties());
    expect(view.counties).toHaveLength(22);
    expect(view).toMatchObject({ open: 3, late: 1, closed: 2 });
    expect(view.counties.find(({ code }) => code === '08')).toEqual({
      code: '08',
      name: 'Pirkanmaan hyvinvointialue',
      shortName: 'Pirkanmaa',
      open: 2,
      late: 1,
      closed: 2,
      workingGroups: ['Pirkanmaan vaikuttajat'],
      advisors: ['Aino Esimerkki'],
    });
    expect(view.counties.find(({ code }) => code === '90')).toMatchObject({ name: 'Helsingin kaupunki', open: 1 });
  });

  it('G-11: a restricted channel shows its cases and groups there only', async () => {
    const world = await openCounties();
    expect((await allOf(world)).open).toBe(3);
    expect((await allOf(world, IN_RESTRICTED)).open).toBe(4);
    const words = JSON.stringify([await allOf(world), await oneOf(world)]);
    expect(words).not.toContain('Salainen');
    expect((await oneOf(world, '08', IN_RESTRICTED)).workingGroups).toContain('Salainen ryhmä');
  });
});

describe('what the page of one county is told', () => {
  it('its cases: the late ones first, and those that ended last before the others', async () => {
    const view = await oneOf(await openCounties());
    expect(view.openCases).toEqual([
      { number: '2026-002', title: 'Myöhäinen', state: '3 Keskustelutilaisuus', isLate: true },
      { number: '2026-001', title: 'Ensimmäinen', state: '1 Yhteys Tukiliittoon', isLate: false },
    ]);
    expect(view.closedCases.map(({ title, state }) => [title, state])).toEqual([
      ['Uudempi', 'Ratkaistu osittain, 10.6.2026'],
      ['Vanha', 'Ratkaistu, 1.3.2026'],
    ]);
  });

  it('at most ten of each, and how many there are in all', async () => {
    const view = await oneOf(await openCounties({ cases: Array.from({ length: 12 }, () => ({})) }));
    expect([view.openCases.length, view.open]).toEqual([10, 12]);
  });

  it('S0-08: its advisor; when away, until when and who stands in, and who supports meanwhile', async () => {
    expect(await oneOf(await openCounties())).toMatchObject({
      advisors: [{ name: 'Aino Esimerkki', away: '' }],
      support: '',
    });
    const away = { until: day('2026-12-01'), standIn: MIKKO.id };
    const people: Partial<People> = {
      advisorsOf: () => [{ person: AINO.id, away }],
      supporterOf: () => MIKKO.id,
    };
    expect(await oneOf(await openCounties({ people }))).toMatchObject({
      advisors: [{ name: 'Aino Esimerkki', away: 'Poissa 1.12.2026 asti. Sijainen on Mikko Mallinen.' }],
      support: 'Mikko Mallinen',
    });
    expect(await oneOf(await openCounties(), '90')).toMatchObject({ advisors: [], support: 'Kaisa Korhonen' });
  });

  it('T-01: what is coming in the county itself, and not what is cancelled, private or in another channel', async () => {
    const entries = [
      buildEntry({ id: 'a', title: 'Kuntatapaaminen', counties: [PIRKANMAA] }),
      buildEntry({ id: 'b', title: 'Koko maa', counties: [] }),
      buildEntry({ id: 'c', title: 'Peruttu', counties: [PIRKANMAA], status: 'cancelled' }),
      buildEntry({ id: 'd', title: 'Oma', counties: [PIRKANMAA], audience: 'person' }),
      buildEntry({ id: 'e', title: 'Rajattu', counties: [PIRKANMAA], audience: { channelId: RESTRICTED } }),
    ];
    const world = await openCounties({ entries });
    const titles = async (place: Place): Promise<readonly string[]> =>
      (await oneOf(world, '08', place)).events.map(({ title }) => title);
    expect(await titles(ALONE)).toEqual(['Kuntatapaaminen']);
    expect((await titles(IN_RESTRICTED)).toSorted()).toEqual(['Kuntatapaaminen', 'Rajattu']);
    expect((await oneOf(world, '90')).events).toEqual([]);
  });

  it('who decides there and which municipalities belong to it; Helsinki is a city that does a county’s tasks', async () => {
    const world = await openCounties();
    const pirkanmaa = await oneOf(world);
    expect(pirkanmaa.facts.map(({ value }) => value)).toEqual(['Aluevaltuusto', 'Sisä-Suomen yhteistyöalue']);
    expect(pirkanmaa.municipalities).toHaveLength(23);
    const helsinki = await oneOf(world, '90');
    expect(helsinki.facts.map(({ value }) => value)).toContain('Kaupunginvaltuusto');
    expect(helsinki.municipalities).toEqual(['Helsinki']);
  });

  it.each([['91'], ['99'], [''], ['8'], ['Pirkanmaa']])('there is none for %j', async (code) => {
    expect(await (await openCounties()).ask('/counties/:code', code)).toEqual({ kind: 'refused', code: 'not-found' });
  });
});
