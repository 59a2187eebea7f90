import { settingsWrite } from '../../../src/features/settings/rows.ts';
import { parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { counties } from '../../../src/kernel/regions/regions.ts';
import { buttonOf, nodesOf, says, type Shown } from '../cases/case-world.ts';
import {
  admin,
  advisor,
  AINO,
  away,
  EERO,
  KAISA,
  known,
  LAPLAND,
  LIISA,
  member,
  PIRKANMAA,
  settingsWith,
  TEAM,
  VEERA,
} from './build-settings.ts';
import { openSettingsWorld, saveButton, WORKSPACE, type SettingsWorld } from './settings-world.ts';

const GIVE = 'Anna rooli';
const AREAS = 'Muokkaa hyvinvointialueita';
const ABSENCE = 'Merkitse poissaolo';
const REMOVE = 'Poista rooli';
const ALL_COUNTIES = counties.map(({ code }) => code);

const advisorOf = (who: typeof AINO, ...areas: readonly string[]): Shown => ({
  person: who.id,
  role: 'advisor',
  areas: areas.join(','),
});
const adminRole = (who: typeof AINO): Shown => ({ person: who.id, role: 'admin', areas: '' });

function inputsOf(card: Shown): Readonly<Record<string, Shown>> {
  const inputs = nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), input]));
}

/** Midnight in Helsinki has passed. */
const WEDNESDAY = known(parseInstant('2026-11-24T22:00:00.000Z'));

async function withAdvisors(): Promise<SettingsWorld> {
  const world = await openSettingsWorld();
  await world.fill(KAISA, GIVE, advisorOf(AINO, PIRKANMAA));
  await world.fill(KAISA, GIVE, advisorOf(EERO, LAPLAND));
  return world;
}

describe('asetukset', () => {
  it('says that nobody has a role yet and that an admin helps', async () => {
    const world = await openSettingsWorld();
    const card = await world.show(VEERA);
    expect(says(card, 'Ei vielä ketään')).toBe(true);
    expect(says(card, 'Tarvitsetko apua? Kysy: Kaisa Korhonen, ylläpitäjä.')).toBe(true);
  });

  it('shows roles, areas and absences to the whole team', async () => {
    const world = await withAdvisors();
    await world.fill(AINO, ABSENCE, { from: '2026-12-01', until: '2026-12-07', standIn: EERO.id });
    const card = await world.show(VEERA);
    for (const text of ['Aino Esimerkki: Pirkanmaan hyvinvointialue', '1.–7.12.2026', 'Sijainen: Eero Esimerkki']) {
      expect(says(card, text)).toBe(true);
    }
  });

  it('marks who has left the team by the name kept with the role', async () => {
    const world = await withAdvisors();
    world.team = TEAM.filter((each) => each !== AINO);
    expect(says(await world.show(VEERA), 'Aino Esimerkki (ei enää tiimissä)')).toBe(true);
  });

  it('no longer shows an absence the day after its last day', async () => {
    const world = await withAdvisors();
    await world.fill(AINO, ABSENCE, { from: '2026-11-23', until: '2026-11-24', standIn: '' });
    expect(says(await world.show(VEERA), '23.–24.11.2026')).toBe(true);
    expect(says(await world.show(VEERA, { now: WEDNESDAY }), '23.–24.11.2026')).toBe(false);
  });
});

