// `tapaukset`, `tapaus 2026-001`, `muistutukset`: finding cases and dates again.
import { maskIdentityCodes } from '../../../kernel/identity-codes.ts';
import { parseCountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { ActionRequest, Asking, CardAction, Command, CommandRequest } from '../../../platform/teams/bot.ts';
import { drawCaseList, drawFilterForm, filterFields } from '../cards/case-list.ts';
import { drawCase } from '../cards/case-view.ts';
import { drawDueList, type DueLine } from '../cards/due-list.ts';
import { itemsToSee, targetDateItems } from '../domain/dated-items.ts';
import { isVisible, type Viewer } from '../policy.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { byNextDate, filterCases, listCases, NO_FILTER, type CaseFilter } from '../use-cases/list-cases.ts';
import { findCaseId, loadCase } from '../use-cases/load-case.ts';
import { VERBS } from '../verbs.ts';

// More dates than this do not help anybody on one card; the rest are counted.
const DUE_CASES_MAX = 25;

/** The commands that find cases again. */
export function createListingCommands(deps: CaseDeps): readonly Command[] {
  const { t } = deps;
  const reply = (card: Card, summary: string) => ({ kind: 'card', card, summary }) as const;
  return [
    {
      names: ['tapaukset'],
      help: t.commands.list,
      run: async (request) =>
        reply(await list(deps, request, { ...NO_FILTER, text: maskIdentityCodes(request.rest) }), t.list.title),
    },
    {
      names: ['tapaus', 'näytä tapaus'],
      help: t.commands.show,
      run: async (request) => reply(await showByNumber(deps, request), t.caseWord),
    },
    {
      names: ['muistutukset'],
      help: t.commands.reminders,
      run: async (request) => reply(await due(deps, request), t.due.title),
    },
  ];
}

/** The buttons of lists. */
export function createListingPresses(deps: CaseDeps): readonly CardAction[] {
  const action = (verb: string, handle: (request: ActionRequest) => Promise<Card>): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await handle(request) }),
  });
  return [
    action(VERBS.list, (request) => list(deps, request, readFilter(deps, request))),
    action(VERBS.filter, (request) => Promise.resolve(drawFilterForm(deps.t, readFilter(deps, request)))),
  ];
}

function readFilter({ t }: CaseDeps, { data, person, today }: ActionRequest): CaseFilter {
  const sent = typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
  const reading = readForm(filterFields(t, NO_FILTER), sent, { today, confirmed: true });
  if (reading.kind !== 'values') {
    return NO_FILTER;
  }
  const { text, stage, level, county, which } = reading.values;
  return {
    stage,
    level,
    county: parseCountyCode(county),
    mine: which.includes('mine') ? person.id : null,
    lateOn: which.includes('late') ? today : null,
    text,
    closedToo: which.includes('closed'),
  };
}

async function list(deps: CaseDeps, asking: Asking, filter: CaseFilter): Promise<Card> {
  const cases = filterCases(await listCases(deps.store, asking.workspace, asking), filter);
  return drawCaseList(byNextDate(cases, asking.today), { t: deps.t, today: asking.today, filter });
}

/** `tapaus 2026-14`, `tapaus 2026-014`, or words of its title. */
async function showByNumber(deps: CaseDeps, request: CommandRequest): Promise<Card> {
  const { rest, workspace, place, person, today } = request;
  const typed = /^(\d{4})\s*[-–/]\s*(\d{1,5})$/.exec(rest.trim());
  if (typed === null) {
    return await list(deps, request, { ...NO_FILTER, text: rest });
  }
  const [, year = '', number = ''] = typed;
  const id = await findCaseId(deps.store, workspace, `${year}-${number.replace(/^0+/, '').padStart(3, '0')}`);
  const [loaded, people] = await Promise.all([
    id === null ? null : loadCase(deps.store, workspace, id),
    deps.people.load(workspace),
  ]);
  const viewer: Viewer = { person, place, people, today };
  if (loaded !== null && isVisible(loaded.c, viewer)) {
    return drawCase(loaded.c, { people, today, t: deps.t });
  }
  const cases = byNextDate(filterCases(await listCases(deps.store, workspace, request), NO_FILTER), today);
  const notices = [{ tone: 'warning', text: deps.t.notFound }] as const;
  return drawCaseList(cases, { t: deps.t, today, filter: NO_FILTER, notices });
}

async function due(deps: CaseDeps, asking: Asking): Promise<Card> {
  const { workspace, today } = asking;
  const open = filterCases(await listCases(deps.store, workspace, asking), NO_FILTER);
  const dated = byNextDate(open, today);
  const [people, ...cases] = await Promise.all([
    deps.people.load(workspace),
    ...dated.slice(0, DUE_CASES_MAX).map((summary) => loadCase(deps.store, workspace, summary.id)),
  ]);
  const lines = cases.flatMap((loaded): readonly DueLine[] =>
    loaded === null
      ? []
      : [...itemsToSee(loaded.c, today), ...targetDateItems(loaded.c)].map((item) => ({ c: loaded.c, item })),
  );
  const sorted = lines.toSorted((a, b) => (a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : 0));
  return drawDueList(sorted, { t: deps.t, today, people });
}
