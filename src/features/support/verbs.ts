// The names that cards send. One place, so that a card and its handler cannot drift apart.
import type { Button } from '../../platform/cards/form.ts';
import type { QuestionId } from './domain/question.ts';

export const VERBS = {
  ask: 'support/ask',
  answer: 'support/answer',
  withdraw: 'support/withdraw',
  show: 'support/show',
  list: 'support/list',
} as const;

/** A button that sends these data and no inputs. */
export function plainButton(
  label: string,
  verb: string,
  data: Readonly<Record<string, string>> = {},
  look: Button['look'] = 'plain',
): Button {
  return { label, verb, data, look, sendsInputs: false };
}

/** The button of a question. */
export function questionButton(label: string, verb: string, id: QuestionId, look: Button['look'] = 'plain'): Button {
  return plainButton(label, verb, { id }, look);
}
