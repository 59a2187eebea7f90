import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, ContactEvent } from './case.ts';
import { pastDate, promisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

export type ContactRequest = Pick<ContactEvent, 'on' | 'channel' | 'receiver' | 'outcome' | 'note'>;

/** When to look at a contact again, and what for. */
export type AskAgain = { readonly date: LocalDate; readonly what: string };

/**
 * S0-22: logs a contact with the authority, "no answer" included, and the date to ask again when one was given. With an
 * id, mends the contact logged under it; who logged it stays.
 */
export function recordContact(
  c: Case,
  id: ItemId | null,
  request: ContactRequest,
  askAgain: AskAgain | null,
  context: DecisionContext,
): Decision {
  const happened = pastDate(request.on, context.today, 'on');
  if (!happened.ok) {
    return happened;
  }
  const contacts =
    id === null
      ? added('contacts', c.contacts, { id: context.newItemId(), by: context.by, ...request })
      : replaced(c.contacts, id, (contact) => ({ ...contact, ...request }));
  if (!contacts.ok) {
    return contacts;
  }
  const logged = { ...c, contacts: contacts.value };
  return askAgain === null ? ok(logged) : withFollowUp(logged, askAgain, context);
}

function withFollowUp(c: Case, { date, what }: AskAgain, context: DecisionContext): Decision {
  const promised = promisedDate(date, context.today, 'askAgain');
  if (!promised.ok) {
    return promised;
  }
  const followUp = { id: context.newItemId(), date, what, person: context.by, done: null, note: '' };
  const followUps = added('followUps', c.followUps, followUp);
  return followUps.ok ? ok({ ...c, followUps: followUps.value }) : followUps;
}
