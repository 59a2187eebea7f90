// One meeting as a card: the announcement that everybody in the channel sees, and the view of one person.
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { Fact, Link } from '../../../platform/cards/parts.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { SOURCE } from '../deliveries/promises.ts';
import { linkOf, type Meeting } from '../domain/meeting.ts';
import { ANSWERS, type Answer } from '../domain/vocabulary.ts';
import { mayChange, type Viewer } from '../policy.ts';
import type { PersonAnswer } from '../rows.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { takesAnswers } from '../use-cases/answering.ts';
import { answerButton, calendarButton, meetingButton, openVerb, seriesButton, VERBS } from '../verbs.ts';
import { forWhomText, helpLine, nameOf, reasonText, whenText, whereText } from './words.ts';

/** What is known of a meeting besides itself. */
export type MeetingScene = {
  readonly m: Meeting;
  readonly people: People;
  readonly answers: readonly PersonAnswer[];
  readonly topicCount: number;
  readonly t: MeetingTexts;
};

/** The card in the channel: counts, no names (they are for the organiser alone). */
export function drawAnnouncement(scene: MeetingScene): Card {
  const { m, people, t } = scene;
  const isTold = m.state.kind === 'announced';
  return presentMessage({
    ...headOf(m, t),
    notices: stateNotices(m, t),
    paragraphs: isTold ? introOf(m, t) : [],
    facts: factsOf(scene),
    sections: [],
    buttons: [...(isTold ? answerButtons(m, t) : []), meetingButton(t.buttons.show, VERBS.show, m.id)],
    links: isTold ? joinLinks(m, t) : [],
    help: helpLine(m, people, t),
  });
}

/** The meeting as one person sees it, with what that person can do. */
export function drawMeeting(scene: MeetingScene, viewer: Viewer, notices: readonly Notice[] = []): Card {
  const { m, answers, people, t } = scene;
  const mine = answers.find(({ person }) => person === viewer.person.id)?.answer ?? null;
  const steps = m.nextSteps.map(({ what, date, done }) =>
    done === null ? (date === null ? what : t.step(what, formatWeekdayDate(date))) : t.stepDone(what),
  );
  return presentMessage({
    ...headOf(m, t),
    notices: [...notices, ...stateNotices(m, t), ...askingNotices(scene, viewer)],
    paragraphs: introOf(m, t),
    facts: [
      ...factsOf(scene),
      { label: t.facts.link, value: linkOf(m) },
      { label: t.facts.materials, value: m.materials },
      { label: t.facts.yourAnswer, value: mine === null ? '' : t.answers[mine] },
    ],
    sections: [
      { heading: t.note, lines: [m.note] },
      { heading: t.steps, lines: steps },
    ].filter(({ lines }) => lines.some((line) => line !== '')),
    buttons: viewButtons(scene, viewer, mine),
    help: helpLine(m, people, t),
  });
}

function headOf(m: Meeting, t: MeetingTexts): { readonly title: string; readonly about: string } {
  const name = nameOf(m, t);
  const titles: Partial<Record<Meeting['state']['kind'], string>> = {
    cancelled: t.cancelledTitle(name),
    held: t.heldTitle(name),
  };
  return { title: titles[m.state.kind] ?? name, about: whenText(m, t) };
}

function stateNotices(m: Meeting, t: MeetingTexts): readonly Notice[] {
  switch (m.state.kind) {
    case 'cancelled':
      return [{ tone: 'warning', text: t.isCancelled }];
    case 'held':
      return [{ tone: 'done', text: t.isHeld }];
    case 'skipped':
      return [{ tone: 'info', text: t.saved.skipped.replace(/^Tallennettu\. /, '') }];
    default:
      return [];
  }
}

function askingNotices({ m, people, t }: MeetingScene, viewer: Viewer): readonly Notice[] {
  if (m.state.kind !== 'asking') {
    return [];
  }
  const reason = reasonText(m.date, t);
  const text = mayChange(viewer, m) ? t.waits(reason) : t.waitsForOther(reason, people.nameOf(m.organiser));
  return [{ tone: 'info', text }];
}

