import { useEffect, useRef, useState } from 'preact/hooks';
import { caseBoardFi as words } from '../../../features/cases/texts/case-board.fi.ts';
import { announce } from '../../shell/announce.ts';

/** How many cases are drawn at a time: the rest waits for a press, so that thousands do not slow the page. */
export const PORTION = 25;

/**
 * The first portions of a list. `key` names the list: with another one it begins anew. `more` shows the next portion and
 * moves the focus to the first link of it, found by `data-place` below `within`.
 */
export function usePortions<Item>(items: readonly Item[], key: string) {
  const [shown, setShown] = useState({ key, count: PORTION });
  const count = shown.key === key ? shown.count : PORTION;
  const within = useRef<HTMLElement>(null);
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (isDue) {
      setIsDue(false);
      within.current?.querySelector<HTMLElement>(`[data-place="${count - PORTION}"] a`)?.focus();
    }
  }, [isDue, count]);
  const rest = items.length - count;
  return {
    within,
    visible: items.slice(0, count),
    next: Math.max(0, Math.min(PORTION, rest)),
    more: (): void => {
      setShown({ key, count: count + PORTION });
      setIsDue(true);
      announce(words.moreShown(Math.min(PORTION, rest)));
    },
  };
}

type MoreButtonProps = {
  readonly count: number;
  /** What the button is read as, where several stand on a page. */
  readonly label?: string;
  readonly onMore: () => void;
};

/** Shows the next portion; nothing when there is none. */
export function MoreButton({ count, label, onMore }: MoreButtonProps) {
  return count === 0 ? null : (
    <button type="button" class="button" aria-label={label} onClick={onMore}>
      {words.more(count)}
    </button>
  );
}
