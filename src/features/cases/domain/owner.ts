// Who acts in the case (S0-07), and which associations stand behind it (S2-08).
import { fold } from '../../../kernel/fold.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case, CaseOwner, TargetBody } from './case.ts';
import { LIST_CAPS } from './list-caps.ts';
import type { Decision } from './decision.ts';
import type { OwnerKind } from './vocabulary.ts';

/** Who usually acts towards such a target: a municipality's own association, otherwise the working group of the area. */
export function suggestedOwnerKind(target: TargetBody): OwnerKind {
  return target.kind === 'municipality' ? 'localAssociation' : 'workingGroup';
}

/** S0-07: gives the case its actor. The level stays, because it is a choice of its own. */
export function withOwner(c: Case, owner: CaseOwner): Case {
  return { ...c, owner };
}

/** S2-08: one more association in the case. One that acts in it or has joined already is refused, however it is spelt. */
export function joinAssociation(c: Case, name: string): Decision {
  const isSame = (other: string): boolean => fold(other) === fold(name);
  if (isSame(c.owner.name) || c.joinedAssociations.some(isSame)) {
    return refuse('association-in-case', { field: 'name' });
  }
  const joined = oneMore(c.joinedAssociations, name);
  return joined.ok ? ok({ ...c, joinedAssociations: joined.value }) : joined;
}

/**
 * S2-08: hands a local case to a working group and makes it regional. The association that acted so far stays in the
 * case as one that has joined. A case that is regional and a working group's already is refused.
 */
export function raiseToGroup(c: Case, groupName: string): Decision {
  if (c.owner.kind === 'workingGroup' && c.basics.level === 'regional') {
    return refuse('already-done');
  }
  const joined = withFormerOwner(c);
  return joined.ok
    ? ok({
        ...c,
        joinedAssociations: joined.value,
        owner: { kind: 'workingGroup', name: groupName },
        basics: { ...c.basics, level: 'regional' },
      })
    : joined;
}

function withFormerOwner(c: Case): Result<readonly string[], 'list-full'> {
  const { kind, name } = c.owner;
  const isNamed = kind === 'localAssociation' && name !== '';
  const isThere = c.joinedAssociations.some((other) => fold(other) === fold(name));
  return isNamed && !isThere ? oneMore(c.joinedAssociations, name) : ok(c.joinedAssociations);
}

function oneMore(names: readonly string[], name: string): Result<readonly string[], 'list-full'> {
  const max = LIST_CAPS.joinedAssociations;
  return names.length < max ? ok([...names, name]) : refuse('list-full', { args: { max } });
}
