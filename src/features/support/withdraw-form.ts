// Withdraws a question: asks once and says what follows (B-09).
import type { Fields } from '../../platform/cards/field.ts';
import type { FormDesign } from '../../platform/posts/form-actions.ts';
import { drawNotice, drawQuestion } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { withdrawQuestion } from './domain/question.ts';
import { changeOf, contextOf, findQuestion, refusedWith, showAgain, type Before } from './form-parts.ts';
import { mayWithdraw } from './policy.ts';
import { questionButton, VERBS } from './verbs.ts';

/** A form without questions: one button that does it and one that leads back. */
export function createWithdrawForm(deps: SupportDeps): FormDesign<Before, Fields> {
  const { t } = deps;
  return {
    verb: VERBS.withdraw,
    async load(request, sent) {
      const before = await findQuestion(deps, request, sent);
      if (before === null) {
        return { card: drawNotice(t.notFound, t) };
      }
      const { question, people } = before;
      if (question.withdrawnOn !== null) {
        return { card: drawQuestion(question, { t, people, today: request.today }) };
      }
      return mayWithdraw(question, request.person.id, people, request.today)
        ? { scene: before }
        : { card: drawNotice(t.forbidden.withdraw, t) };
    },
    fields: () => ({}),
    frame: ({ question }) => ({
      title: t.withdraw.title,
      about: t.aboutTopic(question.topic),
      intro: t.withdraw.intro,
      submit: t.buttons.withdraw,
      help: t.help,
      data: { id: question.id },
      cancel: questionButton(t.buttons.back, VERBS.show, question.id),
    }),
    postOf: ({ question }) => question.id,
    decide(scene, _values, request) {
      const decision = withdrawQuestion(scene.question, contextOf(request));
      if (!decision.ok) {
        return { ok: false, scene, ...refusedWith(t, decision.refusal) };
      }
      const withdrawn = { ...scene, question: decision.value };
      return { ok: true, change: changeOf(deps, request, withdrawn, { action: 'withdraw', said: t.said.withdrawn }) };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}
