import { toggleField } from '../../../platform/cards/field.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import { reviewPrinciples } from '../domain/principles.ts';
import { decided, defineAction, formContent } from './form-action.ts';

/** S0-16: the principles of the model in short, and a tick when they have been gone through. */
export const principlesAction = defineAction({
  name: 'principles',
  form({ c, t }) {
    const words = t.principles;
    return formContent({
      title: words.title,
      intro: words.lines.join('\n'),
      fields: { reviewed: toggleField(true, { label: words.reviewed, problem: words.reviewedProblem }) },
      notices: c.principles === null ? [] : [{ tone: 'done', text: words.reviewedBefore(formatDate(c.principles.on)) }],
    });
  },
  decide: (c, _values, context) => decided(reviewPrinciples(c, context), context.t.principles.said),
});
