// What a press on a card sends, parsed: ids and a nonce, nothing else is believed.
import { z } from 'zod/mini';
import { parseItemId, type ItemId } from '../../kernel/ids.ts';
import { parseNonce } from '../../platform/storage/operations.ts';
import { parseMeetingId, parseSeriesId, type MeetingId, type SeriesId } from './domain/ids.ts';
import { ANSWERS, SERIES_KINDS, type Answer } from './domain/vocabulary.ts';
import type { ListName } from './verbs.ts';

export type Press = {
  readonly meetingId: MeetingId | null;
  readonly seriesId: SeriesId | null;
  readonly step: ItemId | null;
  readonly list: ListName | null;
  readonly answer: Answer | null;
  readonly nonce: string | null;
  readonly seen: number | null;
  /** A digest of the text whose personal data the person has chosen to save. */
  readonly confirmed: string | null;
  /** In the tab the answer stands in no card's place. */
  readonly isInTab: boolean;
  readonly data: Readonly<Record<string, unknown>>;
};

const short = z.optional(z.string().check(z.maxLength(200)));
const pressShape = z.looseObject({
  meetingId: short,
  seriesId: short,
  step: short,
  list: short,
  answer: short,
  nonce: short,
  seen: short,
  confirmed: short,
  origin: short,
});

const LISTS: readonly ListName[] = [...SERIES_KINDS, 'events'];

/** What cannot be read is null: every use of it has an answer for its absence. */
export function readPress(data: unknown): Press {
  const parsed = pressShape.safeParse(data);
  const sent = parsed.success ? parsed.data : {};
  const { meetingId, seriesId, step, list, answer, nonce, seen, confirmed, origin } = sent;
  const revision = Number(seen);
  return {
    meetingId: parseMeetingId(meetingId),
    seriesId: parseSeriesId(seriesId),
    step: parseItemId(step),
    list: LISTS.find((each) => each === list) ?? null,
    answer: ANSWERS.find((each) => each === answer) ?? null,
    nonce: parseNonce(nonce),
    seen: seen === undefined || !Number.isInteger(revision) ? null : revision,
    confirmed: confirmed ?? null,
    isInTab: origin === 'tab',
    data: sent,
  };
}
