// What days are called in the calendar.
import type { HolidayCode } from '../../../kernel/holidays.ts';

export const calendarDaysFi = {
  holidays: {
    'new-years-day': 'Uudenvuodenpäivä',
    epiphany: 'Loppiainen',
    'good-friday': 'Pitkäperjantai',
    'easter-sunday': 'Pääsiäispäivä',
    'easter-monday': 'Toinen pääsiäispäivä',
    'may-day': 'Vappu',
    'ascension-day': 'Helatorstai',
    pentecost: 'Helluntai',
    'midsummer-eve': 'Juhannusaatto',
    'midsummer-day': 'Juhannus',
    'all-saints-day': 'Pyhäinpäivä',
    'independence-day': 'Itsenäisyyspäivä',
    'christmas-eve': 'Jouluaatto',
    'christmas-day': 'Joulupäivä',
    'st-stephens-day': 'Tapaninpäivä',
  } satisfies Record<HolidayCode, string>,
  wholeDay: 'koko päivä',
};
