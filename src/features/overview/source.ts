// What a feature gives to each person's own page.
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';

/** Something that a person is to do. Texts are finished phrases in Finnish. */
export type AgendaLine = {
  /** `<source>.<id>`; of a dated thing the id that calendars know it by, so that nothing is said twice. */
  readonly id: string;
  readonly text: string;
  /** `Tapaus 2026-014 · Kuljetuspalvelun odotusajat` */
  readonly about: string;
  /** Its page below `/tab`; null when it has none. */
  readonly to: string | null;
  /** Null when no day was agreed. */
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
  /** What the date is, when it is not when this is to be done: `Tavoitepäivä`; '' otherwise. */
  readonly dateLabel: string;
  readonly buttons: readonly Button[];
};

/** A case that somebody looks after from a distance. */
export type WatchedCase = {
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly county: CountyCode;
  /** What it waits for, as far as a list knows. */
  readonly next: string;
  /** The earliest agreed day that has passed; null when nothing is late. */
  readonly lateSince: LocalDate | null;
  /** The day of the last change; null when nobody noted it. */
  readonly changedOn: LocalDate | null;
};

export type Agenda = {
  /** What they promised or lead, dated or not. */
  readonly steps: readonly AgendaLine[];
  /** What others wait for them to say. */
  readonly answers: readonly AgendaLine[];
  /** The cases under way of the counties that were asked for. */
  readonly watched: readonly WatchedCase[];
};

export interface AgendaSource {
  /** `cases`, `meetings`. */
  readonly source: string;
  /**
   * What that person has to do, as far as it may be shown to them in this place. `counties`: those whose cases they look
   * after. An outage throws.
   */
  agenda(
    asking: Asking,
    about: { readonly people: People; readonly counties: readonly CountyCode[]; readonly weekEnds: LocalDate },
  ): Promise<Agenda>;
}
