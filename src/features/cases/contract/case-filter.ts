// What a list is narrowed to, and how that stands in an address: in Finnish, so that a shared link says what it shows.
// The page and the file narrow by the same rules.
import { fold } from '../../../kernel/fold.ts';
import type { CaseList, ListedCase } from './case-list.ts';

/** null and '' narrow nothing. */
export type ListFilter = {
  readonly stage: ListedCase['stage'] | null;
  /** Codes, or ''. */
  readonly county: string;
  readonly municipality: string;
  readonly theme: ListedCase['theme'];
  readonly urgency: ListedCase['urgency'] | null;
  readonly level: ListedCase['level'] | null;
  /** A kind of owner as in OWNER_KIND_SLUGS, or an owner's name; ''. */
  readonly owner: string;
  readonly isLate: boolean;
  readonly isMine: boolean;
  readonly withClosed: boolean;
  readonly text: string;
};

export const EVERYTHING: ListFilter = {
  stage: null,
  county: '',
  municipality: '',
  theme: null,
  urgency: null,
  level: null,
  owner: '',
  isLate: false,
  isMine: false,
  withClosed: false,
  text: '',
};

type Slugs<Member extends string> = Readonly<Record<Member, string>>;

export const STAGE_SLUGS: Slugs<ListedCase['stage']> = {
  federationContact: '1',
  authorityContact: '2',
  discussion: '3',
  followUp: '4',
};

export const URGENCY_SLUGS: Slugs<ListedCase['urgency']> = {
  urgent: 'kiireellinen',
  normal: 'tavallinen',
  unhurried: 'ei-kiireellinen',
};

export const LEVEL_SLUGS: Slugs<ListedCase['level']> = { local: 'paikallinen', regional: 'alueellinen' };

export const THEME_SLUGS: Slugs<NonNullable<ListedCase['theme']>> = {
  housing: 'asuminen',
  familiesWithChildren: 'lapsiperheet',
  specialServices: 'erityispalvelut',
  personalAssistance: 'henkilokohtainen-apu',
  mobility: 'liikkuminen',
  workAndDayActivities: 'tyo-ja-paivatoiminta',
  studies: 'opiskelu',
  leisure: 'vapaa-aika',
  clientFees: 'asiakasmaksut',
  caringForCloseOnes: 'omaishoito',
  other: 'muu',
};

export const OWNER_KIND_SLUGS: Slugs<ListedCase['ownerKind']> = {
  localAssociation: 'tukiyhdistykset',
  workingGroup: 'tyoryhmat',
};

/** The names in the address. */
export const FILTER_NAMES = {
  stage: 'vaihe',
  county: 'alue',
  municipality: 'kunta',
  // `teema` is the look of the page.
  theme: 'aihe',
  urgency: 'kiire',
  level: 'taso',
  owner: 'toimija',
  isLate: 'myohassa',
  isMine: 'omat',
  withClosed: 'paatetyt',
  text: 'haku',
} as const satisfies Record<keyof ListFilter, string>;

const YES = '1';
const TEXT_MAX = 100;

/** The filter of an address. What it does not understand narrows nothing. */
export function readFilter(query: URLSearchParams): ListFilter {
  const value = (name: keyof ListFilter): string => (query.get(FILTER_NAMES[name]) ?? '').trim().slice(0, TEXT_MAX);
  return {
    stage: memberOf(STAGE_SLUGS, value('stage')),
    county: /^\d{2}$/.test(value('county')) ? value('county') : '',
    municipality: /^\d{3}$/.test(value('municipality')) ? value('municipality') : '',
    theme: memberOf(THEME_SLUGS, value('theme')),
    urgency: memberOf(URGENCY_SLUGS, value('urgency')),
    level: memberOf(LEVEL_SLUGS, value('level')),
    owner: value('owner'),
    isLate: value('isLate') === YES,
    isMine: value('isMine') === YES,
    withClosed: value('withClosed') === YES,
    text: value('text'),
  };
}

