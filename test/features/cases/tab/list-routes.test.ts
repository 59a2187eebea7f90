import { CaseList, type ListedCase } from '../../../../src/features/cases/contract/case-list.ts';
import { caseRowKey, replaceCase } from '../../../../src/features/cases/rows.ts';
import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { localDateOf } from '../../../../src/kernel/helsinki-time.ts';
import type { TabAnswer } from '../../../../src/platform/tab/tab-route.ts';
import type { Place, Member } from '../../../../src/platform/teams/bot.ts';
import { day, itemId } from '../build-case.ts';
import {
  buttonOf,
  IN_PIRKANMAA,
  IN_RESTRICTED,
  MIKKO,
  openCaseWorld,
  openOne,
  RESTRICTED,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type CaseWorld,
} from '../case-world.ts';
import { caseOf, storeCases, type CaseSketch } from '../stored-cases.ts';

const ALONE: Place = { kind: 'personal' };
const TODAY = localDateOf(TUESDAY);

const SKETCHES: readonly CaseSketch[] = [
  { title: 'Kuljetuspalvelun odotusajat', theme: 'mobility', targetDate: '2027-01-15' },
  { title: 'Tilapäishoidon paikat', stage: 'followUp', targetDate: '2026-11-21' },
  { title: 'Äänekosken päivätoiminta', municipality: '992', theme: 'workAndDayActivities', targetDate: '2026-12-01' },
  { title: 'Salainen asia', restrictedTo: RESTRICTED },
  { title: 'Valmis asia', closed: { on: '2026-10-01', outcome: 'resolved', cooperation: 'yes' } },
  { title: 'Toinen valmis', closed: { on: '2026-10-20', outcome: 'partly', cooperation: null } },
];

async function ask(
  { feature }: CaseWorld,
  path: string,
  about: { query?: string; place?: Place; person?: Member } = {},
): Promise<TabAnswer<unknown>> {
  const route = feature.tabRoutes.find((each) => each.path === path);
  const answer = await route?.run({
    workspace: WORKSPACE,
    person: about.person ?? VEERA,
    place: about.place ?? ALONE,
    now: TUESDAY,
    today: TODAY,
    params: {},
    query: new URLSearchParams(about.query),
    body: null,
  });
  return answer ?? { kind: 'refused', code: 'not-found' };
}

async function list(world: CaseWorld, about: Parameters<typeof ask>[2] = {}): Promise<CaseList> {
  const answer = await ask(world, '/cases', about);
  if (answer.kind !== 'json') {
    throw new Error(`no list but ${answer.kind}`);
  }
  return CaseList.parse(JSON.parse(JSON.stringify(answer.json)));
}

const titles = ({ cases }: CaseList): readonly string[] => cases.map(({ title }) => title);

async function begin(sketches = SKETCHES): Promise<CaseWorld> {
  const world = await openCaseWorld();
  await storeCases(world.store, WORKSPACE, sketches);
  return world;
}

/** Writes the case of a sketch anew, past the feature. */
async function change(world: CaseWorld, number: number, over: Partial<Case>): Promise<void> {
  const c = { ...caseOf(SKETCHES[number - 1] ?? {}, number), ...over };
  const etag = (await world.store.read(WORKSPACE, caseRowKey(c.id)))?.etag ?? '';
  await world.deps.store.commit(WORKSPACE, [replaceCase(c, etag)]);
}

describe('the list of cases', () => {
  it('shows open ones with what is due first at the top, and closed ones only when they are asked for', async () => {
    const world = await begin();
    expect(titles(await list(world))).toEqual([
      'Tilapäishoidon paikat',
      'Äänekosken päivätoiminta',
      'Kuljetuspalvelun odotusajat',
    ]);
    expect(titles(await list(world, { query: 'paatetyt=1' })).slice(3)).toEqual(['Toinen valmis', 'Valmis asia']);
  });

  it('S0-06, B-21: says how many days a case is late, and with what', async () => {
    const [late, next] = (await list(await begin())).cases;
    expect(late).toMatchObject({ lateDays: 3, due: '2026-11-21', dueKind: 'targetDate' });
    expect(next).toMatchObject({ lateDays: 0, due: '2026-12-01', urgency: 'normal' });
  });

  it('tells the agreed date before the target date, and the earliest of those that are late', async () => {
    const world = await begin();
    const followUp = { id: itemId(1), person: VEERA.id, done: null, what: 'Kysy', note: '' };
    await change(world, 1, { followUps: [{ ...followUp, date: day('2026-11-30') }] });
    const due = async (): Promise<Partial<ListedCase> | undefined> =>
      (await list(world)).cases.find(({ number }) => number === '2026-001');
    await expect(due()).resolves.toMatchObject({ due: '2026-11-30', dueKind: 'followUp', lateDays: 0 });
    await change(world, 1, { followUps: [{ ...followUp, date: day('2026-11-10') }] });
    await expect(due()).resolves.toMatchObject({ due: '2026-11-10', dueKind: 'followUp', lateDays: 14 });
  });

  it('G-11: shows a restricted channel’s case in that channel’s tab only', async () => {
    const world = await begin();
    expect(titles(await list(world, { place: IN_PIRKANMAA }))).not.toContain('Salainen asia');
    expect(titles(await list(world))).not.toContain('Salainen asia');
    expect(titles(await list(world, { place: IN_RESTRICTED }))).toContain('Salainen asia');
  });

  it('names the places of its cases once, in Finnish order', async () => {
    const { counties, municipalities } = await list(
      await begin([{ municipality: '992' }, {}, { municipality: '005' }]),
    );
    expect(counties.map(({ name }) => name)).toEqual([
      'Etelä-Pohjanmaan hyvinvointialue',
      'Keski-Suomen hyvinvointialue',
      'Pirkanmaan hyvinvointialue',
    ]);
    expect(municipalities.map(({ name }) => name)).toEqual(['Alajärvi', 'Tampere', 'Äänekoski']);
  });

  it('tells the next step in the words of the case’s card, and who takes part', async () => {
    const world = await openCaseWorld();
    const card = await openOne(world);
    const mine = (await list(world)).cases[0];
    expect(mine).toMatchObject({ step: 'Kerro, mitä haluat muuttaa', isMine: true });
    expect(JSON.stringify(card)).toContain(mine?.title ?? '-');
    expect((await list(world, { person: MIKKO })).cases[0]?.isMine).toBe(false);
  });

  it('shows a case at once that this process has just opened', async () => {
    const world = await openCaseWorld();
    await list(world);
    await openOne(world);
    expect((await list(world)).cases).toHaveLength(1);
  });

  it('offers a new case, except to somebody who may only read', async () => {
    const world = await openCaseWorld();
    const { newCase } = await list(world);
    const form = await world.press(VEERA, newCase?.verb ?? '', newCase?.data);
    expect(buttonOf(form, 'Avaa tapaus')).toBeDefined();
    const reading = await openCaseWorld({ people: { mayWrite: () => false } });
    expect((await list(reading)).newCase).toBeNull();
  });

  it('G-10: holds no description, views, notes or contacts of a case', async () => {
    const world = await begin();
    const basics = { ...caseOf({}, 1).basics, description: 'kuvaus-xyz', influenceTarget: 'kohde-xyz' };
    await change(world, 1, { basics, otherOrganisations: { concern: 'yes', names: 'muut-xyz' } });
    expect(JSON.stringify(await list(world))).not.toContain('xyz');
    const answer = await ask(world, '/cases.csv');
    expect(answer.kind === 'file' && new TextDecoder().decode(answer.content)).not.toContain('xyz');
  });
});

