import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ShownButton, ShownCard, ShownField, ShownForm, ShownMessage } from '../../platform/cards/contract.ts';
import { Notice } from '../shell/notice.tsx';
import { tabTextsFi as words } from '../texts.fi.ts';
import { CardLinks, CardNotices } from './card-frame.tsx';
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts';
import { FieldView, inputId } from './fields.tsx';
import { press, showAnswer } from './press.ts';
import { sayProblem } from './press-button.tsx';

type Typed = Readonly<Record<string, string>>;

type FormProps = {
  readonly card: ShownForm;
  readonly onDone: () => void;
  /** Told whether something would be lost now. */
  readonly onDirty: (isDirty: boolean) => void;
  /** Asks before what was typed is thrown away, then goes on. */
  readonly confirmLeaving: (goOn: () => void) => void;
};

/** A form: its problems first, its fields in order, its buttons. What is typed survives a reload. */
export function FormView({ card, onDone, onDirty, confirmLeaving }: FormProps) {
  const prefix = useId();
  const key = draftKey(card);
  const [typed, setTyped] = useState<Typed>(() => startOf(card, key));
  const [isKept, setIsKept] = useState(
    () => isChanged(card, typed) && !card.fields.some(({ problem }) => problem !== ''),
  );
  const type = (field: ShownField, value: string): void => {
    setTyped({ ...typed, [field.name]: value });
    onDirty(true);
    if (key !== null) {
      keepDraft(key, field.name, value);
    }
  };
  const startOver = (): void => {
    setTyped(initialOf(card));
    setIsKept(false);
    onDirty(false);
    if (key !== null) {
      dropDraft(key);
    }
  };
  useEffect(() => onDirty(isChanged(card, typed) || card.fields.some(({ problem }) => problem !== '')), []);
  const wrong = card.fields.filter(({ problem }) => problem !== '');
  return (
    <form class="form" noValidate onSubmit={(event) => event.preventDefault()}>
      <Summary fields={wrong} prefix={prefix} />
      <CardNotices card={card} />
      {isKept ? (
        <Notice tone="info">
          {words.form.kept}{' '}
          <button type="button" class="button" onClick={startOver}>
            {words.form.startOver}
          </button>
        </Notice>
      ) : null}
      {card.intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {card.fields.map((field) => (
        <FieldView
          key={field.name}
          field={field}
          prefix={prefix}
          value={typed[field.name] ?? ''}
          onType={(value) => type(field, value)}
        />
      ))}
      <FormButtons {...{ card, typed, draft: key, onDone, confirmLeaving }} />
    </form>
  );
}

function initialOf(card: ShownForm): Typed {
  return Object.fromEntries(card.fields.map(({ name, value }) => [name, value]));
}

// An answer to what was sent holds it already; a form opened anew takes what was kept.
function startOf(card: ShownForm, key: string | null): Typed {
  const kept = key === null || card.fields.some(({ problem }) => problem !== '') ? null : readDraft(key);
  const initial = initialOf(card);
  return kept === null ? initial : { ...initial, ...pickKnown(kept, initial) };
}

function pickKnown(kept: Typed, initial: Typed): Typed {
  return Object.fromEntries(Object.entries(kept).filter(([name]) => Object.hasOwn(initial, name)));
}

function isChanged(card: ShownForm, typed: Typed): boolean {
  return card.fields.some(({ name, value }) => typed[name] !== value);
}

/** What is to be mended, as links to the fields; takes the focus when it appears. */
function Summary({ fields, prefix }: { readonly fields: readonly ShownField[]; readonly prefix: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  if (fields.length === 0) {
    return null;
  }
  return (
    <div class="notice notice-problem summary" tabIndex={-1} ref={place}>
      <p>
        <strong>{words.form.mend}</strong>
      </p>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <a
              href={`#${inputId(prefix, field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(inputId(prefix, field))?.focus();
              }}
            >
              {field.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// Whether the answer still asks for what the form asked: something is to be mended or confirmed, and nothing is saved.
function asksAgain(form: ShownForm, answer: ShownCard): boolean {
  const names = new Set(form.fields.map(({ name }) => name));
  return (
    answer.kind === 'form' &&
    answer.fields.some(({ name }) => names.has(name)) &&
    !answer.notices.some(({ tone }) => tone === 'done')
  );
}

// Whether a form was not taken, for a reason that no other form would mend: somebody has moved the matter on meanwhile.
function isRefusal(answer: ShownCard): answer is ShownMessage {
  return (
    answer.kind === 'message' &&
    answer.notices.some(({ tone }) => tone === 'warning' || tone === 'problem') &&
    !answer.notices.some(({ tone }) => tone === 'done')
  );
}

type FormButtonsProps = Pick<FormProps, 'card' | 'onDone' | 'confirmLeaving'> & {
  readonly typed: Typed;
  readonly draft: string | null;
};

function FormButtons({ card, typed, draft, onDone, confirmLeaving }: FormButtonsProps) {
  const [busy, setBusy] = useState<ShownButton | null>(null);
  const [problem, setProblem] = useState('');
  const run = async (button: ShownButton): Promise<void> => {
    setBusy(button);
    setProblem('');
    const answer = await press(button, typed);
    setBusy(null);
    if (answer.kind === 'failed') {
      setProblem(
        button.sendsInputs ? `${words.form.notSent} ${sayProblem(answer.problem)}` : sayProblem(answer.problem),
      );
      return;
    }
    const isRefused = button.sendsInputs && isRefusal(answer.value);
    if (isRefused && answer.value.buttons.length === 0) {
      // The form stays with its text, to be copied from; the page behind it shows what has changed.
      setProblem(answer.value.notices.map(({ text }) => text).join(' '));
      onDone();
      return;
    }
    if (draft !== null && !isRefused && !asksAgain(card, answer.value)) {
      dropDraft(draft);
    }
    showAnswer(answer.value, onDone);
  };
  const start = (button: ShownButton): void => {
    if (busy !== null) {
      return;
    }
    if (button.sendsInputs) {
      void run(button);
    } else {
      confirmLeaving(() => void run(button));
    }
  };
  return (
    <>
      <p role="alert" class="press-problem">
        {problem}
      </p>
      <div class="actions form-actions">
        {card.buttons.map((button) => (
          <button
            key={button.label}
            type="button"
            class={`button button-${button.look}`}
            aria-disabled={busy !== null}
            aria-busy={busy === button}
            onClick={() => start(button)}
          >
            {button.label}
          </button>
        ))}
        <CardLinks card={card} />
      </div>
    </>
  );
}
