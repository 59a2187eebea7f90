// Notices a first name with a surname beside it (G-03).
import { isFirstName } from './first-names.ts';
import { counties, municipalities } from './regions/regions.ts';

type Word = { readonly text: string; readonly gapBefore: string };

const WORD = /[\p{L}\d]+(?:[-'’][\p{L}\d]+)*/gu;
const WITHIN_A_NAME = /^[ \u00a0]{1,3}$/;
const BETWEEN_SURNAME_AND_FIRST_NAME = /^,?[ \u00a0]{1,3}$/;
const AFTER_INITIAL = /^\.[ \u00a0]{1,3}$/;
const INITIAL = /^\p{Lu}$/u;
const NOBLE_PARTICLE = /^(?:von|af|de)$/;

const SURNAME = /^\p{Lu}\p{L}{2,}(?:-\p{Lu}\p{L}+)?$/u;
// Virtanen, Virtasen, Virtaselle, Virtasta: only people are called so.
const NEN_SURNAME = /^\p{Lu}\p{L}{2,}(?:nen|sen|sta|sella|selle|selta|sessa|sesta|seen)$/u;

// Capitalised words after a first name that begin an organisation's name or say a country, not a surname.
const ORGANISATION =
  /^(?:Suom(?:i|en|essa|esta|eksi|een)|Ruots|Tukilii|Kehitysvamma|Vammais|Hyvinvointi|Sosiaali|Terveys|Kela|Valvira|Lupa|Teams|Innokyl|Invalidi|Autismi|Kuntali|Eduskun|Euroopa)/;
const PUBLIC_BODY =
  /^(?:hyvinvointial|kaupun|kunta|kunna|kunti|maakun|seutu|seudu|alue|yhdisty|tukiyhdisty|tukipiir|hankke?)/;
const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const CASE_ENDING = /(?:n|ssa|ssä|sta|stä|lla|llä|lle|lta|ltä|ksi|na|nä)$/;

// "Satakunnan", "Lapin": the word that says which county, always bent.
const countyWords: ReadonlySet<string> = new Set(counties.flatMap(({ nameFi }) => nameFi.split(' ').slice(0, -1)));
const townStems: readonly string[] = municipalities.map(({ nameFi }) =>
  nameFi.slice(0, Math.max(4, nameFi.length - 2)),
);

/** True when a common first name stands beside a capitalised word that can be a surname, in either order. */
export function holdsPersonName(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word, index) => {
    if (!/^\p{Lu}/u.test(word.text)) {
      return false;
    }
    return isFirstName(word.text) ? surnameFollows(words, index) : firstNameFollows(words, index);
  });
}

function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const gapBefore = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { text: match[0], gapBefore };
  });
}

// "Matti Meikäläinen", "Matti J. Meikäläinen", "Carl von Linné"
function surnameFollows(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !WITHIN_A_NAME.test(next.gapBefore)) {
    return false;
  }
  const after = words[index + 2];
  if (after !== undefined && isPartOfName(next, after)) {
    return canBeSurname(after.text, words[index + 3], words[index]);
  }
  return canBeSurname(next.text, after, words[index]);
}

function isPartOfName(word: Word, next: Word): boolean {
  return INITIAL.test(word.text)
    ? AFTER_INITIAL.test(next.gapBefore)
    : NOBLE_PARTICLE.test(word.text) && WITHIN_A_NAME.test(next.gapBefore);
}

// "Meikäläinen, Matti", "Meikäläisen Matti"
function firstNameFollows(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return (
    next !== undefined &&
    NEN_SURNAME.test(words[index]?.text ?? '') &&
    BETWEEN_SURNAME_AND_FIRST_NAME.test(next.gapBefore) &&
    /^\p{Lu}/u.test(next.text) &&
    isFirstName(next.text)
  );
}

function canBeSurname(text: string, next: Word | undefined, firstName: Word | undefined): boolean {
  if (!SURNAME.test(text) || ORGANISATION.test(text)) {
    return false;
  }
  if (ABBREVIATION.test(text)) {
    return firstName !== undefined && firstName.text === firstName.text.toUpperCase();
  }
  if (NEN_SURNAME.test(text)) {
    return true;
  }
  return !isBentPlace(text) && !PUBLIC_BODY.test(next?.text ?? '');
}

// Salo and Lahti are surnames as well as towns; "Salon" or "Tampereelle" after a first name is mostly the town.
function isBentPlace(text: string): boolean {
  return (
    countyWords.has(text) ||
    (CASE_ENDING.test(text) && townStems.some((stem) => text.startsWith(stem) && text.length > stem.length + 1))
  );
}
