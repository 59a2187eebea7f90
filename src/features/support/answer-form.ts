// Answers a question.
import { longTextField } from '../../platform/cards/field.ts';
import type { Notice } from '../../platform/cards/form.ts';
import type { FormDesign } from '../../platform/posts/form-actions.ts';
import { drawNotice, drawQuestion } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { ANSWERS_MAX, answerQuestion } from './domain/question.ts';
import { changeOf, contextOf, findQuestion, refusedWith, showAgain, type Before } from './form-parts.ts';
import { mayAnswer } from './policy.ts';
import type { SupportTexts } from './texts.fi.ts';
import { questionButton, VERBS } from './verbs.ts';

const ANSWER_TEXT_MAX = 1_500;

export function createAnswerForm(deps: SupportDeps): FormDesign<Before, ReturnType<typeof answerFields>> {
  const { t } = deps;
  return {
    verb: VERBS.answer,
    async load(request, sent) {
      const before = await findQuestion(deps, request, sent);
      if (before === null) {
        return { card: drawNotice(t.notFound, t) };
      }
      const { question, people } = before;
      if (question.withdrawnOn !== null || question.answers.length >= ANSWERS_MAX) {
        const { today } = request;
        const notices: readonly Notice[] =
          question.withdrawnOn === null ? [{ tone: 'warning', text: t.refusals['answers-full'] }] : [];
        return { card: drawQuestion(question, { t, people, today, notices, viewer: request.person.id }) };
      }
      return mayAnswer(question.county, request.person.id, people, request.today)
        ? { scene: before }
        : { card: drawNotice(t.forbidden.answer, t) };
    },
    fields: () => answerFields(t),
    frame: ({ question }) => ({
      title: t.answer.title,
      about: t.aboutTopic(question.topic),
      intro: t.answer.intro(question.text),
      submit: t.answer.send,
      help: t.help,
      data: { id: question.id },
      cancel: questionButton(t.buttons.cancel, VERBS.show, question.id),
    }),
    postOf: ({ question }) => question.id,
    decide(scene, { answer }, request) {
      const { people } = scene;
      const decision = answerQuestion(scene.question, answer, contextOf(request));
      if (!decision.ok) {
        return { ok: false, scene, ...refusedWith(t, decision.refusal) };
      }
      const { asker } = decision.value;
      const said = people.mentionOf(asker) === null ? t.said.answeredNobody : t.said.answered(people.nameOf(asker));
      return {
        ok: true,
        change: changeOf(deps, request, { ...scene, question: decision.value }, { action: 'answer', said }),
      };
    },
    again: (request, outcome, notice) => showAgain(deps, request, outcome, notice),
  };
}

function answerFields({ answer: words }: SupportTexts) {
  return {
    answer: longTextField(true, {
      label: words.text,
      hint: words.textHint,
      problem: words.textProblem,
      maxLength: ANSWER_TEXT_MAX,
    }),
  };
}
