import type { ActionName } from '../domain/action-rules.ts';
import { contactAction } from './contact.ts';
import type { Action } from './form-action.ts';

const ALL: readonly Action[] = [contactAction];

const BY_NAME: ReadonlyMap<ActionName, Action> = new Map(ALL.map((action) => [action.name, action]));

/** The action of a name, or null while the name has none. */
export function findAction(name: ActionName): Action | null {
  return BY_NAME.get(name) ?? null;
}
