import { useEffect, useState } from 'preact/hooks';

// Where the tiles have no room for the counties' names; the same width is in counties.css.
const NARROW = '(max-width: 48rem)';

/** Whether the page is so narrow that the list comes before the tiles, also for the keyboard and a screen reader. */
export function useNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const list = matchMedia(NARROW);
    const follow = (): void => setIsNarrow(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
