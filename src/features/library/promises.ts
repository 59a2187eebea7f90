// What a change of an experience writes and promises, in one transaction.
import type { Instant } from '../../kernel/instants.ts';
import type { Promises } from '../../platform/delivery/delivery-desk.ts';
import { postCardDraft } from '../../platform/posts/post-kinds.ts';
import { insertPlace, postAuditWrite } from '../../platform/posts/post-rows.ts';
import type { Experience } from './domain/experience.ts';
import { experienceTable } from './rows.ts';

export const CARD_KIND = 'library/experience';

/** `etag` is null for a new experience. */
export function experiencePromises(
  experience: Experience,
  { action, etag }: { readonly action: 'share' | 'change' | 'withdraw'; readonly etag: string | null },
  now: Instant,
): Promises {
  const { id, rev, changed, home } = experience;
  return {
    writes: [
      experienceTable.write(experience, etag),
      ...(etag === null ? [insertPlace(id, home.channelId)] : []),
      postAuditWrite(id, { rev, action, by: changed.by, at: now }),
    ],
    ...(etag === null ? { isNew: true } : {}),
    send: [postCardDraft(CARD_KIND, id, now)],
  };
}
