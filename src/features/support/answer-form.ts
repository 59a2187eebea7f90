// Answers a question.
import { longTextField } from '../../platform/cards/field.ts';
import type { FormDesign } from '../../platform/posts/form-actions.ts';
import { drawNotice } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { answerQuestion } from './domain/question.ts';
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
