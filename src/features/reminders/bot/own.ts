// One's own reminder choices (B-15): looking, changing, and taking the defaults back. Seen by the presser alone.
import { z } from 'zod/mini';
import { Fault } from '../../../kernel/fault.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { contentHash, operationWrite, parseNonce, readOperation } from '../../../platform/storage/operations.ts';
import { isFromTab } from '../../../platform/tab/from-tab.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { drawOwn, drawOwnForm, drawOwnInTab, readOwnForm } from '../cards/own-card.ts';
import type { RemindersDeps } from '../deps.ts';
import { DEFAULTS, type Preferences } from '../domain/preferences.ts';
import { auditWrite, preferencesWrite, readPreferences, type StoredPreferences } from '../rows.ts';
import { VERBS } from '../verbs.ts';

const short = z.optional(z.string().check(z.maxLength(200)));
const pressShape = z.looseObject({ nonce: short, seen: short });

type Press = { readonly nonce: string | null; readonly seen: number; readonly data: Readonly<Record<string, unknown>> };

// A lost race re-reads; the second round sees the winner's version.
const ROUNDS = 3;

export function createOwnPresses(deps: RemindersDeps): readonly CardAction[] {
  const answers: Readonly<Record<string, (request: ActionRequest) => Promise<Card>>> = {
    [VERBS.own]: (request) => overview(deps, request, []),
    [VERBS.change]: (request) => openForm(deps, request),
    [VERBS.save]: (request) => save(deps, request),
    [VERBS.defaults]: (request) => takeDefaults(deps, request),
  };
  return Object.entries(answers).map(([verb, answer]) => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await answer(request) }),
  }));
}

function readPress(data: unknown): Press {
  const parsed = pressShape.safeParse(data);
  const { nonce, seen, ...others } = parsed.success ? parsed.data : {};
  return { nonce: parseNonce(nonce), seen: Number(seen ?? ''), data: others };
}

function stored(deps: RemindersDeps, { workspace, person }: ActionRequest): Promise<StoredPreferences> {
  return readPreferences(deps.store, workspace, person.id);
}

// The tab's own page shows the choices already; there only the news is said.
async function overview(deps: RemindersDeps, request: ActionRequest, notices: readonly Notice[]): Promise<Card> {
  if (isFromTab(request.data)) {
    return drawOwnInTab(deps.t, notices);
  }
  return drawOwn(deps.t, await stored(deps, request), { nonce: deps.newId(), notices });
}

async function openForm(deps: RemindersDeps, request: ActionRequest): Promise<Card> {
  const about = { nonce: deps.newId(), notices: [], typed: {}, problems: {} };
  return drawOwnForm(deps.t, await stored(deps, request), about);
}

async function save(deps: RemindersDeps, request: ActionRequest): Promise<Card> {
  const { t } = deps;
  const press = readPress(request.data);
  const before = await stored(deps, request);
  const reading = readOwnForm(t, press.data, { today: request.today, before: before.preferences ?? DEFAULTS });
  const { typed } = reading;
  if (press.nonce === null) {
    return overview(deps, request, [{ tone: 'info', text: t.own.stale }]);
  }
  if (reading.kind === 'problems') {
    return drawOwnForm(t, before, { nonce: press.nonce, notices: [], typed, problems: reading.problems });
  }
  const outcome = await commit(deps, request, { press, preferences: reading.values });
  if (outcome === 'collision') {
    const notices: readonly Notice[] = [{ tone: 'warning', text: t.own.collision }];
    return drawOwnForm(t, await stored(deps, request), { nonce: deps.newId(), notices, typed, problems: {} });
  }
  return overview(deps, request, [said(outcome, t.own.saved, t.own.again)]);
}

async function takeDefaults(deps: RemindersDeps, request: ActionRequest): Promise<Card> {
  const { t } = deps;
  const outcome = await commit(deps, request, { press: readPress(request.data), preferences: null });
  return outcome === 'collision'
    ? overview(deps, request, [{ tone: 'info', text: t.own.stale }])
    : overview(deps, request, [said(outcome, t.own.reset, t.own.again)]);
}

function said(outcome: 'saved' | 'again', done: string, again: string): Notice {
  return outcome === 'saved' ? { tone: 'done', text: done } : { tone: 'info', text: again };
}

/** Saves once, however often it arrives; a version that somebody else has written since is a collision. */
async function commit(
  deps: RemindersDeps,
  request: ActionRequest,
  { press, preferences }: { readonly press: Press; readonly preferences: Preferences | null },
): Promise<'saved' | 'again' | 'collision'> {
  const { workspace, person, now } = request;
  const { nonce, seen } = press;
  if (nonce === null) {
    return 'collision';
  }
  const hash = contentHash([person.id, 'reminders', preferences]);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const before = await readPreferences(deps.store, workspace, person.id);
    // The operation last: a version that this very form has written is then seen with its operation.
    // oxlint-disable-next-line no-await-in-loop
    const earlier = await readOperation(deps.store, workspace, nonce);
    if (earlier !== null) {
      return earlier.hash === hash ? 'again' : 'collision';
    }
    if (before.version !== seen) {
      return 'collision';
    }
    const action = preferences === null ? 'defaults' : 'preferences';
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await deps.store.commit(workspace, [
      preferencesWrite(person.id, preferences, before),
      auditWrite(deps.newId, { action, by: person.id, at: now }),
      operationWrite(nonce, { hash, outcome: { version: String(before.version + 1) } }),
    ]);
    if (outcome === 'committed') {
      return 'saved';
    }
  }
  throw new Fault('reminders-too-busy');
}
