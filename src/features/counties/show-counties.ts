// The counties with what goes on in them, as the pages show them.
import type { LocalDate } from '../../kernel/instants.ts';
import { countyShortName } from '../../kernel/regions/county-short-names.ts';
import { counties, type County } from '../../kernel/regions/regions.ts';
import type { CalendarEntry } from '../../platform/calendar/calendar-entry.ts';
import { formatDate, formatDateTime, formatWeekdayDate } from '../../platform/texts/finnish-dates.ts';
import type { CaseFacts, CaseWords } from '../cases/index.ts';
import type { People } from '../settings/index.ts';
import type { CountiesView, CountyCase, CountyEvent, CountyLine, CountyView } from './contract.ts';
import { byCounty, tallyOf } from './domain/tally.ts';
import type { CountiesTexts } from './texts.fi.ts';

export type Scene = {
  readonly people: People;
  readonly today: LocalDate;
  readonly words: CaseWords;
  readonly t: CountiesTexts;
};

// More is on the pages of the cases and of the calendar, which know how to search.
const CASES_SHOWN = 10;
const EVENTS_SHOWN = 5;

/** All counties with their tallies. */
export function showCounties(cases: readonly CaseFacts[], scene: Scene): CountiesView {
  const grouped = byCounty(cases);
  const { open, late, closed } = tallyOf(cases);
  const lines = counties.map((county) => lineOf(county, grouped.get(county.code) ?? [], scene));
  return { counties: lines, open, late, closed };
}

function lineOf(county: County, cases: readonly CaseFacts[], { people, today }: Scene): CountyLine {
  const { workingGroups, ...tally } = tallyOf(cases);
  return {
    code: county.code,
    name: county.nameFi,
    shortName: countyShortName(county),
    ...tally,
    workingGroups: [...workingGroups],
    advisors: people.advisorsOf(county.code, today).map(({ person }) => people.nameOf(person)),
  };
}

/** One county: its cases, late ones first, who acts and who supports, what is coming, and what it is made of. */
export function showCounty(
  county: County,
  cases: readonly CaseFacts[],
  coming: readonly CalendarEntry[],
  scene: Scene,
): CountyView {
  const own = byCounty(cases).get(county.code) ?? [];
  const { workingGroups, ...tally } = tallyOf(own);
  const open = own.filter(({ status }) => status !== 'closed');
  const closed = own.filter(({ status }) => status === 'closed');
  return {
    code: county.code,
    name: county.nameFi,
    shortName: countyShortName(county),
    ...tally,
    openCases: [...open.filter(({ isLate }) => isLate), ...open.filter(({ isLate }) => !isLate)]
      .slice(0, CASES_SHOWN)
      .map((each) => caseLine(each, scene.words)),
    closedCases: closed
      .toSorted(lastClosedFirst)
      .slice(0, CASES_SHOWN)
      .map((each) => caseLine(each, scene.words)),
    workingGroups: [...workingGroups],
    ...supportOf(county, scene),
    events: coming.slice(0, EVENTS_SHOWN).map(eventLine),
    moreEvents: Math.max(0, coming.length - EVENTS_SHOWN),
    facts: factsOf(county, scene.t),
    municipalities: county.municipalities.map(({ nameFi }) => nameFi),
  };
}

function lastClosedFirst(a: CaseFacts, b: CaseFacts): number {
  const [first, second] = [a.closedOn ?? '', b.closedOn ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

function caseLine({ number, title, stage, outcome, closedOn, isLate }: CaseFacts, words: CaseWords): CountyCase {
  const label = (list: CaseWords['stages'], key: string): string => list.find((word) => word.key === key)?.label ?? key;
  const state =
    outcome === null || closedOn === null
      ? label(words.stages, stage)
      : `${label(words.outcomes, outcome)}, ${formatDate(closedOn)}`;
  return { number, title, state, isLate };
}

function supportOf(county: County, { people, today, t }: Scene): Pick<CountyView, 'advisors' | 'support'> {
  const advisors = people.advisorsOf(county.code, today);
  const supporter = people.supporterOf(county.code, today);
  const isAdvisor = advisors.some(({ person, away }) => away === null && person === supporter);
  return {
    advisors: advisors.map(({ person, away }) => ({
      name: people.nameOf(person),
      away: away === null ? '' : awayText(away, people, t),
    })),
    support: supporter === null || isAdvisor ? '' : people.nameOf(supporter),
  };
}

type Away = NonNullable<ReturnType<People['advisorsOf']>[number]['away']>;

function awayText({ until, standIn }: Away, people: People, t: CountiesTexts): string {
  return standIn === null
    ? t.county.away(formatDate(until))
    : t.county.awayStandIn(formatDate(until), people.nameOf(standIn));
}

function eventLine({ date, time, title, kind, place, source, id }: CalendarEntry): CountyEvent {
  const when = time === null ? formatWeekdayDate(date) : formatDateTime(date, time);
  return { when, title, kind: kind.label, place, source, id };
}

const HELSINKI = '90';

function factsOf({ code, collaborationAreaFi }: County, t: CountiesTexts): CountyView['facts'] {
  const isCity = code === HELSINKI;
  return [
    { label: t.county.council, value: isCity ? t.county.cityCouncil : t.county.countyCouncil },
    ...(isCity ? [{ label: t.county.tasks, value: t.county.helsinki }] : []),
    ...(collaborationAreaFi === null ? [] : [{ label: t.county.area, value: collaborationAreaFi }]),
  ];
}
