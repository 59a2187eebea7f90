// The cases as a source of calendars: whose cases are looked at, and who may see them there.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { ChannelId, PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { CalendarSource } from '../../../platform/calendar/calendar-entry.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Row, Store } from '../../../platform/storage/store.ts';
import type { Roster } from '../../../platform/teams/bot.ts';
import { unlessClosed } from '../../../platform/teams/closed-channel.ts';
import type { Case } from '../domain/case.ts';
import { isVisible, isVisibleAlone } from '../policy.ts';
import { caseRowKey, rowToCase } from '../rows.ts';
import { CASE_PREFIX, rowToSummary, SUMMARY_COLUMNS, type CaseSummary } from '../summary-row.ts';
import type { FollowedSummaries } from '../use-cases/followed-summaries.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { lookButton, VERBS } from '../verbs.ts';
import { entriesOf, entryOf, parseCalendarId, SOURCE, type StoredCase } from './case-entries.ts';

export type CaseCalendarDeps = {
  readonly store: Store;
  readonly summaries: FollowedSummaries;
  readonly roster: Pick<Roster, 'channel'>;
  readonly t: CaseTexts;
};

/** The calendar source of the cases. */
export function createCaseCalendar(deps: CaseCalendarDeps): CalendarSource {
  const { t } = deps;
  return {
    source: SOURCE,
    async entries(workspace, person, { from, to, mine }) {
      const cases = mine
        ? await casesOf(deps, workspace, { from, to: to ?? null }, person)
        : await casesSince(deps.store, workspace, from);
      const visible = await visibleTo(deps, workspace, person, cases);
      return visible.flatMap((stored) => entriesOf(stored, person, mine, t)).filter(({ date }) => date >= from);
    },
    async entry(workspace, person, id) {
      const ids = parseCalendarId(id);
      const stored = ids === null ? null : await readCase(deps.store, workspace, ids.caseId);
      if (ids === null || stored === null) {
        return null;
      }
      const [visible] = await visibleTo(deps, workspace, person, [stored]);
      return visible === undefined ? null : entryOf(visible, ids.item, t);
    },
    buttons({ id, audience }, place) {
      const ids = parseCalendarId(id);
      // The cards of a restricted channel's case show in that channel alone.
      const home =
        typeof audience === 'object' ? { channelId: audience.channelId, access: 'restricted' as const } : null;
      const isShown = ids !== null && (home === null || isVisible({ home }, { place }));
      return isShown ? [lookButton(t.buttons.show, VERBS.show, ids.caseId)] : [];
    },
  };
}

// Rows read at once; more would only wait for each other.
const READS_AT_ONCE = 25;

/** The cases that can have something dated on or after `from`: the closed ones only if they changed since. */
async function casesSince(store: Store, workspace: WorkspaceKey, from: LocalDate): Promise<readonly StoredCase[]> {
  const rows = await store.range(workspace, prefixRange(CASE_PREFIX, { select: SUMMARY_COLUMNS }));
  const wanted = rows
    .filter((row) => localDateOf(row.timestamp) >= from || rowToSummary(row).status !== 'closed')
    .map((row) => rowToSummary(row).id);
  return await readCases(store, workspace, wanted);
}

// One after another they would take longer than reading all of them at once.
const SINGLE_MAX = 50;

async function readCases(
  store: Store,
  workspace: WorkspaceKey,
  wanted: readonly Case['id'][],
): Promise<readonly StoredCase[]> {
  if (wanted.length > SINGLE_MAX) {
    const keys = new Set(wanted.map(caseRowKey));
    const rows = await store.range(workspace, prefixRange(CASE_PREFIX));
    return rows.filter(({ rowKey }) => keys.has(rowKey)).map(toStored);
  }
  const found: (StoredCase | null)[] = [];
  for (let start = 0; start < wanted.length; start += READS_AT_ONCE) {
    const ids = wanted.slice(start, start + READS_AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- a bounded number at a time
    found.push(...(await Promise.all(ids.map((id) => readCase(store, workspace, id)))));
  }
  return found.filter((stored) => stored !== null);
}

/** Of those, the ones in which that person takes part or has to do something. */
async function casesOf(
  { store, summaries }: CaseCalendarDeps,
  workspace: WorkspaceKey,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | null },
  person: PersonId,
): Promise<readonly StoredCase[]> {
  const wanted = (await summaries.all(workspace)).filter(
    (summary) =>
      isIn(summary, person) &&
      (to === null ? summary.status !== 'closed' || isChangedSince(summary, from) : hasDate(summary, from, to)),
  );
  return await readCases(
    store,
    workspace,
    wanted.map(({ id }) => id),
  );
}

function hasDate({ status, dates, targetDate }: CaseSummary, from: LocalDate, to: LocalDate): boolean {
  const all = [...dates.map(({ date }) => date), targetDate];
  return status !== 'closed' && all.some((date) => date >= from && date <= to);
}

function isChangedSince({ changedAt }: CaseSummary, from: LocalDate): boolean {
  return changedAt === null || localDateOf(changedAt) >= from;
}

function isIn({ lead, participants, concerns }: CaseSummary, person: PersonId): boolean {
  // Of an old row, and of a closed case, nobody knows whom else it concerns.
  return lead === person || participants.includes(person) || concerns === null || concerns.includes(person);
}

async function readCase(store: Store, workspace: WorkspaceKey, id: Case['id']): Promise<StoredCase | null> {
  const row = await store.read(workspace, caseRowKey(id));
  return row === null ? null : toStored(row);
}

function toStored(row: Row): StoredCase {
  return { c: rowToCase(row), changedAt: row.timestamp };
}

async function visibleTo(
  { roster }: CaseCalendarDeps,
  workspace: WorkspaceKey,
  person: PersonId,
  cases: readonly StoredCase[],
): Promise<readonly StoredCase[]> {
  const homes = cases.map(({ c }) => c.home).filter(({ access }) => access === 'restricted');
  const channels = [...new Set(homes.map(({ channelId }) => channelId))];
  const held = await Promise.all(channels.map((channel) => isInChannel(roster, workspace, channel, person)));
  const own = new Set(channels.filter((_channel, index) => held[index] === true));
  return cases.filter(({ c }) => isVisibleAlone(c, (channel) => own.has(channel)));
}

async function isInChannel(
  roster: Pick<Roster, 'channel'>,
  workspace: WorkspaceKey,
  channel: ChannelId,
  person: PersonId,
): Promise<boolean> {
  return (await unlessClosed(roster.channel(workspace, channel), [])).some((member) => member.id === person);
}
