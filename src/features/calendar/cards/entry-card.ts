// One entry: its details, and the ways into a calendar of one's own.
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button } from '../../../platform/cards/form.ts';
import type { Link } from '../../../platform/cards/parts.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { WHOLE } from '../domain/view.ts';
import type { CalendarTexts } from '../texts.fi.ts';
import { listButton } from './calendar-card.ts';
import {
  addButton,
  countiesOf,
  cut,
  detailsButton,
  hasLink,
  headingOf,
  lengthOf,
  stateOf,
  whenOf,
} from './entry-words.ts';
import { startButton } from './subscription-card.ts';

const DESCRIPTION_MAX = 1_500;
const SOURCE_BUTTONS_MAX = 2;

/** Everything that the calendar knows of an entry; `more` are the buttons of the feature that it comes from. */
export function drawEntry(entry: CalendarEntry, more: readonly Button[], t: CalendarTexts): Card {
  const { entry: words, buttons } = t;
  return presentMessage({
    title: headingOf(entry, t),
    about: null,
    notices: [],
    paragraphs: [cut(entry.description, DESCRIPTION_MAX)],
    facts: [
      { label: words.state, value: stateOf(entry, t) },
      { label: words.when, value: whenOf(entry) },
      { label: words.length, value: lengthOf(entry, t) },
      { label: words.where, value: cut(entry.place) },
      { label: words.counties, value: countiesOf(entry, t) },
    ],
    sections: [],
    buttons: [
      addButton(entry, t, 'primary'),
      ...more.slice(0, SOURCE_BUTTONS_MAX),
      listButton(buttons.toCalendar, WHOLE),
    ],
    links: hasLink(entry) ? [{ label: buttons.join, url: entry.link }] : [],
    spoken: whenOf(entry),
    help: t.help,
  });
}

export type WaysIn = {
  /** Where the file can be had; null when the app does not know its own address. */
  readonly file: string | null;
  readonly fileDays: number;
  /** Teams' new meeting, filled in; null when it cannot be one. */
  readonly meeting: string | null;
};

/** The ways to put an entry into one's own calendar, each of them a press of one's own (B-15). */
export function drawAdd(entry: CalendarEntry, { file, fileDays, meeting }: WaysIn, t: CalendarTexts): Card {
  const { add, buttons } = t;
  const links: Link[] = [
    ...(file === null ? [] : [{ label: buttons.download, url: file }]),
    ...(meeting === null ? [] : [{ label: buttons.meeting, url: meeting }]),
  ];
  return presentMessage({
    title: add.title,
    about: headingOf(entry, t),
    notices: entry.status === 'cancelled' ? [{ tone: 'warning', text: add.cancelled }] : [],
    paragraphs: [
      ...(links.length === 0 ? [] : [add.intro]),
      ...(file === null ? [add.noAddress] : [`${add.file} ${add.fileDays(fileDays)}`]),
      ...(meeting === null ? [] : [add.meeting]),
      `${add.nothingAlone} ${add.later}`,
    ],
    facts: [{ label: t.entry.when, value: whenOf(entry) }],
    sections: [],
    buttons: [detailsButton(entry, t), startButton(t)],
    links,
    help: t.help,
  });
}

/** Says that there is nothing to show under a name. */
export function drawGone(t: CalendarTexts): Card {
  return presentMessage({
    title: t.list.title,
    about: null,
    notices: [{ tone: 'info', text: t.entry.gone }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [listButton(t.buttons.toCalendar, WHOLE)],
    spoken: t.entry.gone,
    help: t.help,
  });
}
