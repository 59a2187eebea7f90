import { Fault } from '../fault.ts';
import type { County } from './regions.ts';

// What each is called in everyday Finnish: names of regions and towns, no abbreviations.
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '01': 'Itä-Uusimaa',
  '02': 'Keski-Uusimaa',
  '03': 'Länsi-Uusimaa',
  '04': 'Vantaa ja Kerava',
  '05': 'Varsinais-Suomi',
  '06': 'Satakunta',
  '07': 'Kanta-Häme',
  '08': 'Pirkanmaa',
  '09': 'Päijät-Häme',
  '10': 'Kymenlaakso',
  '11': 'Etelä-Karjala',
  '12': 'Etelä-Savo',
  '13': 'Pohjois-Savo',
  '14': 'Pohjois-Karjala',
  '15': 'Keski-Suomi',
  '16': 'Etelä-Pohjanmaa',
  '17': 'Pohjanmaa',
  '18': 'Keski-Pohjanmaa',
  '19': 'Pohjois-Pohjanmaa',
  '20': 'Kainuu',
  '21': 'Lappi',
  '90': 'Helsinki',
  '91': 'Ahvenanmaa',
};

/** The county's name without its office, for where there is little room: `Pirkanmaa`, `Helsinki`. */
export function countyShortName({ code }: Pick<County, 'code'>): string {
  const name = SHORT_NAMES[code];
  if (name === undefined) {
    throw new Fault('county-without-short-name', { code });
  }
  return name;
}
