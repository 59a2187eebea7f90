import { rowsOf, rowWith, readText, TAMPERE, PIRKANMAA } from '../build-register.ts';

const codesOf = (cells: Parameters<typeof rowWith>[0]) =>
  rowWith(cells).problems.map(({ code, near }) => (near === '' ? code : `${code}: ${near}`));

const NAMED = { name: 'Esimerkkilän Tuki ry', kind: 'tukiyhdistys' };

describe('the columns of a file', () => {
  it.each([
    ['as an export writes them', 'Tunnus;Laji;Nimi;Hyvinvointialueet;Kunnat;Tukipiiri;Verkkosivu;Käytössä'],
    ['in small letters and the singular', 'id;laji;nimi;hyvinvointialue;kunta;tukipiiri;verkkosivu;käytössä'],
    ['as people call them', 'tunniste;Tyyppi;Yhdistyksen nimi;Alue:;Kotikunta *;piiri;www;voimassa'],
    ['misspelt', 'Tunnsu;Laji;Nimi;Hyvinvointialuet;Kunat;Tukipirii;Verkosivu;Käytösä'],
  ])('S1-24: are known %s', (_what, header) => {
    const [row] = rowsOf(`${header}\r\n;y;Esimerkkilän Tuki ry;Pirkanmaa;Tampere;;https://tuki.example.org;kyllä`);
    expect(row?.problems).toEqual([]);
    expect(row?.draft).toMatchObject({ kind: 'association', counties: [PIRKANMAA], municipalities: [TAMPERE] });
  });

  it('says which are passed over, so that no personal data comes in unnoticed', () => {
    const reading = readText('Nimi;Puheenjohtaja;Sähköposti\r\nEsimerkkilän Tuki ry;Aino Aalto;aino@example.org');
    expect(reading).toMatchObject({ kind: 'rows', passedOver: ['Puheenjohtaja', 'Sähköposti'] });
    expect(JSON.stringify(reading)).not.toContain('aino@');
  });

  it.each([
    ['', { code: 'empty' }],
    ['\r\n;;\r\n', { code: 'empty' }],
    ['Nimi;Laji\r\n', { code: 'no-rows' }],
    ['Laji;Kunta\r\ny;Tampere', { code: 'column-missing', column: 'name' }],
    ['Nimi;Yhdistys\r\na;b', { code: 'column-twice', column: 'name' }],
    ['Nimi;Laji\r\n"Esimerkkilän Tuki ry;y\r\nToinen;y', { code: 'open-quote', line: 2 }],
    [`Nimi\r\n${'Tuki ry\r\n'.repeat(2_001)}`, { code: 'too-many-rows' }],
  ])('refuses a file that cannot be read as a whole', (text, problem) => {
    expect(readText(text)).toEqual({ kind: 'unreadable', problem });
  });
});

describe('a row', () => {
  it.each([
    ['Pirkanmaa', ['08']],
    ['Pirkanmaan hyvinvointialue', ['08']],
    ['Birkalands välfärdsområde', ['08']],
    ['08', ['08']],
    ['Keski-Suomi / Länsi-Uusimaa', ['03', '15']],
    ['Vantaa ja Kerava, Helsinki', ['04', '90']],
    ['', []],
  ])('names its counties in many ways: %s', (text, codes) => {
    const { draft, problems } = rowWith({ ...NAMED, counties: text });
    expect(problems).toEqual([]);
    expect(draft.counties).toEqual(codes);
  });

  it.each([
    [{ name: ' ' }, ['name-missing']],
    [{ name: 'T'.repeat(121) }, ['name-too-long']],
    [{ kind: 'säätiö' }, ['kind-unknown']],
    [{ counties: 'Savo' }, ['county-unknown']],
    [{ counties: 'Bikanmaan hyvinvointialue' }, ['county-unknown: Pirkanmaan hyvinvointialue']],
    [{ municipalities: 'Tamperee, aanekoski' }, ['municipality-unknown: Tampere']],
    [{ page: 'www.example.org' }, ['page-unusable']],
    [{ page: 'http://example.org' }, ['page-unusable']],
    [{ page: 'javascript:alert(1)' }, ['page-unusable']],
    [{ active: 'ehkä' }, ['active-unknown']],
    [{ kind: 'säätiö', page: 'x', active: 'y' }, ['kind-unknown', 'page-unusable', 'active-unknown']],
  ])('tells everything that is wrong with it at once: %j', (cells, codes) => {
    expect(codesOf({ ...NAMED, ...cells })).toEqual(codes);
  });

  it.each([
    ['Esimerkkilän Tuki ry 010190-903T', 'identity-code'],
    ['Esimerkkilän Tuki ry, puh. 040 123 4567', 'personal-data'],
    ['aino.aalto@example.org', 'personal-data'],
    ['Esimerkkikatu 5 A 12', 'personal-data'],
  ])('G-02, G-03: is refused when its name holds personal data, which is not said again', (name, code) => {
    const { draft, problems } = rowWith({ ...NAMED, name, district: name });
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(JSON.stringify([draft, problems])).not.toContain('903T');
    expect(JSON.stringify(problems)).not.toContain(name);
  });

  it('is bad when the name has come before, however it is spelt', () => {
    const [first, second] = rowsOf('Nimi\r\nÄhtärin Tuki ry\r\nähtärin  tuki RY');
    expect(first?.problems).toEqual([]);
    expect(second?.problems.map(({ code }) => code)).toEqual(['twice-in-file']);
  });

  it('keeps nothing of columns that the file does not have', () => {
    expect(rowWith({ name: 'Esimerkkilän Tuki ry' }).draft).toEqual({ id: '', name: 'Esimerkkilän Tuki ry' });
  });
});
