import { formatDate, formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import { choiceField, dateField, textField, toggleField, type Field } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { currentEvent, type Milestone } from '../domain/case.ts';
import {
  findMilestone,
  milestoneKinds,
  proposesTargetDate,
  saveMilestone,
  type MilestoneRequest,
} from '../domain/milestone.ts';
import type { EventType, MilestoneKind } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

type AlwaysAsked = ReturnType<typeof alwaysAsked>;
type Kind = { readonly kind: Field<MilestoneKind> };

/** The milestone that the form edits, and the type of its event or of the current one. */
function subject({ c, item }: FormContext): { readonly saved: Milestone | null; readonly type: EventType | null } {
  const found = item === null ? null : findMilestone(c, item);
  const event = found?.event ?? currentEvent(c);
  return { saved: found?.milestone ?? null, type: event?.type ?? null };
}

function alwaysAsked(context: FormContext, areKindsAsked: boolean) {
  const { c, t, viewer } = context;
  const words = t.milestone;
  const { saved } = subject(context);
  // A kind that says it all was saved in the catalogue's words; they are not shown as what somebody typed.
  const what = saved === null || saved.what === t.milestoneKinds[saved.kind] ? '' : saved.what;
  return {
    what: textField(!areKindsAsked, {
      label: words.what,
      hint: areKindsAsked ? words.whatOptionalHint : words.whatHint,
      problem: areKindsAsked ? words.whatOptionalProblem : words.whatProblem,
      initial: what,
    }),
    date: dateField({ label: words.date, problem: words.dateProblem, initial: saved?.date ?? '' }),
    remind: toggleField(false, {
      label: words.remind,
      hint: words.remindHint(viewer.people.nameOf(saved?.person ?? c.lead)),
      problem: words.remindProblem,
      initial: String(saved?.remind ?? true),
    }),
  };
}

function fields(context: FormContext): AlwaysAsked | (AlwaysAsked & Kind) {
  const { t } = context;
  const { saved, type } = subject(context);
  const kinds = milestoneKinds(type, saved?.kind ?? null);
  if (kinds.length === 1) {
    return alwaysAsked(context, false);
  }
  const kind = choiceField<MilestoneKind>({
    label: t.milestone.kind,
    problem: t.milestone.kindProblem,
    choices: choicesOf(kinds, t.milestoneKinds),
    initial: saved?.kind ?? '',
  });
  return { kind, ...alwaysAsked(context, true) };
}

/** S0-46, S0-52: a date that affects the matter, one at a time; one after the target date leads to proposing a new one. */
export const milestoneAction = defineAction<AlwaysAsked | (AlwaysAsked & Kind)>({
  name: 'milestone',
  form: (context) =>
    formContent({
      title: context.t.milestone.title[subject(context).type ?? 'political'],
      intro: context.t.milestone.intro,
      fields: fields(context),
      isList: true,
    }),
  decide(c, values, context) {
    const { t, item } = context;
    const kind = 'kind' in values ? values.kind : 'affecting';
    const request = { ...values, kind, what: values.what === '' ? t.milestoneKinds[kind] : values.what };
    const decision = saveMilestone(c, item, request, context);
    const isLate = proposesTargetDate(decision.ok ? decision.value : c, request);
    return decided(decision, t.milestone.said(formatDayAndDate(request.date)), {
      item: item ?? (decision.ok ? (currentEvent(decision.value)?.milestones.at(-1)?.id ?? null) : null),
      next: isLate ? { name: 'acceptTargetDate', item: null } : null,
      notices: [...(isLate ? [lateNotice(context)] : []), ...tooNear(request, context)],
    });
  },
});

function lateNotice({ c, t }: FormContext): Notice {
  return { tone: 'warning', text: t.milestone.afterTarget(formatDate(c.schedule.targetDate)) };
}

function tooNear({ date, remind }: MilestoneRequest, context: FormContext): readonly Notice[] {
  const isNews = remind && subject(context).saved?.date !== date;
  return tooNearNotices(isNews ? date : null, context);
}
