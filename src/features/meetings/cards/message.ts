import type { Card } from '../../../platform/cards/card.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { listButton, VERBS } from '../verbs.ts';

/** A short message that is about no meeting in particular, with the way to the list. */
export function drawMessage(text: string, t: MeetingTexts, tone: Notice['tone'] = 'warning'): Card {
  return presentMessage({
    title: t.messageTitle,
    about: null,
    notices: [{ tone, text }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [
      listButton(t.lists.supervision.title, VERBS.list, 'supervision'),
      listButton(t.lists.events.title, VERBS.list, 'events'),
    ],
    help: t.helpNobody,
  });
}
