import { Fault } from '../../../src/kernel/fault.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import type { Row, Store } from '../../../src/platform/storage/store.ts';
import { organisationWrite } from '../../../src/features/organisations/rows.ts';
import { parseCountyCode } from '../../../src/kernel/regions/regions.ts';
import { lintCard } from '../../support/card-linter.ts';
import { countedStore, noOperations } from '../../support/counted-store.ts';
import { ASSOCIATION, DISTRICT, organisationId } from '../organisations/build-register.ts';
import {
  AINO,
  buttonOf,
  IN_RESTRICTED,
  MIKKO,
  nodesOf,
  OPENING,
  openCaseWorld,
  openOne,
  PIRKANMAA,
  says,
  VEERA,
  WORKSPACE,
  type CaseWorld,
} from './case-world.ts';

async function rows(world: CaseWorld, prefix: string): Promise<readonly Row[]> {
  return await world.store.range(WORKSPACE, prefixRange(prefix));
}

async function allCells(world: CaseWorld): Promise<string> {
  const all = await world.store.range(WORKSPACE, { from: ' ', before: '~~~' });
  return JSON.stringify(all);
}

describe('the opening form', () => {
  it('S1-23, B-04: asks six questions in one short card', async () => {
    const world = await openCaseWorld();
    const form = await world.say(VEERA, 'uusi tapaus');
    const inputs = nodesOf(form).filter((node) => String(node['type']).startsWith('Input.'));
    expect(inputs.map((input) => input['label'])).toEqual([
      'Asia',
      'Tavoite',
      'Hyvinvointialue tai kunta',
      'Kiireellisyys',
      'Toimija',
      'Koskeeko asia yhtä ihmistä?',
    ]);
    expect(lintCard(form)).toEqual([]);
  });

  it('C-10: takes the text after the command as the matter', async () => {
    const world = await openCaseWorld();
    const form = await world.say(VEERA, 'uusi tapaus', 'Bussikortit puuttuvat');
    expect(nodesOf(form).find((node) => node['id'] === 'matter')?.['value']).toBe('Bussikortit puuttuvat');
  });

  it('proposes the county that the channel is named after, in Finnish and Swedish names', async () => {
    const world = await openCaseWorld();
    const form = await world.say(VEERA, 'uusi tapaus');
    const region = nodesOf(form).find((node) => node['id'] === 'region');
    expect(region?.['value']).toBe('c:08');
    expect(says(form, 'Esbo')).toBe(true);
  });

  it('S0-07: offers the actors used before, those of the county first, then the two kinds', async () => {
    const world = await openCaseWorld();
    for (const [region, name] of [
      ['c:21', 'Lapin ryhmä'],
      ['m:837', 'Tampereen ryhmä'],
    ]) {
      const card = await openOne(world, { region });
      const form = await world.press(VEERA, 'cases/do/owner', buttonOf(card, 'Lisää toimintoja').data);
      const save = buttonOf(form, 'Tallenna');
      await world.press(VEERA, save.verb, { ...save.data, kind: 'workingGroup', name });
    }
    const form = await world.say(MIKKO, 'uusi tapaus');
    const choices = nodesOf(nodesOf(form).find((node) => node['id'] === 'owner')?.['choices']);
    expect(choices.map((choice) => choice['title'])).toEqual([
      'Tampereen ryhmä',
      'Lapin ryhmä',
      'Tukiyhdistys',
      'Vaikuttamistyöryhmä',
    ]);
  });

  it('S0-07, S1-24, S2-12: offers the active associations of the county by the register, twenty at most, in one request', async () => {
    const names = Array.from({ length: 22 }, (_each, index) => `Yhdistys ${String(index + 10)} ry`);
    const register = [
      DISTRICT,
      { ...ASSOCIATION, id: organisationId(90), name: 'Vanha Yhdistys ry', isActive: false },
      {
        ...ASSOCIATION,
        id: organisationId(91),
        name: 'Kauempi Yhdistys ry',
        counties: [parseCountyCode('21')].filter((code) => code !== null),
      },
      ...names.map((name, index) => ({ ...ASSOCIATION, id: organisationId(10 + index), name })),
    ];
    const asked = noOperations();
    const world = await openCaseWorld({ wrap: (store) => countedStore(store, asked) });
    for (const organisation of register) {
      await world.store.commit(WORKSPACE, [organisationWrite(organisation, undefined)]);
    }
    const form = await world.say(VEERA, 'uusi tapaus');
    // The cases and the register.
    expect(asked.ranges).toBe(2);
    const choices = nodesOf(nodesOf(form).find((node) => node['id'] === 'owner')?.['choices']);
    expect(choices.map((choice) => choice['title'])).toEqual([
      ...names.slice(0, 20),
      'Tukiyhdistys',
      'Vaikuttamistyöryhmä',
    ]);
    expect(lintCard(form)).toEqual([]);
    const card = await openOne(world, { owner: 'localAssociation:Yhdistys 12 ry' });
    expect(says(card, 'Yhdistys 12 ry')).toBe(true);
    const next = await world.say(VEERA, 'uusi tapaus');
    const again = nodesOf(nodesOf(next).find((node) => node['id'] === 'owner')?.['choices']);
    expect(again.filter((choice) => choice['title'] === 'Yhdistys 12 ry')).toHaveLength(1);
  });
});

