import type { LocalDate } from '../../../kernel/instants.ts';

/** One line of the weekly digest. */
export type DigestLine = { readonly date: LocalDate | null; readonly text: string };

/** What a channel is told on Monday: dates of this week, what is late, what has no next step or date. */
export type Digest = {
  readonly thisWeek: readonly DigestLine[];
  readonly late: readonly DigestLine[];
  readonly withoutNextStep: readonly DigestLine[];
};

/** The digests of all sources as one, each list by date. */
export function joined(digests: readonly Digest[]): Digest {
  const all = (list: keyof Digest): readonly DigestLine[] => digests.flatMap((digest) => digest[list]).toSorted(byDate);
  return { thisWeek: all('thisWeek'), late: all('late'), withoutNextStep: all('withoutNextStep') };
}

function byDate(a: DigestLine, b: DigestLine): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