describe('changing the settings', () => {
  it('G-12: says what was saved and leaves a trail of ids and codes', async () => {
    const world = await openSettingsWorld();
    const card = await world.fill(KAISA, GIVE, advisorOf(AINO, PIRKANMAA, LAPLAND));
    expect(says(card, 'Aino Esimerkki on nyt järjestöasiantuntija')).toBe(true);
    const [entry, ...others] = await world.trail();
    expect(others).toEqual([]);
    expect(entry?.cells).toMatchObject({ action: 'giveRole', by: KAISA.id, person: AINO.id });
    expect(JSON.stringify(entry?.cells)).not.toContain('Aino Esimerkki');
  });

  it('B-11: keeps what was typed and says beside the field what to mend', async () => {
    const world = await openSettingsWorld();
    const form = await world.fill(KAISA, GIVE, advisorOf(AINO));
    expect(inputsOf(form)['person']?.['value']).toBe(AINO.id);
    expect(says(form, 'Valitse ainakin yksi hyvinvointialue')).toBe(true);
    const saved = await world.press(KAISA, form, 'Tallenna', advisorOf(AINO, PIRKANMAA));
    expect(says(saved, 'Aino Esimerkki on nyt järjestöasiantuntija')).toBe(true);
  });

  it('asks which advisor is meant, and shows their counties as they are', async () => {
    const world = await withAdvisors();
    const which = await world.press(KAISA, await world.show(KAISA), AREAS);
    const form = await world.press(KAISA, which, 'Jatka', { whom: EERO.id });
    expect(inputsOf(form)['areas']?.['value']).toBe(LAPLAND);
    const saved = await world.press(KAISA, form, 'Tallenna', { areas: `${PIRKANMAA},${LAPLAND}` });
    expect(says(saved, 'Tallennettu. Hyvinvointialueet on päivitetty: Eero Esimerkki.')).toBe(true);
  });

  it('searches by name in a team that one list cannot hold', async () => {
    const world = await openSettingsWorld();
    world.team = [...TEAM, ...Array.from({ length: 300 }, (_, index) => member(`p${index}`, `Ihminen ${index}`))];
    const search = await world.press(KAISA, await world.show(KAISA), GIVE);
    const none = await world.press(KAISA, search, 'Hae', { query: 'Tuntematon' });
    expect(says(none, 'Tällä nimellä ei löydy ketään')).toBe(true);
    const form = await world.press(KAISA, none, 'Hae', { query: 'aino' });
    expect(inputsOf(form)['person']?.['choices']).toEqual([{ title: 'Aino Esimerkki', value: AINO.id }]);
    expect(says(await world.press(KAISA, form, 'Tallenna', advisorOf(AINO, PIRKANMAA)), 'Tallennettu')).toBe(true);
  });

  it('ends an absence with one press', async () => {
    const world = await withAdvisors();
    await world.fill(AINO, ABSENCE, { from: '2026-12-01', until: '2026-12-07', standIn: '' });
    const form = await world.press(AINO, await world.show(AINO), ABSENCE);
    expect(inputsOf(form)['until']?.['value']).toBe('2026-12-07');
    const card = await world.press(AINO, form, 'Poista poissaolo');
    expect(says(card, 'Poissaolo on poistettu')).toBe(true);
    expect(says(card, '1.–7.12.2026')).toBe(false);
  });

  it('limits guests to reading and lets them write again', async () => {
    const world = await openSettingsWorld();
    const mayWrite = async () => (await world.feature.people.load(WORKSPACE)).mayWrite(VEERA);
    expect(await mayWrite()).toBe(true);
    await world.fill(KAISA, 'Vieraat', { guests: 'read' });
    expect(await mayWrite()).toBe(false);
    await world.fill(KAISA, 'Vieraat', { guests: 'all' });
    expect(await mayWrite()).toBe(true);
  });

  it('refuses to take the last admin where the configuration names none', async () => {
    const world = await openSettingsWorld({ adminIds: [] });
    await world.store.commit(WORKSPACE, [settingsWrite(settingsWith(admin(LIISA)), null)]);
    const form = await world.fill(LIISA, REMOVE, { held: `admin:${LIISA.id}` });
    expect(says(form, 'Tiimissä pitää olla ainakin yksi ylläpitäjä')).toBe(true);
    expect(await world.trail()).toEqual([]);
  });
});

