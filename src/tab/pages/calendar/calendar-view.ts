// What of the calendar the address asks for.
import { useEffect, useState } from 'preact/hooks';
import { useAddress } from '../../shell/address.ts';

/** How the month is drawn, and what it is narrowed to. */
export type CalendarView = {
  readonly isGrid: boolean;
  /** Whether there is room to choose the grid at all. */
  readonly isWide: boolean;
  readonly query: URLSearchParams;
};

// Seven columns of words need this much; with larger text, more.
const WIDE = '(min-width: 60rem)';

/** The view of the moment: a grid where it fits, unless the address asks for the list. */
export function useCalendarView(): CalendarView {
  const { query } = useAddress();
  const isWide = useMedia(WIDE);
  return { isGrid: isWide && query.get('nakyma') !== 'lista', isWide, query };
}

/** The query with some of its values changed; null takes one out. */
export function changed(query: URLSearchParams, values: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** The path of the month's route for a query. */
export function monthPath(query: URLSearchParams): string {
  const asked = changed(query, { nakyma: null }).toString();
  return asked === '' ? 'calendar' : `calendar?${asked}`;
}

function useMedia(rule: string): boolean {
  const [isSo, setIsSo] = useState(() => matchMedia(rule).matches);
  useEffect(() => {
    const media = matchMedia(rule);
    const look = (): void => setIsSo(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [rule]);
  return isSo;
}
