// What the cases say on Monday in their channels: the week's dates, what is late, and who has no next date.
import { addDays, weekdayOf } from '../../../kernel/dates.ts';
import type { ChannelId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import { formatTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Digest, DigestLine } from '../../reminders/index.ts';
import type { People } from '../../settings/index.ts';
import { itemText, lateText } from '../cards/case-words.ts';
import type { Case } from '../domain/case.ts';
import { itemsToSee, type DatedItem } from '../domain/dated-items.ts';
import { itemsToRemind } from '../domain/reminders.ts';
import { CASE_PREFIX, rowToSummary, SUMMARY_COLUMNS, type CaseSummary } from '../summary-row.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { byNextDate } from '../use-cases/list-cases.ts';
import { loadCase } from '../use-cases/load-case.ts';

const SUNDAY = 7;
// A channel with more open cases reads of those whose dates are nearest.
const CASES_MAX = 50;

const NOTHING: Digest = { thisWeek: [], late: [], withoutNextStep: [] };

/** The channels that have a case which is not closed. */
export async function caseChannels(deps: CaseDeps, workspace: WorkspaceKey): Promise<readonly Destination[]> {
  const summaries = await notClosed(deps, workspace);
  const ids = new Set<ChannelId>(summaries.map(({ home }) => home.channelId));
  return [...ids].map((channelId) => ({ kind: 'channel', channelId }));
}

/** Of the cases that live in that channel and of no others: who reads along there may see them. */
export async function caseDigest(
  deps: CaseDeps,
  workspace: WorkspaceKey,
  channel: Destination,
  { today }: { readonly today: LocalDate; readonly people: People },
): Promise<Digest> {
  if (channel.kind === 'person') {
    return NOTHING;
  }
  const summaries = (await notClosed(deps, workspace)).filter(({ home }) => home.channelId === channel.channelId);
  const nearest = byNextDate(summaries, today).slice(0, CASES_MAX);
  const loaded = await Promise.all(nearest.map(({ id }) => loadCase(deps.store, workspace, id)));
  const cases = loaded.flatMap((each) => (each === null || each.c.status.kind === 'closed' ? [] : [each.c]));
  const lastDay = addDays(today, SUNDAY - weekdayOf(today));
  const items = cases.flatMap((c) => itemsToRemind(c, today).map((item) => ({ c, item })));
  return {
    thisWeek: items
      .filter(({ item }) => item.date >= today && item.date <= lastDay)
      .map(({ c, item }) => line(deps, c, item, whenOf(item))),
    late: items
      .filter(({ item }) => item.date < today)
      .map(({ c, item }) => line(deps, c, item, lateText(item.date, today) ?? '')),
    withoutNextStep: cases
      .filter((c) => c.status.kind === 'open' && itemsToSee(c, today).length === 0)
      .map((c) => ({ date: null, text: deps.t.about(c.number, c.basics.title) })),
  };
}

async function notClosed({ store }: CaseDeps, workspace: WorkspaceKey): Promise<readonly CaseSummary[]> {
  const rows = await store.range(workspace, prefixRange(CASE_PREFIX, { select: SUMMARY_COLUMNS }));
  return rows.map(rowToSummary).filter(({ status }) => status !== 'closed');
}

function whenOf({ date, time }: DatedItem): string {
  return time === null ? formatWeekdayDate(date) : `${formatWeekdayDate(date)} ${formatTime(time)}`;
}

function line({ t }: CaseDeps, c: Case, item: DatedItem, when: string): DigestLine {
  return { date: item.date, text: t.reminder.digestLine(when, itemText(item, t), t.about(c.number, c.basics.title)) };
}
