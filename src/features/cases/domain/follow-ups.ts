// S0-57: looking after the matter: dates to look at it again, and what was found on them.
import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, FollowUp } from './case.ts';
import { keptOrPromisedDate, promisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

type FollowUpRequest = Pick<FollowUp, 'date' | 'what'>;

/** Adds a date to look at the matter again, or changes the one with the id; one that is done is a log entry and stays. */
export function saveFollowUp(c: Case, id: ItemId | null, request: FollowUpRequest, context: DecisionContext): Decision {
  const before = c.followUps.find((followUp) => followUp.id === id);
  if (before !== undefined && before.done !== null) {
    return refuse('already-done');
  }
  const allowed = keptOrPromisedDate(request.date, before?.date ?? null, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  const followUps =
    id === null
      ? added('followUps', c.followUps, newFollowUp(request, context))
      : replaced(c.followUps, id, (followUp) => ({ ...followUp, ...request }));
  return followUps.ok ? ok({ ...c, followUps: followUps.value }) : followUps;
}

/**
 * Writes down what was found and marks the follow-up done; a note of one that is done already is mended. With a date, the
 * same thing is looked at again on it.
 */
export function completeFollowUp(
  c: Case,
  id: ItemId,
  { note, again }: { readonly note: string; readonly again: LocalDate | null },
  context: DecisionContext,
): Decision {
  const done = { on: context.today, by: context.by };
  const noted = replaced(c.followUps, id, (followUp) => ({ ...followUp, note, done: followUp.done ?? done }));
  if (!noted.ok) {
    return noted;
  }
  const completed = { ...c, followUps: noted.value };
  const what = noted.value.find((followUp) => followUp.id === id)?.what ?? '';
  return again === null ? ok(completed) : withNext(completed, { date: again, what }, context);
}

function withNext(c: Case, request: FollowUpRequest, context: DecisionContext): Decision {
  const allowed = promisedDate(request.date, context.today, 'again');
  if (!allowed.ok) {
    return allowed;
  }
  const followUps = added('followUps', c.followUps, newFollowUp(request, context));
  return followUps.ok ? ok({ ...c, followUps: followUps.value }) : followUps;
}

function newFollowUp(request: FollowUpRequest, { newItemId, by }: DecisionContext): FollowUp {
  return { id: newItemId(), person: by, done: null, note: '', ...request };
}
