import type { CountyCode } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry, CalendarSource } from '../../../platform/calendar/calendar-entry.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { WHOLE } from '../domain/view.ts';
import { inView, loadEntries } from './load-entries.ts';

/** What of the calendar other features may show. */
export interface CountyCalendar {
  /** What is coming in the county itself that everybody in that place may read, the nearest first. An outage throws. */
  comingIn(
    county: CountyCode,
    asking: Pick<Asking, 'workspace' | 'person' | 'place' | 'today'>,
  ): Promise<readonly CalendarEntry[]>;
}

/** Reads it from the sources. */
export function createCountyCalendar(sources: readonly CalendarSource[]): CountyCalendar {
  return {
    async comingIn(county, { workspace, person, place, today }) {
      const entries = await loadEntries(sources, { workspace, person: person.id }, { from: today, mine: false });
      return inView(entries, { ...WHOLE, scope: 'open', county }, place).filter(
        ({ status, counties }) => status !== 'cancelled' && counties.length > 0,
      );
    },
  };
}
