import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** A short message that is about no case in particular: not found, nothing to show. */
export function drawMessage(text: string, t: CaseTexts): Card {
  return presentMessage({
    title: t.caseWord,
    about: null,
    notices: [{ tone: 'warning', text }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [],
    help: t.helpNobody,
  });
}
