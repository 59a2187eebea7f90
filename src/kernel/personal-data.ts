// Notices personal data that people are warned about before it is saved (G-03). Guesses, in favour of asking once more.
import { holdsPersonName } from './person-names.ts';
import { holdsStreetAddress } from './street-addresses.ts';

const DETECTORS = [
  { kind: 'phone', isIn: holdsPhoneNumber },
  { kind: 'email', isIn: holdsPersonalEmail },
  { kind: 'address', isIn: holdsStreetAddress },
  { kind: 'name', isIn: holdsPersonName },
] as const;

export type PersonalDataKind = (typeof DETECTORS)[number]['kind'];

/**
 * The kinds of personal data the text seems to hold, each once, always in the same order. Names are looked for only
 * when asked: a contact's name belongs in some fields. An empty list means that nothing was noticed, not that nothing is there.
 */
export function findPersonalData(text: string, options: { readonly names: boolean }): readonly PersonalDataKind[] {
  return DETECTORS.filter(({ kind, isIn }) => (kind !== 'name' || options.names) && isIn(text)).map(({ kind }) => kind);
}

const SEPARATOR = String.raw`[ \u00a0-]?`;
// Otherwise it is a longer number, a decimal, a time or a date, or a company's number 0123456-7.
const END = String.raw`(?!\d|[.,:/]\d|-\d(?!\d))`;

const WITH_COUNTRY_CODE = /(?<![\d+])(?:\+|00(?=358))[1-9][\d \u00a0()-]{6,18}\d(?!\d)/g;
// Mobile and nationwide numbers. Three digits of prefix cannot be a day or an hour, so the rest may be in small groups.
const LONG_PREFIX = new RegExp(
  String.raw`(?<![\d.,:+/]|\d-)\(?0(?:4\d{1,2}|50|1\d|2[09]|[367]00|7[135]|800)\)?(?:${SEPARATOR}\d{2,8}){1,4}${END}`,
  'g',
);
// Landlines: after 02–09 at least three digits together, else it may be a date or hours.
const SHORT_PREFIX = new RegExp(
  String.raw`(?<![\d.,:+/]|\d-)\(?0[235689]\)?${SEPARATOR}\d{3,8}(?:${SEPARATOR}\d{2,4}){0,2}${END}`,
  'g',
);
const WRITTEN_TOGETHER_AS_DATE = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/;

function holdsPhoneNumber(text: string): boolean {
  const abroad = text.match(WITH_COUNTRY_CODE) ?? [];
  const national = [...(text.match(LONG_PREFIX) ?? []), ...(text.match(SHORT_PREFIX) ?? [])];
  return abroad.map(digitsOf).some(isInternational) || national.map(digitsOf).some(isNational);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function isNational(digits: string): boolean {
  return digits.length >= 7 && digits.length <= 12 && !WRITTEN_TOGETHER_AS_DATE.test(digits);
}

// Other countries' numbers have to be long, because "+10 000 000 euroa" is a sum.
function isInternational(digits: string): boolean {
  const shortest = /^(?:00)?358/.test(digits) ? 9 : 11;
  return digits.length >= shortest && digits.length <= 15;
}

const EMAIL =
  /(?<![\p{L}\d._%+-])([\p{L}\d._%+-]{1,64})(?:@| ?[([](?:at|ät)[)\]] ?)[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,3}\.\p{L}{2,24}/giu;

// Mailboxes of an office: nobody's personal data.
const OFFICE_MAILBOX =
  /^(?:kirjaamo|info|asiakaspalvelu|toimisto|palaute|viestinta|neuvonta|tietosuoja\p{L}*|hallinto|vammaispalvelut?|sosiaali\p{L}*|registrator\p{L}*|registry|no-?reply|tuki|support)(?:[._-]\p{L}+)?$/iu;

function holdsPersonalEmail(text: string): boolean {
  return [...text.matchAll(EMAIL)].some(([, mailbox = '']) => !OFFICE_MAILBOX.test(mailbox));
}
