// The names that cards send. One place, so that a card and its handler cannot drift apart.
import type { Button } from '../../platform/cards/form.ts';
import type { ExperienceId } from './domain/experience.ts';

export const VERBS = {
  share: 'library/experience',
  withdraw: 'library/experience-withdraw',
  show: 'library/experience-show',
  list: 'library/experiences',
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

/** The button of an experience. */
export function experienceButton(label: string, verb: string, id: ExperienceId): Button {
  return plainButton(label, verb, { id });
}
