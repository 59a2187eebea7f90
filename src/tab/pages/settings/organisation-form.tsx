// The form of one organisation. What is typed stays until it is saved or put away, also over a reload and a collision.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  SaveAnswer,
  type ListedOrganisation,
  type OrganisationCells,
  type OrganisationColumn,
} from '../../../features/organisations/contract.ts';
import { organisationsFi } from '../../../features/organisations/texts.fi.ts';
import { organisationsTabFi } from '../../../features/organisations/texts/tab.fi.ts';
import { dropDraft, keepDraft, readDraft } from '../../cards/drafts.ts';
import { Notice } from '../../shell/notice.tsx';
import { send } from '../../shell/send.ts';

const words = organisationsTabFi.form;
const { columns, kinds, yes, no } = organisationsFi;

type FormColumn = Exclude<OrganisationColumn, 'id'>;
type FormCells = Omit<OrganisationCells, 'id'>;
type Problems = Extract<SaveAnswer, { kind: 'problems' }>['problems'];

const FIELDS: readonly FormColumn[] = ['kind', 'name', 'counties', 'municipalities', 'district', 'page', 'active'];
const NEW: FormCells = {
  kind: kinds.association,
  name: '',
  counties: '',
  municipalities: '',
  district: '',
  page: '',
  active: yes,
};

type OrganisationFormProps = {
  /** Null for a new one. */
  readonly organisation: ListedOrganisation | null;
  /** The state of the list, which a new one names. */
  readonly listSeen: string;
  readonly districts: readonly string[];
  readonly onSaved: (said: string) => void;
  readonly onCancel: () => void;
};

type Form = {
  readonly typed: FormCells;
  readonly problems: Problems;
  readonly note: string | null;
  readonly isBusy: boolean;
  readonly type: (column: FormColumn, value: string) => void;
  readonly save: () => Promise<void>;
  readonly cancel: () => void;
};

/** What is typed and what became of saving it. */
function useOrganisationForm({ organisation, listSeen, onSaved, onCancel }: OrganisationFormProps): Form {
  const draft = `organisations|${organisation?.id ?? ''}`;
  const [base, setBase] = useState(organisation);
  const [typed, setTyped] = useState<FormCells>({ ...(organisation?.cells ?? NEW), ...readDraft(draft) });
  const [problems, setProblems] = useState<Problems>([]);
  const [note, setNote] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const leave = (then: () => void): void => {
    dropDraft(draft);
    then();
  };
  const take = (answer: SaveAnswer): void => {
    if (answer.kind === 'saved') {
      leave(() => onSaved(answer.said));
    } else if (answer.kind === 'problems') {
      setProblems(answer.problems);
      setNote(null);
    } else {
      setProblems([]);
      // What nobody typed here follows the other change, or saving again would undo it.
      setTyped({ ...typed, ...answer.now?.cells, ...readDraft(draft) });
      setBase(answer.now);
      setNote(answer.now === null ? words.gone : `${words.collision} ${inWords(answer.now)}`);
    }
  };
  return {
    typed,
    problems,
    note,
    isBusy,
    type(column, value) {
      setTyped({ ...typed, [column]: value });
      keepDraft(draft, column, value);
    },
    async save() {
      setIsBusy(true);
      const { id, seen } = base ?? { id: '', seen: listSeen };
      const cells = Object.fromEntries(FIELDS.map((column) => [column, typed[column]]));
      const answer = await send(SaveAnswer, 'organisations/save', { id, seen, cells });
      setIsBusy(false);
      if (answer.kind === 'failed') {
        setNote(organisationsTabFi.failed);
      } else {
        take(answer.value);
      }
    },
    cancel: () => leave(onCancel),
  };
}

/** Adds or changes one organisation; what is wrong stands beside its field. */
export function OrganisationForm(props: OrganisationFormProps) {
  const { typed, problems, note, isBusy, type, save, cancel } = useOrganisationForm(props);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [problems, note]);
  return (
    <form
      class="form settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (isBusy ? undefined : save());
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {words.title}
      </h3>
      {note === null ? null : <Notice tone="warning">{note}</Notice>}
      <Mend problems={problems} />
      {FIELDS.map((column) => (
        <FormField key={column} {...{ column, districts: props.districts, problems, typed, type }} />
      ))}
      <div class="actions">
        <button type="submit" class="button button-primary" aria-busy={isBusy}>
          {words.save}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function inWords({ cells }: ListedOrganisation): string {
  return FIELDS.map((column) => `${columns[column]}: ${cells[column] || '–'}`).join('. ');
}

function Mend({ problems }: { readonly problems: Problems }) {
  return problems.length === 0 ? null : (
    <div role="alert">
      <Notice tone="problem" isPlain>
        {words.mend}
        <ul>
          {problems.map(({ column, text }) => (
            <li key={text}>{column === null ? text : <a href={`#organisation-${column}`}>{text}</a>}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

type FormFieldProps = {
  readonly column: FormColumn;
  readonly districts: readonly string[];
  readonly problems: Problems;
  readonly typed: FormCells;
  readonly type: (column: FormColumn, value: string) => void;
};

function FormField({ column, districts, problems, typed, type }: FormFieldProps) {
  const id = `organisation-${column}`;
  const hint = words.hints[column];
  const problem = problems.find((each) => each.column === column)?.text ?? '';
  const choices = choicesFor(column, districts);
  const ids = [...(problem === '' ? [] : [`${id}-problem`]), ...(hint === '' ? [] : [`${id}-hint`])].join(' ');
  const input = {
    id,
    value: typed[column],
    ...(ids === '' ? {} : { 'aria-describedby': ids }),
    ...(problem === '' ? {} : { 'aria-invalid': true }),
  };
  return (
    <div class={`field${problem === '' ? '' : ' field-wrong'}`}>
      <label for={id}>{columns[column]}</label>
      {hint === '' ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem === '' ? null : (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {choices === null ? (
        <input {...input} autocomplete="off" onInput={(event) => type(column, event.currentTarget.value)} />
      ) : (
        <select {...input} onChange={(event) => type(column, event.currentTarget.value)}>
          {[...new Set([...choices, typed[column]])].map((choice) => (
            <option key={choice} value={choice}>
              {choice === '' ? '–' : choice}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function choicesFor(column: FormColumn, districts: readonly string[]): readonly string[] | null {
  switch (column) {
    case 'kind':
      return [kinds.association, kinds.district];
    case 'active':
      return [yes, no];
    case 'district':
      return ['', ...districts];
    default:
      return null;
  }
}
