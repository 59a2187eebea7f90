// One organisation from its form: the same rules as for a row of a file.
import { Fault } from '../../../kernel/fault.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { problem, type CellProblem } from '../domain/draft.ts';
import { nameKey, type Organisation } from '../domain/organisation.ts';
import { planImport } from '../domain/plan-import.ts';
import { readCells } from '../domain/read-cells.ts';
import { organisationsAuditWrite, readRegister, seenOf, stateWrite, type StoredRegister } from '../rows.ts';
import type { SaveBody } from '../contract.ts';
import type { OrganisationsTexts } from '../texts.fi.ts';
import { countsOf, nextState, planWrites, type ChangeDeps } from './apply-import.ts';
import { cellWords } from './read-upload.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problems'; readonly problems: readonly CellProblem[] }
  /** Somebody else changed it after the form was drawn; null when it is gone. */
  | { readonly kind: 'collision'; readonly now: Organisation | null; readonly register: StoredRegister };

// A lost race re-reads; the next round sees the winner's state.
const ROUNDS = 4;

/** Saves the form once, however often it arrives. An import that was cut short is then looked at anew. */
export async function saveOrganisation(
  deps: ChangeDeps & { readonly t: OrganisationsTexts },
  asking: Asking,
  form: SaveBody,
): Promise<SaveOutcome> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const register = await readRegister(deps.store, asking.workspace);
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await attempt(deps, asking, form, register);
    if (outcome !== null) {
      return outcome;
    }
  }
  throw new Fault('register-too-busy');
}

async function attempt(
  deps: ChangeDeps & { readonly t: OrganisationsTexts },
  asking: Asking,
  form: SaveBody,
  register: StoredRegister,
): Promise<SaveOutcome | null> {
  const { id, seen, cells } = form;
  // The same content from the same state is the same form, however often it arrives.
  const nonce = contentHash([asking.person.id, 'organisations/save', id, seen, cells]);
  const earlier = await readOperation(deps.store, asking.workspace, nonce);
  const { organisations } = register;
  const before = organisations.find((each) => each.id === id) ?? null;
  if (earlier !== null) {
    return { kind: 'saved', name: cells.name };
  }
  if (id !== '' && (before === null || seenOf(register, id) !== seen)) {
    return { kind: 'collision', now: before, register };
  }
  const row = { line: 0, ...readCells({ ...cells, id }, cellWords(deps.t)) };
  const isTaken = organisations.some((each) => each.id !== id && nameKey(each.name) === nameKey(row.draft.name));
  const plan = planImport(organisations, [row], { removesMissing: false });
  const problems =
    isTaken && plan.problems.length === 0 ? [problem('name-taken', 'name', row.draft.name)] : plan.problems;
  if (problems.length > 0) {
    return { kind: 'problems', problems };
  }
  if (plan.changes.length === 0) {
    return { kind: 'unchanged' };
  }
  const trail = { action: 'saved', by: asking.person.id, at: asking.now, ...countsOf(plan.changes) } as const;
  const outcome = await deps.store.commit(asking.workspace, [
    stateWrite(nextState(register, null, asking), register.etag),
    ...planWrites(deps.newId, register, plan),
    organisationsAuditWrite(deps.newId, trail),
    operationWrite(nonce, { hash: nonce, outcome: {} }),
  ]);
  return outcome === 'committed' ? { kind: 'saved', name: row.draft.name } : null;
}
