// S0-59: what others can learn, first written by the case's people, then read and shared by the advisor.
import { longTextField, toggleField } from '../../../platform/cards/field.ts';
import { shareLesson, writeLesson } from '../domain/evaluation.ts';
import { decided, defineAction, formContent } from './form-action.ts';

/** S0-59: the lesson for others, to be read by an advisor. What the evaluation says worked is a start for it. */
export const lessonAction = defineAction({
  name: 'lesson',
  form({ c, t }) {
    const words = t.lesson;
    const text = longTextField(true, {
      label: words.text,
      hint: words.textHint,
      problem: words.textProblem,
      initial: c.evaluation.lesson?.text ?? c.evaluation.owner?.worked ?? '',
      privacy: 'views',
    });
    return formContent({ title: words.title, intro: words.intro, fields: { text } });
  },
  decide: (c, { text }, { t }) => decided(writeLesson(c, text), t.lesson.said, { announce: 'lessonToReview' }),
});

/** S0-59: the advisor reads the lesson, may mend it, and shares it once. */
export const shareLessonAction = defineAction({
  name: 'shareLesson',
  form({ c, t }) {
    const words = t.shareLesson;
    const { lesson } = c.evaluation;
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: {
        text: longTextField(true, {
          label: words.text,
          problem: words.textProblem,
          initial: lesson?.text ?? '',
          privacy: 'views',
        }),
        reviewed: toggleField(true, { label: words.reviewed, problem: words.reviewedProblem }),
      },
      submit: words.submit,
      notices:
        lesson === null
          ? [{ tone: 'warning', text: t.refusals['lesson-missing'] }]
          : [{ tone: 'info', text: words.proposed(lesson.text) }],
    });
  },
  decide: (c, { text }, context) =>
    decided(shareLesson(c, text, context), context.t.shareLesson.said, { announce: 'lessonShared' }),
});
