import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Case } from '../domain/case.ts';
import { lookButton, VERBS } from '../verbs.ts';
import { agendaLines } from './agenda-lines.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine } from './case-words.ts';
import { fittingLines } from './fitting-lines.ts';

/** The agenda of the discussion event, filled in from what is known, ready to be shown in the meeting (S0-26). */
export function drawAgenda(c: Case, { people, today, t }: CaseScene): Card {
  const { sections, isCut } = fittingLines(agendaLines(c, t));
  return presentMessage({
    title: t.agenda.title,
    about: t.about(c.number, c.basics.title),
    notices: isCut ? [{ tone: 'info', text: t.details.cut }] : [],
    paragraphs: [t.agenda.intro],
    facts: [],
    sections,
    buttons: [lookButton(t.buttons.back, VERBS.card, c.id)],
    help: helpLine(c, people, today, t),
  });
}
