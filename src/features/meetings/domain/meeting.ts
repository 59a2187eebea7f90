// One meeting: a session of a series in a month, or an event that happens once.
import type { ChannelId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../../kernel/instants.ts';
import type { CountyCode, MunicipalityCode } from '../../../kernel/regions/regions.ts';
import type { MeetingId, Month, SeriesId } from './ids.ts';
import type { Format, MeetingKind, Theme } from './vocabulary.ts';

/** The channel where it was made: there it is announced, and who sees that channel sees it. */
export type Home = { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };

/** What a series and a meeting have in common. */
export type Frame = {
  /** Empty: the name of its kind says enough. */
  readonly title: string;
  /** Empty for the whole country. */
  readonly counties: readonly CountyCode[];
  readonly municipality: MunicipalityCode | null;
  readonly minutes: number;
  readonly format: Format;
  /** In words; '' when it is online only. */
  readonly place: string;
  /** An https address that somebody gave, or ''. */
  readonly link: string;
  readonly organiser: PersonId;
};

export type Touch = { readonly by: PersonId; readonly at: Instant };

export type NextStep = {
  readonly id: ItemId;
  readonly what: string;
  readonly date: LocalDate | null;
  readonly done: { readonly on: LocalDate; readonly by: PersonId } | null;
};

/** A Teams meeting that the app made itself. `shown` is the sequence that Teams knows. */
export type OnlineMeeting =
  | { readonly kind: 'made'; readonly eventId: string; readonly joinUrl: string; readonly shown: number }
  /** Somebody removed it from the calendar, or it was cancelled: not to be made again. */
  | { readonly kind: 'gone' };

export type MeetingState =
  /** Its day is asked about; nobody is told of it before the organiser has chosen. `asked`: how often. */
  | { readonly kind: 'asking'; readonly asked: number }
  | { readonly kind: 'planned' }
  | { readonly kind: 'announced'; readonly at: Instant }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'cancelled'; readonly wasAnnounced: boolean }
  | { readonly kind: 'held' };

export type Meeting = Frame & {
  readonly id: MeetingId;
  /** Grows with every change; 0 for a session to come that nothing has been stored of yet. */
  readonly rev: number;
  /** Grows with every change that calendars must notice. */
  readonly sequence: number;
  readonly series: { readonly id: SeriesId; readonly month: Month } | null;
  readonly kind: MeetingKind;
  readonly theme: Theme | null;
  readonly description: string;
  /** An https address, or ''. */
  readonly materials: string;
  readonly date: LocalDate;
  /** Null for a whole day. */
  readonly time: LocalTime | null;
  readonly state: MeetingState;
  readonly home: Home;
  readonly made: Touch;
  readonly changed: Touch;
  /** Who set the date and when: they are not reminded early of what they just did. */
  readonly dated: Touch;
  readonly online: OnlineMeeting | null;
  readonly note: string;
  readonly nextSteps: readonly NextStep[];
};

/** Whether it is still to come or under way, and people have been told or will be. */
export function isOn({ state }: Meeting): boolean {
  return state.kind === 'planned' || state.kind === 'announced';
}

/** The address people join by: the one that somebody gave, else the one that the app made. */
export function linkOf({ link, online }: Meeting): string {
  return link === '' && online?.kind === 'made' ? online.joinUrl : link;
}
