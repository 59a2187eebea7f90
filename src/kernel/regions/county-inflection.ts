import { Fault } from '../fault.ts';
import type { County } from './regions.ts';

/** Genitive: whose; illative: into, to whom something is reported; allative: to; elative: from, about. */
export type GrammaticalCase = 'genitive' | 'illative' | 'allative' | 'elative';

// Only the last word of a county's name bends: the genitive before it stays as it is.
const LAST_WORDS: Readonly<Record<string, Readonly<Record<GrammaticalCase, string>>>> = {
  hyvinvointialue: {
    genitive: 'hyvinvointialueen',
    illative: 'hyvinvointialueeseen',
    allative: 'hyvinvointialueelle',
    elative: 'hyvinvointialueesta',
  },
  kaupunki: { genitive: 'kaupungin', illative: 'kaupunkiin', allative: 'kaupungille', elative: 'kaupungista' },
  Ahvenanmaa: {
    genitive: 'Ahvenanmaan',
    illative: 'Ahvenanmaahan',
    allative: 'Ahvenanmaalle',
    elative: 'Ahvenanmaasta',
  },
};

/** The Finnish name in a case: `Pirkanmaan hyvinvointialueeseen`, `Helsingin kaupungille`. */
export function countyInflected(county: County, grammaticalCase: GrammaticalCase): string {
  const lastWord = county.nameFi.slice(county.nameFi.lastIndexOf(' ') + 1);
  const forms = LAST_WORDS[lastWord];
  if (forms === undefined) {
    throw new Fault('county-name-uninflected', { code: county.code });
  }
  return county.nameFi.slice(0, -lastWord.length) + forms[grammaticalCase];
}