describe('opening a case', () => {
  it('C-06, S0-12, S0-13: gives the case a number, its first step and its background support', async () => {
    const world = await openCaseWorld();
    const card = await openOne(world);
    expect(says(card, 'Tapaus 2026-001 on avattu.')).toBe(true);
    expect(says(card, 'Kerroin asiasta: Aino Esimerkki.')).toBe(true);
    expect(says(card, 'Kerro, mitä haluat muuttaa')).toBe(true);
    expect(lintCard(card)).toEqual([]);
    const opened = await world.read('2026-001');
    expect(opened).toMatchObject({ stage: 'federationContact', lead: VEERA.id, template: '2024-01', rev: 1 });
    expect(opened.opened.by).toBe(VEERA.id);
  });

  it('the county follows from the municipality', async () => {
    const world = await openCaseWorld();
    await openOne(world, { region: 'm:837' });
    const { targetBody } = (await world.read('2026-001')).basics;
    expect(targetBody).toMatchObject({ county: '08', municipality: '837' });
  });

  it('S0-06: proposes a target date by the urgency', async () => {
    const world = await openCaseWorld();
    await openOne(world, { urgency: 'urgent' });
    await openOne(world, { urgency: 'unhurried' });
    // Two weeks and two months after Tuesday 24.11.2026.
    expect((await world.read('2026-001')).schedule.targetDate).toBe('2026-12-08');
    expect((await world.read('2026-002')).schedule.targetDate).toBe('2027-01-24');
  });

  it('S2-08: shows similar open cases of the same county', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const card = await openOne(world, { matter: 'Kotipalvelun ajat', region: 'c:08' }, MIKKO);
    expect(says(card, '2026-001 Kuljetuspalvelun odotusajat Tampereella')).toBe(true);
  });

  it('keeps a case of a restricted channel out of other channels', async () => {
    const world = await openCaseWorld();
    const form = await world.say(VEERA, 'uusi tapaus', '', { place: IN_RESTRICTED });
    const { verb, data } = buttonOf(form, 'Avaa tapaus');
    await world.press(VEERA, verb, { ...data, ...OPENING }, { place: IN_RESTRICTED });
    expect(says(await world.say(VEERA, 'tapaukset', '', { place: IN_RESTRICTED }), '2026-001')).toBe(true);
    expect(says(await world.say(VEERA, 'tapaukset'), '2026-001')).toBe(false);
    expect(says(await world.say(VEERA, 'tapaus', '2026-001'), 'Tapausta ei löydy')).toBe(true);
  });

  it('promises the notice to the advisor and the redrawn card in the same transaction', async () => {
    const world = await openCaseWorld();
    await openOne(world);
    const { id, home } = await world.read('2026-001');
    const names = (await rows(world, `delivery|${id}`)).map((row) => row.rowKey.split('~')[1]);
    expect(names.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'card|000001',
      `remind-${id}-0|000001`,
      `remind-${id}-1|000001`,
      `remind-${id}-14|000001`,
      `remind-${id}-3|000001`,
      `remind-${id}-7|000001`,
      `remind-${id}-late|000001`,
      'say-opened-1|000001',
    ]);
    expect(home.channelId).toBe(PIRKANMAA);
  });
});

