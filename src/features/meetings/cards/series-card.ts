// A series: its rule, what is next, and the days that wait for a decision.
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { LIST_ITEMS_MAX, presentList } from '../../../platform/cards/present-list.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import { mayChange, type Viewer } from '../policy.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { listButton, meetingButton, openVerb, seriesButton, VERBS, type ListName } from '../verbs.ts';
import {
  aboutSeries,
  forWhomText,
  helpLine,
  nameOf,
  reasonText,
  ruleText,
  runsText,
  whenText,
  whereText,
} from './words.ts';

const SESSIONS_SHOWN = 6;
const UNDECIDED_SHOWN = 6;

/** `sessions`: those to come, earliest first. */
export type SeriesScene = {
  readonly series: Series;
  readonly sessions: readonly Meeting[];
  readonly viewer: Viewer;
  readonly t: MeetingTexts;
};

export function drawSeries({ series, sessions, viewer, t }: SeriesScene, notices: readonly Notice[] = []): Card {
  const undecided = sessions.filter(({ state }) => state.kind === 'asking');
  const coming = sessions.filter(({ state }) => state.kind !== 'asking' && state.kind !== 'skipped');
  const [next] = coming;
  const [first] = undecided;
  const isEnded = series.status === 'ended';
  const isMine = mayChange(viewer, series) && !isEnded;
  const buttons: readonly Button[] = [
    ...(isMine && first !== undefined ? [meetingButton(t.buttons.decide, VERBS.show, first.id, 'primary')] : []),
    ...(next === undefined ? [] : [meetingButton(t.buttons.showMeeting, VERBS.show, next.id)]),
    ...(isMine ? [seriesButton(t.buttons.editSeries, openVerb('editSeries'), series.id)] : []),
    ...(isMine ? [seriesButton(t.buttons.endSeries, openVerb('endSeries'), series.id)] : []),
    listButton(t.buttons.back, VERBS.list, series.kind),
  ];
  const comingLines = coming.slice(0, SESSIONS_SHOWN).map((m) => whenText(m, t));
  return presentMessage({
    title: t.seriesNames[series.kind],
    about: aboutSeries(series, t),
    notices: [...notices, ...(isEnded ? [{ tone: 'info', text: t.seriesEnded } as const] : [])],
    paragraphs: [...(series.kind === 'supervision' ? [t.explained] : []), t.voluntary],
    facts: [
      { label: t.facts.rhythm, value: ruleText(series, t) },
      { label: t.facts.length, value: t.length(series.minutes) },
      { label: t.facts.runs, value: runsText(series, t) },
      { label: t.facts.where, value: whereText(series, t) },
      { label: t.facts.forWhom, value: forWhomText(series, t) },
      { label: t.facts.organiser, value: viewer.people.nameOf(series.organiser) },
    ],
    sections: [
      {
        heading: t.undecided,
        lines: undecided.slice(0, UNDECIDED_SHOWN).map((m) => t.undecidedLine(whenText(m, t), reasonText(m.date, t))),
      },
      { heading: t.nextSessions, lines: comingLines.length === 0 ? [t.noSessions] : comingLines },
    ].filter(({ lines }) => lines.length > 0),
    buttons,
    help: helpLine(series, viewer.people, t),
  });
}

/** The series of one kind that go on. */
export function drawSeriesList(
  list: ListName,
  all: readonly { readonly series: Series; readonly next: Meeting | null }[],
  { t, notices }: { readonly t: MeetingTexts; readonly notices: readonly Notice[] },
): Card {
  const shown = all.slice(0, LIST_ITEMS_MAX);
  return presentList({
    title: t.buttons.seriesList,
    about: t.lists[list].title,
    notices,
    intro: all.length === 0 ? t.lists[list].none : null,
    items: shown.map(({ series, next }) => ({
      title: `${nameOf(series, t)} · ${forWhomText(series, t)}`,
      lines: [ruleText(series, t), next === null ? t.noNextMeeting : t.nextMeeting(whenText(next, t))],
      buttons: [seriesButton(t.buttons.series, VERBS.series, series.id)],
    })),
    more: all.length > shown.length ? t.more(all.length - shown.length) : null,
    buttons: [listButton(t.buttons.back, VERBS.list, list)],
    help: t.helpNobody,
  });
}
