// What the page of statistics asks. Who asks has counted what they may see, and nobody is named.
import { parseCountyCode } from '../../kernel/regions/regions.ts';
import { tabRoute, type TabRequest, type TabRoute } from '../../platform/tab/tab-route.ts';
import type { CaseOverview } from '../cases/index.ts';
import { StatisticsView } from './contract.ts';
import { parsePeriod } from './domain/period.ts';
import { showStatistics } from './show-statistics.ts';
import { statisticsFile } from './statistics-file.ts';
import type { StatisticsTexts } from './texts.fi.ts';

export type StatisticsDeps = { readonly cases: CaseOverview; readonly t: StatisticsTexts };

/** The figures for the page, and the same as a file. A period or county that does not exist is refused. */
export function createStatisticsTabRoutes(deps: StatisticsDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/statistics',
      access: 'member',
      body: null,
      answer: StatisticsView,
      async handle(request) {
        const view = await countFor(deps, request);
        return view === null ? { kind: 'refused', code: 'bad-request' } : { kind: 'json', json: view };
      },
    }),
    tabRoute({
      method: 'GET',
      path: '/statistics.csv',
      access: 'member',
      body: null,
      answer: null,
      async handle(request) {
        const view = await countFor(deps, request);
        if (view === null) {
          return { kind: 'refused', code: 'bad-request' };
        }
        const { name, text } = statisticsFile(view, deps.t);
        return { kind: 'file', name, contentType: 'text/csv; charset=utf-8', content: new TextEncoder().encode(text) };
      },
    }),
  ];
}

async function countFor(
  { cases, t }: StatisticsDeps,
  { workspace, place, today, query }: TabRequest<unknown>,
): Promise<StatisticsView | null> {
  const asked = query.get('alue') ?? '';
  const county = parseCountyCode(asked);
  const period = parsePeriod(query.get('aika') ?? '');
  if (period === null || (asked !== '' && county === null)) {
    return null;
  }
  const listed = await cases.list({ workspace, place, today });
  return showStatistics(listed, { period, county, today }, { words: cases.words, t });
}
