// Withdraws an experience: asks once and says what follows (B-09).
import type { Fields } from '../../platform/cards/field.ts';
import type { FormDesign } from '../../platform/posts/form-actions.ts';
import { drawExperience, drawNotice } from './cards/experience-card.ts';
import type { LibraryDeps } from './deps.ts';
import { withdrawExperience } from './domain/experience.ts';
import { changeOf, contextOf, findExperience, refusedWith, showAgain, type Before } from './form-parts.ts';
import { mayWithdraw } from './policy.ts';
import { experienceButton, VERBS } from './verbs.ts';

/** A form without questions: one button that does it and one that leads back. */
export function createWithdrawForm(deps: LibraryDeps): FormDesign<Before, Fields> {
  const { t } = deps;
  return {
    verb: VERBS.withdraw,
    async load(request, sent) {
      const before = await findExperience(deps, request, sent);
      if (before === null) {
        return { card: drawNotice(t.notFound, t) };
      }
      const { experience, people } = before;
      if (experience.withdrawnOn !== null) {
        return { card: drawExperience(experience, { t, people }) };
      }
      return mayWithdraw(experience, request.person.id, people, request.today)
        ? { scene: before }
        : { card: drawNotice(t.forbidden.withdraw, t) };
    },
    fields: () => ({}),
    frame: ({ experience }) => ({
      title: t.withdraw.title,
      about: t.aboutTitle(experience.title),
      intro: t.withdraw.intro,
      submit: t.buttons.withdraw,
      help: t.help,
      data: { id: experience.id },
      cancel: experienceButton(t.buttons.back, VERBS.show, experience.id),
    }),
    postOf: ({ experience }) => experience.id,
    decide(scene, _values, request) {
      const decision = withdrawExperience(scene.experience, contextOf(request));
      if (!decision.ok) {
        return { ok: false, scene, ...refusedWith(t, decision.refusal) };
      }
      const withdrawn = { ...scene, experience: decision.value };
      return { ok: true, change: changeOf(deps, request, withdrawn, { action: 'withdraw', said: t.said.withdrawn }) };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}
