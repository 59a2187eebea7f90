import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Fact } from '../../../platform/cards/parts.ts';
import { currentEvent, type Case } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { backButton } from '../verbs.ts';
import { agendaLines } from './agenda-lines.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine } from './case-words.ts';
import { whenAndWhere } from './where-text.ts';
import { fittingLines } from './fitting-lines.ts';

/** The agenda of the discussion event, filled in from what is known, ready to be shown in the meeting (S0-26). */
export function drawAgenda(c: Case, { people, today, t, origin = null }: CaseScene): Card {
  const { sections, isCut } = fittingLines(agendaLines(c, t));
  return presentMessage({
    title: t.agenda.title,
    about: t.about(c.number, c.basics.title),
    notices: isCut ? [{ tone: 'info', text: t.details.cut }] : [],
    paragraphs: [t.agenda.intro],
    facts: eventFacts(c, t),
    sections,
    buttons: [backButton(t.buttons.back, c.id, origin)],
    help: helpLine(c, people, today, t),
  });
}

// Long lists of people are cut: the details of the case have them all.
const INVITED_MAX = 300;

/** The day, the time, the place and who was invited, as far as known. */
function eventFacts(c: Case, t: CaseTexts): readonly Fact[] {
  const event = currentEvent(c);
  if (event === null || event.date === null) {
    return [];
  }
  const invited = event.invitees.map(({ role, organisation, name }) => {
    const who = [name, organisation].filter((part) => part !== '').join(', ');
    return who === '' ? t.roles[role] : `${t.roles[role]} (${who})`;
  });
  return [...whenAndWhere(event, t), { label: t.agenda.who, value: invited.join(', ').slice(0, INVITED_MAX) }];
}
