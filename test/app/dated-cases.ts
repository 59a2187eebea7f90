// Cases with one dated action each, opened by Veera as people do.
import type { Case } from '../../src/features/cases/domain/case.ts';
import type { ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import type { AppWorld } from './app-world.ts';
import { doAction, openCase, VEERA, whereOf } from './people.ts';

type Dated = { readonly date: string; readonly whose?: ConnectorMember };

/** Opens a case with an action for `whose` (Veera unless named); the card that is there at first. */
export async function openDatedCase(world: AppWorld, name: string, about: Dated): Promise<ConnectorMessage> {
  const { at } = await openCase(world, VEERA, { matter: name });
  await addAction(world, at, { name, ...about });
  return at;
}

/** Adds an action `Soita: <name>` to the case of that name. */
export async function addAction(
  world: AppWorld,
  at: ConnectorMessage,
  { name, date, whose = VEERA }: Dated & { readonly name: string },
): Promise<void> {
  const before = await caseOf(world, name);
  if (whose !== VEERA) {
    await world.press(whose, 'cases/do/join', { caseId: before.id, seen: String(before.rev) }, whereOf(at));
  }
  const { id, rev } = await caseOf(world, name);
  const typed = { what: `Soita: ${name}`, person: whose.aadObjectId, who: '', date };
  await doAction(world, VEERA, { at, id, rev }, { action: 'action', typed });
}

/** The case of a name as it is stored. */
export async function caseOf(world: AppWorld, name: string): Promise<Case> {
  for (let number = 1; ; number += 1) {
    const found = await world.read(`2026-${String(number).padStart(3, '0')}`);
    if (found.basics.title === name) {
      return found;
    }
  }
}
