import type { PersonId } from '../../../kernel/ids.ts';
import { choiceField, dateField, textField } from '../../../platform/cards/field.ts';
import { formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import { saveInformTask } from '../domain/inform-tasks.ts';
import { INFORM_AUDIENCES, type InformAudience } from '../domain/vocabulary.ts';
import { likelyParticipant, participantChoices } from './case-people-choices.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

function fields({ c, item, t, viewer }: FormContext) {
  const words = t.informTask;
  const task = c.informTasks.find((each) => each.id === item);
  const people = participantChoices(c, viewer, task?.person ?? null);
  return {
    audience: choiceField<InformAudience>({
      label: words.audience,
      hint: words.audienceHint,
      problem: words.audienceProblem,
      choices: choicesOf(INFORM_AUDIENCES, t.informAudiences),
      initial: task?.audience ?? '',
    }),
    what: textField(true, {
      label: words.what,
      hint: words.whatHint,
      problem: words.whatProblem,
      initial: task?.what ?? '',
    }),
    person: choiceField<PersonId>({
      label: words.who,
      hint: words.whoHint,
      problem: words.whoProblem,
      choices: people,
      initial: task?.person ?? likelyParticipant(c, viewer, people),
    }),
    date: dateField({ label: words.date, problem: words.dateProblem, initial: task?.date ?? '' }),
  };
}

/** S0-56: a task to inform the other party or one's own networks, with who and by when. */
export const informTaskAction = defineAction({
  name: 'informTask',
  form: (context) => {
    const words = context.t.informTask;
    const title = context.item === null ? words.title : words.editTitle;
    return formContent({ title, intro: words.intro, fields: fields(context), isList: true });
  },
  decide(c, request, context) {
    const { item, t } = context;
    const decision = saveInformTask(c, item, request, context);
    const isNews = request.date !== c.informTasks.find((task) => task.id === item)?.date;
    return decided(decision, t.informTask.said(formatDayAndDate(request.date)), {
      item: item ?? (decision.ok ? (decision.value.informTasks.at(-1)?.id ?? null) : null),
      notices: tooNearNotices(isNews ? request.date : null, context),
    });
  },
});
