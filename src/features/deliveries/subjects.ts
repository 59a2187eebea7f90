// What a feature tells of the things that messages are about.
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';

/** A thing in words, for somebody who may see it. */
export type MessageSubject = {
  /** `Tapaus 2026-014 · Kuljetuspalvelun odotusajat` */
  readonly text: string;
  /** Its page below `/tab`. */
  readonly to: string;
  /** The counties it belongs to; empty for the whole country. */
  readonly counties: readonly CountyCode[];
};

export interface MessageSubjects {
  /** The first part of the kinds of its messages: `cases`, `meetings`. */
  readonly source: string;
  /** What the subject of a delivery is; null when it is gone or not for this person to see in this place. */
  describe(asking: Asking, people: People, subject: string): Promise<MessageSubject | null>;
}
