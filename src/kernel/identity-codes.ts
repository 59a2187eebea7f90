// Finnish personal identity codes in free text (G-02): six digits of birth date, a sign of the century, three digits, a
// check character. They are refused before anything is stored, so a missed one is worse than an extra one.

/** Where a code lies, in UTF-16 units of the text as it was given. */
type FoundCode = { readonly index: number; readonly length: number };

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const MASK = '••••••-••••';

// Hyphens, dashes and minus signs that keyboards and word processors put in place of the plain one, and soft hyphens.
const SIGN = String.raw`[+\-\u00ad\u2010-\u2015\u2212\ufe63a-fu-y]`;
// White space within a line and characters without width.
const GAP = String.raw`[\t \u00a0\u2000-\u200d\u202f\u2060\ufeff]{0,3}`;
// As a lookahead it finds codes that overlap; nothing but the code may continue at its end ("…-123N:n" is fine).
const CANDIDATE = new RegExp(String.raw`(?<!\d)(?=((\d{6})${GAP}${SIGN}${GAP}(\d{3})([0-9a-y])(?![\p{L}\d])))`, 'giu');

/**
 * Every identity code in the text, first to last: the check character is right, and the day and month could be a date.
 * Lower case, dashes of all kinds, full-width characters and spaces around the separator do not hide a code.
 */
export function findIdentityCodes(text: string): readonly FoundCode[] {
  const found: FoundCode[] = [];
  for (const match of narrowed(text).matchAll(CANDIDATE)) {
    const [, whole = '', birth = '', number = '', check = ''] = match;
    if (couldBeBirthDate(birth) && checkCharacter(birth + number) === check.toUpperCase()) {
      found.push({ index: match.index, length: whole.length });
    }
  }
  return found;
}

/** The text with dots in place of every identity code; the same text when there is none. */
export function maskIdentityCodes(text: string): string {
  let masked = '';
  let end = 0;
  for (const { index, length } of findIdentityCodes(text)) {
    masked += text.slice(end, index) + (index >= end ? MASK : '');
    end = Math.max(end, index + length);
  }
  return masked + text.slice(end);
}

// One unit for one unit, so that places found here are places in the original.
function narrowed(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function couldBeBirthDate(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function checkCharacter(nineDigits: string): string | undefined {
  return CHECK_CHARACTERS[Number(nineDigits) % CHECK_CHARACTERS.length];
}
