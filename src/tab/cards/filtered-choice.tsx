// A text field with a list under it, for choices that are too many for a menu: all municipalities. After the pattern
// "combobox with list autocomplete" of the ARIA authoring practices.
import { useState } from 'preact/hooks';
import type { ShownField } from '../../platform/cards/contract.ts';
import { fold } from '../../kernel/fold.ts';
import { announce } from '../shell/announce.ts';
import { tabTextsFi as words } from '../texts.fi.ts';

type FilteredChoiceProps = {
  readonly id: string;
  readonly field: ShownField;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly described: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: boolean };
};

type Choice = ShownField['choices'][number];

const SHOWN_MAX = 8;

/** Finds a choice by the beginning of any of its words, in any case and without dots. */
export function FilteredChoice({ id, field, value, onChoose, described }: FilteredChoiceProps) {
  const [text, setText] = useState(() => titleOf(field, value));
  const [active, setActive] = useState(-1);
  const [isOpen, setIsOpen] = useState(false);
  const found = isOpen ? matching(field.choices, text) : [];
  const choose = ({ value: next, title }: Choice): void => {
    setText(title);
    setIsOpen(false);
    setActive(-1);
    onChoose(next);
  };
  const type = (typed: string): void => {
    setText(typed);
    setIsOpen(typed !== '');
    setActive(-1);
    // What is typed in full is chosen; anything else chooses nothing yet.
    onChoose(field.choices.find(({ title }) => fold(title) === fold(typed))?.value ?? '');
    const count = matching(field.choices, typed).length;
    announce(count === 0 ? words.form.nothingFound : words.form.found(count));
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const picked = found[active];
    if (step !== 0) {
      event.preventDefault();
      setIsOpen(true);
      setActive(stepped(active, step, matching(field.choices, text).length));
    } else if (event.key === 'Enter' && picked !== undefined) {
      event.preventDefault();
      choose(picked);
    } else if (event.key === 'Escape' && isOpen) {
      // The list closes; the panel around it stays.
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
    }
  };
  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-required={field.required}
        {...(active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        {...described}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onFocus={() => setIsOpen(text !== '' && value === '')}
        onBlur={() => setIsOpen(false)}
      />
      <Found id={id} label={field.label} found={found} active={active} onChoose={choose} />
    </div>
  );
}

type FoundProps = {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Choice[];
  readonly active: number;
  readonly onChoose: (choice: Choice) => void;
};

function Found({ id, label, found, active, onChoose }: FoundProps) {
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0}>
      {found.map((choice, index) => (
        <li
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => {
            // Before the field loses the focus and closes the list.
            event.preventDefault();
            onChoose(choice);
          }}
        >
          {choice.title}
        </li>
      ))}
    </ul>
  );
}

function titleOf(field: ShownField, value: string): string {
  return field.choices.find((choice) => choice.value === value)?.title ?? '';
}

function stepped(active: number, step: number, count: number): number {
  return count === 0 ? -1 : active < 0 && step < 0 ? count - 1 : (active + step + count) % count;
}

function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = fold(text);
  const starts = choices.filter(({ title }) => fold(title).startsWith(wanted));
  const within = choices.filter(
    ({ title }) => !starts.some((start) => start.title === title) && hasWord(title, wanted),
  );
  return [...starts, ...within].slice(0, SHOWN_MAX);
}

function hasWord(title: string, wanted: string): boolean {
  return fold(title)
    .split(/[\s,()/-]+/)
    .some((word) => word.startsWith(wanted));
}
