// A whole register from a file: chosen or pasted, looked at, confirmed once. Nothing is kept of it on this machine.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ImportAnswer, ImportPreview } from '../../../features/organisations/contract.ts';
import { organisationsTabFi } from '../../../features/organisations/texts/tab.fi.ts';
import { Notice } from '../../shell/notice.tsx';
import { send } from '../../shell/send.ts';
import { ImportPlan, type PlanPreview } from './import-plan.tsx';
import { ExplainedLines } from './text-level.tsx';

const words = organisationsTabFi.importing;
const MAX_BYTES = 1_024 * 1_024;

/** The bytes that are being looked at, as they were sent. */
type Sent = { readonly file: string; readonly removesMissing: boolean };

type Import = {
  readonly plan: PlanPreview | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly look: (chosen: Blob, removesMissing: boolean) => void;
  readonly confirm: (plan: PlanPreview) => void;
  readonly cancel: () => void;
};

/** One import from looking at it to its end; one request at a time. */
function useImport(onDone: (said: string) => void): Import {
  const [sent, setSent] = useState<Sent | null>(null);
  const [plan, setPlan] = useState<PlanPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const show = (preview: ImportPreview, note: string | null): void => {
    setPlan(preview.kind === 'plan' ? preview : null);
    setProblem(preview.kind === 'plan' ? note : `${preview.what} ${preview.mend}`);
  };
  const look = async (next: Sent): Promise<void> => {
    setSent(next);
    const answer = await send(ImportPreview, 'organisations/preview', next);
    if (answer.kind === 'ready') {
      show(answer.value, null);
    } else {
      setProblem(organisationsTabFi.failed);
    }
  };
  const confirm = async ({ digest, nonce }: PlanPreview): Promise<void> => {
    const answer = await send(ImportAnswer, 'organisations/import', { ...sent, digest, nonce });
    if (answer.kind === 'failed') {
      setProblem(organisationsTabFi.failed);
    } else if (answer.value.kind === 'stale') {
      show(answer.value.plan, words.stale);
    } else {
      setPlan(null);
      onDone(answer.value.said);
    }
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (!isBusy) {
      setIsBusy(true);
      setProblem(null);
      await work();
      setIsBusy(false);
    }
  };
  return {
    plan,
    problem,
    isBusy,
    look: (chosen, removesMissing) =>
      chosen.size === 0 || chosen.size > MAX_BYTES
        ? setProblem(chosen.size === 0 ? words.nothing : words.tooLarge)
        : void run(async () => {
            const bytes = await bytesOf(chosen);
            if (bytes === null) {
              setProblem(words.unreadable);
            } else {
              await look({ file: toBase64(bytes), removesMissing });
            }
          }),
    confirm: (shown) => void run(() => confirm(shown)),
    cancel: () => setPlan(null),
  };
}

/** Reads a file or pasted rows, shows what would change, and carries it out when that is confirmed. */
export function ImportForm({ onDone }: { readonly onDone: (said: string) => void }) {
  const [chosen, setChosen] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [removesMissing, setRemovesMissing] = useState(false);
  const { plan, problem, isBusy, look, confirm, cancel } = useImport(onDone);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (plan !== null) {
      result.current?.focus();
    }
  }, [plan]);
  const preview = (): void => look(chosen ?? new Blob([pasted]), removesMissing);
  return (
    <section class="settings-part" aria-labelledby="import-title">
      <h3 id="import-title">{words.title}</h3>
      <p>{words.intro}</p>
      <ExplainedLines lines={words.explained} />
      <Inputs {...{ pasted, removesMissing, setChosen, setPasted, setRemovesMissing }} />
      <div class="actions">
        <button type="button" class="button" aria-busy={isBusy} onClick={preview}>
          {words.preview}
        </button>
      </div>
      <div role="alert">{problem === null ? null : <Notice tone="problem">{problem}</Notice>}</div>
      {plan === null ? null : (
        <ImportPlan plan={plan} heading={result} isBusy={isBusy} onConfirm={() => confirm(plan)} onCancel={cancel} />
      )}
    </section>
  );
}

type InputsProps = {
  readonly pasted: string;
  readonly removesMissing: boolean;
  readonly setChosen: (file: File | null) => void;
  readonly setPasted: (text: string) => void;
  readonly setRemovesMissing: (removes: boolean) => void;
};

function Inputs({ pasted, removesMissing, setChosen, setPasted, setRemovesMissing }: InputsProps) {
  return (
    <>
      <div class="field">
        <label for="import-file">{words.file}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <div class="field">
        <label for="import-text">{words.paste}</label>
        <p class="hint" id="import-hint">
          {words.pasteHint}
        </p>
        <textarea
          id="import-text"
          aria-describedby="import-hint"
          rows={4}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={removesMissing}
          onChange={(event) => setRemovesMissing(event.currentTarget.checked)}
        />
        <span>{words.removes}</span>
      </label>
    </>
  );
}

// A file that was saved again after it was chosen cannot be read any more.
async function bytesOf(chosen: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await chosen.arrayBuffer());
  } catch {
    return null;
  }
}

// In pieces: a call takes only so many arguments.
const PIECE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}
