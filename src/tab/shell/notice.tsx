import type { ComponentChildren } from 'preact';
import type { ShownNotice } from '../../platform/cards/contract.ts';
import { cardTextsFi } from '../../platform/cards/texts.fi.ts';

const WORDS: Readonly<Record<ShownNotice['tone'], string>> = {
  info: '',
  done: cardTextsFi.done,
  warning: cardTextsFi.note,
  problem: cardTextsFi.mend,
};

type NoticeProps = {
  readonly tone: ShownNotice['tone'];
  /** Says its tone in a word too, as cards do; colour alone says nothing to many. */
  readonly isPlain?: boolean;
  readonly children: ComponentChildren;
};

/** Something to notice, told from the rest by its edge, its colour and a word. */
export function Notice({ tone, isPlain = false, children }: NoticeProps) {
  const word = isPlain ? '' : WORDS[tone];
  return (
    <div class={`notice notice-${tone}`}>
      {word === '' ? null : <strong>{word} </strong>}
      {children}
    </div>
  );
}
