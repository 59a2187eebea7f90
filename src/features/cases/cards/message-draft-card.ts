import type { Card } from '../../../platform/cards/card.ts';
import { longTextField, textField } from '../../../platform/cards/field.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import type { Case } from '../domain/case.ts';
import { messageDraft } from '../domain/message-draft.ts';
import { actionButton, lookButton, VERBS } from '../verbs.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine, targetBodyName, ownerName } from './case-words.ts';

const SUBJECT_MAX = 300;
const BODY_MAX = 4_000;

/** A message to the authority, ready to be copied from a text box (S0-22); after "ei vastausta" a kind reminder. */
export function drawMessageDraft(c: Case, { people, today, t }: CaseScene): Card {
  const words = t.draft;
  const { subject, body } = messageDraft(c, {
    t,
    owner: ownerName(c.owner, t),
    target: targetBodyName(c.basics.targetBody),
  });
  return presentForm({
    title: words.title,
    about: t.about(c.number, c.basics.title),
    intro: words.intro,
    step: null,
    notices: [{ tone: 'info', text: words.after }],
    privacyNotice: t.privacyNotice,
    fields: {
      subject: textField(false, {
        label: words.subject,
        problem: words.problem,
        initial: subject,
        maxLength: SUBJECT_MAX,
      }),
      body: longTextField(false, { label: words.body, problem: words.problem, initial: body, maxLength: BODY_MAX }),
    },
    typed: {},
    problems: {},
    buttons: [
      actionButton(t.actions.contact, 'contact', { id: c.id, rev: c.rev }, 'primary'),
      lookButton(t.buttons.back, VERBS.card, c.id),
    ],
    help: helpLine(c, people, today, t),
  });
}
