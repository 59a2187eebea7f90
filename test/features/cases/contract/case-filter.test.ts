import fc from 'fast-check';
import {
  createNarrowing,
  EVERYTHING,
  isNarrowed,
  LEVEL_SLUGS,
  OWNER_KIND_SLUGS,
  readFilter,
  STAGE_SLUGS,
  THEME_SLUGS,
  URGENCY_SLUGS,
  writeFilter,
  type ListFilter,
} from '../../../../src/features/cases/contract/case-filter.ts';
import {
  CASE_LEVELS,
  CASE_STAGES,
  CASE_THEMES,
  CASE_URGENCIES,
  type ListedCase,
} from '../../../../src/features/cases/contract/case-list.ts';
import { LEVELS, STAGES, THEMES, URGENCIES } from '../../../../src/features/cases/domain/vocabulary.ts';

const PLACES = {
  counties: [
    { code: '08', name: 'Pirkanmaan hyvinvointialue' },
    { code: '13', name: 'Keski-Suomen hyvinvointialue' },
  ],
  municipalities: [
    { code: '837', name: 'Tampere', county: '08' },
    { code: '992', name: 'Äänekoski', county: '13' },
  ],
};

const listed = (number: string, over: Partial<ListedCase> = {}): ListedCase => ({
  number,
  title: 'Kuljetuspalvelun odotusajat',
  goal: 'Kyyti tulee ajallaan',
  stage: 'federationContact',
  status: 'open',
  urgency: 'normal',
  level: 'local',
  county: '08',
  municipality: '837',
  ownerKind: 'localAssociation',
  owner: 'Tampereen tukiyhdistys',
  theme: null,
  step: 'Kerro tuen tarve',
  due: '2026-12-01',
  dueKind: 'targetDate',
  lateDays: 0,
  targetDate: '2026-12-01',
  closedOn: '',
  outcome: null,
  isMine: false,
  ...over,
});

const CASES = [
  listed('1', { stage: 'discussion', urgency: 'urgent', isMine: true }),
  listed('2', { municipality: '992', county: '13', theme: 'mobility', lateDays: 3 }),
  listed('3', { ownerKind: 'workingGroup', owner: '', level: 'regional', municipality: '' }),
  listed('4', { status: 'closed', title: 'Päivätoiminta' }),
];

const { narrow } = createNarrowing({ ...PLACES, cases: CASES });
const found = (filter: Partial<ListFilter>): string =>
  narrow({ ...EVERYTHING, ...filter })
    .map(({ number }) => number)
    .join('');

describe('narrowing a list', () => {
  it.each<[string, Partial<ListFilter>, string]>([
    ['nothing', {}, '123'],
    ['closed ones too', { withClosed: true }, '1234'],
    ['a stage', { stage: 'discussion' }, '1'],
    ['a county', { county: '13' }, '2'],
    ['a municipality', { municipality: '837' }, '1'],
    ['a theme', { theme: 'mobility' }, '2'],
    ['an urgency', { urgency: 'urgent' }, '1'],
    ['S0-02: a level', { level: 'regional' }, '3'],
    ['a kind of owner', { owner: 'tyoryhmat' }, '3'],
    ['an owner', { owner: 'Tampereen tukiyhdistys' }, '12'],
    ['late ones', { isLate: true }, '2'],
    ['own ones', { isMine: true }, '1'],
    ['two things at once', { isMine: true, isLate: true }, ''],
  ])('by %s', (_name, filter, numbers) => {
    expect(found(filter)).toBe(numbers);
  });

  it.each([
    ['aanekoski', '2'],
    ['ÄÄNEKOSKI', '2'],
    ['keski-suomi', ''],
    ['keski-suomen', '2'],
    ['kuljetus  TAMPEREEN', '12'],
    ['kyyti', '123'],
    ['paivatoiminta', ''],
  ])('T-12: searching for "%s"', (text, numbers) => {
    expect(found({ text })).toBe(numbers);
  });
});

describe('a filter in an address', () => {
  it('has Finnish names and words, and says nothing of what it does not narrow', () => {
    const written = new URLSearchParams(
      Object.entries(
        writeFilter({ ...EVERYTHING, stage: 'authorityContact', county: '08', isLate: true, text: 'äänekoski' }),
      ).filter(([, value]) => value !== ''),
    );
    expect(decodeURIComponent(written.toString())).toBe('vaihe=2&alue=08&myohassa=1&haku=äänekoski');
  });

  it('comes back as it was', () => {
    const filters = fc.record<ListFilter>({
      stage: fc.option(fc.constantFrom(...CASE_STAGES)),
      county: fc.constantFrom('', '08'),
      municipality: fc.constantFrom('', '837'),
      theme: fc.option(fc.constantFrom(...CASE_THEMES)),
      urgency: fc.option(fc.constantFrom(...CASE_URGENCIES)),
      level: fc.option(fc.constantFrom(...CASE_LEVELS)),
      owner: fc.constantFrom('', 'tyoryhmat', 'Tampereen & Nokian = tuki; yhdistys'),
      isLate: fc.boolean(),
      isMine: fc.boolean(),
      withClosed: fc.boolean(),
      text: fc.string({ maxLength: 40 }).map((text) => text.trim()),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const query = new URLSearchParams(new URLSearchParams({ ...writeFilter(filter) }).toString());
        expect(readFilter(query)).toEqual(filter);
      }),
    );
  });

  it('that somebody has typed wrong narrows nothing', () => {
    expect(
      readFilter(new URLSearchParams('vaihe=5&alue=pirkanmaa&kunta=1&aihe=x&kiire=&taso=1&omat=kyll%C3%A4')),
    ).toEqual(EVERYTHING);
  });

  it('is told from none; asking for closed ones widens', () => {
    expect(isNarrowed(EVERYTHING)).toBe(false);
    expect(isNarrowed({ ...EVERYTHING, withClosed: true })).toBe(false);
    expect(isNarrowed({ ...EVERYTHING, isMine: true })).toBe(true);
  });

  it('has the words of the process, each with an address of its own', () => {
    expect([CASE_STAGES, CASE_URGENCIES, CASE_LEVELS, CASE_THEMES]).toEqual([STAGES, URGENCIES, LEVELS, THEMES]);
    for (const slugs of [STAGE_SLUGS, URGENCY_SLUGS, LEVEL_SLUGS, THEME_SLUGS, OWNER_KIND_SLUGS]) {
      const all: readonly string[] = Object.values(slugs);
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((slug) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
    }
  });
});
