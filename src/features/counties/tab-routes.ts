// What the pages of the counties ask: all of them, and one.
import { countyOf, parseCountyCode } from '../../kernel/regions/regions.ts';
import { tabRoute, type TabRequest, type TabRoute } from '../../platform/tab/tab-route.ts';
import type { CountyCalendar } from '../calendar/index.ts';
import type { CaseFacts, CaseOverview } from '../cases/index.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import { CountiesView, CountyView } from './contract.ts';
import { showCounties, showCounty, type Scene } from './show-counties.ts';
import type { CountiesTexts } from './texts.fi.ts';

export type CountiesDeps = {
  readonly cases: CaseOverview;
  readonly people: PeopleDirectory;
  readonly calendar: CountyCalendar;
  readonly t: CountiesTexts;
};

type Request = TabRequest<unknown>;

/** Both show what who asks may see there; a county that is none of the choices is not found. */
export function createCountiesTabRoutes(deps: CountiesDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/counties',
      access: 'member',
      body: null,
      answer: CountiesView,
      async handle(request) {
        const { cases, scene } = await lookAt(deps, request);
        return { kind: 'json', json: showCounties(cases, scene) };
      },
    }),
    tabRoute({
      method: 'GET',
      path: '/counties/:code',
      access: 'member',
      body: null,
      answer: CountyView,
      async handle(request) {
        const code = parseCountyCode(request.params['code']);
        if (code === null) {
          return { kind: 'refused', code: 'not-found' };
        }
        const [{ cases, scene }, coming] = await Promise.all([
          lookAt(deps, request),
          deps.calendar.comingIn(code, request),
        ]);
        return { kind: 'json', json: showCounty(countyOf(code), cases, coming, scene) };
      },
    }),
  ];
}

async function lookAt(
  { cases, people, t }: CountiesDeps,
  request: Request,
): Promise<{ readonly cases: readonly CaseFacts[]; readonly scene: Scene }> {
  const [listed, loaded] = await Promise.all([cases.list(request), people.load(request.workspace)]);
  return { cases: listed, scene: { people: loaded, today: request.today, words: cases.words, t } };
}
