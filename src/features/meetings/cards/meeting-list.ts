// Lists of meetings to come, and of the municipalities with their last and next meeting (S1-07).
import type { Card } from '../../../platform/cards/card.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { LIST_ITEMS_MAX, presentList } from '../../../platform/cards/present-list.ts';
import { findMunicipality } from '../../../kernel/regions/regions.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MunicipalMeetings } from '../domain/municipal.ts';
import { SERIES_KINDS } from '../domain/vocabulary.ts';
import { mayMake, type Viewer } from '../policy.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { listButton, meetingButton, openVerb, VERBS, type ListName } from '../verbs.ts';
import { forWhomText, nameOf, whenText, whereText } from './words.ts';

type Scene = { readonly viewer: Viewer; readonly t: MeetingTexts };

/** The meetings of one kind to come, earliest first. */
export function drawMeetingList(list: ListName, meetings: readonly Meeting[], { viewer, t }: Scene): Card {
  const shown = meetings.slice(0, LIST_ITEMS_MAX);
  const words = t.lists[list];
  return presentList({
    title: words.title,
    about: null,
    notices: makerNotices({ viewer, t }),
    intro: meetings.length === 0 ? `${words.intro} ${words.none}` : words.intro,
    items: shown.map((m) => ({
      title: nameOf(m, t),
      lines: [whenText(m, t), `${whereText(m, t)} · ${forWhomText(m, t)}`, ...stateLines(m, t)],
      buttons: [meetingButton(t.buttons.show, VERBS.show, m.id)],
    })),
    more: meetings.length > shown.length ? t.more(meetings.length - shown.length) : null,
    buttons: listButtons(list, { viewer, t }),
    help: t.helpNobody,
  });
}

/** Each municipality that has or has had a meeting, with the last and the next one. */
export function drawMunicipalList(places: readonly MunicipalMeetings[], { viewer, t }: Scene): Card {
  const shown = places.slice(0, LIST_ITEMS_MAX);
  const words = t.lists.municipalCooperation;
  return presentList({
    title: words.title,
    about: null,
    notices: makerNotices({ viewer, t }),
    intro: places.length === 0 ? `${words.intro} ${words.none}` : words.intro,
    items: shown.map(({ municipality, last, next }) => ({
      title: findMunicipality(municipality)?.nameFi ?? '',
      lines: [
        last === null ? t.noLastMeeting : t.lastMeeting(whenText(last, t)),
        next === null ? t.noNextMeeting : t.nextMeeting(whenText(next, t)),
      ],
      buttons: [next ?? last].flatMap((m) => (m === null ? [] : [meetingButton(t.buttons.show, VERBS.show, m.id)])),
    })),
    more: places.length > shown.length ? t.more(places.length - shown.length) : null,
    buttons: listButtons('municipalCooperation', { viewer, t }),
    help: t.helpNobody,
  });
}

function stateLines({ state }: Meeting, t: MeetingTexts): readonly string[] {
  return state.kind === 'asking' || state.kind === 'cancelled' ? [t.states[state.kind]] : [];
}

function isMaker({ people, person, today }: Viewer): boolean {
  return mayMake(people, person.id, [], today);
}

function makerNotices({ viewer, t }: Scene) {
  return isMaker(viewer) ? [] : [{ tone: 'info', text: t.whoMakes } as const];
}

function listButtons(list: ListName, { viewer, t }: Scene): readonly Button[] {
  const made = isMaker(viewer) ? newButtons(list, t) : [];
  return list === 'events' ? made : [...made, listButton(t.buttons.seriesList, VERBS.seriesList, list)];
}

/** Every new thing that this person may make: series of each kind, a single meeting with a municipality, an event. */
export function makerButtons(viewer: Viewer, t: MeetingTexts): readonly Button[] {
  return isMaker(viewer) ? ([...SERIES_KINDS, 'events'] as const).flatMap((list) => newButtons(list, t)) : [];
}

function newButtons(list: ListName, t: MeetingTexts): readonly Button[] {
  const event = listButton(t.buttons.newEvent, openVerb('newEvent'), 'events');
  if (list === 'events') {
    return [event];
  }
  const single = { ...event, label: t.buttons.newMunicipal, data: { list } };
  return [
    listButton(t.buttons.newSeries[list], openVerb('newSeries'), list),
    ...(list === 'municipalCooperation' ? [single] : []),
  ];
}
