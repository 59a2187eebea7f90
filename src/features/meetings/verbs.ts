// The names that cards send. One place, so that a card and its handler cannot drift apart.
import type { ItemId } from '../../kernel/ids.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { MeetingId, SeriesId } from './domain/ids.ts';
import type { Answer, SeriesKind } from './domain/vocabulary.ts';

export const VERBS = {
  list: 'meetings/list',
  show: 'meetings/show',
  putAway: 'meetings/put-away',
  answer: 'meetings/answer',
  agenda: 'meetings/agenda',
  answers: 'meetings/answers',
  menu: 'meetings/menu',
  menuGo: 'meetings/menu-go',
  keep: 'meetings/keep',
  skip: 'meetings/skip',
  series: 'meetings/series',
  seriesList: 'meetings/series-list',
  stepDone: 'meetings/step-done',
} as const;

/** What a list of meetings is of: a kind that recurs, or single events. */
export type ListName = SeriesKind | 'events';

export const FORM_NAMES = [
  'newSeries',
  'editSeries',
  'endSeries',
  'newEvent',
  'edit',
  'move',
  'cancel',
  'topic',
  'bringCase',
  'record',
] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** Opens a form. */
export function openVerb(name: FormName): string {
  return `meetings/form/${name}`;
}

/** Saves a form. */
export function saveVerb(name: FormName): string {
  return `meetings/save/${name}`;
}

/** Shows a form again with what was typed, after a warning. */
export function editVerb(name: FormName): string {
  return `meetings/again/${name}`;
}

type Look = Button['look'];

/** A button about one meeting. */
export function meetingButton(label: string, verb: string, id: MeetingId, look: Look = 'plain'): Button {
  return { label, verb, data: { meetingId: id }, look, sendsInputs: false };
}

/** A button about one series. */
export function seriesButton(label: string, verb: string, id: SeriesId, look: Look = 'plain'): Button {
  return { label, verb, data: { seriesId: id }, look, sendsInputs: false };
}

/** A button about a list. */
export function listButton(label: string, verb: string, list: ListName, look: Look = 'plain'): Button {
  return { label, verb, data: { list }, look, sendsInputs: false };
}

/** A button that answers whether one comes. */
export function answerButton(label: string, id: MeetingId, answer: Answer): Button {
  const look = answer === 'yes' ? 'primary' : 'plain';
  return { label, verb: VERBS.answer, data: { meetingId: id, answer }, look, sendsInputs: false };
}

/** A button about a next step of a meeting. */
export function stepButton(label: string, verb: string, id: MeetingId, step: ItemId): Button {
  return { label, verb, data: { meetingId: id, step }, look: 'plain', sendsInputs: false };
}

/** The calendar answers this one. */
export function calendarButton(label: string, source: string, id: MeetingId): Button {
  return { label, verb: 'calendar/add', data: { source, id }, look: 'plain', sendsInputs: false };
}
