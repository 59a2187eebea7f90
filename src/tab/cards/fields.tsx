// The fields of a form as native inputs with visible labels: what is wrong stands beside the field and is tied to it.
import type { TargetedEvent, VNode } from 'preact';
import type { ShownField } from '../../platform/cards/contract.ts';
import { FilteredChoice } from './filtered-choice.tsx';
import { Notice } from '../shell/notice.tsx';
import { tabTextsFi as words } from '../texts.fi.ts';

type FieldProps = {
  readonly field: ShownField;
  /** Ids begin with it, so that two forms on a page never share one. */
  readonly prefix: string;
  readonly value: string;
  readonly onType: (value: string) => void;
};

// More radio buttons than this make a menu quicker to read.
const RADIO_BUTTONS_MAX = 5;

// More choices than this stand in columns.
const COLUMN_MAX = 8;

/** The id of the field's input, or of its first choice: where a link in the summary leads. */
export function inputId(prefix: string, { name }: Pick<ShownField, 'name'>): string {
  return `${prefix}-${name}`;
}

/** One field: the notice before it, its label, its input, its hint and what is wrong with it. */
export function FieldView(props: FieldProps) {
  const field = withHowTo(props.field);
  const explained = { ...props, field };
  return (
    <>
      {field.privacyNotice === '' ? null : (
        <Notice tone="warning" isPlain>
          {field.privacyNotice}
        </Notice>
      )}
      {isGroup(field) ? <ChoiceGroup {...explained} /> : <SingleField {...explained} />}
    </>
  );
}

// How one finds among many choices is not to be guessed.
function withHowTo(field: ShownField): ShownField {
  return field.kind === 'filteredChoice' && field.hint === '' ? { ...field, hint: words.form.typeToFind } : field;
}

function isGroup(field: ShownField): boolean {
  return field.kind === 'choices' || (field.kind === 'choice' && field.choices.length <= RADIO_BUTTONS_MAX);
}

function fieldLook(field: ShownField): string {
  return field.problem === '' ? 'field' : 'field field-wrong';
}

type Described = { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: boolean };

function described({ field, prefix }: FieldProps): Described {
  const id = inputId(prefix, field);
  const ids = [...(field.problem === '' ? [] : [`${id}-problem`]), ...(field.hint === '' ? [] : [`${id}-hint`])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(field.problem === '' ? {} : { 'aria-invalid': true }),
  };
}

function Explained({ field, prefix }: FieldProps) {
  const id = inputId(prefix, field);
  return (
    <>
      {field.hint === '' ? null : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.problem === '' ? null : (
        <p class="field-problem" id={`${id}-problem`}>
          {field.problem}
        </p>
      )}
    </>
  );
}

function SingleField(props: FieldProps) {
  const { field, prefix } = props;
  const id = inputId(prefix, field);
  const isToggle = field.kind === 'toggle';
  return (
    <div class={`${fieldLook(field)}${isToggle ? ' field-toggle' : ''}`}>
      <label for={id}>{field.label}</label>
      <Explained {...props} />
      <Input {...props} />
    </div>
  );
}

function Input(props: FieldProps): VNode {
  const { field, prefix, value, onType } = props;
  const type = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>): void =>
    onType(event.currentTarget.value);
  const common = { id: inputId(prefix, field), name: field.name, ...described(props), 'aria-required': field.required };
  switch (field.kind) {
    case 'longText':
      return <textarea {...common} rows={4} value={value} onInput={type} />;
    case 'filteredChoice':
      return (
        <FilteredChoice id={common.id} field={field} value={value} onChoose={onType} described={described(props)} />
      );
    case 'choice':
    case 'choices':
      return (
        <select {...common} value={value} onChange={type}>
          <option value="">{words.form.choose}</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      );
    case 'toggle':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onType(String(event.currentTarget.checked))}
        />
      );
    case 'date':
    case 'time':
      return WIRE_FORMS[field.kind].test(value) ? (
        <input {...common} type={field.kind} value={value} onInput={type} />
      ) : (
        <input {...common} value={value} onInput={type} autocomplete="off" />
      );
    case 'text':
      return <input {...common} value={value} onInput={type} autocomplete="off" />;
  }
}

// A date or time input shows nothing but the wire form; what was typed otherwise stays in a text input, to be mended.
const WIRE_FORMS = { date: /^(?:\d{4}-\d{2}-\d{2})?$/, time: /^(?:\d{2}:\d{2})?$/ } as const;

function ChoiceGroup(props: FieldProps) {
  const { field, prefix, value, onType } = props;
  const isSeveral = field.kind === 'choices';
  const isLong = field.choices.length > COLUMN_MAX;
  const chosen = value === '' ? [] : value.split(',');
  const toggle = (one: string, isChosen: boolean): void => {
    const next = isSeveral ? [...chosen.filter((each) => each !== one), ...(isChosen ? [one] : [])] : [one];
    onType(field.choices.flatMap((choice) => (next.includes(choice.value) ? [choice.value] : [])).join(','));
  };
  return (
    <fieldset class={`${fieldLook(field)}${isLong ? ' choices-many' : ''}`} {...described(props)}>
      <legend>{field.label}</legend>
      <Explained {...props} />
      {field.choices.map((choice, index) => (
        <label key={choice.value} class="choice">
          <input
            id={index === 0 ? inputId(prefix, field) : undefined}
            type={isSeveral ? 'checkbox' : 'radio'}
            name={`${prefix}-${field.name}`}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
          />
          <span>{choice.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
