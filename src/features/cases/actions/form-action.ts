// One action of a case = one form and one decision. The runner (use-cases/) does the rest the same way for all: loading,
// policy, collisions, privacy, saving once, and the card that follows.
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Fields, ValuesOf } from '../../../platform/cards/field.ts';
import type { FieldProblem, Notice } from '../../../platform/cards/form.ts';
import type { PersonalDataKind } from '../../../kernel/personal-data.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { ActionName } from '../domain/action-rules.ts';
import type { AnnouncementName } from '../domain/announcements.ts';
import type { Case } from '../domain/case.ts';
import type { CaseRefusal, Decision, DecisionContext } from '../domain/decision.ts';
import type { Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** What a form is drawn from and decided in. `item` is the thing inside the case that it edits; null adds a new one. */
export type FormContext = {
  readonly c: Case;
  readonly item: ItemId | null;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly t: CaseTexts;
};

export type FormContent<Form extends Fields = Fields> = {
  readonly title: string;
  /** How long it takes, what is needed, or what this is about; null when the fields say it all. */
  readonly intro: string | null;
  readonly fields: Form;
  /** The button; "Tallenna" when null. */
  readonly submit: string | null;
  /** Whether "Tallenna ja lisää toinen" makes sense: for lists. */
  readonly isList: boolean;
  /** What to know before saving: a consequence, a warning. */
  readonly notices: readonly Notice[];
};

/** What a decision leads to. `said` follows "Tallennettu.": one or two short sentences. */
export type Decided = {
  readonly c: Case;
  readonly said: string;
  /** What was added or changed, so that "Muokkaa" can open it again; null when it is not a single thing. */
  readonly item: ItemId | null;
  /** A form that follows at once (the second half of a question); null for none. */
  readonly next: { readonly name: ActionName; readonly item: ItemId | null } | null;
  readonly announce: AnnouncementName | null;
  /** Warnings that the new state deserves (S0-38, S0-51, S0-52, T-09). */
  readonly notices: readonly Notice[];
};

/** A decision in need of what only the form knows: the same request is decided again when somebody else was faster. */
export type Decide = (c: Case, context: FormContext & DecisionContext) => Result<Decided, CaseRefusal>;

export type ActionReading =
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>>; readonly typed: Typed }
  | {
      readonly kind: 'personalData';
      readonly found: Readonly<Record<string, readonly PersonalDataKind[]>>;
      readonly typed: Typed;
    }
  | { readonly kind: 'decide'; readonly decide: Decide; readonly typed: Typed };

export type Typed = Readonly<Record<string, string>>;

export type Action = {
  readonly name: ActionName;
  content(context: FormContext): FormContent;
  read(
    context: FormContext,
    data: Readonly<Record<string, unknown>>,
    options: { readonly confirmed: boolean },
  ): ActionReading;
  /** Whether one press does it, without a form. */
  isImmediate(context: FormContext): boolean;
};

type Definition<Form extends Fields> = {
  readonly name: ActionName;
  readonly form: (context: FormContext) => FormContent<Form>;
  readonly decide: (
    c: Case,
    values: ValuesOf<Form>,
    context: FormContext & DecisionContext,
  ) => Result<Decided, CaseRefusal>;
  readonly isImmediate?: (context: FormContext) => boolean;
};

/** Makes an action of a form and a decision; the form's fields type the decision's values. */
export function defineAction<Form extends Fields>(definition: Definition<Form>): Action {
  return {
    name: definition.name,
    content: definition.form,
    read(context, data, { confirmed }) {
      const reading = readForm(definition.form(context).fields, data, { today: context.viewer.today, confirmed });
      if (reading.kind !== 'values') {
        return reading;
      }
      const { values, typed } = reading;
      return { kind: 'decide', typed, decide: (c, decision) => definition.decide(c, values, decision) };
    },
    isImmediate: definition.isImmediate ?? (() => false),
  };
}

/** The usual shape of a form's content; only what differs needs saying. */
export function formContent<Form extends Fields>(
  content: Pick<FormContent<Form>, 'title' | 'fields'> & Partial<FormContent<Form>>,
): FormContent<Form> {
  return { intro: null, submit: null, isList: false, notices: [], ...content };
}

/** A decision's outcome in the usual shape; a refusal passes through. */
export function decided(
  decision: Decision,
  said: string,
  more: Partial<Omit<Decided, 'c' | 'said'>> = {},
): Result<Decided, CaseRefusal> {
  return decision.ok
    ? ok({ c: decision.value, said, item: null, next: null, announce: null, notices: [], ...more })
    : decision;
}
