// Notices a street address with its house number (G-03).
import { municipalities } from './regions/regions.ts';

// Also as they are when bent: Hämeenkadulla, Koivutiellä.
const SURE_ENDING = 'ka(?:tu|dun|dulla|dulle|dulta)|kuja(?:n|lla|lle|lta)?|vägen|gatan|gränden|stigen';
const LIKELY_ENDING = [
  'tie(?:n|llä|lle|ltä)?',
  'pol(?:ku|un|ulla|ulle)',
  'väylä(?:n|llä|lle)?',
  'raitti',
  'raitilla',
  'rin(?:ne|teen|teellä|teelle)',
  'kaari',
  'kaarella',
  'tori',
  'aukio',
  'penger',
  'ranta',
  'rannalla',
  'bulevardi',
  'esplanadi',
  'portti',
  'mäki',
  'harju',
  'taival',
  'piha',
  'silta',
].join('|');

// Not the number of a road, a stage of a path, a distance, a sum or a year.
const HOUSE = String.raw`[ \u00a0]{1,2}[1-9]\d{0,2}(?![\d%€]|[.,]\d|[ \u00a0]?(?:%|€|euro|km|m\b|kpl|vuo|päiv|henk|hlö|kuukau|kk\b))`;
const FLAT = String.raw`(?:[ \u00a0]?[-–][ \u00a0]?\d{1,3})?[ \u00a0]?[A-Za-z][ \u00a0]?(?:as\.?[ \u00a0]?)?\d{1,3}\b`;
const START = String.raw`(?<![\p{L}\d-])`;

// Numbered roads, and words of our field that end like a street.
const ROAD_OR_PATH =
  /(?:^|[\s-])(?:(?:valta|kanta|seutu|yhdys|maan|moottori|rauta|kävely|pyörä|kehä|yksityis)tie|(?:ratkaisu|palvelu|hoito|koulutus|opinto|oppimis|osallisuus|asiakas|opiskelu|työllistymis)pol(?:ku|un|ulla|ulle)|(?:elämän|sateen)kaari)[a-zäö]{0,3}[\s\u00a0]+\d/iu;

const PATTERNS: readonly RegExp[] = [
  // Hämeenkatu 12, hämeenkatu 12 A 3
  new RegExp(String.raw`${START}\p{L}{2,30}(?:${SURE_ENDING})${HOUSE}`, 'giu'),
  // Koivutie 5: only with a capital, since "kävelytie 2" is no address
  new RegExp(String.raw`${START}\p{Lu}\p{L}{1,30}(?:${LIKELY_ENDING})${HOUSE}`, 'gu'),
  // koivutie 5 a 12
  new RegExp(String.raw`${START}\p{L}{2,30}(?:${LIKELY_ENDING})[ \u00a0]{1,2}\d{1,3}${FLAT}`, 'giu'),
  // Aleksis Kiven katu 14
  new RegExp(String.raw`${START}\p{Lu}\p{L}{1,30}n (?:katu|kadulla|kuja|kujalla)${HOUSE}`, 'gu'),
];

// Mäntyharju 507 and Pieksämäki 593 end like streets too.
const municipalityNames: ReadonlySet<string> = new Set(municipalities.map(({ nameFi }) => nameFi.toLowerCase()));

/** True when the text holds a street name with a house number; numbered roads and the stages of a path are none. */
export function holdsStreetAddress(text: string): boolean {
  return PATTERNS.some((pattern) => [...text.matchAll(pattern)].some(([found]) => isStreet(found)));
}

function isStreet(found: string): boolean {
  const [firstWord = ''] = found.toLowerCase().split(/\s/);
  return !ROAD_OR_PATH.test(found) && !municipalityNames.has(firstWord);
}