describe('who may change what', () => {
  it.each([GIVE, AREAS, ABSENCE, REMOVE, 'Vieraat'])(
    'refuses "%s" kindly to a member without a role',
    async (title) => {
      const world = await withAdvisors();
      const card = await world.press(VEERA, await world.show(KAISA), title);
      expect(says(card, 'Vain ylläpitäjä voi muokata tätä')).toBe(true);
      expect(inputsOf(card)).toEqual({});
    },
  );

  it('re-checks when the form is saved: an admin may have lost the role meanwhile', async () => {
    const world = await openSettingsWorld();
    await world.fill(KAISA, GIVE, adminRole(LIISA));
    const form = await world.press(LIISA, await world.show(LIISA), GIVE);
    await world.fill(KAISA, REMOVE, { held: `admin:${LIISA.id}` });
    const card = await world.press(LIISA, form, 'Tallenna', advisorOf(AINO, PIRKANMAA));
    expect(says(card, 'Vain ylläpitäjä voi muokata tätä')).toBe(true);
    expect(await world.trail()).toHaveLength(2);
  });

  it('lets an advisor note their own absence and nobody else’s', async () => {
    const world = await withAdvisors();
    const form = await world.press(AINO, await world.show(AINO), ABSENCE);
    const { verb, data } = buttonOf(form, 'Tallenna');
    const days = { from: '2026-12-01', until: '2026-12-07', standIn: '' };
    const forged = await world.send(AINO, verb, { ...data, ...days, whom: EERO.id });
    expect(says(forged, 'Voit merkitä vain oman poissaolosi')).toBe(true);
    expect(says(await world.send(AINO, verb, { ...data, ...days }), 'Aino Esimerkki on poissa')).toBe(true);
  });

  it('passes over data that no card of ours sends', async () => {
    const world = await withAdvisors();
    for (const { verb } of world.feature.actions) {
      // Serialised: each looks at what the one before may have changed.
      // oxlint-disable-next-line no-await-in-loop
      await world.send(KAISA, verb, { nonce: 7, seen: {}, whom: ['x'], query: 5 });
    }
    expect(await world.trail()).toHaveLength(2);
  });
});

describe('the same form again', () => {
  it.each([
    ['giving a role', GIVE, adminRole(LIISA)],
    ['taking a role', REMOVE, { held: `advisor:${AINO.id}` }],
    ['limiting guests', 'Vieraat', { guests: 'read' }],
  ])('is answered as saved and changes nothing: %s', async (_what, title, typed) => {
    const world = await withAdvisors();
    const form = await world.press(KAISA, await world.show(KAISA), title);
    expect(says(await world.press(KAISA, form, saveButton(title), typed), 'Tallennettu')).toBe(true);
    expect(says(await world.press(KAISA, form, saveButton(title), typed), 'Tämä on jo tallennettu')).toBe(true);
    expect(await world.trail()).toHaveLength(3);
  });

  it('is answered as saved even when it took the right to save it', async () => {
    const world = await openSettingsWorld();
    await world.fill(KAISA, GIVE, adminRole(LIISA));
    const form = await world.press(LIISA, await world.show(LIISA), REMOVE);
    const typed = { held: `admin:${LIISA.id}` };
    await world.press(LIISA, form, REMOVE, typed);
    expect(says(await world.press(LIISA, form, REMOVE, typed), 'Tämä on jo tallennettu')).toBe(true);
  });

  it('counts once when both clicks arrive at once', async () => {
    const world = await openSettingsWorld();
    const form = await world.press(KAISA, await world.show(KAISA), GIVE);
    const both = await Promise.all([
      world.press(KAISA, form, 'Tallenna', adminRole(LIISA)),
      world.press(KAISA, form, 'Tallenna', adminRole(LIISA)),
    ]);
    const isSaved = (card: Shown): boolean => says(card, 'Tallennettu.') || says(card, 'Tämä on jo tallennettu');
    expect(both.every(isSaved)).toBe(true);
    expect(await world.trail()).toHaveLength(1);
  });

  it('with other content changes nothing and keeps what was typed', async () => {
    const world = await openSettingsWorld();
    const form = await world.press(KAISA, await world.show(KAISA), GIVE);
    await world.press(KAISA, form, 'Tallenna', adminRole(LIISA));
    const other = await world.press(KAISA, form, 'Tallenna', adminRole(EERO));
    expect(says(other, 'Tämä lomake on jo tallennettu')).toBe(true);
    expect(inputsOf(other)['person']?.['value']).toBe(EERO.id);
    expect(says(await world.press(KAISA, other, 'Tallenna', adminRole(EERO)), 'Eero Esimerkki on nyt')).toBe(true);
  });
});

