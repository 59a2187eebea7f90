// What bulletins give to the reminders: hearings, meetings of regional groups and the last days for taking part (S2-32).
import { addDays } from '../../kernel/dates.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { formatTime, relativeDay } from '../../platform/texts/finnish-dates.ts';
import { readPlace, replacePlace } from '../../platform/posts/post-rows.ts';
import type { Destination } from '../../platform/teams/messenger.ts';
import type { Digest, Reminded, ReminderAbout, ReminderSource } from '../reminders/index.ts';
import type { People } from '../settings/index.ts';
import { calendarButtons } from './cards/bulletin-card.ts';
import { dateLabel } from './cards/bulletin-words.ts';
import type { BulletinDeps } from './deps.ts';
import { datesOf, type Bulletin, type BulletinDate } from './domain/bulletin.ts';
import { SOURCE } from './promises.ts';
import { readFollowers } from './followers.ts';
import { bulletinTable, readBulletins } from './rows.ts';
import { bulletinButton, VERBS } from './verbs.ts';

const WEEK_DAYS = 7;

export function createBulletinReminders(deps: BulletinDeps): ReminderSource {
  return {
    source: SOURCE,
    find: (workspace, about, { today, people }) => find(deps, workspace, about, { today, people }),
    digest: (workspace, channel, { today }) => digest(deps, workspace, channel, today),
    async channels(workspace) {
      const summaries = await bulletinTable.list(deps.store, workspace);
      const dated = summaries.filter(({ lastDate, isWithdrawn }) => lastDate !== '' && !isWithdrawn);
      return [...new Set(dated.map(({ home }) => home.channelId))].map((channelId) => ({ kind: 'channel', channelId }));
    },
    async movedTo(workspace, subject, { channelId, rootId }) {
      const placed = await readPlace(deps.store, workspace, subject);
      return placed === null ? [] : [replacePlace(subject, { channelId, rootId, cardId: null }, placed.etag)];
    },
  };
}

async function find(
  { store, t }: BulletinDeps,
  workspace: WorkspaceKey,
  { subject, item, itemDate, when }: ReminderAbout,
  { today, people }: { readonly today: LocalDate; readonly people: People },
): Promise<Reminded | null> {
  const id = bulletinTable.parseId(subject);
  const found = id === null ? null : await bulletinTable.read(store, workspace, id);
  const dated = found === null ? undefined : datesOf(found.post).find((each) => each.item === item);
  if (id === null || found === null || dated?.date !== itemDate || when === 'late' || itemDate < today) {
    return null;
  }
  const b = found.post;
  const [placed, followers] = await Promise.all([readPlace(store, workspace, id), readFollowers(store, workspace, b)]);
  const [county] = b.counties;
  const root = placed?.place.rootId ?? null;
  return {
    title: t.reminder.titles[dated.item],
    about: t.reminder.about(b.title),
    what: dateLabel(b, dated, t),
    when: whenText(dated, today),
    where: dated.item === 'meeting' && b.meeting !== null && b.meeting.place !== '' ? b.meeting.place : null,
    next: t.reminder.next[dated.item],
    late: null,
    buttons: [bulletinButton(t.buttons.unfollow, VERBS.unfollow, b.id), ...calendarButtons(b, t, today)],
    look: bulletinButton(t.buttons.show, VERBS.show, b.id),
    people: followers.filter((person) => people.mentionOf(person) !== null),
    advisor: county === undefined ? null : people.supporterOf(county, today),
    thread: placed === null || root === null ? null : threadOf(placed.place.channelId, root),
    onlyInThread: b.home.access === 'restricted',
    help: t.help,
  };
}

function threadOf(channelId: Bulletin['home']['channelId'], rootId: string): Destination {
  return { kind: 'thread', channelId, rootId };
}

function whenText({ date, time }: BulletinDate, today: LocalDate): string {
  const day = relativeDay(date, today);
  return time === null ? day : `${day} ${formatTime(time)}`;
}

async function digest(
  { store, t }: BulletinDeps,
  workspace: WorkspaceKey,
  channel: Destination,
  today: LocalDate,
): Promise<Digest> {
  const until = addDays(today, WEEK_DAYS);
  const summaries = await bulletinTable.list(store, workspace);
  const here = summaries.filter(
    ({ home, lastDate, isWithdrawn }) =>
      channel.kind !== 'person' && home.channelId === channel.channelId && lastDate >= today && !isWithdrawn,
  );
  const bulletins = await readBulletins(store, workspace, here);
  const thisWeek = bulletins.flatMap((b) =>
    datesOf(b)
      .filter(({ date }) => date >= today && date < until)
      .map((dated) => ({ date: dated.date, text: t.reminder.digest(dateLabel(b, dated, t), b.title) })),
  );
  return { thisWeek, late: [], withoutNextStep: [] };
}
