import { invariant } from '../../kernel/fault.ts';
import type { Card } from './card.ts';
import type { ShownForm } from './contract.ts';
import { createTemplate } from './expand.ts';
import type { Field } from './field.ts';
import type { FormView } from './form.ts';
import template from './form.card.json' with { type: 'json' };
import { frameData, paragraphsOf, sentences, shownFrame } from './parts.ts';
import { showing } from './shown-card.ts';
import { cardTextsFi as words } from './texts.fi.ts';

type FieldData = {
  readonly name: string;
  readonly input: 'text' | 'date' | 'time' | 'choices' | 'toggle';
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly errorMessage: string;
  readonly problem: string;
  readonly privacyNotice: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly maxLength: number;
  readonly style: string;
  readonly several: boolean;
  readonly placeholder: string;
  readonly yes: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

type FormData = ReturnType<typeof frameData> & {
  readonly intro: readonly { readonly text: string }[];
  readonly fields: readonly FieldData[];
};

const draw = createTemplate<FormData>(template);

// More radio buttons than this make a menu quicker to read.
const RADIO_BUTTONS_MAX = 5;

/**
 * The form as a card, fields in the order of `fields`. Each problem stands by its field, with a summary on top and what
 * was typed still in place. A form with more than five buttons, two filtered choices, or a button whose data shares a
 * name with a field throws.
 */
export function presentForm(view: FormView): Card {
  assertDrawable(view);
  const fields = Object.entries(view.fields);
  const mend = fields.filter(([name]) => Object.hasOwn(view.problems, name)).map(([, field]) => field.label);
  const firstFreeText = fields.findIndex(([, field]) => field.privacy !== 'none');
  const frame = frameData({
    ...view,
    about: [view.step, view.about].filter((part) => part !== null).join(' · '),
    spoken: view.intro ?? '',
  });
  const intro = paragraphsOf(view.intro ?? '');
  const drawn = fields.map(([name, field], index) => ({
    field,
    data: {
      ...fieldData(view, name, field),
      privacyNotice: index === firstFreeText ? (view.privacyNotice ?? '') : '',
    },
  }));
  const card = draw({
    ...frame,
    notices: [...mendNotices(mend), ...frame.notices],
    intro: intro.map((text) => ({ text })),
    fields: drawn.map(({ data }) => data),
  });
  return showing(card, {
    kind: 'form',
    ...shownFrame({ ...view, about: frame.about }),
    intro: [...intro],
    fields: drawn.map(({ field, data }) => shownField(field, data)),
  });
}

function shownField(field: Field<unknown>, data: FieldData): ShownForm['fields'][number] {
  const { name, label, hint, required, errorMessage, problem, privacyNotice, value, maxLength } = data;
  return {
    name,
    kind: field.kind,
    label,
    hint,
    required,
    optional: isOptional(field),
    errorMessage,
    problem,
    privacyNotice,
    value,
    maxLength,
    choices: field.choices.map((choice) => ({ value: choice.value, title: choice.title })),
  };
}

function isOptional(field: Field<unknown>): boolean {
  return !field.required && !field.conditional && field.kind !== 'toggle';
}

// Says "Korjaa" in its own sentence, so it takes no word before it.
function mendNotices(labels: readonly string[]): FormData['notices'] {
  // A question keeps its mark only where it ends the list.
  const listed = labels.map((label, index) => (index < labels.length - 1 ? label.replace(/[.:?]$/, '') : label));
  const text = words.mendFields(labels.length, sentences([listed.join(', ')]));
  return labels.length === 0 ? [] : [{ style: 'attention', word: '', text }];
}

function assertDrawable({ fields, buttons }: FormView): void {
  const filtered = Object.values(fields).filter((field) => field.kind === 'filteredChoice');
  // All municipalities alone are half of what a card may weigh.
  invariant(filtered.length <= 1, 'two-filtered-choices-on-card');
  const sent = buttons.flatMap((button) => ['verb', ...Object.keys(button.data)]);
  invariant(!sent.some((name) => Object.hasOwn(fields, name)), 'button-data-hides-field');
}

function fieldData(view: FormView, name: string, field: Field<unknown>): Omit<FieldData, 'privacyNotice'> {
  const value = (Object.hasOwn(view.typed, name) ? view.typed[name] : undefined) ?? field.initial;
  const problem = Object.hasOwn(view.problems, name) ? view.problems[name] : undefined;
  return {
    name,
    input: inputFor(field, value),
    label: isOptional(field) ? `${field.label} ${words.optional}` : field.label,
    hint: field.hint ?? '',
    required: field.required,
    errorMessage: field.problem,
    problem: problem === undefined ? '' : words.mendField(problem),
    value,
    multiline: field.kind === 'longText',
    maxLength: field.maxLength,
    style: choiceStyle(field),
    several: field.kind === 'choices',
    // Some clients name a filtered menu by its placeholder alone.
    placeholder: field.kind === 'filteredChoice' ? words.typeToFind(field.label) : words.choose,
    yes: words.yes,
    choices: field.choices,
  };
}

const INPUTS = {
  text: 'text',
  longText: 'text',
  date: 'date',
  time: 'time',
  choice: 'choices',
  choices: 'choices',
  filteredChoice: 'choices',
  toggle: 'toggle',
} as const satisfies Record<Field<unknown>['kind'], FieldData['input']>;

// A date or time input shows nothing but the wire form; what was typed otherwise is kept in a text input, to be mended.
const WIRE_FORMS: Partial<Record<FieldData['input'], RegExp>> = {
  date: /^(?:\d{4}-\d{2}-\d{2})?$/,
  time: /^(?:\d{2}:\d{2})?$/,
};

function inputFor(field: Field<unknown>, value: string): FieldData['input'] {
  const input = INPUTS[field.kind];
  return WIRE_FORMS[input]?.test(value) === false ? 'text' : input;
}

function choiceStyle(field: Field<unknown>): string {
  if (field.kind === 'filteredChoice') {
    return 'filtered';
  }
  return field.kind === 'choices' || field.choices.length <= RADIO_BUTTONS_MAX ? 'expanded' : 'compact';
}