async function file(world: CaseWorld, query = ''): Promise<string> {
  const answer = await ask(world, '/cases.csv', { query });
  if (answer.kind !== 'file') {
    throw new Error(`no file but ${answer.kind}`);
  }
  expect(answer).toMatchObject({ name: 'tapaukset-2026-11-24.csv', contentType: 'text/csv; charset=utf-8' });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer.content);
}

// A reader of its own, by RFC 4180 and with semicolons: what wrote the file does not judge it.
function cellsOf(text: string): readonly (readonly string[])[] {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') {
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

describe('the file of cases', () => {
  it('has a byte order mark, headings in Finnish, and dates as a Finnish spreadsheet reads them', async () => {
    const text = await file(await begin(), 'paatetyt=1');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [heads = [], first = [], ...rest] = cellsOf(text.slice(1));
    expect(heads.join(';')).toBe(
      'Numero;Asia;Tavoite;Vaihe;Tila;Kiireellisyys;Taso;Hyvinvointialue;Kunta;Toimijan laji;Toimija;Teema;' +
        'Seuraava askel;Seuraava päivä;Mikä päivä;Päiviä myöhässä;Tavoitepäivä;Avattu;Päätetty;Lopputulos',
    );
    expect(first.join(';')).toBe(
      '2026-002;Tilapäishoidon paikat;Kyyti tulee ajallaan;4 Jatkosuunnitelmat ja seuranta;Avoin;Tavallinen;' +
        'Paikallinen;Pirkanmaan hyvinvointialue;Tampere;Tukiyhdistys;Tampereen tukiyhdistys;;' +
        'Sovi seuraava tapaaminen;21.11.2026;Tavoitepäivä;3;21.11.2026;2.11.2026;;',
    );
    expect(rest).toHaveLength(4);
    expect(rest.at(-1)?.slice(-3)).toEqual(['2.11.2026', '1.10.2026', 'Ratkaistu']);
    expect(rest.every((row) => row.length === heads.length)).toBe(true);
  });

  it.each([
    '=1+1',
    '+358',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '=HYPERLINK("x";"y")',
  ])('lets no spreadsheet calculate %j', async (title) => {
    const rows = cellsOf((await file(await begin([{ title, group: title }]))).slice(1));
    expect(rows[1]?.[1]).toBe(`'${title}`);
    expect(rows[1]?.[10]).toBe(`'${title}`);
  });

  it('keeps quotes, semicolons and line ends within their cell', async () => {
    const title = 'Sanoi "ei"; sitten\nlähti';
    const rows = cellsOf((await file(await begin([{ title }]))).slice(1));
    expect(rows[1]?.[1]).toBe(title);
    expect(rows).toHaveLength(2);
  });

  it('holds the cases that the page shows under the same address', async () => {
    const world = await begin();
    const numbers = async (query: string): Promise<readonly string[]> =>
      cellsOf((await file(world, query)).slice(1))
        .slice(1)
        .map(([number = '']) => number);
    await expect(numbers('')).resolves.toEqual(['2026-002', '2026-003', '2026-001']);
    await expect(numbers('haku=aanekoski')).resolves.toEqual(['2026-003']);
    await expect(numbers('myohassa=1')).resolves.toEqual(['2026-002']);
    await expect(numbers('vaihe=1&alue=08&aihe=liikkuminen')).resolves.toEqual(['2026-001']);
    await expect(numbers('haku=olematon')).resolves.toEqual([]);
  });
});
