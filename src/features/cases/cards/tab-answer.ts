import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Case } from '../domain/case.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine } from './case-words.ts';

/** What the tab hears of a press: what became of it and how to mend it. The case itself is on the page behind. */
export function drawTabAnswer(c: Case, { people, today, t, notices, firstButtons, lastButtons }: CaseScene): Card {
  return presentMessage({
    title: c.basics.title,
    about: t.about(c.number, c.basics.title),
    notices: notices ?? [],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [...(firstButtons ?? []), ...(lastButtons ?? [])],
    help: helpLine(c, people, today, t),
  });
}
