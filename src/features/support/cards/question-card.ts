// A question as everybody sees it, the list of those that wait, and the short cards around them.
import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countyOf } from '../../../kernel/regions/regions.ts';
import type { Card, Mention } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentList } from '../../../platform/cards/present-list.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { ANSWERS_MAX, isOpen, type Question } from '../domain/question.ts';
import { mayWithdraw } from '../policy.ts';
import type { QuestionSummary } from '../rows.ts';
import type { SupportTexts } from '../texts.fi.ts';
import { plainButton, questionButton, VERBS } from '../verbs.ts';

export type QuestionScene = {
  readonly t: SupportTexts;
  readonly people: People;
  readonly today: LocalDate;
  readonly notices?: readonly Notice[];
  readonly mentions?: readonly Mention[];
  /** Who alone sees it; absent on the card that everybody sees. */
  readonly viewer?: PersonId;
};

/** The question with its answers; withdrawn, it says only that. */
export function drawQuestion(question: Question, scene: QuestionScene): Card {
  const { t, people, today, notices = [], mentions = [] } = scene;
  const { withdrawnOn, answers } = question;
  const isWithdrawn = withdrawnOn !== null;
  const withdrawn: readonly Notice[] =
    withdrawnOn === null ? [] : [{ tone: 'warning', text: t.withdrawn(formatDate(withdrawnOn)) }];
  const supporter = people.supporterOf(question.county, today);
  return presentMessage({
    title: isWithdrawn ? t.list.title : question.topic,
    about: t.about(countyOf(question.county).nameFi),
    notices: [...notices, ...withdrawn],
    paragraphs: isWithdrawn ? [] : [question.text],
    facts: isWithdrawn
      ? []
      : [
          { label: t.facts.asker, value: people.nameOf(question.asker) },
          { label: t.facts.asked, value: formatDate(question.askedOn) },
          { label: t.facts.state, value: stateOf(question, scene) },
        ],
    sections: isWithdrawn
      ? []
      : answers.map(({ text, by, on }) => ({
          heading: t.answerBy(people.nameOf(by), formatDate(on)),
          lines: [text],
        })),
    buttons: isWithdrawn ? [] : buttonsOf(question, scene),
    mentions,
    help: supporter === null ? t.help : t.helpSupporter(people.nameOf(supporter)),
  });
}

function buttonsOf(question: Question, { t, people, today, viewer }: QuestionScene): readonly Button[] {
  const { id, answers } = question;
  const mayEnd = viewer !== undefined && mayWithdraw(question, viewer, people, today);
  const answer = answers.length === 0 ? t.buttons.answer : t.buttons.answerMore;
  return [
    ...(answers.length < ANSWERS_MAX ? [questionButton(answer, VERBS.answer, id)] : []),
    ...(isOpen(question) ? [questionButton(t.buttons.edit, VERBS.ask, id)] : []),
    ...(mayEnd && !isOpen(question) ? [questionButton(t.buttons.withdraw, VERBS.withdraw, id)] : []),
  ];
}

function stateOf(question: Question, { t, people, today }: QuestionScene): string {
  const last = question.answers.at(-1);
  if (last !== undefined) {
    return t.states.answered(formatDate(last.on));
  }
  const supporter = people.supporterOf(question.county, today);
  return supporter === null ? t.states.waitingNobody : t.states.waiting(people.nameOf(supporter));
}

/** Begins a question; `topic` is what followed the command. */
export function drawStart(t: SupportTexts, topic: string): Card {
  return presentMessage({
    title: t.start.title,
    about: null,
    notices: [],
    paragraphs: t.start.paragraphs,
    facts: [],
    sections: [],
    buttons: [
      plainButton(t.buttons.ask, VERBS.ask, topic === '' ? {} : { begun: topic }, 'primary'),
      plainButton(t.buttons.list, VERBS.list),
    ],
    help: t.help,
  });
}

export type QuestionListScene = {
  readonly t: SupportTexts;
  /** Whether answered ones are shown as well. */
  readonly isAll: boolean;
  readonly total: number;
  /** How many of all the reader answers for. */
  readonly own: number;
  readonly skipped: number;
};

/** One page of the questions. */
export function drawQuestionList(
  shown: readonly QuestionSummary[],
  { t, isAll, total, own, skipped }: QuestionListScene,
): Card {
  const left = total - skipped - shown.length;
  const none = isAll ? t.list.noneYet : t.list.none;
  const intro = isAll ? t.list.introAll(total) : t.list.intro(total);
  const data = isAll ? { all: 'yes' } : {};
  return presentList({
    title: t.list.title,
    about: null,
    notices: [],
    intro: total === 0 ? none : own > 0 ? `${intro} ${t.list.own}` : intro,
    items: shown.map((summary) => ({
      title: summary.topic,
      lines: [countyOf(summary.county).nameFi, linesOf(summary, t)],
      buttons: [questionButton(t.buttons.show, VERBS.show, summary.id)],
    })),
    more: left > 0 ? t.list.more(left) : null,
    buttons: [
      ...(left > 0 ? [plainButton(t.buttons.more, VERBS.list, { ...data, skip: String(skipped + shown.length) })] : []),
      isAll ? plainButton(t.buttons.open, VERBS.list) : plainButton(t.buttons.answered, VERBS.list, { all: 'yes' }),
      plainButton(t.buttons.ask, VERBS.ask),
    ],
    help: t.help,
  });
}

function linesOf({ askedOn, answeredOn }: QuestionSummary, t: SupportTexts): string {
  const asked = t.list.asked(formatWeekdayDate(askedOn));
  return answeredOn === null ? asked : `${asked} · ${t.states.answered(formatDate(answeredOn))}`;
}

/** A short message that is about no question in particular: not found, not allowed. */
export function drawNotice(text: string, t: SupportTexts, buttons: readonly Button[] = []): Card {
  return presentMessage({
    title: t.list.title,
    about: null,
    notices: [{ tone: 'warning', text }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [...buttons, plainButton(t.buttons.list, VERBS.list)],
    help: t.help,
  });
}
