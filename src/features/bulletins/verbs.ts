// The names that cards send. One place, so that a card and its handler cannot drift apart.
import type { Button } from '../../platform/cards/form.ts';
import type { BulletinId } from './domain/bulletin.ts';

export const VERBS = {
  write: 'bulletins/write',
  show: 'bulletins/show',
  list: 'bulletins/list',
  filter: 'bulletins/filter',
  follow: 'bulletins/follow',
  unfollow: 'bulletins/unfollow',
  withdraw: 'bulletins/withdraw',
} as const;

/** The button of a bulletin. */
export function bulletinButton(
  label: string,
  verb: string,
  id: BulletinId,
  more: Readonly<Record<string, string>> = {},
  look: Button['look'] = 'plain',
): Button {
  return { label, verb, data: { id, ...more }, look, sendsInputs: false };
}

/** A button that needs no bulletin. */
export function plainButton(
  label: string,
  verb: string,
  data: Readonly<Record<string, string>> = {},
  look: Button['look'] = 'plain',
): Button {
  return { label, verb, data, look, sendsInputs: false };
}