describe('an opening that is not accepted', () => {
  it('C-11, B-11: comes back with what was typed and says beside each field how to mend it', async () => {
    const world = await openCaseWorld();
    const card = await openOne(world, { goal: '', region: '', matter: 'Kuljetus myöhässä' });
    expect(nodesOf(card).find((node) => node['id'] === 'matter')?.['value']).toBe('Kuljetus myöhässä');
    expect(says(card, 'Kirjoita, mitä haluat saada aikaan.')).toBe(true);
    expect(says(card, 'Valitse hyvinvointialue tai kunta listasta.')).toBe(true);
    expect(await rows(world, 'case|')).toEqual([]);
  });

  it('B-06: can be continued later from where it was left', async () => {
    const world = await openCaseWorld();
    await openOne(world, { goal: '', matter: 'Kuljetus myöhässä' });
    // Everybody reads the form in the channel, so the unfinished text comes only with its writer's press.
    const posted = await world.say(VEERA, 'uusi tapaus');
    expect(says(posted, 'Kuljetus myöhässä')).toBe(false);
    const { verb, data } = buttonOf(posted, 'Jatka omaa lomaketta');
    const form = await world.press(VEERA, verb, data);
    expect(nodesOf(form).find((node) => node['id'] === 'matter')?.['value']).toBe('Kuljetus myöhässä');
    const others = await world.press(MIKKO, verb, data);
    expect(says(others, 'Kuljetus myöhässä')).toBe(false);
    await openOne(world);
    expect(() => buttonOf(form, 'Avaa tapaus')).not.toThrow();
    const next = await world.say(VEERA, 'uusi tapaus');
    expect(says(next, 'Jatka omaa lomaketta')).toBe(false);
  });

  it('G-05, S1-33: leads a matter of one person to legal advice and opens nothing', async () => {
    const world = await openCaseWorld();
    const card = await openOne(world, { onePerson: 'yes' });
    expect(says(card, 'lakineuvonnasta')).toBe(true);
    expect(await rows(world, 'case|')).toEqual([]);
  });

  it('G-02: refuses an identity code, shows it masked and stores it nowhere', async () => {
    const world = await openCaseWorld();
    const card = await openOne(world, { goal: 'Autetaan henkilöä 131052-308T nyt' });
    expect(says(card, 'henkilötunnus')).toBe(true);
    expect(says(card, '131052-308T')).toBe(false);
    expect(await allCells(world)).not.toContain('308T');
  });

  it('G-03, G-04: warns once of personal data, stores nothing meanwhile, and saves when the person chooses so', async () => {
    const world = await openCaseWorld();
    const warned = await openOne(world, { goal: 'Soita 040 1234567 ja sovi' });
    expect(says(warned, 'puhelinnumero')).toBe(true);
    expect(await allCells(world)).not.toContain('1234567');
    const form = Object.fromEntries(
      nodesOf(warned)
        .filter((node) => String(node['type']).startsWith('Input.'))
        .map((node) => [String(node['id']), node['value']]),
    );
    const { verb, data } = buttonOf(warned, 'Tallenna silti');
    const edited = await world.press(VEERA, verb, { ...data, ...form, goal: 'Soita 050 7654321' });
    expect(says(edited, 'puhelinnumero')).toBe(true);
    const saved = await world.press(VEERA, verb, { ...data, ...form });
    expect(says(saved, 'Tapaus 2026-001 on avattu.')).toBe(true);
  });

  it('"Muokkaa" shows the form again with the text in place', async () => {
    const world = await openCaseWorld();
    const warned = await openOne(world, { goal: 'Soita 040 1234567 ja sovi' });
    const { verb, data } = buttonOf(warned, 'Muokkaa');
    const form = await world.press(VEERA, verb, { ...data, ...OPENING, goal: 'Soita 040 1234567 ja sovi' });
    expect(nodesOf(form).find((node) => node['id'] === 'goal')?.['value']).toBe('Soita 040 1234567 ja sovi');
    expect(() => buttonOf(form, 'Avaa tapaus')).not.toThrow();
  });

  it('a guest whom an admin has limited to reading cannot open one', async () => {
    const world = await openCaseWorld({ people: { mayWrite: (member) => !member.isGuest } });
    expect(says(await world.say(VEERA, 'uusi tapaus'), 'Et voi avata tapauksia vieraana.')).toBe(true);
    expect(says(await world.say(AINO, 'uusi tapaus'), 'Uusi tapaus')).toBe(true);
  });
});

