// What is posted of a bulletin: its card, and news of its dates for those who asked to be reminded.
import { localDateOf } from '../../kernel/helsinki-time.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { presentMessage } from '../../platform/cards/present-message.ts';
import { createPostCardKind, createPostReplyKind } from '../../platform/posts/post-kinds.ts';
import { aboutText } from './cards/bulletin-words.ts';
import { drawBulletin } from './cards/bulletin-card.ts';
import type { BulletinDeps } from './deps.ts';
import { CARD_KIND, NEWS_KIND } from './promises.ts';
import { readFollowers } from './followers.ts';
import { bulletinTable } from './rows.ts';
import { bulletinButton, VERBS } from './verbs.ts';

// A message that names more people than this is refused by Teams or read by nobody.
const MENTIONS_MAX = 20;

/** The kinds of deliveries of bulletins. */
export function createBulletinKinds(deps: BulletinDeps): readonly DeliveryKind[] {
  const { store, t } = deps;
  return [
    createPostCardKind(deps, CARD_KIND, async (workspace, text, { now }) => {
      const id = bulletinTable.parseId(text);
      const found = id === null ? null : await bulletinTable.read(store, workspace, id);
      if (found === null) {
        return null;
      }
      const people = await deps.people.load(workspace);
      const card = drawBulletin(found.post, { t, people, today: localDateOf(now) });
      return { card, summary: t.summary(found.post.title), mentions: [] };
    }),
    createPostReplyKind(deps, NEWS_KIND, async (workspace, text, { payload }) => {
      const id = bulletinTable.parseId(text);
      const found = id === null ? null : await bulletinTable.read(store, workspace, id);
      // Told of a change, a bulletin that was withdrawn since is told of once, as withdrawn.
      const isSaid = found !== null && (payload['news'] === 'withdrawn') === (found.post.withdrawnOn !== null);
      if (found === null || !isSaid) {
        return null;
      }
      const [people, followers] = await Promise.all([
        deps.people.load(workspace),
        readFollowers(store, workspace, found.post),
      ]);
      const b = found.post;
      const words = b.withdrawnOn === null ? t.news.changed : t.news.withdrawn;
      const others = followers.filter((person) => person !== b.changed.by);
      const told = others.map((person) => people.mentionOf(person)).filter((mention) => mention !== null);
      const mentions = told.slice(0, MENTIONS_MAX);
      const card = presentMessage({
        title: words.title,
        about: t.reminder.about(b.title),
        notices: [],
        paragraphs: [words.text],
        facts: [{ label: t.list.kind, value: aboutText(b, t) }],
        sections: [],
        buttons: [bulletinButton(t.buttons.show, VERBS.show, b.id)],
        mentions,
        help: t.help,
      });
      return { card, summary: `${words.title}. ${t.summary(b.title)}`, mentions };
    }),
  ];
}
