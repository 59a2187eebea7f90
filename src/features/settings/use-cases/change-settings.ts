// Every change of the settings walks this way: load, ask the policy, look for a newer version, decide, commit once.
import type { NewId, PersonId } from '../../../kernel/ids.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import type { Settings, SettingsDecision, SettingsRefusal } from '../domain/settings.ts';
import { maySet, type SettingsAction, type SettingsPolicyRefusal } from '../policy.ts';
import { readSettings, settingsAuditWrite, settingsWrite } from '../rows.ts';

export type ChangeDeps = {
  readonly store: Store;
  readonly adminIds: readonly PersonId[];
  readonly newId: NewId;
};

/** One form as it arrived, read and ready to be decided. */
export type SettingsChange = {
  readonly asking: Asking;
  readonly action: SettingsAction;
  readonly whom: PersonId | null;
  readonly nonce: string;
  /** The version of the settings that the form was drawn from. */
  readonly seen: number;
  /** What was filled in, for telling the same form from another one under its nonce. */
  readonly content: unknown;
  readonly decide: (settings: Settings) => SettingsDecision;
};

export type ChangeOutcome =
  | { readonly kind: 'changed' }
  /** The same form has been saved before; nothing was done twice. */
  | { readonly kind: 'again' }
  /** The form's nonce was used for something else. */
  | { readonly kind: 'otherContent' }
  /** Somebody changed the settings after the form was drawn. */
  | { readonly kind: 'collision'; readonly by: PersonId | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal<SettingsRefusal> }
  | { readonly kind: 'forbidden'; readonly refusal: Refusal<SettingsPolicyRefusal> };

// A lost race re-reads; the second round then sees the winner's version and ends as a collision or as "again".
const ROUNDS = 4;

/** Carries out one change, or says why not. Outages and unreadable rows throw. */
export async function changeSettings(deps: ChangeDeps, change: SettingsChange): Promise<ChangeOutcome> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await attempt(deps, change);
    if (outcome !== null) {
      return outcome;
    }
  }
  throw new Fault('settings-too-busy');
}

async function attempt(deps: ChangeDeps, change: SettingsChange): Promise<ChangeOutcome | null> {
  const { asking, action, whom, nonce, seen } = change;
  const { workspace, person, now } = asking;
  // The operation last: a version that our own form has written is then always seen with its operation.
  const { settings, etag } = await readSettings(deps.store, workspace);
  const allowed = maySet({ settings, configuredAdmins: deps.adminIds }, person.id, action, whom);
  if (!allowed.ok) {
    return { kind: 'forbidden', refusal: allowed.refusal };
  }
  const hash = contentHash([person.id, action, whom, change.content]);
  const earlier = await readOperation(deps.store, workspace, nonce);
  if (earlier !== null) {
    return { kind: earlier.hash === hash ? 'again' : 'otherContent' };
  }
  if (settings.version !== seen) {
    return { kind: 'collision', by: settings.lastChange?.by ?? null };
  }
  const decision = change.decide(settings);
  if (!decision.ok) {
    return { kind: 'refused', refusal: decision.refusal };
  }
  const after: Settings = {
    ...decision.value,
    version: settings.version + 1,
    lastChange: { by: person.id, at: now },
  };
  const outcome = await deps.store.commit(workspace, [
    settingsWrite(after, etag),
    settingsAuditWrite(deps.newId, { action, by: person.id, whom, at: now }),
    operationWrite(nonce, { hash, outcome: { version: String(after.version) } }),
  ]);
  return outcome === 'committed' ? { kind: 'changed' } : null;
}
