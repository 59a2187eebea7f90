// What of easy Finnish a program can check, over whole catalogues of words. The rest needs people (B-22): a catalogue that
// passes is not "selkokieltä", only free of what is surely not.
import { collectTexts, sentencesOf, wordsOf, type Text } from './catalogue-texts.ts';

const MEAN_WORDS_MAX = 9;
const SENTENCE_WORDS_MAX = 15;

/** What is wrong with one sentence or text, as a short complaint; null when nothing is. */
type Check = { readonly row: string; readonly find: (text: string) => string | null };

const first =
  (pattern: RegExp, isAllowed: (word: string) => boolean = () => false) =>
  (text: string) =>
    [...text.matchAll(pattern)].map(([word]) => word).find((word) => !isAllowed(word.toLocaleLowerCase('fi'))) ?? null;

const SUBORDINATORS = new RegExp(
  String.raw`(?<!\p{L})(?:että|ettei|jos|kun|koska|vaikka|jotta|kunnes|jo(?:ka|tka|nka|iden|ta|ita|ssa|issa|sta|ista|hon|ihin|lla|illa|lta|ilta|lle|ille))(?!\p{L})`,
  'giu',
);

// Words that end as a passive does and are none: illatives, adverbs and possessives.
const NO_PASSIVES: ReadonlySet<string> = new Set(
  (
    'kuntaan tänään lautakuntaan toimintaan seurantaan suuntaan kohtaan kertaan perään kokonaan ainoastaan ollenkaan ' +
    'kerrallaan ajallaan paikallaan viimeistään yksinään elämästään itsestään mitään ketään millään'
  ).split(' '),
);

const findPassive = first(/(?<!\p{L})\p{L}+(?:[tdlnr]aan|[tdlnr]ään)(?!\p{L})/giu, (word) => NO_PASSIVES.has(word));

// A question of the model itself (S0-53), quoted.
const QUOTED = /miten toimitaan\?/giu;

const ENDINGS =
  '(?:n|t|a|ä|ta|tä|[aeiouyäö]n|seen|s?s[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|den|tten|ien|jen|j[aä]|it[aä]|iss[aä]|ist[aä]|ihin|iin|ill[aä]|ilt[aä]|ille|in[aä]|iksi|iden|itten)?';
const OWNERS = '(?:ni|si|ns[aä]|mme|nne|[aeiouyäö]n)?';

