// What one form of the settings is: what it asks, and what its answer would change.
import type { PersonId } from '../../kernel/ids.ts';
import type { Fields, ValuesOf } from '../../platform/cards/field.ts';
import type { Button, FieldProblem } from '../../platform/cards/form.ts';
import { readForm } from '../../platform/cards/read-form.ts';
import type { Settings, SettingsDecision } from './domain/settings.ts';
import type { SettingsAction } from './policy.ts';
import type { Scene } from './scene.ts';

export type Typed = Readonly<Record<string, string>>;

/**
 * What the card sent besides the fields, parsed. `whom`: the advisor it is about, the asker where it is about nobody in
 * particular. `query`: what a person was searched by.
 */
export type FormAbout = { readonly whom: PersonId; readonly query: string };

/** What a filled-in form asks for. */
export type Plan = {
  readonly whom: PersonId | null;
  readonly decide: (settings: Settings) => SettingsDecision;
  /** What is said when it is done. */
  readonly said: string;
};

export type Content = {
  readonly title: string;
  readonly about: string | null;
  readonly intro: string;
  readonly fields: Fields;
  /** The button that saves; "Tallenna" when absent. */
  readonly submit?: string;
  /** Beside save and back. */
  readonly more?: readonly Omit<Button, 'data' | 'sendsInputs'>[];
};

export type Reading =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly typed: Typed }
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>>; readonly typed: Typed };

export type SettingsForm = {
  readonly action: SettingsAction;
  readonly openVerb: string;
  readonly saveVerb: string;
  /** Whose matters it is about, when that is asked before the form. */
  readonly isAboutAdvisor: boolean;
  /** What the form asks; a text when there is nothing it could ask. */
  content(scene: Scene, about: FormAbout): Content | string;
  read(scene: Scene, about: FormAbout, data: Readonly<Record<string, unknown>>): Reading;
};

/** A form from its fields and what their values mean; the field types hold between the two. */
export function defineForm<Form extends Fields>(form: {
  readonly action: SettingsAction;
  readonly openVerb: string;
  readonly saveVerb: string;
  readonly isAboutAdvisor: boolean;
  readonly fields: (scene: Scene, about: FormAbout) => Form;
  readonly frame: (scene: Scene, about: FormAbout) => Omit<Content, 'fields'> | string;
  readonly plan: (scene: Scene, about: FormAbout, values: ValuesOf<Form>) => Plan;
}): SettingsForm {
  const { action, openVerb, saveVerb, isAboutAdvisor } = form;
  return {
    action,
    openVerb,
    saveVerb,
    isAboutAdvisor,
    content(scene, about) {
      const frame = form.frame(scene, about);
      return typeof frame === 'string' ? frame : { ...frame, fields: form.fields(scene, about) };
    },
    read(scene, about, data) {
      // No form of the settings has a free text that is kept, so there is nothing to confirm.
      const reading = readForm(form.fields(scene, about), data, { today: scene.asking.today, confirmed: true });
      return reading.kind === 'problems'
        ? reading
        : { kind: 'plan', plan: form.plan(scene, about, reading.values), typed: reading.typed };
    },
  };
}
