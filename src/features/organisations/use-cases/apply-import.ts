// Carries an import out in transactions of at most 100 rows. Each goes through the register's own row, so nothing else
// comes in between unseen; an import that was cut short goes on when the same file is confirmed again.
import { Fault } from '../../../kernel/fault.ts';
import type { NewId } from '../../../kernel/ids.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { Store, Write } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { nameKey, type Organisation, type OrganisationId } from '../domain/organisation.ts';
import type { Change, ImportPlan, Planned } from '../domain/plan-import.ts';
import {
  organisationRemoval,
  organisationsAuditWrite,
  organisationWrite,
  readRegister,
  readState,
  stateWrite,
  type Counts,
  type Running,
  type StoredRegister,
  type StoredState,
} from '../rows.ts';

export type ChangeDeps = { readonly store: Store; readonly newId: NewId };

export type ConfirmedImport = {
  readonly asking: Asking;
  readonly nonce: string;
  /** Of the plan that was shown. */
  readonly digest: string;
  /** Of the file and of how it was to be taken. */
  readonly file: string;
  /** What the file would change in a register. */
  readonly plan: (register: readonly Organisation[]) => ImportPlan;
};

export type ImportOutcome =
  | { readonly kind: 'done'; readonly counts: Counts }
  /** The register has changed since the plan was shown. */
  | { readonly kind: 'stale' };

// The register's row, the trail's and the form's take three of a transaction's hundred.
const BATCH = 97;
// Each round meets somebody else's change at most once.
const ROUNDS = 5;

/** A digest of everything that a plan would do, for telling that it is still the one that was shown. */
export function digestOf({ changes, problems }: ImportPlan): string {
  return contentHash([changes, problems.map(({ line, code }) => [line, code])]);
}

/** Does what was confirmed, however often it arrives. Outages throw; what was done until then stays done. */
export async function applyImport(deps: ChangeDeps, confirmed: ConfirmedImport): Promise<ImportOutcome> {
  const { asking, nonce, digest, file } = confirmed;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round starts from what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const register = await readRegister(deps.store, asking.workspace);
    // oxlint-disable-next-line no-await-in-loop
    const earlier = await readOperation(deps.store, asking.workspace, nonce);
    if (earlier !== null) {
      return earlier.hash === file ? { kind: 'done', counts: countsFrom(earlier.outcome) } : { kind: 'stale' };
    }
    const plan = confirmed.plan(register.organisations);
    const { running } = register.state;
    const goesOn = running !== null && running.digest === digest && running.file === file;
    if (!goesOn && digestOf(plan) !== digest) {
      return { kind: 'stale' };
    }
    const counts = goesOn ? running.counts : countsOf(plan.changes);
    // oxlint-disable-next-line no-await-in-loop
    if (await applyPlan(deps, confirmed, { register, plan, counts, isNew: !goesOn })) {
      return { kind: 'done', counts };
    }
  }
  throw new Fault('register-too-busy');
}

type Work = {
  readonly register: StoredRegister;
  readonly plan: ImportPlan;
  readonly counts: Counts;
  readonly isNew: boolean;
};

/** True when all is done; false when somebody else wrote in between. */
async function applyPlan(deps: ChangeDeps, confirmed: ConfirmedImport, work: Work): Promise<boolean> {
  const { asking, digest, file, nonce } = confirmed;
  const { register, plan, counts, isNew } = work;
  const running: Running = { digest, file, counts };
  const trail = { by: asking.person.id, at: asking.now, ...counts };
  const writes = planWrites(deps.newId, register, plan);
  const batches = inBatches(writes);
  let stored: StoredState = register;
  for (const [index, batch] of batches.entries()) {
    const isLast = index === batches.length - 1;
    const ending = isLast
      ? [
          organisationsAuditWrite(deps.newId, { action: 'imported', ...trail }),
          operationWrite(nonce, { hash: file, outcome: toOutcome(counts) }),
        ]
      : index === 0 && isNew
        ? [organisationsAuditWrite(deps.newId, { action: 'import-begun', ...trail })]
        : [];
    const state = nextState(stored, isLast ? null : running, asking);
    // Serialised: a batch names the state that the batch before has left.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await deps.store.commit(asking.workspace, [stateWrite(state, stored.etag), ...batch, ...ending]);
    if (outcome === 'conflict') {
      return false;
    }
    if (!isLast) {
      // oxlint-disable-next-line no-await-in-loop
      stored = await readState(deps.store, asking.workspace);
      if (stored.state.version !== state.version) {
        return false;
      }
    }
  }
  return true;
}

/** The state after one more transaction. */
export function nextState(stored: StoredState, running: Running | null, { person, now }: Asking): StoredState['state'] {
  return { version: stored.state.version + 1, running, lastChange: { by: person.id, at: now } };
}

// Even nothing to write ends with one transaction: the trail says that it was done.
function inBatches(writes: readonly Write[]): readonly (readonly Write[])[] {
  const count = Math.max(1, Math.ceil(writes.length / BATCH));
  return Array.from({ length: count }, (_, index) => writes.slice(index * BATCH, (index + 1) * BATCH));
}

/**
 * The rows of a plan in an order that is whole wherever it is cut: districts before the associations that name them,
 * removals last, of associations first.
 */
export function planWrites(newId: NewId, register: StoredRegister, { changes }: ImportPlan): readonly Write[] {
  const written = changes.flatMap((change) =>
    change.kind === 'removed'
      ? []
      : [{ after: change.after, id: change.kind === 'new' ? (newId() as OrganisationId) : change.before.id }],
  );
  const districts = new Map([
    ...register.organisations.map(({ name, id }) => [nameKey(name), id] as const),
    ...written.map(({ after, id }) => [nameKey(after.name), id] as const),
  ]);
  const organisations = written.map(({ after, id }) => toOrganisation(after, id, districts));
  const kept = [...organisations].toSorted((a, b) => rank(a) - rank(b));
  const removed = changes
    .flatMap((change) => (change.kind === 'removed' ? [change.before] : []))
    .toSorted((a, b) => rank(b) - rank(a));
  return [
    ...kept.map((each) => organisationWrite(each, register.etags.get(each.id))),
    ...removed.map((each) => organisationRemoval(each, register.etags.get(each.id) ?? '')),
  ];
}

function rank({ kind }: Organisation): number {
  return kind === 'district' ? 0 : 1;
}

function toOrganisation(
  { district, ...after }: Planned,
  id: OrganisationId,
  districts: ReadonlyMap<string, OrganisationId>,
): Organisation {
  return { ...after, id, district: districts.get(nameKey(district)) ?? null };
}

/** How many of each kind of change. */
export function countsOf(changes: readonly Change[]): Counts {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return { added: count('new'), changed: count('changed'), removed: count('removed') };
}

function toOutcome({ added, changed, removed }: Counts): Readonly<Record<string, string>> {
  return { added: String(added), changed: String(changed), removed: String(removed) };
}

function countsFrom(outcome: Readonly<Record<string, string>>): Counts {
  const number = (name: string): number => Number(outcome[name] ?? 0);
  return { added: number('added'), changed: number('changed'), removed: number('removed') };
}