/** Any inflected form of a word, given as its stems. */
function formsOf(...stems: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}-])(?:${stems.join('|')})${ENDINGS}${OWNERS}(?![\p{L}-])`, 'giu');
}

// what else a concept of the glossary is called, by the word that the app uses for it.
const SYNONYMS: readonly (readonly [string, RegExp])[] = [
  ['Tukiliitto', formsOf('liitto', 'liito')],
  ['tukipiiri', formsOf('piiri', 'piire')],
  ['tukiyhdistys', formsOf('(?:paikallis)?yhdistys', '(?:paikallis)?yhdistykse', '(?:paikallis)?yhdistyksi')],
  ['vaikuttamistyöryhmä', formsOf('työryhmä', 'työryhmi')],
  ['vaikuttamisverkosto', formsOf('verkosto', 'verkostoi')],
  ['järjestöasiantuntija', formsOf('(?:alue)?koordinaattori', '(?:alue)?koordinaattore')],
  ['kontaktihenkilö', formsOf('yhteyshenkilö', 'yhteyshenkilöi')],
  ['kokemusasiantuntija', formsOf('kokemustoimija', 'kokemustoimijoi')],
  ['läheinen', formsOf('omainen', 'omaise', 'omaisi')],
  ['kunta', formsOf('kaupunki', 'kaupungi', 'kaupunkei', 'kaupungei')],
  ['hyvinvointialue', formsOf('alue', 'aluee', 'aluei')],
  ['viranhaltija', formsOf('virkamies', 'virkamiehe', 'virkamiehi')],
  ['luottamushenkilö', formsOf('päättäjä', 'päättäji')],
  ['kuntapäättäjä', formsOf('kunnanvaltuutettu', 'kunnanvaltuutetu')],
  ['toiminta-avustus', formsOf('toimintaraha', 'toimintarahoi')],
  // d.4, the column "not".
  ['Muokkaa', /^Muuta(?= |$)/gu],
  ['Siirrä myöhemmäksi', /^siirrä$/giu],
  ['Jatkosuunnitelmat ja seuranta', /jatko ja seuranta/giu],
  ['Emme sovi uutta tapaamista', /ei sovita/giu],
  ['Kirjaa myös, jos et saanut vastausta', /vaikka vastausta ei tulisi/giu],
  ['Asia koskee useaa ihmistä', /koskee useaa(?! ihmistä)/giu],
  ['klo 17.00', /klo \d{1,2}(?![.\d–])/giu],
  ['viikon päästä, keskiviikkona', /viikon päästä:/giu],
];

// Terms of the glossary that hold a synonym of another one.
const TERMS_APART = /(?<!\p{L})(?:om\p{L}+ verkosto|alueelli\p{L}+ työryhm)\p{L}*/giu;

const NEGATIONS = /(?<!\p{L})(?:en|et|ei|emme|ette|eivät|älä|älkää)(?!\p{L})/iu;
const PRIVATIVES = /(?<!\p{L})(?:ilman|\p{L}{3,}(?:matta|mättä|maton|mätön))(?!\p{L})/iu;
// An -n may be a genitive; illatives (-aan, -een …) and adjectives (-nen) are not, but "hyvinvointialueen" is one.
const GENITIVES = /(?:(?<!\p{L})\p{L}{2,}(?<!aa|ää|(?<!lu)ee|ii|oo|uu|yy|öö|hi|ne)n(?!\p{L}) ){3,}/giu;
// Words that end in -n and are no genitives, and an object that is one in form only.
const NO_GENITIVES =
  /(?<!\p{L})(?:on|en|kun|kuin|niin|ennen|ilman|vain|sitten|hän|olen|ensin|myöhemmin|uudelleen|takaisin|näytän|puhelin|näkökulman(?= päätöksiin))(?!\p{L})/giu;

const CAPITALS_ALLOWED: ReadonlySet<string> = new Set(['yk', 'eu', 'hus', 'ry', 'csv', 'url']);
const UNOPENED = /(?<!\()(?<!\p{L})(?:sote|yta|lvv|stea|avi)(?!\p{L})/giu;
const PRAISE = /(?<!\p{L})(?:hienoa|mahtavaa|loistavaa?|upeaa|mainiota|helposti|yksinkertaisesti)(?!\p{L})/giu;

// What binds everything but letters to officials, who are written to as officials write.
const STRUCTURE_CHECKS: readonly Check[] = [
  {
    row: 'A-01',
    find: (sentence) => {
      const count = wordsOf(sentence).length;
      return count > SENTENCE_WORDS_MAX ? `${count} words` : null;
    },
  },
  {
    row: 'A-02',
    find: (sentence) => {
      const found = [...sentence.matchAll(SUBORDINATORS)].map(([word]) => word);
      return found.length > 1 ? `subordinate clauses: ${found.join(', ')}` : null;
    },
  },
  {
    row: 'A-06',
    find: (sentence) => (NEGATIONS.test(sentence) && PRIVATIVES.test(sentence) ? 'a double negation' : null),
  },
  { row: 'A-06', find: (sentence) => first(GENITIVES)(sentence.replaceAll(NO_GENITIVES, '|'))?.trim() ?? null },
  {
    row: 'A-06',
    find: first(
      /(?<!\p{L})\p{L}+(?:tt(?:aessa|äessä)(?:ni|si|mme|nne)?|essaan|essään|tuaan|tyään|akseen|äkseen)(?!\p{L})/giu,
    ),
  },
  { row: 'A-03', find: (sentence) => findPassive(sentence.replaceAll(QUOTED, '')) },
];

// Every rule here is about the words of one sentence, wherever it stands.
const WORD_CHECKS: readonly Check[] = [
  ...SYNONYMS.map(([term, synonym]) => ({
    row: 'A-07',
    find: (sentence: string) => findSynonym(sentence, term, synonym),
  })),
  { row: 'A-09', find: first(/(?<!\p{L})hva(?!\p{L})/giu) },
  { row: 'A-09', find: first(UNOPENED) },
  { row: 'A-11', find: first(/!/g) },
  { row: 'A-11', find: first(/(?<![\p{L}-])\p{Lu}{2,}(?!\p{L})/gu, (word) => CAPITALS_ALLOWED.has(word)) },
  { row: 'A-11', find: first(PRAISE) },
];

// The sentence that explains a term may call it by a commoner word: "Tukiyhdistys on … paikallinen yhdistys."
function findSynonym(sentence: string, term: string, synonym: RegExp): string | null {
  const isExplained = sentence.toLocaleLowerCase('fi').startsWith(`${term.toLocaleLowerCase('fi')} on `);
  const found = isExplained ? null : first(synonym)(sentence.replaceAll(TERMS_APART, ''));
  return found === null ? null : `${found}, use ${term}`;
}

/**
 * Every breach of the measurable rules of easy Finnish in a catalogue: each text, and each function called with sample
 * arguments. Entries under a key that begins with `letter` are drafts of letters to officials: only the rules
 * about abbreviations and tone bind them. A complaint names the row, the entry and what was found.
 */
export function lintTexts(catalogue: unknown): string[] {
  const { texts, unrendered } = collectTexts(catalogue);
  return [
    ...unrendered.map((path) => `${path}: no sample arguments render it`),
    ...new Set(texts.flatMap(lintText)),
    ...lintMean(texts),
  ];
}

function lintText({ path, text }: Text): string[] {
  const checks = isLetter(path)
    ? WORD_CHECKS.filter(({ row }) => row !== 'A-07')
    : [...STRUCTURE_CHECKS, ...WORD_CHECKS];
  return sentencesOf(text).flatMap((sentence) =>
    checks.flatMap(({ row, find }) => {
      const found = find(sentence);
      return found === null ? [] : [`${row} ${path}: ${found}, in "${sentence}"`];
    }),
  );
}

function isLetter(path: string): boolean {
  return /(?:^|\.)letter/i.test(path);
}

// Labels would make the mean look better than it reads, so only whole sentences count.
function lintMean(texts: readonly Text[]): string[] {
  const counts = texts
    .filter(({ path }) => !isLetter(path))
    .flatMap(({ text }) => sentencesOf(text).filter((sentence) => /[.?]$/.test(sentence)))
    .map((sentence) => wordsOf(sentence).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1);
  return mean > MEAN_WORDS_MAX ? [`A-01 the catalogue: ${mean.toFixed(1)} words in a sentence on average`] : [];
}
