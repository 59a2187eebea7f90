import { giveRole, removeRole, setAreas, setGuests } from '../../../../src/features/settings/domain/roles.ts';
import { findHolder, HOLDERS_MAX, NO_SETTINGS } from '../../../../src/features/settings/domain/settings.ts';
import {
  admin,
  advisor,
  AINO,
  away,
  codeOf,
  EERO,
  holder,
  KAISA,
  LAPLAND,
  member,
  PIRKANMAA,
  settingsOf,
  settingsWith,
} from '../build-settings.ts';

const gift = (who: typeof AINO, role: 'advisor' | 'admin', areas = [PIRKANMAA]) => ({
  person: who.id,
  name: who.name,
  role,
  areas,
});

describe('giving a role', () => {
  it('S0-08: makes somebody the advisor of counties and keeps their name', () => {
    const settings = settingsOf(giveRole(NO_SETTINGS, gift(AINO, 'advisor')));
    expect(settings.holders).toEqual([advisor(AINO, [PIRKANMAA])]);
  });

  it('lets one person hold both roles', () => {
    const settings = settingsOf(giveRole(settingsWith(advisor(AINO, [PIRKANMAA])), gift(AINO, 'admin')));
    expect(settings.holders).toEqual([{ ...advisor(AINO, [PIRKANMAA]), isAdmin: true }]);
  });

  it('keeps the first advisor of a county first', () => {
    const settings = settingsOf(giveRole(settingsWith(advisor(AINO, [PIRKANMAA])), gift(EERO, 'advisor')));
    expect(settings.holders.map((each) => each.person)).toEqual([AINO.id, EERO.id]);
  });

  it('refuses an advisor without counties', () => {
    const decision = giveRole(NO_SETTINGS, gift(AINO, 'advisor', []));
    expect(decision).toEqual({ ok: false, refusal: { code: 'areas-missing', field: 'areas' } });
  });

  it.each(['advisor', 'admin'] as const)('refuses the role %s to somebody who holds it', (role) => {
    const both = { ...advisor(AINO, [PIRKANMAA]), isAdmin: true };
    expect(codeOf(giveRole(settingsWith(both), gift(AINO, role, [LAPLAND])))).toBe('role-held');
  });

  it('refuses one more holder when the list is full, but not a second role', () => {
    const crowd = Array.from({ length: HOLDERS_MAX }, (_, index) => admin(member(`p${index}`, `Ihminen ${index}`)));
    const full = settingsWith(...crowd);
    expect(codeOf(giveRole(full, gift(AINO, 'admin')))).toBe('list-full');
    expect(codeOf(giveRole(full, gift(member('p0', 'Ihminen 0'), 'advisor')))).toBeNull();
  });
});

describe("changing an advisor's counties", () => {
  it('replaces them and leaves the absence as it is', () => {
    const absence = away('2026-12-01', '2026-12-07');
    const settings = settingsOf(setAreas(settingsWith(advisor(AINO, [PIRKANMAA], absence)), AINO.id, [LAPLAND]));
    expect(settings.holders).toEqual([advisor(AINO, [LAPLAND], absence)]);
  });

  it('refuses to leave none, to change nothing, and somebody who is no advisor', () => {
    const settings = settingsWith(advisor(AINO, [PIRKANMAA, LAPLAND]), admin(KAISA));
    expect(codeOf(setAreas(settings, AINO.id, []))).toBe('areas-missing');
    expect(codeOf(setAreas(settings, AINO.id, [LAPLAND, PIRKANMAA]))).toBe('unchanged');
    expect(codeOf(setAreas(settings, KAISA.id, [LAPLAND]))).toBe('not-advisor');
  });
});

describe('taking a role away', () => {
  it('refuses to take the last admin while the configuration names none', () => {
    expect(codeOf(removeRole(settingsWith(admin(AINO)), AINO.id, 'admin', []))).toBe('last-admin');
  });

  it('lets the last named admin go when the configuration names one', () => {
    const settings = settingsOf(removeRole(settingsWith(admin(AINO)), AINO.id, 'admin', [KAISA.id]));
    expect(settings.holders).toEqual([]);
  });

  it('lets one of two admins go', () => {
    const settings = settingsOf(removeRole(settingsWith(admin(AINO), admin(EERO)), AINO.id, 'admin', []));
    expect(settings.holders).toEqual([admin(EERO)]);
  });

  it('refuses to take the role of an admin whom the configuration names', () => {
    expect(codeOf(removeRole(settingsWith(admin(KAISA)), KAISA.id, 'admin', [KAISA.id]))).toBe('configured-admin');
  });

  it('keeps the other role', () => {
    const both = { ...advisor(AINO, [PIRKANMAA]), isAdmin: true };
    const settings = settingsOf(removeRole(settingsWith(both, admin(EERO)), AINO.id, 'admin', []));
    expect(findHolder(settings, AINO.id)).toEqual(advisor(AINO, [PIRKANMAA]));
    expect(findHolder(settingsOf(removeRole(settings, AINO.id, 'advisor', [])), AINO.id)).toBeNull();
  });

  it('frees the absences in which the person stood in', () => {
    const absence = away('2026-12-01', '2026-12-07', EERO.id);
    const settings = settingsWith(advisor(AINO, [PIRKANMAA], absence), advisor(EERO, [LAPLAND]));
    const after = settingsOf(removeRole(settings, EERO.id, 'advisor', []));
    expect(after.holders).toEqual([advisor(AINO, [PIRKANMAA], { ...absence, standIn: null })]);
  });

  it('keeps a configured admin as a stand-in', () => {
    const absence = away('2026-12-01', '2026-12-07', KAISA.id);
    const settings = settingsWith(advisor(AINO, [PIRKANMAA], absence), advisor(KAISA, [LAPLAND]));
    const after = settingsOf(removeRole(settings, KAISA.id, 'advisor', [KAISA.id]));
    expect(after.holders).toEqual([advisor(AINO, [PIRKANMAA], absence)]);
  });

  it('refuses a role that is not held', () => {
    expect(codeOf(removeRole(settingsWith(admin(KAISA)), KAISA.id, 'advisor', []))).toBe('role-not-held');
    expect(codeOf(removeRole(settingsWith(holder(AINO), admin(KAISA)), AINO.id, 'admin', []))).toBe('role-not-held');
    expect(codeOf(removeRole(NO_SETTINGS, AINO.id, 'advisor', []))).toBe('role-not-held');
  });
});

describe('the rights of guests', () => {
  it('change between all and reading, and refuse what they are already', () => {
    const reading = settingsOf(setGuests(NO_SETTINGS, 'read'));
    expect(reading.guests).toBe('read');
    expect(codeOf(setGuests(reading, 'read'))).toBe('unchanged');
  });
});
