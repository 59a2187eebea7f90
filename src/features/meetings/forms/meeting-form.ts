// One form of the meetings: what it asks, and what its answer does. The runner (bot/form-presses.ts) does the rest the same
// way for all: reading, privacy, saving once, and the card that follows.
import type { ItemId } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/result.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Fields, ValuesOf } from '../../../platform/cards/field.ts';
import type { Button, FieldProblem, Notice } from '../../../platform/cards/form.ts';
import type { PersonalDataKind } from '../../../kernel/personal-data.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import { operationWrite } from '../../../platform/storage/operations.ts';
import type { Write } from '../../../platform/storage/store.ts';
import type { ActionRequest } from '../../../platform/teams/bot.ts';
import type { DecisionContext, MeetingRefusal } from '../domain/decision.ts';
import type { Viewer } from '../policy.ts';
import type { Press } from '../read-press.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import type { FormName } from '../verbs.ts';

export type Typed = Readonly<Record<string, string>>;

/** What a form is drawn from and decided in. */
export type FormScene = {
  readonly deps: MeetingDeps;
  readonly request: ActionRequest;
  readonly press: Press;
  readonly viewer: Viewer;
};

/** Which thing a saved form was about, so that the same form again shows it. */
export type Saved = { readonly kind: 'meeting' | 'series'; readonly id: string };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly said: string; readonly shown: Saved; readonly notices?: readonly Notice[] }
  /** `field` is at fault; without one it is said on top. */
  | { readonly kind: 'problem'; readonly text: string; readonly field?: string }
  | { readonly kind: 'conflict' };

export type FormContent = {
  readonly title: string;
  readonly about: string | null;
  readonly intro: string | null;
  /** "Tallenna" when null. */
  readonly submit: string | null;
  readonly fields: Fields;
  /** What the buttons send besides the nonce. */
  readonly data: Readonly<Record<string, string>>;
  /** The way out. */
  readonly back: Button;
  readonly help: string;
  /** Grows with each change of what the form edits; a form of an older one is shown again. Null when nothing can be lost. */
  readonly seen: number | null;
};

type Reading =
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>>; readonly typed: Typed }
  | {
      readonly kind: 'personalData';
      readonly found: Readonly<Record<string, readonly PersonalDataKind[]>>;
      readonly typed: Typed;
    }
  | { readonly kind: 'ready'; readonly typed: Typed; readonly save: (op: MakeOperation) => Promise<SaveOutcome> };

/** Makes the writes by which a form counts once, and by which its draft ends. */
export type MakeOperation = (saved: Saved) => readonly Write[];

/** A form as it is now for this person. */
export type OpenForm = {
  readonly content: FormContent;
  readonly read: (data: Readonly<Record<string, unknown>>, options: { readonly confirmed: boolean }) => Reading;
};

export type MeetingForm = {
  readonly name: FormName;
  /** The form, or a card that says why there is none. */
  readonly open: (scene: FormScene) => Promise<OpenForm | { readonly refused: Card }>;
};

/** A form of its fields and of what their values do; the field types hold between the two. */
export function openForm<Form extends Fields>(
  { viewer }: Pick<FormScene, 'viewer'>,
  content: Omit<FormContent, 'fields'> & { readonly fields: Form },
  save: (values: ValuesOf<Form>, op: MakeOperation) => Promise<SaveOutcome>,
): OpenForm {
  return {
    content,
    read(data, { confirmed }) {
      const reading = readForm(content.fields, data, { today: viewer.today, confirmed });
      if (reading.kind !== 'values') {
        return reading;
      }
      const { values, typed } = reading;
      return { kind: 'ready', typed, save: (op) => save(values, op) };
    },
  };
}

/** What the domain decides in. newId gives ULIDs, which is all that an item id is. */
export function decisionContext({ deps, request }: FormScene): DecisionContext {
  const { person, now, today } = request;
  return { by: person.id, now, today, newItemId: () => deps.newId() as ItemId };
}

/** A refusal of the domain beside its field. */
export function problemOf({ deps }: FormScene, { code, field }: Refusal<MeetingRefusal>): SaveOutcome {
  return { kind: 'problem', text: deps.t.refusals[code], ...(field === undefined ? {} : { field }) };
}

/** The operation of a form as writes: its outcome is what to show when it arrives again. */
export function savedOperation(nonce: string, hash: string, also: readonly Write[]): MakeOperation {
  return ({ kind, id }) => [operationWrite(nonce, { hash, outcome: { kind, id } }), ...also];
}
