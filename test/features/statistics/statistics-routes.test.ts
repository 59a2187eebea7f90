import { createCaseOverview } from '../../../src/features/cases/case-overview.ts';
import { caseCells } from '../../../src/features/cases/rows.ts';
import { casesFi } from '../../../src/features/cases/texts.fi.ts';
import { StatisticsView, type StatisticsTableId } from '../../../src/features/statistics/contract.ts';
import { createStatistics } from '../../../src/features/statistics/index.ts';
import { readCsv } from '../../../src/kernel/csv.ts';
import { localDateOf } from '../../../src/kernel/helsinki-time.ts';
import type { TabAnswer } from '../../../src/platform/tab/tab-route.ts';
import type { Place } from '../../../src/platform/teams/bot.ts';
import { openTestStore } from '../../support/azurite.ts';
import { IN_PIRKANMAA, IN_RESTRICTED, RESTRICTED, TUESDAY, VEERA, WORKSPACE } from '../cases/case-world.ts';
import { storeCases, summariesOf, type CaseSketch } from '../cases/stored-cases.ts';

const ALONE: Place = { kind: 'personal' };

const HELSINKI = '091';
const CLOSED = { on: '2026-06-10', outcome: 'resolved', cooperation: 'yes' } as const;

const CASES: readonly CaseSketch[] = [
  { theme: 'mobility', opened: '2026-05-05', closed: CLOSED, stage: 'followUp' },
  { theme: 'mobility', opened: '2025-12-01', closed: { ...CLOSED, outcome: 'partly', cooperation: 'no' } },
  { theme: 'housing', municipality: HELSINKI, target: 'municipality', group: 'Vaikuttajat Virtanen' },
  { targetDate: '2026-11-20', stage: 'discussion' },
  { theme: 'leisure', restrictedTo: RESTRICTED, title: 'Salainen asia' },
];

type Ask = (path: string, query?: string, place?: Place) => Promise<TabAnswer<unknown>>;

async function openStatistics(cases = CASES, cells = caseCells): Promise<Ask> {
  const { store } = await openTestStore();
  await storeCases(store, WORKSPACE, cases, cells);
  const { tabRoutes } = createStatistics({
    cases: createCaseOverview({ store, summaries: summariesOf(store), t: casesFi }),
  });
  return async (path, query = '', place = ALONE) => {
    const route = tabRoutes.find((each) => each.path === path);
    const about = { workspace: WORKSPACE, person: VEERA, now: TUESDAY, today: localDateOf(TUESDAY), params: {} };
    const asked = { ...about, place, query: new URLSearchParams(query), body: null };
    return (await route?.run(asked)) ?? { kind: 'refused', code: 'not-found' };
  };
}

async function viewOf(ask: Ask, query = '', place = ALONE): Promise<StatisticsView> {
  const answer = await ask('/statistics', query, place);
  if (answer.kind !== 'json') {
    throw new Error(`no figures but ${JSON.stringify(answer)}`);
  }
  return StatisticsView.parse(answer.json);
}

/** What a table counts, without its zeros. */
function counts(view: StatisticsView, id: StatisticsTableId): Readonly<Record<string, number>> {
  const rows = view.tables.find((table) => table.id === id)?.rows ?? [];
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]));
}

