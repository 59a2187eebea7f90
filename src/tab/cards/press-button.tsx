import { useState } from 'preact/hooks';
import type { ShownButton } from '../../platform/cards/contract.ts';
import type { Problem } from '../shell/api.ts';
import { tabTextsFi as words } from '../texts.fi.ts';
import { press, showAnswer } from './press.ts';

type PressButtonProps = {
  readonly button: ShownButton;
  /** Called when the press, or what it opened, may have changed something. */
  readonly onDone: () => void;
  /** What it is about, for those who hear the button apart from its line. */
  readonly about?: string;
  /** What was typed beside the button. */
  readonly typed?: Readonly<Record<string, string>>;
};

/** A button that does what the same button of a card does. While it works, further presses do nothing. */
export function PressButton({ button, onDone, about, typed = {} }: PressButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (): Promise<void> => {
    if (isBusy) {
      return;
    }
    setIsBusy(true);
    setProblem(null);
    const answer = await press(button, typed);
    setIsBusy(false);
    if (answer.kind === 'failed') {
      setProblem(answer.problem);
    } else {
      showAnswer(answer.value, onDone);
    }
  };
  return (
    <span class="press">
      <button
        type="button"
        class={`button button-${button.look}`}
        aria-disabled={isBusy}
        aria-busy={isBusy}
        aria-label={about === undefined ? undefined : `${button.label}: ${about}`}
        onClick={() => void run()}
      >
        {button.label}
      </button>
      <span role="alert" class="press-problem">
        {problem === null ? null : sayProblem(problem)}
      </span>
    </span>
  );
}

/** A failed press in words. */
export function sayProblem({ code, ref }: Problem): string {
  const { title, text } = words.problems[code];
  return [`${title}.`, text, ...(ref === undefined ? [] : [words.reference(ref)])].join(' ');
}
