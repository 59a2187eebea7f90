// A bulletin (tiedote): what Tukiliitto tells the working groups of reforms, hearings, regional groups and changes.
import type { Branded, ChannelId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../../kernel/instants.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';

/** ULID. */
export type BulletinId = Branded<string, 'BulletinId'>;

export const BULLETIN_KINDS = ['reform', 'hearing', 'workingGroup', 'environmentChange'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/** Through which of its channels Tukiliitto told of it first (S2-39). */
export const BULLETIN_CHANNELS = ['website', 'newsletter', 'magazine', 'socialMedia', 'event', 'other'] as const;
export type BulletinChannel = (typeof BULLETIN_CHANNELS)[number];

export type Meeting = { readonly date: LocalDate; readonly time: LocalTime | null; readonly place: string };

export type Bulletin = {
  readonly id: BulletinId;
  /** Grows with every change, from 1. */
  readonly rev: number;
  readonly kind: BulletinKind;
  readonly title: string;
  readonly text: string;
  /** Whom it is for; empty for the whole country (valtakunnallinen, S2-31). */
  readonly counties: readonly CountyCode[];
  /** The hearing, or the meeting of a regional group; null when there is none. */
  readonly meeting: Meeting | null;
  /** The last day for taking part (S2-32). */
  readonly deadline: LocalDate | null;
  readonly channel: BulletinChannel | null;
  /** https, or ''. */
  readonly link: string;
  readonly home: { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };
  readonly writer: PersonId;
  readonly publishedOn: LocalDate;
  /** Who made the last change and when: dates are as they set them. */
  readonly changed: { readonly by: PersonId; readonly at: Instant };
  readonly withdrawnOn: LocalDate | null;
};

/** Whether it tells of a meeting that people can come to. */
export function hasMeeting(kind: BulletinKind): kind is 'hearing' | 'workingGroup' {
  return kind === 'hearing' || kind === 'workingGroup';
}

/** What is reminded of: `meeting` and `deadline`, each with its date. */
export type BulletinDate = {
  readonly item: 'meeting' | 'deadline';
  readonly date: LocalDate;
  readonly time: LocalTime | null;
};

/** The dates of a bulletin, earliest first; none once it is withdrawn. */
export function datesOf({ meeting, deadline, withdrawnOn }: Bulletin): readonly BulletinDate[] {
  if (withdrawnOn !== null) {
    return [];
  }
  const dates: readonly BulletinDate[] = [
    ...(deadline === null ? [] : [{ item: 'deadline' as const, date: deadline, time: null }]),
    ...(meeting === null ? [] : [{ item: 'meeting' as const, date: meeting.date, time: meeting.time }]),
  ];
  return dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
