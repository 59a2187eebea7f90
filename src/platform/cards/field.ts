// A form is a record of fields. Each field knows how it is drawn, what it accepts and what to say when it does not.
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';
import { readTypedDate, readTypedTime } from '../../kernel/typed-dates.ts';

export type Choice = { readonly value: string; readonly title: string };

export type FieldKind = 'text' | 'longText' | 'date' | 'time' | 'choice' | 'choices' | 'filteredChoice' | 'toggle';

/**
 * `Value` is what the form gives after parsing. `initial` is what the field shows at first, in the wire form of the
 * card (dates `YYYY-MM-DD`, several choices joined by commas, toggles `true`/`false`).
 */
export type Field<Value> = {
  readonly kind: FieldKind;
  readonly label: string;
  /** A line under the label, or null. Never a placeholder in place of a label. */
  readonly hint: string | null;
  readonly required: boolean;
  /** Demanded when another answer calls for it: not required by itself, yet not to be called optional either. */
  readonly conditional: boolean;
  /** Said beside the field when it is empty or cannot be read: what is wrong and how to mend it, with an example. */
  readonly problem: string;
  /** In UTF-16 units; only for text. */
  readonly maxLength: number;
  readonly choices: readonly Choice[];
  readonly initial: string;
  /**
   * What is looked for in free text besides identity codes. `plain`: phone numbers, e-mail, addresses. `views`: names of
   * people as well (views of service users). `workContact`: nothing, it is meant for work contacts or a link.
   * `none`: not free text.
   */
  readonly privacy: 'none' | 'workContact' | 'plain' | 'views';
  /** Reads the wire text; null when it cannot be read. Empty text of an optional field is read too. */
  readonly read: (raw: string, today: LocalDate) => { readonly value: Value } | null;
};

export type Fields = Readonly<Record<string, Field<unknown>>>;

export type ValuesOf<Form extends Fields> = {
  readonly [Name in keyof Form]: Form[Name] extends Field<infer Value> ? Value : never;
};

type Basics = {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string;
  readonly initial?: string;
  /** The label or the hint says when it is needed. */
  readonly conditional?: true;
};
type TextBasics = Basics & { readonly maxLength?: number; readonly privacy?: 'workContact' | 'plain' | 'views' };
type ChoiceBasics = Basics & { readonly choices: readonly Choice[] };

export const SHORT_TEXT_MAX = 120;
export const LONG_TEXT_MAX = 1_000;
// Several dates or choices in wire form stay far below this; it only bounds what a forged form can send.
const WIRE_MAX = 2_000;

function field<Value>(
  kind: FieldKind,
  required: boolean,
  basics: Basics & { readonly maxLength?: number; readonly choices?: readonly Choice[] },
  privacy: Field<Value>['privacy'],
  read: Field<Value>['read'],
): Field<Value> {
  return {
    kind,
    required,
    conditional: basics.conditional ?? false,
    label: basics.label,
    hint: basics.hint ?? null,
    problem: basics.problem,
    maxLength: basics.maxLength ?? WIRE_MAX,
    choices: basics.choices ?? [],
    initial: basics.initial ?? '',
    privacy,
    read,
  };
}

/** One line. Trimmed, inner runs of white space become one space. Optional gives ''. */
export function textField(required: boolean, basics: TextBasics): Field<string> {
  const maxLength = basics.maxLength ?? SHORT_TEXT_MAX;
  return field('text', required, { ...basics, maxLength }, basics.privacy ?? 'plain', (raw) => ({
    value: raw.replaceAll(/\s+/g, ' ').trim(),
  }));
}

/** Several lines; only the ends are trimmed. Optional gives ''. */
export function longTextField(required: boolean, basics: TextBasics): Field<string> {
  const maxLength = basics.maxLength ?? LONG_TEXT_MAX;
  return field('longText', required, { ...basics, maxLength }, basics.privacy ?? 'plain', (raw) => ({
    value: raw.replaceAll('\r\n', '\n').trim(),
  }));
}

/** A calendar date in any of the ways people write it (B-12). */
export function dateField(basics: Basics): Field<LocalDate> {
  return field('date', true, basics, 'none', (raw, today) => {
    const typed = readTypedDate(raw, today);
    return typed.ok ? { value: typed.value } : null;
  });
}

/** Empty gives null. */
export function optionalDateField(basics: Basics): Field<LocalDate | null> {
  return field<LocalDate | null>('date', false, basics, 'none', (raw, today) => {
    if (raw.trim() === '') {
      return { value: null };
    }
    const typed = readTypedDate(raw, today);
    return typed.ok ? { value: typed.value } : null;
  });
}

/** A time of day in any of the ways people write it (B-12). */
export function timeField(basics: Basics): Field<LocalTime> {
  return field('time', true, basics, 'none', (raw) => {
    const typed = readTypedTime(raw);
    return typed.ok ? { value: typed.value } : null;
  });
}

/** A time of day in any of the ways people write it (B-12). Empty gives null. */
export function optionalTimeField(basics: Basics): Field<LocalTime | null> {
  return field<LocalTime | null>('time', false, basics, 'none', (raw) => {
    if (raw.trim() === '') {
      return { value: null };
    }
    const typed = readTypedTime(raw);
    return typed.ok ? { value: typed.value } : null;
  });
}

function readChoice<Value extends string>(choices: readonly Choice[], raw: string): { readonly value: Value } | null {
  // A choice is only ever one of those offered, so the caller's union holds.
  return choices.some((choice) => choice.value === raw) ? { value: raw as Value } : null;
}

/** Exactly one of the choices; drawn as radio buttons when few (≤ 5), else as a menu. */
export function choiceField<Value extends string>(basics: ChoiceBasics): Field<Value> {
  return field('choice', true, basics, 'none', (raw) => readChoice<Value>(basics.choices, raw));
}

/** One of the choices, or null. */
export function optionalChoiceField<Value extends string>(basics: ChoiceBasics): Field<Value | null> {
  return field<Value | null>('choice', false, basics, 'none', (raw) =>
    raw === '' ? { value: null } : readChoice<Value>(basics.choices, raw),
  );
}

/** One of very many choices, found by typing. At most one such field per card (platform: 12.7 kB for municipalities). */
export function filteredChoiceField<Value extends string>(basics: ChoiceBasics): Field<Value> {
  return field('filteredChoice', true, basics, 'none', (raw) => readChoice<Value>(basics.choices, raw));
}

/** Any number of the choices, in the order offered. */
export function choicesField<Value extends string>(required: boolean, basics: ChoiceBasics): Field<readonly Value[]> {
  return field<readonly Value[]>('choices', required, basics, 'none', (raw) => {
    const wanted = new Set(raw.split(',').filter((part) => part !== ''));
    const picked = basics.choices
      .filter((choice) => wanted.delete(choice.value))
      .map((choice) => choice.value as Value);
    return wanted.size === 0 ? { value: picked } : null;
  });
}

/** A box to tick. `required`: it must be ticked. */
export function toggleField(required: boolean, basics: Basics): Field<boolean> {
  return field('toggle', required, basics, 'none', (raw) => {
    const ticked = raw === 'true';
    return required && !ticked ? null : { value: ticked };
  });
}