describe('two admins at once', () => {
  it('never lose a change: the later one sees who was faster, with what they chose', async () => {
    const world = await openSettingsWorld();
    await world.fill(KAISA, GIVE, adminRole(LIISA));
    const [kaisas, liisas] = await Promise.all(
      [KAISA, LIISA].map(async (who) => await world.press(who, await world.show(who), GIVE)),
    );
    const answers = await Promise.all([
      world.press(KAISA, kaisas ?? {}, 'Tallenna', advisorOf(AINO, PIRKANMAA)),
      world.press(LIISA, liisas ?? {}, 'Tallenna', advisorOf(EERO, LAPLAND)),
    ]);
    const late = answers.filter((card) => says(card, 'ehti muokata asetuksia'));
    expect(late).toHaveLength(1);
    const isKaisas = late[0] === answers[0];
    const [who, typed] = isKaisas ? [KAISA, advisorOf(AINO, PIRKANMAA)] : [LIISA, advisorOf(EERO, LAPLAND)];
    const form = late[0] ?? {};
    expect(says(form, `${isKaisas ? 'Liisa Lahtinen' : 'Kaisa Korhonen'} ehti muokata asetuksia`)).toBe(true);
    expect(inputsOf(form)['person']?.['value']).toBe(typed['person']);
    expect(says(await world.press(who, form, 'Tallenna', typed), 'on nyt järjestöasiantuntija')).toBe(true);
    const card = await world.show(KAISA);
    expect(says(card, 'Aino Esimerkki: Pirkanmaan hyvinvointialue')).toBe(true);
    expect(says(card, 'Eero Esimerkki: Lapin hyvinvointialue')).toBe(true);
  });

  it('are told apart from one admin with two forms', async () => {
    const world = await openSettingsWorld();
    const form = await world.press(KAISA, await world.show(KAISA), GIVE);
    await world.fill(KAISA, 'Vieraat', { guests: 'read' });
    const card = await world.press(KAISA, form, 'Tallenna', adminRole(LIISA));
    expect(says(card, 'Muokkasit asetuksia jo toisessa lomakkeessa')).toBe(true);
    expect(says(await world.press(KAISA, card, 'Tallenna', adminRole(LIISA)), 'Tallennettu')).toBe(true);
  });

  it('say who was faster also when the other took what this form is about', async () => {
    const world = await withAdvisors();
    await world.fill(KAISA, GIVE, adminRole(LIISA));
    const form = await world.press(LIISA, await world.show(LIISA), REMOVE);
    await world.fill(KAISA, REMOVE, { held: `advisor:${AINO.id}` });
    const card = await world.press(LIISA, form, REMOVE, { held: `advisor:${AINO.id}` });
    expect(says(card, 'Kaisa Korhonen ehti muokata asetuksia')).toBe(true);
  });
});

describe('a full list of roles', () => {
  it('still fits a card', async () => {
    const world = await openSettingsWorld();
    const crowd = Array.from({ length: 60 }, (_, index) => member(`p${index}`, `Järjestäytymätön Ähtäröinen ${index}`));
    world.team = [...TEAM, ...crowd];
    const absence = away('2026-12-01', '2026-12-07', AINO.id);
    const holders = crowd.map((each) => ({ ...advisor(each, ALL_COUNTIES, absence), isAdmin: true }));
    await world.store.commit(WORKSPACE, [settingsWrite(settingsWith(...holders), null)]);
    const card = await world.show(KAISA);
    expect(says(card, 'Lisäksi 40 ihmistä')).toBe(true);
    await Promise.all(
      [GIVE, AREAS, ABSENCE, REMOVE, 'Vieraat'].map(async (title) => await world.press(KAISA, card, title)),
    );
  });
});
