// What the pages of the counties ask and are told.
import * as z from 'zod/mini';

const text = z.string();
const count = z.int().check(z.minimum(0));

const tally = { open: count, late: count, closed: count };

/** One county as the tiles and the list show it. */
export const CountyLine = z.object({
  code: text,
  /** `Pirkanmaan hyvinvointialue` and `Pirkanmaa`. */
  name: text,
  shortName: text,
  ...tally,
  workingGroups: z.array(text),
  /** The names of those who are its advisors. */
  advisors: z.array(text),
});

/** `GET /counties`: the 21 counties and Helsinki, in Finnish alphabetical order of their names. */
export const CountiesView = z.object({ counties: z.array(CountyLine), ...tally });

export const CountyCase = z.object({
  number: text,
  title: text,
  /** Its stage, or how it ended and when. */
  state: text,
  isLate: z.boolean(),
});

export const CountyEvent = z.object({
  /** `tiistaina 8.12.2026 klo 17.00` */
  when: text,
  title: text,
  kind: text,
  place: text,
  /** Name it in the calendar. */
  source: text,
  id: text,
});

/** `GET /counties/:code`: one county. Lists are cut; the counts are whole. */
export const CountyView = z.object({
  code: text,
  name: text,
  shortName: text,
  ...tally,
  openCases: z.array(CountyCase),
  closedCases: z.array(CountyCase),
  workingGroups: z.array(text),
  /** `away` says until when and who stands in; '' while the advisor is there. */
  advisors: z.array(z.object({ name: text, away: text })),
  /** Who supports its cases today, when that is none of its advisors; '' when one does or nobody can. */
  support: text,
  events: z.array(CountyEvent),
  /** How many more events are coming than are listed. */
  moreEvents: count,
  facts: z.array(z.object({ label: text, value: text })),
  municipalities: z.array(text),
});

export type CountyLine = z.infer<typeof CountyLine>;
export type CountiesView = z.infer<typeof CountiesView>;
export type CountyCase = z.infer<typeof CountyCase>;
export type CountyEvent = z.infer<typeof CountyEvent>;
export type CountyView = z.infer<typeof CountyView>;
