// `kalenteri`, and the presses that look at it or take an entry from it.
import { z } from 'zod/mini';
import { parseCountyCode, searchRegions, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import { teamsMeetingLink } from '../../../platform/calendar/teams-meeting-link.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { ActionRequest, Asking, CardAction, Command, CommandRequest } from '../../../platform/teams/bot.ts';
import { drawCalendar, drawFilter, FILTER_NAMES, filterFields } from '../cards/calendar-card.ts';
import { drawAdd, drawEntry, drawGone } from '../cards/entry-card.ts';
import type { CalendarDeps } from '../deps.ts';
import { readView, WHOLE, type View } from '../domain/view.ts';
import { findEntry, inView, loadEntries } from '../use-cases/load-entries.ts';
import { ENTRY_DAYS, makeEntryPath } from '../use-cases/secret-links.ts';
import { VERBS } from '../verbs.ts';

/** `kalenteri`: what is coming. In a channel only what everybody there may read. */
export function createCalendarCommand(deps: CalendarDeps): Command {
  const { t } = deps;
  return {
    names: ['kalenteri'],
    help: t.command.help,
    run: async (request) => ({ kind: 'card', card: await answerCommand(deps, request), summary: t.command.summary }),
  };
}

/** The presses; their answers are seen by the person who pressed alone. */
export function createCalendarPresses(deps: CalendarDeps): readonly CardAction[] {
  const action = (verb: string, answer: (request: ActionRequest) => Promise<Card>): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await answer(request) }),
  });
  return [
    action(VERBS.list, (request) => answerList(deps, request)),
    action(VERBS.filter, async (request) => {
      const view = ownView(readView(request.data));
      return drawFilter(await coming(deps, request, view), view, deps.t);
    }),
    action(VERBS.show, (request) => showEntry(deps, request)),
    action(VERBS.add, (request) => addEntry(deps, request)),
  ];
}

async function answerCommand(deps: CalendarDeps, request: CommandRequest): Promise<Card> {
  const typed = request.rest.trim();
  const county = countyNamed(typed);
  const isUnknown = typed !== '' && county === null;
  const scope = request.place.kind === 'channel' ? 'open' : 'all';
  const notices: readonly Notice[] = isUnknown ? [{ tone: 'warning', text: deps.t.list.unknownPlace }] : [];
  return await drawView(deps, request, { ...WHOLE, scope, county }, notices);
}

// A municipality means its county: that is what the entries say they are for.
function countyNamed(typed: string): CountyCode | null {
  const [first] = searchRegions(typed);
  if (first === undefined) {
    return null;
  }
  return parseCountyCode(first.kind === 'county' ? first.county.code : first.municipality.countyCode);
}

async function answerList(deps: CalendarDeps, request: ActionRequest): Promise<Card> {
  const sent = typeof request.data === 'object' && request.data !== null ? request.data : {};
  const isForm = FILTER_NAMES.some((name) => Object.hasOwn(sent, name));
  const view = isForm ? await readFilter(deps, request, Object.fromEntries(Object.entries(sent))) : readView(sent);
  return await drawView(deps, request, view, []);
}

// What cannot be read narrows nothing: the list says what it shows.
async function readFilter(
  deps: CalendarDeps,
  request: ActionRequest,
  sent: Readonly<Record<string, unknown>>,
): Promise<View> {
  const fields = filterFields(await coming(deps, request, WHOLE), WHOLE, deps.t);
  const reading = readForm(fields, sent, { today: request.today, confirmed: true });
  if (reading.kind !== 'values') {
    return WHOLE;
  }
  const { county, kind, whose } = reading.values;
  return { scope: whose.length > 0 ? 'mine' : 'all', county: parseCountyCode(county), kind, after: null };
}

async function drawView(deps: CalendarDeps, asking: Asking, view: View, notices: readonly Notice[]): Promise<Card> {
  const entries = inView(await coming(deps, asking, view), view, asking.place);
  return drawCalendar(entries, { view, t: deps.t, notices });
}

function coming(deps: CalendarDeps, asking: Asking, { scope }: View): Promise<readonly CalendarEntry[]> {
  const who = { workspace: asking.workspace, person: asking.person.id };
  return loadEntries(deps.sources, who, { from: asking.today, mine: scope === 'mine' });
}

// The form is seen by the presser alone, so it may ask about everything that they may see.
function ownView(view: View): View {
  return view.scope === 'open' ? { ...view, scope: 'all' } : view;
}

const named = z.looseObject({
  source: z.string().check(z.maxLength(40)),
  id: z.string().check(z.regex(/^[A-Za-z0-9.-]{1,120}$/)),
});

async function entryPressed(deps: CalendarDeps, request: ActionRequest): Promise<CalendarEntry | null> {
  const read = named.safeParse(request.data);
  const who = { workspace: request.workspace, person: request.person.id };
  return read.success ? await findEntry(deps.sources, who, read.data) : null;
}

async function showEntry(deps: CalendarDeps, request: ActionRequest): Promise<Card> {
  const entry = await entryPressed(deps, request);
  if (entry === null) {
    return drawGone(deps.t);
  }
  const source = deps.sources.find((each) => each.source === entry.source);
  return drawEntry(entry, source?.buttons?.(entry, request.place) ?? [], deps.t);
}

/** B-15: nothing is put anywhere by this press; it only shows the ways. */
async function addEntry(deps: CalendarDeps, request: ActionRequest): Promise<Card> {
  const entry = await entryPressed(deps, request);
  if (entry === null) {
    return drawGone(deps.t);
  }
  const { publicUrl, t } = deps;
  const file = publicUrl === null ? null : `${publicUrl}${await makeEntryPath(deps, request, entry)}`;
  return drawAdd(entry, { file, fileDays: ENTRY_DAYS, meeting: teamsMeetingLink(entry) }, t);
}
