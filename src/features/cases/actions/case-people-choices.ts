import type { PersonId } from '../../../kernel/ids.ts';
import type { Choice } from '../../../platform/cards/field.ts';
import type { Case } from '../domain/case.ts';
import type { Viewer } from '../policy.ts';

/**
 * Who can promise something in the case: its participants who are still in the team, and `keep`, who has promised it
 * already. Without any, the viewer.
 */
export function participantChoices(c: Case, { people, person }: Viewer, keep: PersonId | null): readonly Choice[] {
  const present = new Set(people.members.map((member) => member.id));
  const able = c.participants.filter((each) => present.has(each) || each === keep);
  const listed = keep === null || able.includes(keep) ? able : [...able, keep];
  return (listed.length > 0 ? listed : [person.id]).map((value) => ({ value, title: people.nameOf(value) }));
}

/** Who most likely promises it: the viewer when taking part, else the lead, else the first who can. */
export function likelyParticipant(c: Case, { person }: Viewer, choices: readonly Choice[]): string {
  const isListed = (id: PersonId): boolean => choices.some((choice) => choice.value === id);
  return [person.id, c.lead].find(isListed) ?? choices[0]?.value ?? '';
}
