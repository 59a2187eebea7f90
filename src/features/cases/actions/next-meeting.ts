import {
  choiceField,
  longTextField,
  optionalDateField,
  optionalTimeField,
  textField,
} from '../../../platform/cards/field.ts';
import type { NextMeeting } from '../domain/case.ts';
import { agreeNextMeeting, meetingAhead } from '../domain/next-meeting.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';
import { whenText } from './when-text.ts';

const KINDS: readonly NextMeeting['kind'][] = ['agreed', 'none'];

// A link with its meeting's parameters is long.
const LINK_MAX = 500;

function fields({ c, t }: FormContext) {
  const words = t.nextMeeting;
  const ahead = meetingAhead(c);
  const known = c.nextMeeting?.kind === 'none' ? 'none' : ahead === null ? '' : 'agreed';
  return {
    kind: choiceField<NextMeeting['kind']>({
      label: words.kind,
      problem: words.kindProblem,
      choices: choicesOf(KINDS, words.kinds),
      initial: known,
    }),
    date: optionalDateField({
      label: words.date,
      hint: words.dateHint,
      conditional: true,
      problem: words.dateProblem,
      initial: ahead?.date ?? '',
    }),
    time: optionalTimeField({
      label: words.time,
      problem: words.timeProblem,
      initial: ahead?.time ?? '',
    }),
    place: textField(false, {
      label: words.place,
      hint: words.placeHint,
      problem: words.placeProblem,
      initial: ahead?.place ?? '',
      // A public place has a street address too.
      privacy: 'workContact',
    }),
    link: textField(false, {
      label: words.link,
      hint: words.linkHint,
      problem: words.linkProblem,
      initial: ahead?.link ?? '',
      maxLength: LINK_MAX,
      privacy: 'workContact',
    }),
    reason: longTextField(false, {
      label: words.reason,
      hint: words.reasonHint,
      conditional: true,
      problem: words.reasonProblem,
      initial: c.nextMeeting?.kind === 'none' ? c.nextMeeting.reason : '',
    }),
  };
}

/** S0-55: the next meeting, or "Emme sovi uutta tapaamista" with a reason. */
export const nextMeetingAction = defineAction({
  name: 'nextMeeting',
  form: (context) =>
    formContent({ title: context.t.nextMeeting.title, intro: context.t.nextMeeting.intro, fields: fields(context) }),
  decide(c, request, context) {
    const words = context.t.nextMeeting;
    const decision = agreeNextMeeting(c, request, context);
    const { date, time } = request;
    if (request.kind === 'none' || date === null) {
      return decided(decision, words.saidNone);
    }
    const isNews = date !== meetingAhead(c)?.date;
    return decided(decision, words.said(whenText({ date, time })), {
      notices: tooNearNotices(isNews ? date : null, context),
    });
  },
});
