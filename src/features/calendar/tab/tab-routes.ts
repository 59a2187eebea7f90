// What the calendar's page asks: a month, one entry, and the state of the person's own feed.
import { parseCountyCode } from '../../../kernel/regions/regions.ts';
import { shownButton } from '../../../platform/cards/parts.ts';
import type { CalendarEntry, CalendarSource } from '../../../platform/calendar/calendar-entry.ts';
import { tabRoute, type TabRequest, type TabRoute } from '../../../platform/tab/tab-route.ts';
import { feedFacts, feedButtons, startButton } from '../cards/subscription-card.ts';
import { CalendarEntryPage, CalendarMonthView, CalendarSubscriptionView } from '../contract.ts';
import type { CalendarDeps } from '../deps.ts';
import { monthOf, parseMonth, weeksOf, type CalendarMonth } from '../domain/month.ts';
import type { View } from '../domain/view.ts';
import { findEntry, inView, loadEntries } from '../use-cases/load-entries.ts';
import { readSubscription } from '../use-cases/subscriptions.ts';
import { showEntryPage } from './show-entry.ts';
import { kindsOf, showMonth } from './show-month.ts';

type Request = TabRequest<unknown>;

/** The routes of the page. Who asks sees there what their own cards would show them, and nothing more. */
export function createCalendarTabRoutes(deps: CalendarDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/calendar',
      access: 'member',
      body: null,
      answer: CalendarMonthView,
      async handle(request) {
        const asked = request.query.get('kuukausi');
        const month = asked === null ? monthOf(request.today) : parseMonth(asked);
        return month === null
          ? { kind: 'refused', code: 'bad-request' }
          : { kind: 'json', json: await answerMonth(deps, request, month) };
      },
    }),
    tabRoute({
      method: 'GET',
      path: '/calendar/entries/:source/:id',
      access: 'member',
      body: null,
      answer: CalendarEntryPage,
      async handle(request) {
        const page = await answerEntry(deps, request);
        return page === null ? { kind: 'refused', code: 'not-found' } : { kind: 'json', json: page };
      },
    }),
    tabRoute({
      method: 'GET',
      path: '/calendar/subscription',
      access: 'member',
      body: null,
      answer: CalendarSubscriptionView,
      handle: async (request) => ({ kind: 'json', json: await answerSubscription(deps, request) }),
    }),
  ];
}

async function answerMonth(deps: CalendarDeps, request: Request, month: CalendarMonth): Promise<CalendarMonthView> {
  const { sources, t } = deps;
  const { workspace, person, today, place, query } = request;
  const days = weeksOf(month).flatMap((week) => week.days);
  const [from = today, to = today] = [days[0], days.at(-1)];
  const mine = query.get('omat') === '1';
  const [all, made] = await Promise.all([
    loadEntries(sources, { workspace, person: person.id }, { from, to, mine }),
    Promise.all(sources.map(async (source) => (await source.newButtons?.(request)) ?? [])),
  ]);
  // What nobody knows cannot be chosen, so it narrows nothing.
  const chosen = knownKinds(sources, all).find(({ code }) => code === query.get('laji')) ?? null;
  const view: View = {
    scope: mine ? 'mine' : 'all',
    county: parseCountyCode(query.get('alue')),
    kind: chosen?.code ?? null,
    after: null,
  };
  const kinds = kindsOf([...all.map(({ kind }) => kind), ...(chosen === null ? [] : [chosen])]);
  return showMonth({ month, today, view, kinds, entries: inView(all, view, place), newButtons: made.flat(), t });
}

// Also those that this month has none of: a choice holds while people go from month to month.
function knownKinds(
  sources: readonly CalendarSource[],
  entries: readonly CalendarEntry[],
): readonly CalendarEntry['kind'][] {
  return [...entries.map(({ kind }) => kind), ...sources.flatMap(({ kinds = [] }) => kinds)];
}

async function answerEntry(deps: CalendarDeps, request: Request): Promise<CalendarEntryPage | null> {
  const { source: name = '', id = '' } = request.params;
  const source = deps.sources.find((each) => each.source === name);
  const { workspace, person } = request;
  const entry = await findEntry(deps.sources, { workspace, person: person.id }, { source: name, id });
  return source === undefined || entry === null ? null : await showEntryPage(source, request, entry, deps.t);
}

async function answerSubscription(deps: CalendarDeps, request: Request): Promise<CalendarSubscriptionView> {
  const feed = await readSubscription(deps, request.workspace, request.person.id);
  const isOffered = deps.publicUrl !== null;
  const buttons = feed === null ? [startButton(deps.t)] : feedButtons(deps.t);
  return {
    isOffered,
    isOn: feed !== null,
    facts: feed === null ? [] : [...feedFacts(feed, deps.t)],
    buttons: isOffered ? buttons.map(shownButton) : [],
  };
}
