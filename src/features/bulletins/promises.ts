// What a change of a bulletin writes and promises, in one transaction.
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Promises } from '../../platform/delivery/delivery-desk.ts';
import { postCardDraft, postReplyDraft } from '../../platform/posts/post-kinds.ts';
import { insertPlace, postAuditWrite } from '../../platform/posts/post-rows.ts';
import { remindersOf, weeklyDigest } from '../reminders/index.ts';
import { datesOf, type Bulletin } from './domain/bulletin.ts';
import { bulletinTable } from './rows.ts';

export const SOURCE = 'bulletins';
export const CARD_KIND = 'bulletins/card';
export const NEWS_KIND = 'bulletins/news';

/** A bulletin as it was read, with those whom its dates concern. */
export type BulletinBefore = {
  readonly b: Bulletin;
  readonly etag: string;
  readonly followers: readonly PersonId[];
};

/** `before` is null for a new bulletin. Who asked to be reminded hears of moved dates and of a withdrawal. */
export function bulletinPromises(b: Bulletin, before: BulletinBefore | null, now: Instant): Promises {
  const { by } = b.changed;
  const action = before === null ? 'publish' : b.withdrawnOn === null ? 'change' : 'withdraw';
  const isNews = concernsOthers(before, by) && datesText(before?.b ?? null) !== datesText(b);
  const news = b.withdrawnOn === null ? 'changed' : 'withdrawn';
  return {
    writes: [
      bulletinTable.write(b, before?.etag ?? null),
      ...(before === null ? [insertPlace(b.id, b.home.channelId)] : []),
      postAuditWrite(b.id, { rev: b.rev, action, by, at: now }),
    ],
    ...(before === null ? { isNew: true } : {}),
    ...(datesOf(b).length > 0 ? { ensure: [weeklyDigest(now)] } : {}),
    reconcile: {
      subject: b.id,
      kindsOf: 'remind-',
      wanted: datesOf(b).flatMap(({ item, date, time }) =>
        // A meeting or a deadline passes by itself: nobody is late with it.
        remindersOf({ source: SOURCE, subject: b.id, item, date, time, late: false, ...settingOf(b, before?.b) }),
      ),
    },
    send: [
      postCardDraft(CARD_KIND, b.id, now),
      ...(isNews
        ? [postReplyDraft(NEWS_KIND, { id: b.id, name: `say-${news}-${b.rev}`, payload: { news } }, now)]
        : []),
    ],
  };
}

function datesText(b: Bulletin | null): string {
  return b === null ? '' : JSON.stringify([datesOf(b), b.meeting?.place]);
}

function concernsOthers(before: BulletinBefore | null, by: PersonId): boolean {
  return before !== null && before.followers.some((person) => person !== by);
}

// Whoever only mended a word has not set the dates.
function settingOf(b: Bulletin, before: Bulletin | undefined) {
  return before !== undefined && datesText(before) === datesText(b) ? before.changed : b.changed;
}
