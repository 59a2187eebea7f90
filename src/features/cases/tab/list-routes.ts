// `GET /cases` and `GET /cases.csv`: every case that this person may see in this place, as a list and as a file.
import { tabRoute, type TabRequest, type TabRoute } from '../../../platform/tab/tab-route.ts';
import { createNarrowing, FILTER_NAMES, readFilter } from '../contract/case-filter.ts';
import { CaseList } from '../contract/case-list.ts';
import { isVisible } from '../policy.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { VERBS } from '../verbs.ts';
import { caseFile, type FiledCase } from './case-file.ts';
import { byDue, createListing, placesOf } from './listed-case.ts';

/** The routes of the page of cases. */
export function createListRoutes(deps: CaseDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/cases',
      access: 'member',
      body: null,
      answer: CaseList,
      handle: async (request) => ({ kind: 'json', json: await list(deps, request) }),
    }),
    tabRoute({
      method: 'GET',
      path: '/cases.csv',
      access: 'member',
      body: null,
      answer: null,
      handle: async (request) => ({
        kind: 'file',
        name: deps.t.caseFile.fileName(request.today),
        contentType: 'text/csv; charset=utf-8',
        content: Buffer.from(await file(deps, request)),
      }),
    }),
  ];
}

/** Open cases; closed ones too when the query asks for them. All other narrowing is the page's. */
async function list(deps: CaseDeps, request: TabRequest<unknown>): Promise<CaseList> {
  const { workspace, person, query } = request;
  const withClosed = query.get(FILTER_NAMES.withClosed) === '1';
  const [cases, people] = await Promise.all([visibleCases(deps, request, withClosed), deps.people.load(workspace)]);
  return {
    ...placesOf(cases.map(({ summary }) => summary)),
    cases: cases.map(({ listed }) => listed),
    newCase: people.mayWrite(person)
      ? { label: deps.t.newCase, verb: VERBS.openNew, data: {}, look: 'primary', sendsInputs: false }
      : null,
  };
}

/** The cases that the page shows under the same address. */
async function file(deps: CaseDeps, request: TabRequest<unknown>): Promise<string> {
  const filter = readFilter(request.query);
  const cases = await visibleCases(deps, request, filter.withClosed);
  const { narrow } = createNarrowing({
    ...placesOf(cases.map(({ summary }) => summary)),
    cases: cases.map(({ listed }) => listed),
  });
  const shown = new Set(narrow(filter));
  return caseFile(
    cases.filter(({ listed }) => shown.has(listed)),
    deps.t,
  );
}

async function visibleCases(
  { summaries, t }: CaseDeps,
  { workspace, place, person, today }: TabRequest<unknown>,
  withClosed: boolean,
): Promise<readonly FiledCase[]> {
  const isShown = (summary: CaseSummary): boolean =>
    isVisible(summary, { place }) && (withClosed || summary.status !== 'closed');
  const listing = createListing({ person: person.id, today, t });
  return (await summaries.all(workspace))
    .filter(isShown)
    .map((summary) => ({ summary, listed: listing(summary) }))
    .toSorted((a, b) => byDue(a.listed, b.listed));
}
