// What a form card shows and how its answer is read. The card itself is drawn by present-form.ts.
import type { LocalDate } from '../../kernel/instants.ts';
import type { PersonalDataKind } from '../../kernel/personal-data.ts';
import type { Fields, ValuesOf } from './field.ts';
import type { Link } from './parts.ts';

/** What a button sends: a verb and ids, never the case. */
export type Button = {
  readonly label: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  readonly look: 'primary' | 'plain';
  /** Whether the client sends the inputs (and checks them first). A "back" button does not. */
  readonly sendsInputs: boolean;
};

export type Notice = { readonly tone: 'info' | 'done' | 'warning' | 'problem'; readonly text: string };

export type FormView = {
  /** What the form does, `Kirjaa yhteydenotto`. */
  readonly title: string;
  /** Which case it is about, `Tapaus 2026-014 · Kuljetuspalvelun odotusajat` (B-01); null when opening one. */
  readonly about: string | null;
  /** How long it takes and what is needed (B-05), or what to do; null when the fields say it all. */
  readonly intro: string | null;
  /** `Vaihe 2/4` (B-02), or null. */
  readonly step: string | null;
  readonly notices: readonly Notice[];
  /** Shown before the first free-text field (G-01); null only when there is none. */
  readonly privacyNotice: string | null;
  readonly fields: Fields;
  /** What is typed, in wire form; a missing name shows the field's initial. */
  readonly typed: Readonly<Record<string, string>>;
  /** A sentence beside the field, by field name. */
  readonly problems: Readonly<Record<string, string>>;
  readonly buttons: readonly Button[];
  readonly links?: readonly Link[];
  /** Help from a person, in the same place on every card (B-14). */
  readonly help: string;
};

/** What came back: either every value, or the problems by field. `typed` keeps what was typed, identity codes masked. */
export type FormReading<Form extends Fields> =
  | { readonly kind: 'values'; readonly values: ValuesOf<Form>; readonly typed: Readonly<Record<string, string>> }
  | {
      readonly kind: 'problems';
      readonly problems: Readonly<Record<string, FieldProblem>>;
      readonly typed: Readonly<Record<string, string>>;
    }
  /** Everything can be read, but personal data was found: to be confirmed once (G-03). */
  | {
      readonly kind: 'personalData';
      readonly values: ValuesOf<Form>;
      readonly found: Readonly<Record<string, readonly PersonalDataKind[]>>;
      readonly typed: Readonly<Record<string, string>>;
    };

/** `unreadable`: empty or wrong, the field's own `problem` says how to mend it. */
export type FieldProblem =
  | { readonly code: 'unreadable' }
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'identity-code' };

/** Reads a form's answer; see read-form.ts. `confirmed`: the person has chosen to save personal data all the same. */
export type ReadForm = <Form extends Fields>(
  fields: Form,
  data: Readonly<Record<string, unknown>>,
  options: { readonly today: LocalDate; readonly confirmed: boolean },
) => FormReading<Form>;
