// A month as the tab asks for it: the grid, its holidays, what is in it, and what it is narrowed to.
import { CalendarMonthView } from '../../../src/features/calendar/contract.ts';
import { monthAway, monthCode, parseMonth, weeksOf } from '../../../src/features/calendar/domain/month.ts';
import { parseCountyCode } from '../../../src/kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../src/platform/calendar/calendar-entry.ts';
import { buildEntry, dateOf, timeOf } from '../../platform/calendar/entries.ts';
import { VEERA } from '../cases/case-world.ts';
import { openCalendarWorld, type CalendarWorld } from './calendar-world.ts';

let world: CalendarWorld;
beforeEach(async () => {
  world = await openCalendarWorld();
});

async function month(query: string): Promise<CalendarMonthView> {
  const answer = await world.ask(VEERA, '/calendar', query);
  return CalendarMonthView.parse(answer.kind === 'json' ? answer.json : answer);
}

function entry(id: string, date: string, over: Partial<CalendarEntry> = {}): CalendarEntry {
  return buildEntry({ id, date: dateOf(date), title: `Keskustelutilaisuus: ${id}`, ...over });
}

function daysOf(view: CalendarMonthView) {
  return view.weeks.flatMap(({ days }) => days);
}

function dayOf(view: CalendarMonthView, date: string) {
  const day = daysOf(view).find((each) => each.date === date);
  if (day === undefined) {
    throw new Error(`${date} is not in the grid`);
  }
  return day;
}

describe('T-03: the weeks of a month', () => {
  it.each([
    ['2026-12', [49, 50, 51, 52, 53], '2026-11-30', '2027-01-03'],
    ['2027-01', [53, 1, 2, 3, 4], '2026-12-28', '2027-01-31'],
    // A February of exactly four weeks.
    ['2027-02', [5, 6, 7, 8], '2027-02-01', '2027-02-28'],
    ['2026-08', [31, 32, 33, 34, 35, 36], '2026-07-27', '2026-09-06'],
  ])('of %s begin on Monday and have their ISO numbers', async (code, numbers, first, last) => {
    const view = await month(`kuukausi=${code}`);
    expect(view.weeks.map(({ number }) => number)).toEqual(numbers);
    expect(view.weeks.every(({ days }) => days.length === 7)).toBe(true);
    expect([daysOf(view).at(0)?.date, daysOf(view).at(-1)?.date]).toEqual([first, last]);
  });

  it('T-05: hold each day once, also where the clocks change', () => {
    for (const code of ['2027-03', '2027-10', '2026-10']) {
      const asked = parseMonth(code);
      const days = asked === null ? [] : weeksOf(asked).flatMap((week) => week.days);
      expect([code, new Set(days).size, days.length % 7]).toEqual([code, days.length, 0]);
    }
  });

  it('are asked for by the month’s code alone, within the years that the calendar shows', async () => {
    for (const wrong of ['2026-13', '2026-00', '1999-12', '2101-01', '2026-1', 'joulukuu', '']) {
      expect(await world.ask(VEERA, '/calendar', `kuukausi=${wrong}`)).toEqual({
        kind: 'refused',
        code: 'bad-request',
      });
    }
    expect(monthAway({ year: 2100, month: 12 }, 1)).toBeNull();
    expect(monthAway({ year: 2000, month: 1 }, -1)).toBeNull();
    expect(monthCode(monthAway({ year: 2026, month: 12 }, 1) ?? { year: 0, month: 0 })).toBe('2027-01');
  });
});

it('T-02, T-03: names the month, its neighbours, and each week by its days', async () => {
  const view = await month('kuukausi=2026-12');
  expect([view.title, view.previous, view.next]).toEqual([
    'joulukuu 2026',
    { month: '2026-11', title: 'marraskuu 2026' },
    { month: '2027-01', title: 'tammikuu 2027' },
  ]);
  expect(view.weeks.map(({ range }) => range)).toEqual([
    '30.11.–6.12.2026',
    '7.–13.12.2026',
    '14.–20.12.2026',
    '21.–27.12.2026',
    '28.12.2026–3.1.2027',
  ]);
});

it('T-04: shows this month unless asked otherwise, and says today in words with its date', async () => {
  const view = await month('');
  expect(view.month).toBe('2026-11');
  expect(daysOf(view).filter(({ isToday }) => isToday)).toHaveLength(1);
  expect(dayOf(view, '2026-11-24')).toMatchObject({ isToday: true, label: 'tänään, tiistaina 24.11.2026' });
  expect(dayOf(view, '2026-11-25').label).toBe('huomenna, keskiviikkona 25.11.2026');
  expect(dayOf(view, '2026-11-02').label).toBe('maanantaina 2.11.2026');
});

