import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { eventWarnings } from '../../../../src/features/cases/domain/event-warnings.ts';
import { buildEvent } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';

const missingIn = (overrides: Partial<DiscussionEvent>): readonly string[] =>
  eventWarnings(buildEvent(overrides)).map(({ missing }) => missing);

const association = buildInvitee(10, 'association');
const official = buildInvitee(11, 'officeHolder');
const councillor = buildInvitee(12, 'countyCouncillor');

describe('S0-38: type 1', () => {
  it('misses both sides while nobody is invited', () => {
    expect(missingIn({ type: 'officials' })).toEqual(['ours', 'officeHolders']);
  });

  it('misses the office holders when only our side is there', () => {
    expect(missingIn({ type: 'officials', invitees: [association] })).toEqual(['officeHolders']);
  });

  it('misses our side when only office holders are there', () => {
    expect(missingIn({ type: 'officials', invitees: [official] })).toEqual(['ours']);
  });

  it('misses nobody when both sides are there', () => {
    expect(missingIn({ type: 'officials', invitees: [association, official] })).toEqual([]);
  });

  it.each(['association', 'workingGroup', 'expertByExperience'] as const)('counts %s as our side', (role) => {
    expect(missingIn({ type: 'officials', invitees: [buildInvitee(13, role), official] })).toEqual([]);
  });

  it.each(['federation', 'otherOrganisation', 'serviceProvider', 'other'] as const)(
    'counts %s as neither side',
    (role) => {
      expect(missingIn({ type: 'officials', invitees: [buildInvitee(13, role)] })).toEqual(['ours', 'officeHolders']);
    },
  );
});

describe('S0-51: type 2', () => {
  it('misses the elected when no decision maker is invited', () => {
    expect(missingIn({ type: 'political', invitees: [association, official] })).toEqual(['elected']);
  });

  it.each(['municipalDecisionMaker', 'countyCouncillor'] as const)('counts %s as elected', (role) => {
    expect(missingIn({ type: 'political', invitees: [buildInvitee(13, role)] })).toEqual([]);
  });

  it('says nothing against a working group', () => {
    const invitees = [buildInvitee(13, 'workingGroup'), official, councillor];
    expect(missingIn({ type: 'political', invitees })).toEqual([]);
  });
});

describe('a warning', () => {
  it('is not given while nobody has said who can resolve the matter', () => {
    expect(missingIn({ type: null })).toEqual([]);
  });

  it('is not given of a cancelled event', () => {
    expect(missingIn({ type: 'officials', status: 'cancelled' })).toEqual([]);
  });

  it('does not count those who have declined', () => {
    const declined = buildInvitee(13, 'officeHolder', { answer: 'notComing' });
    expect(missingIn({ type: 'officials', invitees: [association, declined] })).toEqual(['officeHolders']);
  });

  it('counts only those who attended once the event is held', () => {
    const invitees = [{ ...association, attended: true }, official];
    expect(eventWarnings(buildEvent({ type: 'officials', status: 'held', invitees }))).toEqual([
      { missing: 'officeHolders', when: 'held' },
    ]);
  });
});
