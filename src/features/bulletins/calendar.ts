// Hearings and meetings of regional groups as the calendars know them.
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { CalendarEntry, CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { BulletinDeps } from './deps.ts';
import type { Bulletin } from './domain/bulletin.ts';
import { MEETING_KINDS, meetingKind } from './cards/bulletin-words.ts';
import { SOURCE } from './promises.ts';
import { readFollowers } from './followers.ts';
import { bulletinTable, readBulletins } from './rows.ts';
import type { BulletinTexts } from './texts.fi.ts';
import { bulletinButton, VERBS } from './verbs.ts';

// How long a hearing takes is hardly ever announced.
const MINUTES = 120;

export function createBulletinCalendar({ store, t }: Pick<BulletinDeps, 'store' | 't'>): CalendarSource {
  return {
    source: SOURCE,
    kinds: MEETING_KINDS.map((code) => ({ code, label: t.kinds[code] })),
    async entries(workspace, person, { from, mine }) {
      const summaries = await bulletinTable.list(store, workspace);
      // What was withdrawn has no dates left in its columns, and calendars must learn of it.
      const wanted = summaries.filter(
        ({ home, lastDate, isWithdrawn }) => home.access === 'team' && (isWithdrawn || lastDate >= from),
      );
      const bulletins = await readBulletins(store, workspace, wanted);
      const seen = await Promise.all(
        bulletins.map(async (b) => (!mine || (await isMine(store, workspace, b, person)) ? entryOf(b, t) : null)),
      );
      return seen.filter((entry) => entry !== null && entry.date >= from) as readonly CalendarEntry[];
    },
    async entry(workspace, _person, text) {
      const id = bulletinTable.parseId(text);
      const found = id === null ? null : await bulletinTable.read(store, workspace, id);
      return found === null || found.post.home.access !== 'team' ? null : entryOf(found.post, t);
    },
    buttons({ id }) {
      const bulletin = bulletinTable.parseId(id);
      return bulletin === null ? [] : [bulletinButton(t.buttons.show, VERBS.show, bulletin)];
    },
  };
}

async function isMine(
  store: BulletinDeps['store'],
  workspace: WorkspaceKey,
  b: Bulletin,
  person: PersonId,
): Promise<boolean> {
  return (await readFollowers(store, workspace, b)).includes(person);
}

function entryOf(b: Bulletin, t: BulletinTexts): CalendarEntry | null {
  const { meeting } = b;
  if (meeting === null) {
    return null;
  }
  const code = meetingKind(b);
  return {
    source: SOURCE,
    id: b.id,
    sequence: b.rev,
    status: b.withdrawnOn === null ? 'confirmed' : 'cancelled',
    kind: { code, label: t.kinds[code] },
    title: b.title,
    description: b.withdrawnOn === null ? b.text : '',
    date: meeting.date,
    time: meeting.time,
    minutes: MINUTES,
    place: meeting.place,
    link: b.link,
    counties: b.counties,
    audience: 'team',
    changedAt: b.changed.at,
  };
}
