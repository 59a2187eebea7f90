// Cooperation with municipalities: when each last met, and when next (S1-07).
import type { LocalDate } from '../../../kernel/instants.ts';
import type { MunicipalityCode } from '../../../kernel/regions/regions.ts';
import { isOn, type Meeting } from './meeting.ts';

export type MunicipalMeetings = {
  readonly municipality: MunicipalityCode;
  readonly last: Meeting | null;
  readonly next: Meeting | null;
};

/** Every municipality among the meetings, those without a next meeting first; `meetings` are in the order of their days. */
export function municipalMeetings(meetings: readonly Meeting[], today: LocalDate): readonly MunicipalMeetings[] {
  const places = new Map<MunicipalityCode, readonly Meeting[]>();
  for (const m of meetings) {
    if (m.municipality !== null && m.kind === 'municipalCooperation') {
      places.set(m.municipality, [...(places.get(m.municipality) ?? []), m]);
    }
  }
  const all = [...places].map(([municipality, ofPlace]) => ({
    municipality,
    last: ofPlace.findLast((m) => wasHeld(m, today)) ?? null,
    next: ofPlace.find((m) => isAhead(m, today)) ?? null,
  }));
  return [...all.filter(({ next }) => next === null), ...all.filter(({ next }) => next !== null)];
}

function wasHeld(m: Meeting, today: LocalDate): boolean {
  return m.state.kind === 'held' || (isOn(m) && m.date < today);
}

// One whose day waits for a decision is planned all the same.
function isAhead(m: Meeting, today: LocalDate): boolean {
  return (isOn(m) || m.state.kind === 'asking') && m.date >= today;
}
