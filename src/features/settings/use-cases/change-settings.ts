// Every change of the settings walks this way: load, look whether it was saved before, ask the policy, look for a newer
// version, read the form, decide, commit once.
import type { NewId, PersonId } from '../../../kernel/ids.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Refusal } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../platform/cards/form.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import type { Settings, SettingsRefusal } from '../domain/settings.ts';
import { maySet, type SettingsAction, type SettingsPolicyRefusal } from '../policy.ts';
import { readSettings, settingsAuditWrite, settingsWrite } from '../rows.ts';
import type { Reading, Typed } from '../settings-form.ts';

export type ChangeDeps = {
  readonly store: Store;
  readonly adminIds: readonly PersonId[];
  readonly newId: NewId;
};

/** One form as it arrived. */
export type SettingsChange = {
  readonly asking: Asking;
  readonly action: SettingsAction;
  /** The advisor it is about; null when it is about nobody's own matters. */
  readonly whom: PersonId | null;
  readonly nonce: string;
  /** The version of the settings that the form was drawn from. */
  readonly seen: number;
  /** What it says in the settings of the moment: its choices come and go with them. */
  readonly read: (settings: Settings) => Reading;
};

/** What kept a form from being saved, in codes; the presenter says it in words. */
export type Trouble =
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>> }
  | { readonly kind: 'refused'; readonly refusal: Refusal<SettingsRefusal> }
  /** Somebody changed the settings after the form was drawn. */
  | { readonly kind: 'collision'; readonly by: PersonId | null }
  /** The form's nonce was used for something else. */
  | { readonly kind: 'otherContent' };

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly said: string }
  /** The same form has been saved before; nothing was done twice. */
  | { readonly kind: 'again' }
  /** Not saved: the form again, with what was typed. */
  | { readonly kind: 'form'; readonly settings: Settings; readonly trouble: Trouble; readonly typed: Typed }
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
  const earlier = await readOperation(deps.store, workspace, nonce);
  const reading = change.read(settings);
  const { typed } = reading;
  const again = (trouble: Trouble): ChangeOutcome => ({ kind: 'form', settings, trouble, typed });
  const hash = contentHash([person.id, action, whom, Object.entries(typed)]);
  if (earlier !== null) {
    // Before the policy: whoever has given up a right is still told that it was saved.
    return earlier.hash === hash ? { kind: 'again' } : again({ kind: 'otherContent' });
  }
  const allowed = maySet({ settings, configuredAdmins: deps.adminIds }, person.id, action, whom);
  if (!allowed.ok) {
    return { kind: 'forbidden', refusal: allowed.refusal };
  }
  // Before the problems: what somebody else has changed may be why a choice is no longer there.
  if (settings.version !== seen) {
    return again({ kind: 'collision', by: settings.lastChange?.by ?? null });
  }
  if (reading.kind === 'problems') {
    return again(reading);
  }
  const { plan } = reading;
  const decision = plan.decide(settings);
  if (!decision.ok) {
    return again({ kind: 'refused', refusal: decision.refusal });
  }
  const after: Settings = { ...decision.value, version: settings.version + 1, lastChange: { by: person.id, at: now } };
  const outcome = await deps.store.commit(workspace, [
    settingsWrite(after, etag),
    settingsAuditWrite(deps.newId, { action, by: person.id, whom: plan.whom, at: now }),
    operationWrite(nonce, { hash, outcome: { version: String(after.version) } }),
  ]);
  return outcome === 'committed' ? { kind: 'changed', said: plan.said } : null;
}
