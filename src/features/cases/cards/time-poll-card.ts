// The question which time suits, in the thread of the case, as everybody sees it: counts, and who has answered (B-18).
import { assertNever } from '../../../kernel/fault.ts';
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Card, Mention } from '../../../platform/cards/card.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { presentMessage, type MessageView } from '../../../platform/cards/present-message.ts';
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { calendarButton } from '../calendar/calendar-button.ts';
import type { Case, DiscussionEvent } from '../domain/case.ts';
import { timePollFace } from '../domain/event-times.ts';
import { turnout, type Outsider, type TimePoll } from '../domain/time-poll.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { actionButton, lookButton, VERBS } from '../verbs.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine } from './case-words.ts';
import { bestTimesText, countsText } from './time-poll-words.ts';
import { whenAndWhere, whereText } from './where-text.ts';

/** The card of one asking as it stands now. `mentions`: whom it is to notify when it is posted. */
export function drawTimePoll(c: Case, id: ItemId, scene: CaseScene, mentions: readonly Mention[] = []): Card {
  const { people, today, t } = scene;
  return presentMessage({
    about: t.about(c.number, c.basics.title),
    notices: scene.notices ?? [],
    ...contentOf(c, id, scene),
    mentions,
    help: helpLine(c, people, today, t),
  });
}

type Content = Pick<MessageView, 'title' | 'paragraphs' | 'facts' | 'sections' | 'buttons'>;

function contentOf(c: Case, id: ItemId, { people, t }: CaseScene): Content {
  const face = timePollFace(c, id);
  const show = lookButton(t.buttons.show, VERBS.card, c.id);
  const words = t.timePoll;
  switch (face.kind) {
    case 'open':
      return {
        title: words.title,
        ...openContent(face, people, t),
        buttons: [...answerButtons(c, face.poll, t), show],
      };
    case 'settled':
      return {
        title: words.titles.settled,
        paragraphs: [words.texts.settled],
        facts: whenAndWhere(face.event, t),
        sections: [],
        buttons: [calendarButton(c, face.event.id, t), show],
      };
    case 'paused':
    case 'noneFits':
    case 'cancelled':
    case 'replaced':
      return {
        title: words.titles[face.kind],
        paragraphs: [words.texts[face.kind]],
        facts: [],
        sections: [],
        buttons: [show],
      };
    default:
      return assertNever(face);
  }
}

/** An asking under way in words: what fits how many, who has answered and who is waited for. */
export function openContent(
  { event, poll }: { readonly event: DiscussionEvent; readonly poll: TimePoll },
  people: People,
  t: CaseTexts,
): Omit<Content, 'title' | 'buttons'> {
  const words = t.timePoll;
  const { answered, waiting } = turnout(poll, (person) => people.members.some((member) => member.id === person));
  return {
    paragraphs: [words.asks(people.nameOf(poll.by)), whereText(event, t)],
    facts: poll.options.map((option) => ({
      label: formatDateTime(option.date, option.time),
      value: countsText(poll, option, t),
    })),
    sections: [
      { heading: '', lines: [bestTimesText(poll, t)] },
      { heading: words.answered, lines: namesLine(answered, people) },
      { heading: words.waiting, lines: namesLine(waiting, people) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function namesLine(who: readonly (PersonId | Outsider)[], people: People): readonly string[] {
  const names = who.map((each) => (typeof each === 'string' ? people.nameOf(each) : each.name));
  return names.length === 0 ? [] : [names.join(', ')];
}

function answerButtons({ id, rev }: Case, poll: TimePoll, t: CaseTexts): readonly Button[] {
  const about = { id, rev, item: poll.id, origin: 'times' } as const;
  return [
    actionButton(t.actions.answerTimes, 'answerTimes', about, 'primary'),
    ...(poll.outsiders.length === 0 ? [] : [actionButton(t.actions.answerTimesFor, 'answerTimesFor', about)]),
    actionButton(t.actions.chooseTime, 'chooseTime', about),
  ];
}
