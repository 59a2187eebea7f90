// Somebody on the list of an event.
import type { Invitee } from '../../../src/features/cases/domain/case.ts';
import type { ParticipantRole } from '../../../src/features/cases/domain/vocabulary.ts';
import { itemId } from './build-case.ts';

/** The invitee number `index`, in a role, of no named organisation; nobody has asked or answered yet. */
export function buildInvitee(index: number, role: ParticipantRole, overrides: Partial<Invitee> = {}): Invitee {
  return {
    id: itemId(index),
    role,
    organisation: '',
    name: '',
    proposedBy: 'owner',
    agreedByOwner: true,
    agreedByAuthority: false,
    invited: false,
    answer: 'none',
    attended: false,
    ...overrides,
  };
}
