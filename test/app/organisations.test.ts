// The register of districts and associations over HTTP: who may do what, the file there and back, and what happens when
// two people or an outage come in between.
import { randomUUID } from 'node:crypto';
import {
  ImportAnswer,
  ImportPreview,
  OrganisationList,
  SaveAnswer,
  type OrganisationCells,
} from '../../src/features/organisations/contract.ts';
import { Fault } from '../../src/kernel/fault.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import type { TableStore } from '../../src/platform/storage/table-store.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import type { ConnectorMember } from '../support/teams-connector.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { KAISA, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
let trouble: (writes: number) => boolean;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  trouble = () => false;
  world = await openAppWorld({ tables, wrap: troubled });
});
afterEach(() => world.close());

// The storage goes away when the test says so, before a commit of so many rows.
function troubled(store: TableStore): TableStore {
  const commit: Store['commit'] = async (partition, writes) => {
    if (trouble(writes.length)) {
      throw new Fault('storage-unavailable');
    }
    return await store.commit(partition, writes);
  };
  return { ...store, commit };
}

const LINES = [
  'Laji;Nimi;Hyvinvointialueet;Kunnat;Tukipiiri',
  'tukipiiri;Esimerkkiseudun Tukipiiri ry;Pirkanmaa;;',
  'tukiyhdistys;Tampereen Esimerkkituki ry;;Tampere;Esimerkkiseudun Tukipiiri ry',
];
const FORM = { kind: 'tukiyhdistys', counties: '', district: '', page: '', active: 'kyllä' };

function encoded(lines: readonly string[]): string {
  return Buffer.from(lines.join('\r\n'), 'latin1').toString('base64');
}

async function list(query = '', who: ConnectorMember = VEERA): Promise<OrganisationList> {
  return OrganisationList.parse((await world.api(who).get(`/organisations${query}`)).json);
}

async function names(): Promise<readonly string[]> {
  return (await list()).organisations.map(({ cells }) => cells.name);
}

async function preview(lines: readonly string[], removesMissing = false) {
  const { json } = await world.api(KAISA).post('/organisations/preview', { file: encoded(lines), removesMissing });
  return ImportPreview.parse(json);
}

function planned(answer: ImportPreview) {
  if (answer.kind !== 'plan') {
    throw new Error(answer.what);
  }
  return answer;
}

async function confirm(lines: readonly string[], about: { digest: string; nonce?: string; removesMissing?: boolean }) {
  const { digest, nonce = randomUUID(), removesMissing = false } = about;
  return await world.api(KAISA).post('/organisations/import', { file: encoded(lines), removesMissing, digest, nonce });
}

async function take(lines: readonly string[]): Promise<ImportAnswer> {
  const { digest } = planned(await preview(lines));
  return ImportAnswer.parse((await confirm(lines, { digest })).json);
}

async function trail(): Promise<readonly unknown[]> {
  const rows = await world.store.range(WORKSPACE, { from: 'event|organisations|', before: 'event|organisations~' });
  return rows.map(({ cells }) => cells);
}

describe('the register of districts and associations', () => {
  it('S1-24, S2-13: is read by every member, changed by admins alone', async () => {
    await take(LINES);
    expect(await list()).toMatchObject({ canChange: false, districts: 1, associations: 1, more: 0 });
    expect((await list('', KAISA)).canChange).toBe(true);
    const body = { file: encoded(LINES), removesMissing: true, digest: 'x', nonce: randomUUID() };
    const form = {
      id: '',
      seen: '',
      cells: { ...FORM, name: 'Uusi Tuki ry', municipalities: 'Nokia' },
    };
    for (const [path, sent] of [
      ['preview', body],
      ['import', body],
      ['save', form],
    ] as const) {
      // Each alone, so that one answer cannot hide another.
      // oxlint-disable-next-line no-await-in-loop
      expect(await world.api(VEERA).post(`/organisations/${path}`, sent)).toMatchObject({
        status: 403,
        json: { code: 'not-allowed' },
      });
    }
    expect(await names()).toEqual(['Esimerkkiseudun Tukipiiri ry', 'Tampereen Esimerkkituki ry']);
  });

  it('T-12: is searched by name, place and district', async () => {
    await take(LINES);
    expect((await list('?haku=tampere')).organisations).toHaveLength(1);
    expect((await list('?haku=pirkanmaan+tuki')).organisations).toHaveLength(2);
    expect((await list('?haku=oulu')).organisations).toHaveLength(0);
  });

  it('goes out as a file that changes nothing when it comes back', async () => {
    await take(LINES);
    const { headers, bytes } = await world.api(VEERA).get('/organisations/file');
    expect(headers.get('content-disposition')).toContain('tukipiirit-ja-tukiyhdistykset.csv');
    const sent = { file: Buffer.from(bytes).toString('base64'), removesMissing: true };
    const answer = ImportPreview.parse((await world.api(KAISA).post('/organisations/preview', sent)).json);
    expect(answer).toMatchObject({ added: [], changed: [], removed: [], problems: [], unchanged: 2 });
  });
});

