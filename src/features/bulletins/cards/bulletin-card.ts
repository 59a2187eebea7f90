// A bulletin as its readers see it, and the short cards around it.
import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { datesOf, type Bulletin } from '../domain/bulletin.ts';
import type { BulletinTexts } from '../texts.fi.ts';
import { bulletinButton, plainButton, VERBS } from '../verbs.ts';
import { aboutText, meetingKind, meetingTime } from './bulletin-words.ts';

export type BulletinScene = {
  readonly t: BulletinTexts;
  readonly people: People;
  readonly today: LocalDate;
  readonly notices?: readonly Notice[];
  /** Whether the reader has asked for reminders; null on the card that everybody sees. */
  readonly follows?: boolean;
};

/** The bulletin: what, when, whom it concerns, and what the reader can do. Withdrawn, it says only that. */
export function drawBulletin(b: Bulletin, scene: BulletinScene): Card {
  const { t, people, notices = [] } = scene;
  const isWithdrawn = b.withdrawnOn !== null;
  const withdrawn: readonly Notice[] =
    b.withdrawnOn === null ? [] : [{ tone: 'warning', text: t.withdrawn(formatDate(b.withdrawnOn)) }];
  return presentMessage({
    title: b.title,
    about: aboutText(b, t),
    notices: [...notices, ...withdrawn],
    paragraphs: isWithdrawn ? [] : [b.text],
    facts: isWithdrawn ? [] : factsOf(b, scene),
    sections: [],
    buttons: isWithdrawn ? [] : buttonsOf(b, scene),
    links: isWithdrawn || b.link === '' ? [] : [{ label: t.buttons.read, url: b.link }],
    help: helpOf(b.writer, people, t),
  });
}

function factsOf(b: Bulletin, { t, people }: BulletinScene) {
  const { meeting, deadline, channel } = b;
  return [
    { label: t.facts.meeting[meetingKind(b)], value: meeting === null ? '' : meetingTime(meeting) },
    { label: t.facts.place, value: meeting?.place ?? '' },
    { label: t.facts.deadline, value: deadline === null ? '' : formatWeekdayDate(deadline) },
    { label: t.facts.channel, value: channel === null ? '' : t.channels[channel] },
    { label: t.facts.published, value: formatDate(b.publishedOn) },
    { label: t.facts.writer, value: people.nameOf(b.writer) },
  ];
}

function buttonsOf(b: Bulletin, { t, today, follows = false }: BulletinScene): readonly Button[] {
  const isAhead = datesOf(b).some(({ date }) => date >= today);
  const remind = follows
    ? bulletinButton(t.buttons.unfollow, VERBS.unfollow, b.id)
    : bulletinButton(t.buttons.follow, VERBS.follow, b.id, {}, 'primary');
  return [
    ...(isAhead ? [remind] : []),
    ...calendarButtons(b, t, today),
    bulletinButton(t.buttons.edit, VERBS.write, b.id),
  ];
}

/** What the calendar answers; a bulletin of a restricted channel is in no calendar. */
export function calendarButtons(b: Bulletin, t: BulletinTexts, today: LocalDate): readonly Button[] {
  const isOffered = b.meeting !== null && b.meeting.date >= today && b.home.access === 'team';
  return isOffered
    ? [
        {
          label: t.buttons.calendar,
          verb: 'calendar/add',
          data: { source: 'bulletins', id: b.id },
          look: 'plain',
          sendsInputs: false,
        },
      ]
    : [];
}

/** A short message that is about no bulletin in particular: not found, not allowed. */
export function drawNotice(text: string, t: BulletinTexts): Card {
  return presentMessage({
    title: t.list.title,
    about: null,
    notices: [{ tone: 'warning', text }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [plainButton(t.buttons.list, VERBS.list)],
    help: t.help,
  });
}

function helpOf(writer: PersonId, people: People, t: BulletinTexts): string {
  return people.mentionOf(writer) === null ? t.help : t.helpWriter(people.nameOf(writer));
}