describe('the same form twice', () => {
  it('R6: opens one case and answers the same, however often it arrives', async () => {
    const world = await openCaseWorld();
    const { verb, data } = buttonOf(await world.say(VEERA, 'uusi tapaus'), 'Avaa tapaus');
    const sent = { ...data, ...OPENING };
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.press(VEERA, verb, sent)));
    expect(await rows(world, 'case|')).toHaveLength(1);
    expect(answers.every((card) => says(card, 'Tapaus 2026-001'))).toBe(true);
  });

  it('changes nothing when it holds other content, and keeps what was typed', async () => {
    const world = await openCaseWorld();
    const { verb, data } = buttonOf(await world.say(VEERA, 'uusi tapaus'), 'Avaa tapaus');
    await world.press(VEERA, verb, { ...data, ...OPENING });
    const card = await world.press(VEERA, verb, { ...data, ...OPENING, goal: 'Aivan toinen tavoite' });
    expect(await rows(world, 'case|')).toHaveLength(1);
    expect((await world.read('2026-001')).basics.goal).toBe(OPENING.goal);
    expect(nodesOf(card).find((node) => node['id'] === 'goal')?.['value']).toBe('Aivan toinen tavoite');
    expect(buttonOf(card, 'Avaa tapaus').data['nonce']).not.toBe(data['nonce']);
  });
});

describe('many openings at once', () => {
  it('R8: fifty give fifty different numbers without gaps', async () => {
    const world = await openCaseWorld();
    await Promise.all(Array.from({ length: 50 }, (_, index) => openOne(world, { matter: `Asia ${index}` })));
    const numbers = (await rows(world, 'number|')).map((row) => row.rowKey);
    expect(numbers).toEqual(
      Array.from({ length: 50 }, (_, index) => `number|2026-${String(index + 1).padStart(3, '0')}`),
    );
    expect(await rows(world, 'case|')).toHaveLength(50);
  });
});

describe('a failure during an opening', () => {
  // The n-th commit of the opening fails, before or after the storage has taken it.
  async function openingThatFailsAt(
    nth: number,
    when: 'before' | 'after',
  ): Promise<{ cases: number; counter: number; commits: number }> {
    let commits = 0;
    const wrap = (store: Store): Store => ({
      ...store,
      async commit(partition, writes) {
        commits += 1;
        const fails = commits === nth;
        if (fails && when === 'before') {
          throw new Fault('storage-unavailable');
        }
        const outcome = await store.commit(partition, writes);
        if (fails) {
          throw new Fault('storage-unavailable');
        }
        return outcome;
      },
    });
    const world = await openCaseWorld({ wrap });
    await openOne(world).catch((error: unknown) => {
      if (!(error instanceof Fault)) {
        throw error;
      }
    });
    const cases = await rows(world, 'case|');
    const belongings = await Promise.all(
      ['number|', 'place|', 'event|', 'op|', 'delivery|'].map((prefix) => rows(world, prefix)),
    );
    const complete = belongings.every((each) => each.length > 0);
    const none = belongings.every((each) => each.length === 0);
    expect(cases.length === 1 ? complete : none).toBe(true);
    return { cases: cases.length, counter: (await rows(world, 'counter|')).length, commits };
  }

  it('leaves all of the case or nothing of it, whichever write fails', async () => {
    const { commits } = await openingThatFailsAt(0, 'before');
    expect(commits).toBeGreaterThan(0);
    for (let nth = 1; nth <= commits; nth += 1) {
      for (const when of ['before', 'after'] as const) {
        const { cases, counter } = await openingThatFailsAt(nth, when);
        expect(counter).toBe(cases);
      }
    }
  });
});
