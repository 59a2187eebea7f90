import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Case } from '../domain/case.ts';
import { messageDraft } from '../domain/message-draft.ts';
import { actionButton, backButton } from '../verbs.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine, ownerName, targetBodyName } from './case-words.ts';
import { fittingLines } from './fitting-lines.ts';

/** A message to the authority, ready to be copied (S0-22); after "ei vastausta" a kind reminder of the first. */
export function drawMessageDraft(c: Case, { people, today, t, origin = null }: CaseScene): Card {
  const words = t.draft;
  const { subject, body } = messageDraft(c, { t, owner: ownerName(c.owner, t) });
  const { sections } = fittingLines([
    { heading: words.receiver, lines: [targetBodyName(c.basics.targetBody)] },
    { heading: words.subject, lines: [subject] },
    { heading: words.body, lines: body.split('\n').filter((line) => line !== '') },
  ]);
  return presentMessage({
    title: words.title,
    about: t.about(c.number, c.basics.title),
    notices: [],
    paragraphs: [words.intro],
    facts: [],
    sections: [...sections, { heading: '', lines: [words.after] }],
    buttons: [
      actionButton(
        t.actions.contact,
        'contact',
        { id: c.id, rev: c.rev, ...(origin === null ? {} : { origin }) },
        'primary',
      ),
      backButton(t.buttons.back, c.id, origin),
    ],
    help: helpLine(c, people, today, t),
  });
}