it('T-10: names public holidays and eves', async () => {
  const december = await month('kuukausi=2026-12');
  expect(daysOf(december).flatMap(({ date, holiday }) => (holiday === '' ? [] : [`${date} ${holiday}`]))).toEqual([
    '2026-12-06 Itsenäisyyspäivä',
    '2026-12-24 Jouluaatto',
    '2026-12-25 Joulupäivä',
    '2026-12-26 Tapaninpäivä',
    '2027-01-01 Uudenvuodenpäivä',
  ]);
  expect(dayOf(await month('kuukausi=2027-06'), '2027-06-25').holiday).toBe('Juhannusaatto');
  expect(dayOf(await month('kuukausi=2027-03'), '2027-03-29').holiday).toBe('Toinen pääsiäispäivä');
});

it('T-01, S2-37: puts each entry on its day, in order, with its kind in words, its time, place and state', async () => {
  world.entries = [
    entry('myöhempi', '2026-12-09', { time: timeOf('17:00'), status: 'cancelled' }),
    entry('koko', '2026-12-09', { time: null, place: '', link: '', status: 'tentative' }),
    entry('aiempi', '2026-12-09', { time: timeOf('09:05') }),
    entry('reuna', '2026-11-30'),
    entry('ohi', '2027-01-04'),
  ];
  const view = await month('kuukausi=2026-12');
  const { entries } = dayOf(view, '2026-12-09');
  expect(entries.map(({ title, time, state, when }) => [title, time, state, when])).toEqual([
    ['Keskustelutilaisuus: koko', 'koko päivä', 'Ei vielä varma', 'keskiviikkona 9.12.2026'],
    ['Keskustelutilaisuus: aiempi', 'klo 9.05', '', 'keskiviikkona 9.12.2026 klo 9.05'],
    ['Keskustelutilaisuus: myöhempi', 'klo 17.00', 'Peruttu', 'keskiviikkona 9.12.2026 klo 17.00'],
  ]);
  expect(entries[1]).toMatchObject({ place: 'Kaupungintalo, Tampere', add: { verb: 'calendar/add' } });
  // The edge of the grid shows its neighbours' days; only the month itself is counted.
  expect(dayOf(view, '2026-11-30').entries).toHaveLength(1);
  expect(view.count).toBe(3);
});

it('T-05, T-06: says the time that clocks show, through both clock changes', async () => {
  world.entries = [
    entry('kevät', '2027-03-28', { time: timeOf('03:30') }),
    entry('syksy', '2027-10-31', { time: timeOf('03:30') }),
    entry('aamu', '2027-03-29', { time: timeOf('09:00') }),
  ];
  expect(dayOf(await month('kuukausi=2027-03'), '2027-03-28').entries[0]?.time).toBe('klo 4.30');
  expect(dayOf(await month('kuukausi=2027-03'), '2027-03-29').entries[0]?.time).toBe('klo 9.00');
  expect(dayOf(await month('kuukausi=2027-10'), '2027-10-31').entries[0]?.time).toBe('klo 3.30');
});

it('is narrowed by county, kind and part; what cannot be chosen narrows nothing', async () => {
  const supervision = { code: 'supervision', label: 'Tukitapaaminen' };
  const pirkanmaa = [parseCountyCode('08')].filter((code) => code !== null);
  // Of the whole country, so it concerns every county.
  const own = entry('oma', '2026-12-01', { kind: supervision });
  const there = entry('siellä', '2026-12-02', { counties: pirkanmaa });
  world.entries = [own, there, entry('myös', '2026-12-03', { kind: supervision, counties: pirkanmaa })];
  world.mine = [own];
  const countOf = async (query: string): Promise<number> => (await month(`kuukausi=2026-12&${query}`)).count;
  expect(await countOf('')).toBe(3);
  expect(await countOf('laji=supervision')).toBe(2);
  expect(await countOf('laji=nobody')).toBe(3);
  expect(await countOf('omat=1')).toBe(1);
  expect(await countOf('alue=08')).toBe(3);
  expect(await countOf('alue=06')).toBe(1);
  expect(await countOf('alue=99')).toBe(3);
  const view = await month('kuukausi=2026-12&laji=supervision&alue=08&omat=1');
  expect(view.filter).toEqual({ county: '08', kind: 'supervision', mine: true });
  expect(view.kinds).toEqual([{ value: 'supervision', title: 'Tukitapaaminen' }]);
});

it('keeps a kind that was chosen through months that have nothing of it', async () => {
  world.entries = [entry('oma', '2026-12-01')];
  const view = await month('kuukausi=2026-12&laji=training');
  expect([view.count, view.filter.kind]).toEqual([0, 'training']);
  expect(view.kinds.map(({ title }) => title)).toEqual(['Keskustelutilaisuus', 'Koulutus']);
});
