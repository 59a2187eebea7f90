// Asking several people which of a few times suits them (S0-23): what is kept of it, and what the answers say together.
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';

/** What somebody says of one time. `ifNeeded`: it can be arranged when nothing else suits. */
export const TIME_FITS = ['fits', 'ifNeeded', 'doesNotFit'] as const;
export type TimeFit = (typeof TIME_FITS)[number];

export type PolledTime = { readonly id: ItemId; readonly date: LocalDate; readonly time: LocalTime };

/** One answer: a word for each time, in the order of the poll's options. */
export type TimeAnswer = { readonly person: PersonId; readonly fits: readonly TimeFit[] };

/** Somebody outside the team, by role or organisation; `by` has answered on their behalf. */
export type Outsider = {
  readonly id: ItemId;
  readonly name: string;
  readonly answer: { readonly fits: readonly TimeFit[]; readonly by: PersonId } | null;
};

/** `noneFits`: other times are to be asked. `settled`: the event has its time, chosen here or agreed otherwise. */
export const TIME_POLL_STATES = ['open', 'noneFits', 'settled'] as const;

export type TimePoll = {
  readonly id: ItemId;
  /** Who asked. */
  readonly by: PersonId;
  readonly state: (typeof TIME_POLL_STATES)[number];
  /** In the order of time. */
  readonly options: readonly PolledTime[];
  readonly asked: readonly PersonId[];
  readonly outsiders: readonly Outsider[];
  /** Of people of the team; those who take part in the case may answer without having been asked. */
  readonly answers: readonly TimeAnswer[];
};

export type FitCounts = Readonly<Record<TimeFit, number>>;

/** How many have said what of an option. */
export function fitCounts(poll: TimePoll, option: PolledTime): FitCounts {
  const index = poll.options.indexOf(option);
  const said = allFits(poll).map((fits) => fits[index]);
  const count = (fit: TimeFit): number => said.filter((each) => each === fit).length;
  return { fits: count('fits'), ifNeeded: count('ifNeeded'), doesNotFit: count('doesNotFit') };
}

function allFits({ answers, outsiders }: TimePoll): readonly (readonly TimeFit[])[] {
  return [...answers, ...outsiders.flatMap(({ answer }) => answer ?? [])].map(({ fits }) => fits);
}

/**
 * The options that suit most, all of them when several are equally good: most `fits`, then fewest `doesNotFit`. None
 * while nobody has answered or when no time suits anybody.
 */
export function bestOptions(poll: TimePoll): readonly PolledTime[] {
  const ranked = poll.options.map((option) => ({ option, counts: fitCounts(poll, option) }));
  const most = Math.max(0, ...ranked.map(({ counts }) => counts.fits));
  const able = ranked.filter(({ counts }) => counts.fits === most && counts.fits + counts.ifNeeded > 0);
  const fewest = Math.min(...able.map(({ counts }) => counts.doesNotFit));
  return able.filter(({ counts }) => counts.doesNotFit === fewest).map(({ option }) => option);
}

/** Who has answered, and of those asked who has not yet; `isHere` tells who is still in the team. */
export function turnout(
  poll: TimePoll,
  isHere: (person: PersonId) => boolean,
): {
  readonly answered: readonly (PersonId | Outsider)[];
  readonly waiting: readonly (PersonId | Outsider)[];
} {
  const answered = poll.answers.map(({ person }) => person);
  return {
    answered: [...answered, ...poll.outsiders.filter(({ answer }) => answer !== null)],
    waiting: [
      // Nobody waits for somebody who has left.
      ...poll.asked.filter((person) => !answered.includes(person) && isHere(person)),
      ...poll.outsiders.filter(({ answer }) => answer === null),
    ],
  };
}
