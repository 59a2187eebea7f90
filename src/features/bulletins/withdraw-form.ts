// Withdrawing a bulletin: asks once and says what follows (B-09).
import type { Fields } from '../../platform/cards/field.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { FormDesign } from '../../platform/posts/form-actions.ts';
import type { People } from '../settings/index.ts';
import { drawBulletin, drawNotice } from './cards/bulletin-card.ts';
import type { BulletinDeps } from './deps.ts';
import type { Bulletin } from './domain/bulletin.ts';
import { withdrawBulletin } from './domain/write-bulletin.ts';
import { readFollowers } from './followers.ts';
import { mayInform } from './policy.ts';
import { bulletinPromises, type BulletinBefore } from './promises.ts';
import { bulletinTable } from './rows.ts';
import { showAgain } from './show-again.ts';
import { bulletinButton, VERBS } from './verbs.ts';

type Scene = { readonly people: People; readonly before: BulletinBefore };

/** A form without questions: one button that does it and one that leads back. */
export function createWithdrawForm(deps: BulletinDeps): FormDesign<Scene, Fields> {
  const { t, store } = deps;
  return {
    verb: VERBS.withdraw,
    async load({ workspace, place, person, today }, sent) {
      const id = bulletinTable.parseId(sent['id']);
      const [people, found] = await Promise.all([
        deps.people.load(workspace),
        id === null ? null : bulletinTable.read(store, workspace, id),
      ]);
      if (found === null || !isShownIn(found.post.home, place)) {
        return { card: drawNotice(t.notFound, t) };
      }
      if (!mayInform(person.id, people, today)) {
        return { card: drawNotice(t.forbidden(deps.advisorLabel), t) };
      }
      const { post, etag } = found;
      if (post.withdrawnOn !== null) {
        return { card: drawBulletin(post, { t, people, today }) };
      }
      const followers = await readFollowers(store, workspace, post);
      return { scene: { people, before: { b: post, etag, followers } } };
    },
    fields: () => ({}),
    frame: ({ before: { b } }) => ({
      title: t.withdraw.title,
      about: t.reminder.about(b.title),
      intro: t.withdraw.intro,
      submit: t.buttons.withdraw,
      help: t.help,
      data: { id: b.id },
      cancel: bulletinButton(t.buttons.back, VERBS.show, b.id),
    }),
    postOf: ({ before }) => before.b.id,
    decide(scene, _values, { person, now, today }) {
      const { before, people } = scene;
      const decision = withdrawBulletin(before.b, { by: person.id, at: now, today });
      if (!decision.ok) {
        return {
          ok: false,
          scene,
          problems: {},
          notices: [{ tone: 'info', text: t.refusals[decision.refusal.code] }],
        };
      }
      const b: Bulletin = decision.value;
      return {
        ok: true,
        change: {
          promises: bulletinPromises(b, before, now),
          outcome: { id: b.id },
          saved: () =>
            Promise.resolve(drawBulletin(b, { t, people, today, notices: [{ tone: 'done', text: t.said.withdrawn }] })),
        },
      };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}
