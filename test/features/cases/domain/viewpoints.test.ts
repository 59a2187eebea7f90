import { hasViewpoints, recordViewpoints } from '../../../../src/features/cases/domain/viewpoints.ts';
import { buildCase, buildEvent } from '../build-case.ts';

const NOTHING = { usersAndClose: '', authority: '', lawAndCrpd: { references: [], text: '' } };
const REQUEST = {
  usersAndClose: 'Kyyti myöhästyy',
  authority: 'Rahaa on vähän',
  references: ['crpd'],
  lawText: 'Oikeus',
} as const;

describe('S0-40: viewpoints', () => {
  it('have exactly three sections', () => {
    const decision = recordViewpoints(buildCase({ events: [buildEvent()] }), null, REQUEST);
    expect(decision.ok && decision.value.events[0]?.viewpoints).toEqual({
      usersAndClose: 'Kyyti myöhästyy',
      authority: 'Rahaa on vähän',
      lawAndCrpd: { references: ['crpd'], text: 'Oikeus' },
    });
  });

  it('S0-43: keep a reference that has left the maintained list', () => {
    const viewpoints = { ...NOTHING, lawAndCrpd: { references: ['repealedAct', 'clientAct'], text: '' } };
    const decision = recordViewpoints(buildCase({ events: [buildEvent({ viewpoints })] }), null, REQUEST);
    expect(decision.ok && decision.value.events[0]?.viewpoints.lawAndCrpd.references).toEqual(['crpd', 'repealedAct']);
  });

  it('need an event', () => {
    expect(recordViewpoints(buildCase(), null, REQUEST)).toMatchObject({ refusal: { code: 'no-event' } });
  });

  it('are there as soon as one section says something', () => {
    expect(hasViewpoints(NOTHING)).toBe(false);
    expect(hasViewpoints({ ...NOTHING, authority: 'Rahaa on vähän' })).toBe(true);
    expect(hasViewpoints({ ...NOTHING, lawAndCrpd: { references: ['crpd'], text: '' } })).toBe(true);
  });
});