/** The filter as it stands in an address: '' for what narrows nothing. */
export function writeFilter(filter: ListFilter): Readonly<Record<string, string>> {
  const { stage, theme, urgency, level } = filter;
  const flag = (isOn: boolean): string => (isOn ? YES : '');
  return {
    [FILTER_NAMES.stage]: stage === null ? '' : STAGE_SLUGS[stage],
    [FILTER_NAMES.county]: filter.county,
    [FILTER_NAMES.municipality]: filter.municipality,
    [FILTER_NAMES.theme]: theme === null ? '' : THEME_SLUGS[theme],
    [FILTER_NAMES.urgency]: urgency === null ? '' : URGENCY_SLUGS[urgency],
    [FILTER_NAMES.level]: level === null ? '' : LEVEL_SLUGS[level],
    [FILTER_NAMES.owner]: filter.owner,
    [FILTER_NAMES.isLate]: flag(filter.isLate),
    [FILTER_NAMES.isMine]: flag(filter.isMine),
    [FILTER_NAMES.withClosed]: flag(filter.withClosed),
    [FILTER_NAMES.text]: filter.text,
  };
}

/** Whether it narrows anything; asking for closed ones too widens. */
export function isNarrowed(filter: ListFilter): boolean {
  return Object.values(writeFilter({ ...filter, withClosed: false })).some((value) => value !== '');
}

function memberOf<Member extends string>(slugs: Slugs<Member>, slug: string): Member | null {
  // Object.keys loses the key type; the record's own type gives it back.
  return (Object.keys(slugs) as Member[]).find((member) => slugs[member] === slug) ?? null;
}

type Narrowable = Pick<CaseList, 'counties' | 'municipalities' | 'cases'>;

export type Narrowing = {
  /** The cases that fit, in the order of the list. */
  readonly narrow: (filter: ListFilter) => readonly ListedCase[];
  /** Makes the words that search looks through, which the first search would otherwise wait for. */
  readonly prepare: () => void;
};

/** Narrows this list as often as wanted. Search (T-12) looks through number, title, goal, owner and places. */
export function createNarrowing(list: Narrowable): Narrowing {
  let words: ReadonlyMap<ListedCase, string> | null = null;
  const searched = (): ReadonlyMap<ListedCase, string> => (words ??= searchWords(list));
  return {
    narrow(filter) {
      const fitting = list.cases.filter((listed) => fits(listed, filter));
      if (filter.text === '') {
        return fitting;
      }
      const wanted = fold(filter.text).split(' ');
      return fitting.filter((listed) => wanted.every((word) => searched().get(listed)?.includes(word)));
    },
    prepare: () => void searched(),
  };
}

function fits(listed: ListedCase, filter: ListFilter): boolean {
  return (
    (filter.withClosed || listed.status !== 'closed') &&
    (filter.stage === null || listed.stage === filter.stage) &&
    (filter.county === '' || listed.county === filter.county) &&
    (filter.municipality === '' || listed.municipality === filter.municipality) &&
    (filter.theme === null || listed.theme === filter.theme) &&
    (filter.urgency === null || listed.urgency === filter.urgency) &&
    (filter.level === null || listed.level === filter.level) &&
    (filter.owner === '' || isOf(listed, filter.owner)) &&
    (!filter.isLate || listed.lateDays > 0) &&
    (!filter.isMine || listed.isMine)
  );
}

function isOf(listed: ListedCase, owner: string): boolean {
  return listed.owner === owner || OWNER_KIND_SLUGS[listed.ownerKind] === owner;
}

function searchWords({ counties, municipalities, cases }: Narrowable): ReadonlyMap<ListedCase, string> {
  const places = new Map([...counties, ...municipalities].map(({ code, name }) => [code, name]));
  return new Map(
    cases.map((listed) => {
      const { number, title, goal, owner, county, municipality } = listed;
      const all = [number, title, goal, owner, places.get(county) ?? '', places.get(municipality) ?? ''];
      return [listed, fold(all.join(' '))];
    }),
  );
}
