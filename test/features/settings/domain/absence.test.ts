import { clearAbsence, covers, setAbsence } from '../../../../src/features/settings/domain/absence.ts';
import type { Absence } from '../../../../src/features/settings/domain/settings.ts';
import {
  admin,
  advisor,
  AINO,
  away,
  codeOf,
  date,
  EERO,
  GONE,
  KAISA,
  LAPLAND,
  LIISA,
  PIRKANMAA,
  settingsOf,
  settingsWith,
  TODAY,
} from '../build-settings.ts';

const SETTINGS = settingsWith(advisor(AINO, [PIRKANMAA]), advisor(EERO, [LAPLAND]), admin(LIISA));
const CONTEXT = { today: TODAY, configuredAdmins: [KAISA.id] };
const set = (absence: Absence, person = AINO.id) => setAbsence(SETTINGS, person, absence, CONTEXT);

describe('noting an absence', () => {
  it('takes the place of an earlier one', () => {
    const first = settingsOf(set(away('2026-12-01', '2026-12-07')));
    const second = away('2027-01-04', '2027-01-08', EERO.id);
    expect(settingsOf(setAbsence(first, AINO.id, second, CONTEXT)).holders[0]).toEqual(
      advisor(AINO, [PIRKANMAA], second),
    );
  });

  it('takes one day, one that has begun, and one that ends today', () => {
    expect(codeOf(set(away('2026-11-24', '2026-11-24')))).toBeNull();
    expect(codeOf(set(away('2026-11-02', '2026-12-07')))).toBeNull();
    expect(codeOf(set(away('2026-11-02', '2026-11-24')))).toBeNull();
  });

  it.each([
    ['until-before-from', away('2026-12-07', '2026-12-06')],
    ['until-in-past', away('2026-11-02', '2026-11-23')],
    ['absence-too-long', away('2026-12-01', '2027-12-02')],
    ['stand-in-same', away('2026-12-01', '2026-12-07', AINO.id)],
    ['stand-in-without-role', away('2026-12-01', '2026-12-07', GONE)],
  ])('refuses with %s', (code, absence) => {
    expect(codeOf(set(absence))).toBe(code);
  });

  it('takes a whole year, and stand-ins who are advisors or admins of either kind', () => {
    expect(codeOf(set(away('2026-12-01', '2027-12-01')))).toBeNull();
    for (const standIn of [EERO.id, LIISA.id, KAISA.id]) {
      expect(codeOf(set(away('2026-12-01', '2026-12-07', standIn)))).toBeNull();
    }
  });

  it('refuses somebody who is no advisor', () => {
    expect(codeOf(set(away('2026-12-01', '2026-12-07'), LIISA.id))).toBe('not-advisor');
    expect(codeOf(set(away('2026-12-01', '2026-12-07'), GONE))).toBe('not-advisor');
  });
});

describe('taking an absence back', () => {
  it('leaves the advisor with the counties', () => {
    const settings = settingsOf(set(away('2026-12-01', '2026-12-07')));
    expect(settingsOf(clearAbsence(settings, AINO.id)).holders[0]).toEqual(advisor(AINO, [PIRKANMAA]));
  });

  it('is refused when there is none', () => {
    expect(codeOf(clearAbsence(SETTINGS, AINO.id))).toBe('unchanged');
    expect(codeOf(clearAbsence(SETTINGS, LIISA.id))).toBe('not-advisor');
  });
});

describe('the days of an absence', () => {
  it.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-07', true],
    ['2026-12-08', false],
  ])('reach from the first to the last, both included: %s is %s', (on, expected) => {
    expect(covers(away('2026-12-01', '2026-12-07'), date(on))).toBe(expected);
  });
});
