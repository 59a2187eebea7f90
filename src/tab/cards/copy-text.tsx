import { useRef, useState } from 'preact/hooks';
import { tabTextsFi as words } from '../texts.fi.ts';

type CopyTextProps = {
  readonly text: string;
  /** What the text is, for those who hear it. */
  readonly name: string;
  readonly label: string;
  readonly done: string;
};

/** A text to be taken along as it is, and the button that takes it. */
export function CopyText({ text, name, label, done }: CopyTextProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      // Frames are not always let at the clipboard; what is selected can still be copied with the keyboard.
      field.current?.focus();
      setSaid(words.copyByHand);
    }
  };
  return (
    <div class="copy">
      <input class="copy-text" type="text" readOnly value={text} aria-label={name} ref={field} />
      <button type="button" class="button button-primary" onClick={() => void copy()}>
        {label}
      </button>
      {/* Here, because nobody hears what is said behind an open panel. */}
      <p role="status">{said}</p>
    </div>
  );
}
