// What a press on a card sends, parsed: ids and a revision, nothing else is believed.
import { z } from 'zod/mini';
import { parseCaseId, parseItemId, type CaseId, type ItemId } from '../../kernel/ids.ts';
import { parseNonce } from '../../platform/storage/operations.ts';
import type { Origin } from './verbs.ts';

export type Press = {
  readonly caseId: CaseId;
  readonly item: ItemId | null;
  readonly seen: number;
  readonly nonce: string | null;
  readonly confirmed: string | null;
  /** "Tallenna ja lisää toinen". */
  readonly again: boolean;
  readonly origin: Origin | null;
  readonly data: Readonly<Record<string, unknown>>;
};

const ORIGINS = ['reminder', 'times', 'tab'] as const satisfies readonly Origin[];

const short = z.string().check(z.maxLength(200));
const pressShape = z.looseObject({
  caseId: short,
  item: z.optional(short),
  seen: z.optional(z.coerce.number<string | number>().check(z.int(), z.nonnegative())),
  nonce: z.optional(short),
  confirmed: z.optional(short),
  again: z.optional(short),
  origin: z.optional(short),
});

/** Null when it is not a press on a case: such data does not come from our cards. */
export function readPress(data: unknown): Press | null {
  const parsed = pressShape.safeParse(data);
  const caseId = parsed.success ? parseCaseId(parsed.data.caseId) : null;
  if (!parsed.success || caseId === null) {
    return null;
  }
  const { item, seen, nonce, confirmed, again, origin } = parsed.data;
  const itemId = item === undefined ? null : parseItemId(item);
  if (item !== undefined && itemId === null) {
    return null;
  }
  return {
    caseId,
    item: itemId,
    seen: seen ?? 0,
    nonce: parseNonce(nonce),
    confirmed: confirmed ?? null,
    again: again === 'yes',
    origin: ORIGINS.find((known) => known === origin) ?? null,
    data: parsed.data,
  };
}

const CONTROL_NAMES: ReadonlySet<string> = new Set(['verb', ...Object.keys(pressShape.shape)]);

/**
 * What was filled in, by name and in the order of the names, whatever the form would ask by now: a form that has been
 * saved may look different when the same press arrives again.
 */
export function filledIn(data: Press['data']): readonly (readonly [string, unknown])[] {
  return Object.entries(data)
    .filter(([name]) => !CONTROL_NAMES.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
