// The cases as a source of calendars: whose cases are looked at, and who may see them there.
import type { ChannelId, PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { CalendarSource } from '../../../platform/calendar/calendar-entry.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Roster } from '../../../platform/teams/bot.ts';
import { unlessClosed } from '../../../platform/teams/closed-channel.ts';
import { CALENDAR_KINDS } from '../domain/calendar-items.ts';
import { isVisible, isVisibleAlone, type Visibility } from '../policy.ts';
import type { FollowedSummaries } from '../use-cases/followed-summaries.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { lookButton, VERBS } from '../verbs.ts';
import { entriesOf, entryOf, parseCalendarId, SOURCE } from './case-entries.ts';
import { casesWithin, readCase } from './dated-cases.ts';

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
    kinds: CALENDAR_KINDS.map((code) => ({ code, label: t.datedKinds[code] })),
    async entries(workspace, person, { mine, ...days }) {
      const visible = await visibleTo(deps, workspace, person, await casesWithin(deps, workspace, days));
      return visible.flatMap((dated) => entriesOf(dated, person, mine, t));
    },
    async entry(workspace, person, id) {
      const ids = parseCalendarId(id);
      const stored = ids === null ? null : await readCase(deps.store, workspace, ids.caseId);
      if (ids === null || stored === null) {
        return null;
      }
      const [visible] = await visibleTo(deps, workspace, person, [{ ...stored, home: stored.c.home }]);
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

async function visibleTo<Shown extends Visibility>(
  { roster }: CaseCalendarDeps,
  workspace: WorkspaceKey,
  person: PersonId,
  cases: readonly Shown[],
): Promise<readonly Shown[]> {
  const homes = cases.map(({ home }) => home).filter(({ access }) => access === 'restricted');
  const channels = [...new Set(homes.map(({ channelId }) => channelId))];
  const held = await Promise.all(channels.map((channel) => isInChannel(roster, workspace, channel, person)));
  const own = new Set(channels.filter((_channel, index) => held[index] === true));
  return cases.filter((shown) => isVisibleAlone(shown, (channel) => own.has(channel)));
}

async function isInChannel(
  roster: Pick<Roster, 'channel'>,
  workspace: WorkspaceKey,
  channel: ChannelId,
  person: PersonId,
): Promise<boolean> {
  return (await unlessClosed(roster.channel(workspace, channel), [])).some((member) => member.id === person);
}