describe('an import', () => {
  it('is shown before anything is done, with the rows that cannot be taken', async () => {
    const plan = planned(await preview([...LINES, 'tukiyhdistys;Ähtärin Esimerkki ry;;Aehtaeri;', ';;Pirkanmaa;;']));
    expect(plan.added.map(({ cells }) => cells.name)).toEqual([
      'Esimerkkiseudun Tukipiiri ry',
      'Tampereen Esimerkkituki ry',
    ]);
    expect(plan.problems).toEqual([
      {
        line: 4,
        name: 'Ähtärin Esimerkki ry',
        column: 'Kunnat',
        what: 'En tunne kuntaa: Aehtaeri.',
        mend: 'Tarkoititko: Ähtäri?',
      },
      expect.objectContaining({ line: 5, column: 'Nimi', what: 'Nimi puuttuu.' }),
      expect.objectContaining({ line: 5, column: 'Laji', what: 'Laji puuttuu.' }),
    ]);
    expect(await names()).toEqual([]);
  });

  it('tells what changes from what to what', async () => {
    await take(LINES);
    const plan = planned(await preview(['Nimi;Kunnat', 'Tampereen Esimerkkituki ry;Tampere, Nokia']));
    expect(plan.changed).toEqual([
      {
        line: 2,
        name: 'Tampereen Esimerkkituki ry',
        fields: [{ column: 'municipalities', before: 'Tampere', after: 'Nokia, Tampere' }],
      },
    ]);
  });

  it.each([
    [Buffer.from('PK\u0003\u0004\0\0'), 'Tiedosto ei ole tekstiä.'],
    [Buffer.from('Puheenjohtaja\r\nx'), 'Tiedostosta puuttuu sarake: Nimi.'],
    [Buffer.alloc(1_024 * 1_024 + 1, 'a'), 'Tiedosto on liian suuri.'],
  ])('says why a file cannot be read at all', async (bytes, what) => {
    const sent = { file: bytes.toString('base64'), removesMissing: false };
    expect((await world.api(KAISA).post('/organisations/preview', sent)).json).toMatchObject({
      kind: 'unreadable',
      what,
    });
  });

  it('G-12: is done once however often it is confirmed, and leaves a trail of counts', async () => {
    const { digest } = planned(await preview(LINES));
    const nonce = randomUUID();
    const answers = await Promise.all([confirm(LINES, { digest, nonce }), confirm(LINES, { digest, nonce })]);
    const said = { kind: 'done', said: 'Tallennettu. Uusia 2 riviä, muuttuneita 0 riviä, poistettuja 0 riviä.' };
    expect(answers.map(({ json }) => json)).toEqual([said, said]);
    expect((await confirm(LINES, { digest, nonce })).json).toEqual(said);
    expect(await trail()).toEqual([
      expect.objectContaining({ action: 'imported', by: KAISA.aadObjectId, added: 2, changed: 0, removed: 0 }),
    ]);
  });

  it('is shown anew when the register has changed since it was looked at', async () => {
    const { digest } = planned(await preview(LINES));
    await take(LINES.slice(0, 2));
    const answer = ImportAnswer.parse((await confirm(LINES, { digest })).json);
    expect(answer).toMatchObject({ kind: 'stale', plan: { unchanged: 1, added: [{ line: 3 }] } });
    expect(await names()).toEqual(['Esimerkkiseudun Tukipiiri ry']);
  });

  it('of 2,000 rows goes on where an outage has cut it, and counts them all', async () => {
    const many = [
      ...LINES,
      ...Array.from({ length: 1_998 }, (_, index) => `y;Tuki ${index} ry;;Nokia;Esimerkkiseudun Tukipiiri ry`),
    ];
    const { digest } = planned(await preview(many));
    const nonce = randomUUID();
    let commits = 0;
    trouble = (writes) => writes > 3 && (commits += 1) > 7;
    expect(await confirm(many, { digest, nonce })).toMatchObject({ status: 503, json: { code: 'unavailable' } });
    const partly = await list();
    expect(partly).toMatchObject({ isInterrupted: true, districts: 1 });
    expect(partly.associations).toBe(7 * 97 - 1);
    trouble = () => false;
    // Another process takes it up as well as the same one.
    const answer = await confirm(many, { digest, nonce });
    expect(answer.json).toEqual({
      kind: 'done',
      said: 'Tallennettu. Uusia 2000 riviä, muuttuneita 0 riviä, poistettuja 0 riviä.',
    });
    expect(await list()).toMatchObject({ isInterrupted: false, districts: 1, associations: 1_999, more: 1_900 });
    expect((await trail()).map((cells) => Reflect.get(Object(cells), 'action'))).toEqual(['import-begun', 'imported']);
  });

  it('that was cut short is looked at anew when somebody has changed the register meanwhile', async () => {
    const many = [...LINES, ...Array.from({ length: 150 }, (_, index) => `y;Tuki ${index} ry;;Nokia;`)];
    const { digest } = planned(await preview(many));
    let commits = 0;
    trouble = (writes) => writes > 3 && (commits += 1) > 1;
    await confirm(many, { digest });
    trouble = () => false;
    await save({ ...FORM, name: 'Väliin Tuki ry', municipalities: 'Nokia' });
    expect((await confirm(many, { digest })).json).toMatchObject({ kind: 'stale' });
  });

  it('removes what the file does not have, when asked', async () => {
    await take(LINES);
    const fewer = LINES.slice(0, 2);
    const { digest, removed } = planned(await preview(fewer, true));
    expect(removed).toEqual([{ name: 'Tampereen Esimerkkituki ry' }]);
    await confirm(fewer, { digest, removesMissing: true });
    expect(await names()).toEqual(['Esimerkkiseudun Tukipiiri ry']);
  });
});

