import fc from 'fast-check';
import { fold } from '../../../../src/kernel/fold.ts';
import { toFile } from '../../../../src/features/organisations/list-organisations.ts';
import { REGISTER_MAX, type Organisation } from '../../../../src/features/organisations/domain/organisation.ts';
import { organisationsFi } from '../../../../src/features/organisations/texts.fi.ts';
import { counties, municipalities } from '../../../../src/kernel/regions/regions.ts';
import { ASSOCIATION, DISTRICT, organisationId, PIRKANMAA, plan, TAMPERE } from '../build-register.ts';

const HEADER = 'Laji;Nimi;Hyvinvointialueet;Kunnat;Tukipiiri';
const REGISTER = [DISTRICT, ASSOCIATION];

const problemsOf = ({ problems }: ReturnType<typeof plan>) => problems.map(({ line, code }) => [line, code]);

describe('an import', () => {
  it('S1-24, S2-12, S2-13: takes a district with its associations from one file, in any order', () => {
    const { changes, problems } = plan(
      [],
      [
        HEADER,
        'tukiyhdistys;Tampereen Esimerkkituki ry;;Tampere;Esimerkkiseudun tukipiiri RY',
        'tukipiiri;Esimerkkiseudun Tukipiiri ry;Pirkanmaa, Kanta-Häme;;',
      ],
    );
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      // The municipality says the county, and the district is called as it calls itself.
      { kind: 'new', line: 2, after: { counties: [PIRKANMAA], municipalities: [TAMPERE], district: DISTRICT.name } },
      { kind: 'new', line: 3, after: { kind: 'district', counties: ['07', '08'], isActive: true } },
    ]);
  });

  it('keeps what the file does not say, and tells each column that changes', () => {
    const { changes } = plan(REGISTER, ['Nimi;Verkkosivu', 'TAMPEREEN esimerkkituki ry;https://uusi.example.org']);
    expect(changes).toMatchObject([
      {
        kind: 'changed',
        columns: ['name', 'page'],
        before: ASSOCIATION,
        after: { district: DISTRICT.name, municipalities: [TAMPERE], page: 'https://uusi.example.org' },
      },
    ]);
  });

  it('mends a name by the id that an export gave', () => {
    const { changes } = plan(REGISTER, ['Tunnus;Nimi', `${ASSOCIATION.id};Tampereen Uusituki ry`]);
    expect(changes).toMatchObject([{ kind: 'changed', columns: ['name'], before: ASSOCIATION }]);
  });

  it('removes what is missing only when asked, and not while a row is bad', () => {
    const file = ['Nimi', DISTRICT.name];
    expect(plan(REGISTER, file).changes).toEqual([]);
    expect(plan(REGISTER, file, true)).toMatchObject({
      changes: [{ kind: 'removed', before: ASSOCIATION }],
      areRemovalsHeld: false,
    });
    const withBad = plan(REGISTER, [...file, 'Uusi Tuki ry'], true);
    expect(withBad).toMatchObject({ changes: [], areRemovalsHeld: true });
    expect(problemsOf(withBad)).toEqual(
      [
        [3, 'county-missing'],
        [3, 'kind-unknown'],
      ].toReversed(),
    );
  });

  it('does not leave an association in a district that goes', () => {
    const held = plan(REGISTER, ['Nimi', ASSOCIATION.name], true);
    expect(held.changes).toEqual([]);
    expect(problemsOf(held)).toEqual([[2, 'district-unknown']]);
    expect(plan(REGISTER, ['Nimi;Tukipiiri', `${ASSOCIATION.name};`], true).changes.map(({ kind }) => kind)).toEqual([
      'changed',
      'removed',
    ]);
  });

  it.each([
    [['Nimi;Laji;Hyvinvointialueet', 'Uusi Tuki ry;;Pirkanmaa'], 'kind-unknown'],
    [['Nimi;Laji', `${DISTRICT.name};tukiyhdistys`], 'kind-fixed'],
    [['Nimi;Kunnat', `${ASSOCIATION.name};Espoo`], 'municipality-elsewhere'],
    [['Nimi;Tukipiiri', `${ASSOCIATION.name};Tuntematon Tukipiiri`], 'district-unknown'],
    [['Nimi;Tukipiiri', `${DISTRICT.name};${DISTRICT.name}`], 'district-in-district'],
    [['Tunnus;Nimi', 'ei-ole;Uusi Tuki ry'], 'id-unknown'],
    [['Tunnus;Nimi', `${ASSOCIATION.id};${DISTRICT.name}`], 'name-taken'],
    [['Tunnus;Nimi', `${ASSOCIATION.id};Uusi Tuki ry`, `;${ASSOCIATION.name}`], 'twice-in-file'],
  ])('refuses a row that does not fit the register: %j', (lines, code) => {
    expect(plan(REGISTER, lines).problems.map((problem) => problem.code)).toContain(code);
  });

  it('suggests the district that was meant', () => {
    const [problem] = plan(REGISTER, ['Nimi;Tukipiiri', `${ASSOCIATION.name};Esimerkkiseudun Tukipiri ry`]).problems;
    expect(problem).toMatchObject({ code: 'district-unknown', near: DISTRICT.name });
  });

  it('S2-12: asks about a district of more than five counties, and takes it', () => {
    const six = counties.slice(0, 6).map(({ code }) => code);
    const { changes, notes } = plan([], ['Laji;Nimi;Hyvinvointialueet', `piiri;Iso Tukipiiri ry;"${six.join(', ')}"`]);
    expect(changes).toHaveLength(1);
    expect(notes).toMatchObject([{ line: 2, code: 'many-counties' }]);
  });

  it('G-03: asks about a name that looks like a person, because some associations have one', () => {
    const { changes, notes } = plan([], ['Laji;Nimi;Kunnat', 'y;Aino Virtanen;Tampere']);
    expect(changes).toHaveLength(1);
    expect(notes).toMatchObject([{ line: 2, code: 'person-name' }]);
  });

  it('takes no more than a file can bring back', () => {
    const full = Array.from({ length: REGISTER_MAX }, (_, index): Organisation => ({
      ...ASSOCIATION,
      id: organisationId(index + 10),
      name: `Tuki ${index} ry`,
      district: null,
    }));
    const more = plan(full, ['Laji;Nimi;Kunnat', 'y;Yksi Liikaa ry;Tampere']);
    expect(more.changes).toEqual([]);
    expect(problemsOf(more)).toEqual([[2, 'register-full']]);
  });
});

