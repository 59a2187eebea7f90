import { findIdentityCodes, maskIdentityCodes } from '../../kernel/identity-codes.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { findPersonalData, type PersonalDataKind } from '../../kernel/personal-data.ts';
import { cleanText } from './escape-markup.ts';
import type { Field, Fields, ValuesOf } from './field.ts';
import type { FieldProblem, FormReading, ReadForm } from './form.ts';

// What a person typed too much is shown back to be shortened; what a forged form sends must still fit on a card.
const TYPED_MAX_RATIO = 2;

type FieldReading =
  | { readonly ok: true; readonly value: unknown; readonly personalData: readonly PersonalDataKind[] }
  | { readonly ok: false; readonly problem: FieldProblem };

/**
 * Reads every field of a form's answer and reports all problems at once. Names that are not fields are passed over;
 * booleans and numbers are read as their text, other kinds of data are unreadable. Identity codes are refused and masked
 * in `typed`, which otherwise holds what was typed. Without problems, personal data in free text gives `personalData`
 * until the person has confirmed it.
 */
export const readForm: ReadForm = <Form extends Fields>(
  fields: Form,
  data: Readonly<Record<string, unknown>>,
  { today, confirmed }: { readonly today: LocalDate; readonly confirmed: boolean },
): FormReading<Form> => {
  const typed: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const problems: Record<string, FieldProblem> = {};
  const found: Record<string, readonly PersonalDataKind[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const raw = wireText(Object.hasOwn(data, name) ? data[name] : undefined);
    typed[name] = shownAgain(raw ?? '', field);
    const reading = raw === null ? UNREADABLE : readField(field, raw, today);
    if (!reading.ok) {
      problems[name] = reading.problem;
      continue;
    }
    values[name] = reading.value;
    if (reading.personalData.length > 0) {
      found[name] = reading.personalData;
    }
  }
  if (Object.keys(problems).length > 0) {
    return { kind: 'problems', problems, typed };
  }
  // Every field has been read by its own `read`, which is what the form's value types are made of.
  const all = values as ValuesOf<Form>;
  return Object.keys(found).length > 0 && !confirmed
    ? { kind: 'personalData', values: all, found, typed }
    : { kind: 'values', values: all, typed };
};

const UNREADABLE: FieldReading = { ok: false, problem: { code: 'unreadable' } };

function wireText(sent: unknown): string | null {
  switch (typeof sent) {
    case 'string':
      return cleanText(sent);
    case 'boolean':
    case 'number':
      return String(sent);
    case 'undefined':
      return '';
    default:
      return sent === null ? '' : null;
  }
}

function readField(field: Field<unknown>, raw: string, today: LocalDate): FieldReading {
  const isFreeText = field.privacy !== 'none';
  if (isFreeText && findIdentityCodes(raw).length > 0) {
    return { ok: false, problem: { code: 'identity-code' } };
  }
  if (raw.trim().length > field.maxLength) {
    return isFreeText ? { ok: false, problem: { code: 'too-long', max: field.maxLength } } : UNREADABLE;
  }
  const read = field.read(raw, today);
  if (read === null || (field.required && isEmpty(read.value))) {
    return UNREADABLE;
  }
  return { ok: true, value: read.value, personalData: personalDataIn(raw, field.privacy) };
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

function personalDataIn(text: string, privacy: Field<unknown>['privacy']): readonly PersonalDataKind[] {
  return privacy === 'plain' || privacy === 'views' ? findPersonalData(text, { names: privacy === 'views' }) : [];
}

function shownAgain(raw: string, field: Field<unknown>): string {
  return maskIdentityCodes(raw)
    .slice(0, field.maxLength * TYPED_MAX_RATIO)
    .toWellFormed();
}
