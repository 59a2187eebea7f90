// One person's own page: what their features give, put in order and into words.
import { addDays, daysBetween } from '../../kernel/dates.ts';
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';
import { counties as allCounties, countyOf, type CountyCode } from '../../kernel/regions/regions.ts';
import type { CalendarEntry, CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import {
  formatDateRange,
  formatDaysLate,
  formatTime,
  formatWeekdayDate,
  relativeDay,
} from '../../platform/texts/finnish-dates.ts';
import type { People, PeopleDirectory } from '../settings/index.ts';
import type { OverviewLine, OverviewView, WatchedLine } from './contract.ts';
import { byMoment, endOfWeek, isSilent, nearnessOf, NEARNESS, SILENT_DAYS } from './domain/urgency.ts';
import type { AgendaLine, AgendaSource, WatchedCase } from './source.ts';
import type { OverviewTexts } from './texts.fi.ts';

export type OverviewDeps = {
  readonly people: PeopleDirectory;
  readonly sources: readonly AgendaSource[];
  readonly calendars: readonly CalendarSource[];
  readonly t: OverviewTexts;
};

type Scene = { readonly t: OverviewTexts; readonly today: LocalDate };

// Longer lists hide what matters; the rest are counted, and all of them are in the list of cases.
const LINES_MAX = 20;
const WATCHED_MAX = 20;
const DAYS_OF_WEEK = 7;

/** What this person has to do, as of now. An outage throws. */
export async function showOverview(deps: OverviewDeps, asking: Asking): Promise<OverviewView> {
  const { t } = deps;
  const { today } = asking;
  const people = await deps.people.load(asking.workspace);
  const counties = lookedAfter(people, asking);
  const weekEnds = endOfWeek(today);
  const [agendas, entries] = await Promise.all([
    Promise.all(deps.sources.map((source) => source.agenda(asking, { people, counties, weekEnds }))),
    weekOf(deps, asking, weekEnds),
  ]);
  const scene = { t, today };
  const steps = agendas.flatMap((agenda) => agenda.steps).toSorted(byMoment);
  return {
    watched:
      counties.length > 0
        ? watchedOf(
            agendas.flatMap((agenda) => agenda.watched),
            counties,
            scene,
          )
        : null,
    answers: agendas
      .flatMap((agenda) => agenda.answers)
      .toSorted(byMoment)
      .map((line) => lineView(line, scene)),
    groups: groupsOf(steps, scene),
    week: weekView(
      entries.filter((entry) => !steps.some(({ id }) => id === idOf(entry))),
      scene,
    ),
  };
}

/** The counties whose cases fall to this person today: as their advisor, standing in, or because nobody else is there. */
function lookedAfter(people: People, { person, today }: Asking): readonly CountyCode[] {
  return allCounties
    .map(({ code }) => code)
    .filter((code) => people.isAdvisorOf(person.id, code, today) || people.supporterOf(code, today) === person.id);
}

async function weekOf(
  { calendars }: OverviewDeps,
  { workspace, person, today }: Asking,
  weekEnds: LocalDate,
): Promise<readonly CalendarEntry[]> {
  const all = await Promise.all(
    calendars.map((calendar) => calendar.entries(workspace, person.id, { from: today, to: weekEnds, mine: true })),
  );
  return all
    .flat()
    .filter(({ date, status }) => date >= today && date <= weekEnds && status !== 'cancelled')
    .toSorted(byMoment);
}

function idOf({ source, id }: CalendarEntry): string {
  return `${source}.${id}`;
}

function groupsOf(steps: readonly AgendaLine[], scene: Scene): OverviewView['groups'] {
  return NEARNESS.map((key) => ({ key, all: steps.filter(({ date }) => nearnessOf(date, scene.today) === key) }))
    .filter(({ all }) => all.length > 0)
    .map(({ key, all }) => ({
      key,
      lines: all.slice(0, LINES_MAX).map((line) => lineView(line, scene)),
      more: Math.max(0, all.length - LINES_MAX),
    }));
}

function lineView({ id, text, about, to, date, time, dateLabel, buttons }: AgendaLine, scene: Scene): OverviewLine {
  const { t, today } = scene;
  const day = date === null ? '' : momentText(date, time, scene);
  return {
    id,
    text,
    about,
    to,
    when: day === '' || dateLabel === '' ? day : t.labelled(dateLabel, day),
    late: date !== null && date < today ? formatDaysLate(daysBetween(date, today)) : '',
    buttons: [...buttons],
  };
}

function momentText(date: LocalDate, time: LocalTime | null, { t, today }: Scene): string {
  const day = relativeDay(date, today);
  return time === null ? day : t.at(day, formatTime(time));
}

function watchedOf(
  cases: readonly WatchedCase[],
  counties: readonly CountyCode[],
  scene: Scene,
): OverviewView['watched'] {
  const { t, today } = scene;
  const late = cases
    .flatMap((each) => (each.lateSince === null ? [] : [{ each, since: each.lateSince }]))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const silent = cases
    .filter(({ lateSince, changedOn }) => lateSince === null && isSilent(changedOn, today))
    .flatMap((each) => (each.changedOn === null ? [] : [{ each, since: each.changedOn }]))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const words = t.watched;
  return {
    counties: counties.length === allCounties.length ? '' : counties.map((code) => countyOf(code).nameFi).join(', '),
    late: late
      .slice(0, WATCHED_MAX)
      .map(({ each, since }) =>
        watchedLine(each, words.lateSince(formatDaysLate(daysBetween(since, today)), formatWeekdayDate(since))),
      ),
    moreLate: Math.max(0, late.length - WATCHED_MAX),
    silent: silent
      .slice(0, WATCHED_MAX)
      .map(({ each, since }) => watchedLine(each, words.silentSince(relativeDay(since, today)))),
    moreSilent: Math.max(0, silent.length - WATCHED_MAX),
    silentDays: SILENT_DAYS,
  };
}

function watchedLine({ number, title, to, county, next }: WatchedCase, why: string): WatchedLine {
  return { id: number, title: `${number} ${title}`, to, county: countyOf(county).nameFi, next, why };
}

function weekView(entries: readonly CalendarEntry[], { t, today }: Scene): OverviewView['week'] {
  const last = endOfWeek(today);
  const dates = [...new Set(entries.map(({ date }) => date))];
  return {
    range: formatDateRange(addDays(last, 1 - DAYS_OF_WEEK), last),
    days: dates.map((date) => ({
      date,
      label: relativeDay(date, today),
      entries: entries
        .filter((entry) => entry.date === date)
        .map((entry) => ({
          id: idOf(entry),
          time: entry.time === null ? t.week.wholeDay : formatTime(entry.time),
          title: entry.title,
          place: entry.place,
          to: `kalenteri/${entry.source}/${entry.id}`,
          add: addButton(entry, t),
        })),
    })),
  };
}

function addButton({ source, id }: CalendarEntry, t: OverviewTexts): Button {
  return { label: t.week.add, verb: 'calendar/add', data: { source, id }, look: 'plain', sendsInputs: false };
}
