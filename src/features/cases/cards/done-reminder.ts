import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Case } from '../domain/case.ts';
import { lookButton, VERBS } from '../verbs.ts';
import { helpLine, nextStepText } from './case-words.ts';
import type { CaseScene } from './case-view.ts';

/** What a reminder becomes for the person who pressed it: what was done, and what comes next. */
export function drawDoneReminder(c: Case, { people, today, t, notices, lastButtons = [] }: CaseScene): Card {
  return presentMessage({
    title: c.basics.title,
    about: t.about(c.number, c.basics.title),
    notices: notices ?? [],
    paragraphs: [],
    facts: [{ label: t.nextStepLabel, value: nextStepText(c, today, t) }],
    sections: [],
    buttons: [...lastButtons, lookButton(t.buttons.show, VERBS.show, c.id)],
    help: helpLine(c, people, today, t),
  });
}
