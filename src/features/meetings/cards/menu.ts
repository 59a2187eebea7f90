// "Lisää toimintoja": everything else that a person can do with a meeting.
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField } from '../../../platform/cards/field.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { isOn, type Meeting } from '../domain/meeting.ts';
import { ANSWERS } from '../domain/vocabulary.ts';
import { mayChange, type Viewer } from '../policy.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { takesAnswers } from '../use-cases/answering.ts';
import { meetingButton, openVerb, VERBS } from '../verbs.ts';
import { aboutMeeting, helpLine } from './words.ts';

/** A choice of the menu: which verb it stands for, and what goes along besides the meeting. */
type MenuItem = {
  readonly value: string;
  readonly title: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, string>>;
};

/** What the person can do with the meeting now. */
export function menuItems(m: Meeting, viewer: Viewer, t: MeetingTexts): readonly MenuItem[] {
  const isOpen = takesAnswers(m, viewer.today);
  const isMine = mayChange(viewer, m);
  const hasBegun = m.date <= viewer.today && (isOn(m) || m.state.kind === 'held');
  const b = t.buttons;
  const form = (name: Parameters<typeof openVerb>[0], title: string): MenuItem => ({
    value: name,
    title,
    verb: openVerb(name),
  });
  const answers = ANSWERS.map((answer) => ({
    value: `answer-${answer}`,
    title: t.answers[answer],
    verb: VERBS.answer,
    data: { answer },
  }));
  return [
    ...(isOpen ? [...answers, form('topic', b.topic), form('bringCase', b.bringCase)] : []),
    { value: 'agenda', title: b.agenda, verb: VERBS.agenda },
    ...(m.series === null ? [] : [{ value: 'series', title: b.series, verb: VERBS.series }]),
    ...(isMine ? [{ value: 'answers', title: b.answers, verb: VERBS.answers }] : []),
    ...(isMine && hasBegun ? [form('record', b.record)] : []),
    ...(isMine && isOn(m) ? [form('move', b.move), form('edit', b.edit), form('cancel', b.cancelMeeting)] : []),
    ...(isMine ? stepItems(m, t) : []),
    ...(isMine && m.state.kind === 'planned' && m.series !== null
      ? [{ value: 'skip', title: b.skip, verb: VERBS.skip }]
      : []),
  ];
}

// The title of a choice is one line.
const STEP_SHOWN = 80;

function stepItems(m: Meeting, t: MeetingTexts): readonly MenuItem[] {
  return m.nextSteps
    .filter(({ done }) => done === null)
    .map(({ id, what }) => ({
      value: `step-${id}`,
      title: t.menu.stepDone(what.slice(0, STEP_SHOWN)),
      verb: VERBS.stepDone,
      data: { step: id },
    }));
}

/** The one question of the menu. */
export function menuFields(m: Meeting, viewer: Viewer, t: MeetingTexts) {
  const choices = menuItems(m, viewer, t).map(({ value, title }) => ({ value, title }));
  return { what: choiceField<string>({ label: t.menu.what, problem: t.menu.problem, choices }) };
}

type MenuScene = {
  readonly t: MeetingTexts;
  readonly problem: string | null;
  /** In the tab the meeting is on the page behind. */
  readonly isInTab: boolean;
};

/** The menu as a card. */
export function drawMenu(m: Meeting, viewer: Viewer, { t, problem, isInTab }: MenuScene): Card {
  return presentForm({
    title: t.menu.title,
    about: aboutMeeting(m, t),
    intro: null,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: menuFields(m, viewer, t),
    typed: {},
    problems: problem === null ? {} : { what: problem },
    buttons: [
      { ...meetingButton(t.buttons.go, VERBS.menuGo, m.id, 'primary'), sendsInputs: true },
      meetingButton(t.buttons.back, isInTab ? VERBS.putAway : VERBS.show, m.id),
    ],
    help: helpLine(m, viewer.people, t),
  });
}