describe('what the page of statistics is told', () => {
  it('S3-20: cases by stage, county, theme, counterpart and time, in the words of the cards', async () => {
    const view = await viewOf(await openStatistics());
    expect([view.opened, view.late, view.closed]).toEqual([4, 1, 2]);
    expect(counts(view, 'stages')).toEqual({ '1 Yhteys Tukiliittoon': 1, '3 Keskustelutilaisuus': 1, Päätetty: 2 });
    expect(counts(view, 'counties')).toEqual({ 'Helsingin kaupunki': 1, 'Pirkanmaan hyvinvointialue': 3 });
    expect(counts(view, 'themes')).toEqual({ Asuminen: 1, Liikkuminen: 2, 'Ei kerrottu': 1 });
    expect(counts(view, 'counterparts')).toEqual({ Kunta: 1, Hyvinvointialue: 3 });
    expect(counts(view, 'overTime')).toEqual({
      'Loka–joulukuu 2025': 1,
      'Huhti–kesäkuu 2026': 1,
      'Loka–joulukuu 2026': 2,
    });
  });

  it('S0-06, S1-28: the time from opening to outcome, and how many led to continuous cooperation', async () => {
    const view = await viewOf(await openStatistics());
    expect([view.median, view.quartiles, view.withinModel, view.cooperating]).toEqual([114, null, 1, 1]);
    expect(counts(view, 'lengths')).toEqual({ '1–2 kuukautta': 1, 'Yli 6 kuukautta': 1 });
    expect(counts(view, 'outcomes')).toEqual({ Ratkaistu: 1, 'Ratkaistu osittain': 1 });
    expect(counts(view, 'cooperations')).toEqual({ 'Kyllä, yhteistyö jatkuu säännöllisesti': 1, Ei: 1 });
  });

  it('a period and a county narrow it, and both are said back', async () => {
    const ask = await openStatistics();
    const spring = await viewOf(ask, 'aika=2026-1&alue=08');
    expect([spring.period, spring.county, spring.opened, spring.closed]).toEqual(['2026-1', '08', 1, 2]);
    expect(counts(spring, 'overTime')).toEqual({ 'toukokuu 2026': 1 });
    expect(spring.tables.map(({ id }) => id)).not.toContain('counties');
    expect(spring.periods.map(({ value }) => value)).toEqual([
      '',
      '2026',
      '2026-2',
      '2026-1',
      '2025',
      '2025-2',
      '2025-1',
    ]);
    expect(spring.counties).toHaveLength(23);
  });

  it.each([['aika=2026-3'], ['aika=kaikki'], ['alue=99'], ['alue=91'], ['alue=Pirkanmaa']])(
    'a period or county that there is not is refused: %s',
    async (query) => {
      const ask = await openStatistics([]);
      const refused = { kind: 'refused', code: 'bad-request' };
      expect([await ask('/statistics', query), await ask('/statistics.csv', query)]).toEqual([refused, refused]);
    },
  );

  it('shares wait until there are five cases', async () => {
    const shares = async (count: number): Promise<readonly (number | null)[]> => {
      const view = await viewOf(await openStatistics(Array.from({ length: count }, () => ({ stage: 'discussion' }))));
      return view.tables.find(({ id }) => id === 'stages')?.rows.map(({ share }) => share) ?? [];
    };
    expect(await shares(4)).toEqual([null, null, null, null, null]);
    expect(await shares(5)).toEqual([0, 0, 100, 0, 0]);
  });

  it('nothing has been opened yet: every figure is 0', async () => {
    const view = await viewOf(await openStatistics([]));
    expect([view.opened, view.closed, view.median, view.quartiles]).toEqual([0, 0, null, null]);
    expect(view.periods.map(({ value }) => value)).toEqual(['', '2026', '2026-2', '2026-1']);
  });

  it('G-11: cases of a restricted channel are counted in that channel only', async () => {
    const ask = await openStatistics();
    const opened = async (place: Place): Promise<number> => (await viewOf(ask, '', place)).opened;
    expect([await opened(ALONE), await opened(IN_PIRKANMAA), await opened(IN_RESTRICTED)]).toEqual([4, 4, 5]);
  });

  it('G-10: no person, no owner and no text of a case is in it', async () => {
    const ask = await openStatistics();
    const view = JSON.stringify(await viewOf(ask, '', IN_RESTRICTED));
    const answer = await ask('/statistics.csv', '', IN_RESTRICTED);
    const file = answer.kind === 'file' ? new TextDecoder().decode(answer.content) : '';
    for (const word of ['Virtanen', 'Tampereen tukiyhdistys', 'Salainen', 'aino', 'Kuljetuspalvelu']) {
      expect(view).not.toContain(word);
      expect(file).not.toContain(word);
    }
  });

  it('a row from before its columns is read from its case', async () => {
    const later = ['openedOn', 'closedOn', 'outcome', 'cooperation', 'targetBodyKind'];
    const old = await openStatistics(CASES, (c) =>
      Object.fromEntries(Object.entries(caseCells(c)).filter(([name]) => !later.includes(name))),
    );
    expect(await viewOf(old)).toEqual(await viewOf(await openStatistics()));
  });
});

describe('the statistics as a file', () => {
  it('holds the figures of the page, each row with its period, county and table', async () => {
    const ask = await openStatistics();
    const answer = await ask('/statistics.csv', 'aika=2026&alue=08');
    const { rows } = readCsv(answer.kind === 'file' ? new TextDecoder().decode(answer.content) : '');
    const [head, ...lines] = rows.map(({ cells }) => cells);
    expect(answer).toMatchObject({ name: 'tilastot-2026-08.csv', contentType: 'text/csv; charset=utf-8' });
    expect(head).toEqual(['Aika', 'Hyvinvointialue', 'Taulukko', 'Luokka', 'Tapauksia', 'Osuus prosentteina']);
    const { tables } = await viewOf(ask, 'aika=2026&alue=08');
    expect(lines).toHaveLength(tables.reduce((sum, table) => sum + table.rows.length + 1, 0));
    expect(lines).toContainEqual([
      'Vuosi 2026',
      'Pirkanmaan hyvinvointialue',
      'Tapaukset vaiheittain',
      '3 Keskustelutilaisuus',
      '1',
      '',
    ]);
  });
});
