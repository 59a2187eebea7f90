// What the answers to the times asked come to, in words.
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import { bestOptions, fitCounts, type PolledTime, type TimePoll } from '../domain/time-poll.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** `sopii 3, jos muu ei käy 1, ei sovi 0` */
export function countsText(poll: TimePoll, option: PolledTime, t: CaseTexts): string {
  const { fits, ifNeeded, doesNotFit } = fitCounts(poll, option);
  return t.timePoll.counts(fits, ifNeeded, doesNotFit);
}

/** The times that suit most, all that are equally good; that none does, or that nobody has answered yet. */
export function bestTimesText(poll: TimePoll, t: CaseTexts): string {
  const words = t.timePoll;
  const best = bestOptions(poll).map(({ date, time }) => formatDateTime(date, time));
  if (best.length > 0) {
    return words.best(best);
  }
  const isAnswered = poll.answers.length > 0 || poll.outsiders.some(({ answer }) => answer !== null);
  return isAnswered ? words.bestNone : words.bestUnknown;
}
