import type { RoleHolder } from '../../../../src/features/settings/domain/settings.ts';
import {
  adminsInTeam,
  advisorsOfCounty,
  isAdmin,
  isAdvisorOf,
  supporterOf,
} from '../../../../src/features/settings/domain/supporters.ts';
import {
  admin,
  advisor,
  AINO,
  away,
  date,
  EERO,
  KAISA,
  LAPLAND,
  LIISA,
  PIRKANMAA,
  settingsWith,
  TEAM,
} from '../build-settings.ts';

function rolesOf(holders: readonly RoleHolder[], members = TEAM) {
  return {
    settings: settingsWith(...holders),
    configuredAdmins: [KAISA.id],
    members: new Set(members.map((each) => each.id)),
  };
}
const without = (...gone: readonly (typeof AINO)[]) => TEAM.filter((each) => !gone.includes(each));

const DAY = date('2026-12-03');
const WEEK = ['2026-12-01', '2026-12-07'] as const;

describe('S0-08: who supports a county', () => {
  it('is its advisor', () => {
    expect(supporterOf(rolesOf([admin(LIISA), advisor(AINO, [PIRKANMAA])]), PIRKANMAA, DAY)).toBe(AINO.id);
  });

  it('is the first of several advisors who is there', () => {
    const two = [advisor(AINO, [PIRKANMAA]), advisor(EERO, [PIRKANMAA, LAPLAND])];
    expect(supporterOf(rolesOf(two), PIRKANMAA, DAY)).toBe(AINO.id);
    expect(supporterOf(rolesOf(two, without(AINO)), PIRKANMAA, DAY)).toBe(EERO.id);
    const oneAway = [advisor(AINO, [PIRKANMAA], away(...WEEK)), advisor(EERO, [PIRKANMAA])];
    expect(supporterOf(rolesOf(oneAway), PIRKANMAA, DAY)).toBe(EERO.id);
  });

  it.each([
    ['2026-11-30', AINO],
    ['2026-12-01', EERO],
    ['2026-12-07', EERO],
    ['2026-12-08', AINO],
  ])('is the stand-in from the first to the last day of an absence: %s', (on, expected) => {
    const roles = rolesOf([advisor(AINO, [PIRKANMAA], away(...WEEK, EERO.id)), advisor(EERO, [LAPLAND])]);
    expect(supporterOf(roles, PIRKANMAA, date(on))).toBe(expected.id);
  });

  it('passes over a stand-in who has left or is away too', () => {
    const standInAway = [
      advisor(AINO, [PIRKANMAA], away(...WEEK, EERO.id)),
      advisor(EERO, [LAPLAND], away(...WEEK)),
      admin(LIISA),
    ];
    expect(supporterOf(rolesOf(standInAway), PIRKANMAA, DAY)).toBe(LIISA.id);
    const standInGone = [advisor(AINO, [PIRKANMAA], away(...WEEK, EERO.id)), advisor(EERO, [LAPLAND]), admin(LIISA)];
    expect(supporterOf(rolesOf(standInGone, without(EERO)), PIRKANMAA, DAY)).toBe(LIISA.id);
  });

  it('is an admin for a county without an advisor, one of the configuration last', () => {
    expect(supporterOf(rolesOf([admin(LIISA)]), LAPLAND, DAY)).toBe(LIISA.id);
    expect(supporterOf(rolesOf([]), LAPLAND, DAY)).toBe(KAISA.id);
  });

  it('is an admin who is away before it is nobody', () => {
    const both = { ...advisor(AINO, [PIRKANMAA], away(...WEEK)), isAdmin: true };
    expect(supporterOf(rolesOf([both], without(KAISA)), PIRKANMAA, DAY)).toBe(AINO.id);
  });

  it('is nobody when all who have a role have left', () => {
    const roles = rolesOf([advisor(AINO, [PIRKANMAA]), admin(LIISA)], without(AINO, LIISA, KAISA));
    expect(supporterOf(roles, PIRKANMAA, DAY)).toBeNull();
  });
});

describe("an advisor's rights", () => {
  const roles = rolesOf([advisor(AINO, [PIRKANMAA], away(...WEEK, EERO.id)), advisor(EERO, [LAPLAND])]);

  it('reach their own counties, also while they are away', () => {
    expect(isAdvisorOf(roles.settings, AINO.id, PIRKANMAA, DAY)).toBe(true);
    expect(isAdvisorOf(roles.settings, AINO.id, LAPLAND, DAY)).toBe(false);
  });

  it.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-07', true],
    ['2026-12-08', false],
  ])('are the stand-in’s only during the absence: on %s %s', (on, expected) => {
    expect(isAdvisorOf(roles.settings, EERO.id, PIRKANMAA, date(on))).toBe(expected);
  });
});

describe('admins', () => {
  const roles = rolesOf([admin(LIISA), advisor(AINO, [PIRKANMAA])]);

  it('are those of the configuration and those named in the team', () => {
    expect([KAISA, LIISA, AINO].map(({ id }) => isAdmin(roles, id))).toEqual([true, true, false]);
  });

  it('are listed while they are in the team, those named in the team first', () => {
    expect(adminsInTeam(roles)).toEqual([LIISA.id, KAISA.id]);
    expect(adminsInTeam({ ...roles, members: new Set([KAISA.id]) })).toEqual([KAISA.id]);
  });
});

describe('S0-08: the advisors of a county', () => {
  const two = [advisor(AINO, [PIRKANMAA], away(...WEEK, EERO.id)), advisor(EERO, [PIRKANMAA, LAPLAND])];

  it('are all of them in their order, with who stands in for one who is away', () => {
    expect(advisorsOfCounty(rolesOf(two), PIRKANMAA, DAY)).toEqual([
      { person: AINO.id, away: { until: WEEK[1], standIn: EERO.id } },
      { person: EERO.id, away: null },
    ]);
    expect(advisorsOfCounty(rolesOf(two), PIRKANMAA, date('2026-12-08'))[0]?.away).toBeNull();
  });

  it('are nobody of another county, and nobody who has left', () => {
    const persons = (county: typeof LAPLAND, members = TEAM): readonly string[] =>
      advisorsOfCounty(rolesOf(two, members), county, DAY).map(({ person }) => person);
    expect(persons(LAPLAND)).toEqual([EERO.id]);
    expect(persons(PIRKANMAA, without(AINO))).toEqual([EERO.id]);
  });
});
