// What the tab hears of a press: what became of it and how to mend it. The thing itself is on the page behind.
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { isOn, type Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import { mayChange, type Viewer } from '../policy.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { meetingButton, openVerb, seriesButton, VERBS } from '../verbs.ts';
import { aboutSeries, helpLine, nameOf, whenText } from './words.ts';

type Scene = { readonly viewer: Viewer; readonly t: MeetingTexts };

/** About a meeting; who may change it can mend it at once (B-08). */
export function answerOnMeeting(m: Meeting, notices: readonly Notice[], { viewer, t }: Scene): Card {
  const isMended = notices.length > 0 && isOn(m) && mayChange(viewer, m);
  const buttons = isMended ? [meetingButton(t.buttons.edit, openVerb('edit'), m.id)] : [];
  return draw({ title: nameOf(m, t), about: whenText(m, t) }, notices, buttons, helpLine(m, viewer.people, t));
}

/** About a series. */
export function answerOnSeries(series: Series, notices: readonly Notice[], { viewer, t }: Scene): Card {
  const head = { title: t.seriesNames[series.kind], about: aboutSeries(series, t) };
  const buttons = [seriesButton(t.buttons.series, VERBS.series, series.id)];
  return draw(head, notices, buttons, helpLine(series, viewer.people, t));
}

/** After something was left undone: nothing to say. */
export function putAway(t: MeetingTexts): Card {
  return draw({ title: t.messageTitle, about: null }, [], [], t.helpNobody);
}

function draw(
  head: { readonly title: string; readonly about: string | null },
  notices: readonly Notice[],
  buttons: readonly Button[],
  help: string,
): Card {
  return presentMessage({ ...head, notices, paragraphs: [], facts: [], sections: [], buttons, help });
}
