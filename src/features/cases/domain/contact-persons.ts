import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, ContactPerson } from './case.ts';
import type { Decision } from './decision.ts';
import type { Party } from './vocabulary.ts';

/**
 * S0-56: one contact person per party. Null leaves a party without one; a person without a name is refused, because
 * nobody could ask for them (`ownerName`, `authorityName`).
 */
export function nameContactPersons(c: Case, persons: { readonly [Side in Party]: ContactPerson | null }): Decision {
  if (persons.owner?.name === '') {
    return refuse('name-missing', { field: 'ownerName' });
  }
  return persons.authority?.name === ''
    ? refuse('name-missing', { field: 'authorityName' })
    : ok({ ...c, contactPersons: persons });
}
