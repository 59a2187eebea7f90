import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import {
  joinAssociation,
  raiseToGroup,
  suggestedOwnerKind,
  withOwner,
} from '../../../../src/features/cases/domain/owner.ts';
import { PIRKANMAA, buildCase } from '../build-case.ts';
import { valueOf } from '../value-of.ts';

const FULL = Array.from({ length: LIST_CAPS.joinedAssociations }, (_, index) => `Yhdistys ${index + 1}`);

describe('S0-07: the actor', () => {
  it('is usually the association towards a municipality and the working group towards a county', () => {
    expect(suggestedOwnerKind({ ...PIRKANMAA, kind: 'municipality' })).toBe('localAssociation');
    expect(suggestedOwnerKind(PIRKANMAA)).toBe('workingGroup');
    expect(suggestedOwnerKind({ ...PIRKANMAA, kind: 'jointAuthority', jointAuthorityName: 'HUS-yhtymä' })).toBe(
      'workingGroup',
    );
  });

  it('can be changed without changing the level of the case', () => {
    const c = withOwner(buildCase(), { kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' });
    expect(c.owner).toEqual({ kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' });
    expect(c.basics.level).toBe('local');
  });
});

describe('S2-08: associations join a case', () => {
  it('keeps them in the order they joined', () => {
    const c = valueOf(
      joinAssociation(buildCase({ joinedAssociations: ['Nokian tukiyhdistys'] }), 'Akaan tukiyhdistys'),
    );
    expect(c.joinedAssociations).toEqual(['Nokian tukiyhdistys', 'Akaan tukiyhdistys']);
  });

  it.each(['Nokian tukiyhdistys', 'nokian  TUKIYHDISTYS', 'Tampereen tukiyhdistys'])(
    'refuses %s, who joined or acts already',
    (name) => {
      const c = buildCase({ joinedAssociations: ['Nokian tukiyhdistys'] });
      expect(joinAssociation(c, name)).toEqual({
        ok: false,
        refusal: { code: 'association-in-case', field: 'name' },
      });
    },
  );

  it('refuses more than the list holds', () => {
    expect(joinAssociation(buildCase({ joinedAssociations: FULL }), 'Vielä yksi')).toMatchObject({
      refusal: { code: 'list-full', args: { max: LIST_CAPS.joinedAssociations } },
    });
  });
});

describe('S2-08: a local case is raised to the working group', () => {
  it('makes the group the actor and the case regional, and keeps the association in it', () => {
    const c = valueOf(raiseToGroup(buildCase(), 'Pirkanmaan vaikuttamistyöryhmä'));
    expect(c.owner).toEqual({ kind: 'workingGroup', name: 'Pirkanmaan vaikuttamistyöryhmä' });
    expect(c.basics.level).toBe('regional');
    expect(c.joinedAssociations).toEqual(['Tampereen tukiyhdistys']);
  });

  it('adds nobody when the association has no name or has joined already', () => {
    const unnamed = buildCase({ owner: { kind: 'localAssociation', name: '' } });
    expect(valueOf(raiseToGroup(unnamed, 'Ryhmä')).joinedAssociations).toEqual([]);
    const joined = buildCase({ joinedAssociations: ['Tampereen tukiyhdistys'] });
    expect(valueOf(raiseToGroup(joined, 'Ryhmä')).joinedAssociations).toEqual(['Tampereen tukiyhdistys']);
  });

  it('makes a group that acts locally act regionally without joining itself', () => {
    const c = buildCase({ owner: { kind: 'workingGroup', name: 'Ryhmä' } });
    const raised = valueOf(raiseToGroup(c, 'Ryhmä'));
    expect(raised.basics.level).toBe('regional');
    expect(raised.joinedAssociations).toEqual([]);
  });

  it('is refused when there is nothing left to raise', () => {
    const raised = valueOf(raiseToGroup(buildCase(), 'Ryhmä'));
    expect(raiseToGroup(raised, 'Ryhmä')).toEqual({ ok: false, refusal: { code: 'already-done' } });
  });

  it('is refused rather than losing the association when the list is full', () => {
    expect(raiseToGroup(buildCase({ joinedAssociations: FULL }), 'Ryhmä')).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});
