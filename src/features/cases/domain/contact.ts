import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, ContactEvent } from './case.ts';
import { pastDate, promisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

export type ContactRequest = Pick<ContactEvent, 'on' | 'channel' | 'receiver' | 'outcome' | 'note'> & {
  /** When to look at it again, and what for; null for no follow-up. */
  readonly followUp: { readonly date: LocalDate; readonly what: string } | null;
};

/** S0-22: logs a contact with the authority, "no answer" included, with the date to ask again when one was given. */
export function logContact(c: Case, request: ContactRequest, context: DecisionContext): Decision {
  const { followUp, ...about } = request;
  const happened = pastDate(request.on, context.today, 'on');
  if (!happened.ok) {
    return happened;
  }
  const contacts = added('contacts', c.contacts, { id: context.newItemId(), by: context.by, ...about });
  if (!contacts.ok) {
    return contacts;
  }
  if (followUp === null) {
    return ok({ ...c, contacts: contacts.value });
  }
  const promised = promisedDate(followUp.date, context.today, 'askAgain');
  if (!promised.ok) {
    return promised;
  }
  const next = { id: context.newItemId(), ...followUp, person: context.by, done: null, note: '' };
  const followUps = added('followUps', c.followUps, next);
  return followUps.ok ? ok({ ...c, contacts: contacts.value, followUps: followUps.value }) : followUps;
}

/** Mends a logged contact; who logged it stays. A follow-up is changed as what it is, a follow-up. */
export function editContact(
  c: Case,
  id: ItemId,
  request: Omit<ContactRequest, 'followUp'>,
  context: DecisionContext,
): Decision {
  const happened = pastDate(request.on, context.today, 'on');
  if (!happened.ok) {
    return happened;
  }
  const contacts = replaced(c.contacts, id, (contact) => ({ ...contact, ...request }));
  return contacts.ok ? ok({ ...c, contacts: contacts.value }) : contacts;
}