function introOf(m: Meeting, t: MeetingTexts): readonly string[] {
  return [m.kind === 'supervision' ? t.explained : '', m.description, t.voluntary].filter((text) => text !== '');
}

function factsOf({ m, people, answers, topicCount, t }: MeetingScene): readonly Fact[] {
  const count = (answer: Answer): number => answers.filter((each) => each.answer === answer).length;
  const isOpen = m.state.kind === 'announced';
  const waitsForLink = isOpen && m.format !== 'onSite' && linkOf(m) === '';
  return [
    { label: t.facts.when, value: whenText(m, t) },
    { label: t.facts.where, value: waitsForLink ? `${whereText(m, t)}. ${t.linkComing}` : whereText(m, t) },
    { label: t.facts.forWhom, value: forWhomText(m, t) },
    { label: t.facts.kind, value: m.title === '' ? '' : t.kinds[m.kind] },
    { label: t.facts.theme, value: m.theme === null ? '' : t.themes[m.theme] },
    { label: t.facts.organiser, value: people.nameOf(m.organiser) },
    { label: t.facts.answers, value: isOpen ? t.counts(count('yes'), count('maybe'), count('no')) : '' },
    { label: t.facts.topics, value: isOpen && topicCount > 0 ? t.topicCount(topicCount) : '' },
  ];
}

function answerButtons(m: Meeting, t: MeetingTexts): readonly Button[] {
  return ANSWERS.map((answer) => answerButton(t.answers[answer], m.id, answer));
}

function joinLinks(m: Meeting, t: MeetingTexts): readonly Link[] {
  const url = linkOf(m);
  return url === '' ? [] : [{ label: t.buttons.join, url }];
}

function viewButtons({ m, t }: MeetingScene, viewer: Viewer, mine: Answer | null): readonly Button[] {
  const more = meetingButton(t.buttons.more, VERBS.menu, m.id);
  const isMine = mayChange(viewer, m);
  if (m.state.kind === 'asking') {
    const series = m.series === null ? [] : [seriesButton(t.buttons.series, VERBS.series, m.series.id)];
    return isMine ? [...decideButtons(m, t), ...series] : series;
  }
  if (takesAnswers(m, viewer.today)) {
    const topic = meetingButton(t.buttons.topic, openVerb('topic'), m.id);
    return mine === null
      ? [...answerButtons(m, t), topic, more]
      : [
          topic,
          meetingButton(t.buttons.bringCase, openVerb('bringCase'), m.id),
          calendarButton(t.buttons.addToCalendar, SOURCE, m.id),
          more,
        ];
  }
  return m.state.kind === 'planned' || isMine ? [more] : [];
}

/** The three ways to decide on an awkward day (T-10). */
export function decideButtons(m: Meeting, t: MeetingTexts): readonly Button[] {
  return [
    meetingButton(t.buttons.keep, VERBS.keep, m.id),
    meetingButton(t.buttons.move, openVerb('move'), m.id),
    meetingButton(t.buttons.skip, VERBS.skip, m.id),
  ];
}

/** Which answers the organiser sees with names, in the order of the answers. */
export function drawAnswers({ m, people, answers, t }: MeetingScene): Card {
  const sections = ANSWERS.map((answer) => {
    const names = answers.filter((each) => each.answer === answer).map(({ person }) => people.nameOf(person));
    const shown = names.slice(0, NAMES_MAX);
    const rest = names.length - shown.length;
    return {
      heading: `${t.answers[answer]} ${names.length}`,
      lines: [...shown, ...(rest > 0 ? [t.answerList.more(rest)] : [])],
    };
  });
  return presentMessage({
    title: t.answerList.title,
    about: `${nameOf(m, t)} · ${whenText(m, t)}`,
    notices: [],
    paragraphs: [t.answerList.intro, ...(answers.length === 0 ? [t.answerList.nobody] : [])],
    facts: [],
    sections: answers.length === 0 ? [] : sections,
    buttons: [meetingButton(t.buttons.back, VERBS.show, m.id)],
    help: helpLine(m, people, t),
  });
}

// Three lists of these still fit a card.
const NAMES_MAX = 25;