const registers = fc
  .uniqueArray(fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{2,8}(?: [=+@"';,-][a-zåäö]{1,5})?$/), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((names) =>
    fc.tuple(
      fc.constant([...new Map(names.map((name) => [fold(name), name])).values()]),
      fc.array(fc.record({ place: fc.nat(291), inDistrict: fc.boolean(), isActive: fc.boolean() }), {
        minLength: 12,
        maxLength: 12,
      }),
    ),
  )
  .map(([names, about]) =>
    names.map((name, index): Organisation => {
      const municipality = municipalities[about[index]?.place ?? 0];
      return {
        ...ASSOCIATION,
        id: organisationId(index + 10),
        name: `${name} Tuki ry`,
        counties: municipality === undefined ? [PIRKANMAA] : [municipality.countyCode],
        municipalities: municipality === undefined ? [] : [municipality.code],
        district: about[index]?.inDistrict ? DISTRICT.id : null,
        isActive: about[index]?.isActive ?? true,
      };
    }),
  );

describe('the exported file', () => {
  it('changes nothing when it is imported again, and brings everything back when all is gone', () => {
    fc.assert(
      fc.property(registers, (associations) => {
        const register = [DISTRICT, ...associations];
        const lines = Buffer.from(toFile(organisationsFi, register)).toString('utf8').split('\r\n');
        expect(plan(register, lines, true)).toMatchObject({ changes: [], problems: [], unchanged: register.length });
        const withoutIds = lines.map((line) => line.slice(line.indexOf(';') + 1));
        const back = plan([], withoutIds);
        expect(back.problems).toEqual([]);
        expect(back.changes).toHaveLength(register.length);
      }),
    );
  });
});
