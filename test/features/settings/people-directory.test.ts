import { readSettings, settingsWrite } from '../../../src/features/settings/rows.ts';
import { setAbsence } from '../../../src/features/settings/domain/absence.ts';
import type { People } from '../../../src/features/settings/index.ts';
import { Fault } from '../../../src/kernel/fault.ts';
import {
  admin,
  advisor,
  AINO,
  away,
  date,
  EERO,
  GONE,
  KAISA,
  LAPLAND,
  LIISA,
  PIRKANMAA,
  settingsOf,
  settingsWith,
  TEAM,
  TODAY,
  VEERA,
} from './build-settings.ts';
import { openSettingsWorld, WORKSPACE, type SettingsWorld } from './settings-world.ts';

const SETTINGS = settingsWith(
  advisor(AINO, [PIRKANMAA], away('2026-12-01', '2026-12-07', EERO.id)),
  advisor(EERO, [LAPLAND]),
  admin(LIISA),
);

async function storedWorld(settings = SETTINGS): Promise<SettingsWorld> {
  const world = await openSettingsWorld();
  await world.store.commit(WORKSPACE, [settingsWrite(settings, null)]);
  return world;
}

async function peopleWithout(...gone: readonly (typeof AINO)[]): Promise<People> {
  const world = await storedWorld();
  world.team = TEAM.filter((each) => !gone.includes(each));
  return await world.feature.people.load(WORKSPACE);
}

describe('the people of a team', () => {
  it('are its roster, with admins of the configuration, while nothing is set', async () => {
    const people = await (await openSettingsWorld()).feature.people.load(WORKSPACE);
    expect(people.members).toEqual(TEAM);
    expect([KAISA, LIISA].map(({ id }) => people.isAdmin(id))).toEqual([true, false]);
    expect(people.supporterOf(PIRKANMAA, TODAY)).toBe(KAISA.id);
    expect(people.mayWrite(VEERA)).toBe(true);
  });

  it('G-06: have their names of the roster, and can be mentioned', async () => {
    const people = await peopleWithout();
    expect(people.nameOf(AINO.id)).toBe('Aino Esimerkki');
    expect(people.mentionOf(AINO.id)).toEqual({ teamsId: AINO.teamsId, name: 'Aino Esimerkki' });
  });

  it('keep the name of somebody who left with a role, whom no message mentions', async () => {
    const people = await peopleWithout(AINO, VEERA);
    expect(people.nameOf(AINO.id)).toBe('Aino Esimerkki');
    expect(people.mentionOf(AINO.id)).toBeNull();
    expect([VEERA.id, GONE].map((id) => people.nameOf(id))).toEqual(['entinen jäsen', 'entinen jäsen']);
  });

  it('S0-08: support their counties, the stand-in on the first and the last day of an absence', async () => {
    const people = await peopleWithout();
    const days = ['2026-11-30', '2026-12-01', '2026-12-07', '2026-12-08'].map(date);
    expect(days.map((day) => people.supporterOf(PIRKANMAA, day))).toEqual([AINO.id, EERO.id, EERO.id, AINO.id]);
    expect(days.map((day) => people.isAdvisorOf(EERO.id, PIRKANMAA, day))).toEqual([false, true, true, false]);
  });

  it('pass their counties on when they leave: to an admin, and to nobody when no admin is left', async () => {
    expect((await peopleWithout(AINO)).supporterOf(PIRKANMAA, TODAY)).toBe(LIISA.id);
    expect((await peopleWithout(AINO, LIISA)).supporterOf(PIRKANMAA, TODAY)).toBe(KAISA.id);
    expect((await peopleWithout(AINO, LIISA, KAISA)).supporterOf(PIRKANMAA, TODAY)).toBeNull();
  });

  it('may write as guests with a role, also where guests only read', async () => {
    const guests = { ...settingsWith(advisor(VEERA, [PIRKANMAA])), guests: 'read' as const };
    const people = await (await storedWorld(guests)).feature.people.load(WORKSPACE);
    expect(people.mayWrite(VEERA)).toBe(true);
    expect(people.mayWrite({ ...VEERA, id: GONE })).toBe(false);
    expect(people.mayWrite(AINO)).toBe(true);
  });
});

describe('the row of the settings', () => {
  it('gives back what was stored', async () => {
    const context = { today: TODAY, configuredAdmins: [] };
    const settings = settingsOf(setAbsence(SETTINGS, EERO.id, away('2026-12-24', '2026-12-31'), context));
    const { store } = await storedWorld(settings);
    expect((await readSettings(store, WORKSPACE)).settings).toEqual(settings);
  });

  it.each([
    ['another schema', { schema: 2, people0: '{}', peopleParts: 1 }],
    ['another shape', { schema: 1, people0: '{"holders":[]}', peopleParts: 1 }],
    ['no JSON', { schema: 1, people0: '{', peopleParts: 1 }],
  ])('is a fault when it has %s, never taken for nothing set and never written over', async (_what, cells) => {
    const world = await openSettingsWorld();
    await world.store.commit(WORKSPACE, [{ kind: 'insert', rowKey: 'settings|people', cells }]);
    await expect(world.feature.people.load(WORKSPACE)).rejects.toThrow(Fault);
    await expect(world.show(KAISA)).rejects.toThrow('row-unreadable');
    expect((await world.store.read(WORKSPACE, 'settings|people'))?.cells).toEqual(cells);
  });

  it('is written only over what was read', async () => {
    const { store } = await storedWorld();
    const { etag } = await readSettings(store, WORKSPACE);
    expect(await store.commit(WORKSPACE, [settingsWrite({ ...SETTINGS, version: 2 }, etag)])).toBe('committed');
    expect(await store.commit(WORKSPACE, [settingsWrite({ ...SETTINGS, version: 9 }, etag)])).toBe('conflict');
    expect(await store.commit(WORKSPACE, [settingsWrite(SETTINGS, null)])).toBe('conflict');
    expect((await readSettings(store, WORKSPACE)).settings.version).toBe(2);
  });
});
