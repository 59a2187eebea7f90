// The commands that find cases and dates again.
import { lintCard } from '../../support/card-linter.ts';
import { day } from './build-case.ts';
import {
  AINO,
  buttonOf,
  MIKKO,
  nodesOf,
  openCaseWorld,
  openOne,
  says,
  VEERA,
  type CaseWorld,
  type Shown,
} from './case-world.ts';

function textOf(node: Shown): string {
  return typeof node['text'] === 'string' ? node['text'] : '';
}

function titles(card: Shown): readonly string[] {
  return nodesOf(card)
    .map((node) => textOf(node).replaceAll(/[\u2060\u200b-\u200d\ufeff]/g, ''))
    .filter((text) => /^\d{4}-\d{3} /.test(text));
}

async function threeCases(): Promise<CaseWorld> {
  const world = await openCaseWorld();
  await openOne(world, { matter: 'Äänekosken asumisyksikkö', region: 'm:992' });
  await openOne(world, { matter: 'Kuljetuspalvelu', region: 'm:837', urgency: 'urgent' }, MIKKO);
  await openOne(world, { matter: 'Bussikortit', region: 'c:21' });
  return world;
}

describe('tapaukset', () => {
  it('lists the open cases with the nearest date first, each with its button', async () => {
    const world = await threeCases();
    const card = await world.say(VEERA, 'tapaukset');
    expect(titles(card)).toEqual([
      '2026-002 Kuljetuspalvelu',
      '2026-003 Bussikortit',
      '2026-001 Äänekosken asumisyksikkö',
    ]);
    expect(
      nodesOf(card).filter((node) => node['title'] === 'Näytä tapaus' && node['type'] === 'Action.Execute'),
    ).toHaveLength(3);
    expect(lintCard(card)).toEqual([]);
  });

  it('T-12: finds "aanekoski" for Äänekoski, in any case', async () => {
    const world = await threeCases();
    expect(titles(await world.say(VEERA, 'tapaukset', 'AANEKOSK'))).toEqual(['2026-001 Äänekosken asumisyksikkö']);
    expect(says(await world.say(VEERA, 'tapaukset', 'hammashoito'), 'Tapauksia ei löytynyt.')).toBe(true);
  });

  it.each([
    [{ county: '21' }, ['2026-003 Bussikortit']],
    [{ level: 'local' }, []],
    [{ which: 'mine' }, ['2026-003 Bussikortit', '2026-001 Äänekosken asumisyksikkö']],
    [{ stage: 'followUp' }, []],
    [{ text: 'kuljetus' }, ['2026-002 Kuljetuspalvelu']],
  ])('S0-02: narrows by stage, level, county, mine and words: %j', async (answers, expected) => {
    const world = await threeCases();
    const form = await world.press(VEERA, 'cases/filter');
    const { verb, data } = buttonOf(form, 'Hae');
    expect(titles(await world.press(VEERA, verb, { ...data, ...answers }))).toEqual(expected);
  });

  it('S0-06: narrows to the late ones and says that they are late', async () => {
    const world = await threeCases();
    // The urgent one was due on 8.12., the others on 24.12.2026.
    const card = await world.press(VEERA, 'cases/list', { which: 'late' }, { today: day('2026-12-09') });
    expect(titles(card)).toEqual(['2026-002 Kuljetuspalvelu']);
    expect(says(card, 'Myöhässä')).toBe(true);
  });
});

describe('tapaus', () => {
  it.each(['2026-002', '2026-2', ' 2026 – 002 ', '2026/002'])(
    'B-12: shows the case of the number written as "%s"',
    async (typed) => {
      const world = await threeCases();
      expect(says(await world.say(AINO, 'tapaus', typed), 'Kuljetuspalvelu')).toBe(true);
    },
  );

  it('B-13: with a wrong number shows the cases there are, to be pressed', async () => {
    const world = await threeCases();
    const card = await world.say(AINO, 'tapaus', '2026-099');
    expect(says(card, 'Tapausta ei löydy.')).toBe(true);
    expect(titles(card)).toHaveLength(3);
  });
});

describe('muistutukset', () => {
  it('S0-57: lists what is coming and what is late, with the weekday and whom it concerns', async () => {
    const world = await threeCases();
    const { id } = await world.read('2026-001');
    const form = await world.press(VEERA, 'cases/do/followUp', { caseId: id, seen: '1' });
    const { verb, data } = buttonOf(form, 'Tallenna');
    await world.press(VEERA, verb, { ...data, what: 'Kysy vastausta', date: '2026-12-02' });
    const card = await world.say(VEERA, 'muistutukset');
    expect(says(card, 'Seurantapäivä: Kysy vastausta')).toBe(true);
    expect(says(card, 'keskiviikkona 2.12.2026')).toBe(true);
    expect(says(card, 'Muistutuksen saa Veera Virtanen')).toBe(true);
    const late = await world.say(VEERA, 'muistutukset', '', { today: day('2026-12-05') });
    expect(says(late, '3 päivää myöhässä')).toBe(true);
  });

  it('says so when there is nothing', async () => {
    const world = await openCaseWorld();
    expect(says(await world.say(VEERA, 'muistutukset'), 'Mitään ei ole tulossa.')).toBe(true);
  });
});