type Form = Omit<OrganisationCells, 'id'>;

async function save(cells: Form, about: { id?: string; seen?: string } = {}): Promise<SaveAnswer> {
  const { id = '', seen = '' } = about;
  return SaveAnswer.parse((await world.api(KAISA).post('/organisations/save', { id, seen, cells })).json);
}

describe('one organisation', () => {
  const NEW: Form = { ...FORM, name: 'Nokian Esimerkki ry', municipalities: 'Nokia' };

  it('is added once, and changed from the state that was seen', async () => {
    const { seen: listSeen } = await list();
    expect(await save(NEW, { seen: listSeen })).toMatchObject({ kind: 'saved' });
    expect(await save(NEW, { seen: listSeen })).toMatchObject({ kind: 'saved' });
    const [first] = (await list()).organisations;
    const { id, seen } = known(first);
    expect(await save({ ...NEW, page: 'https://nokia.example.org' }, { id, seen })).toMatchObject({ kind: 'saved' });
    const late = await save({ ...NEW, active: 'ei' }, { id, seen });
    expect(late).toMatchObject({ kind: 'collision', now: { cells: { page: 'https://nokia.example.org' } } });
    expect(await names()).toEqual(['Nokian Esimerkki ry']);
  });

  it('is changed there, back, and there again', async () => {
    await save(NEW);
    const actives: boolean[] = [];
    for (const active of ['ei', 'kyllä', 'ei']) {
      // oxlint-disable-next-line no-await-in-loop -- each change begins from what the last one has left
      const { id, seen } = known((await list()).organisations[0]);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await save({ ...NEW, active }, { id, seen })).toMatchObject({ kind: 'saved' });
      // oxlint-disable-next-line no-await-in-loop -- as above
      actives.push(known((await list()).organisations[0]).isActive);
    }
    expect(actives).toEqual([false, true, false]);
  });

  it('B-11: says beside the field what is wrong and how to mend it', async () => {
    await save(NEW);
    expect(await save({ ...NEW, municipalities: 'Nokja', page: 'nokia.fi' })).toEqual({
      kind: 'problems',
      problems: [
        { column: 'municipalities', text: 'En tunne kuntaa: Nokja. Tarkoititko: Nokia?' },
        expect.objectContaining({ column: 'page' }),
      ],
    });
    const { seen: later } = await list();
    expect(await save(NEW, { seen: later })).toMatchObject({ kind: 'problems', problems: [{ column: 'name' }] });
    const { id, seen } = known((await list()).organisations[0]);
    expect(await save({ ...NEW, counties: 'Pirkanmaa' }, { id, seen })).toMatchObject({
      kind: 'problems',
      problems: [{ column: null }],
    });
  });
});
