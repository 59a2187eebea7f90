// Every change of a case walks this way: load, ask the policy, look for a collision, decide, commit once. What comes back
// says what to show; nothing here draws a card.
import type { CaseId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { contentHash, operationWrite, readOperation, type Operation } from '../../../platform/storage/operations.ts';
import type { Row, Write } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { findAction } from '../actions/all-actions.ts';
import type { Action, ActionReading, Decided, FormContext, Typed } from '../actions/form-action.ts';
import { announcementDraft, cardDraft, reminderChanges } from '../deliveries/promises.ts';
import { timePollDrafts } from '../deliveries/time-poll-promises.ts';
import { ruleOf, type ActionName } from '../domain/action-rules.ts';
import type { Case, Touch } from '../domain/case.ts';
import type { CaseRefusal } from '../domain/decision.ts';
import { isVisible, may, type PolicyRefusal, type Viewer } from '../policy.ts';
import { filledIn } from '../read-press.ts';
import { replaceCase } from '../rows.ts';
import type { Origin } from '../verbs.ts';
import { auditWrite } from './audit.ts';
import { holdWrites, READING_MS, readHold } from '../../../platform/cards/card-holds.ts';
import type { CaseDeps } from './deps.ts';
import { endDraft, keepDraft, readDraft, type Draft, type DraftKey } from '../../../platform/cards/form-drafts.ts';
import { heldCard } from './held-card.ts';
import { loadCase, type LoadedCase } from './load-case.ts';

/** A form or a press as it arrived, its ids already parsed. */
export type Submission = {
  readonly asking: Asking;
  readonly caseId: CaseId;
  readonly name: ActionName;
  readonly item: ItemId | null;
  /** The revision that the form was drawn from. */
  readonly seen: number;
  /** Null for a press without a form: its identity follows from what was pressed, where and by whom. */
  readonly nonce: string | null;
  /** A digest of the text whose personal data the person has chosen to save; null when not asked yet. */
  readonly confirmed: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Which card the person has in view. */
  readonly origin: Origin | null;
};

/** What kept a form from being saved, in codes; the presenter says it in words. */
export type FormTrouble =
  | { readonly kind: 'reading'; readonly reading: Extract<ActionReading, { kind: 'problems' | 'personalData' }> }
  | { readonly kind: 'refused'; readonly refusal: Refusal<CaseRefusal> }
  | { readonly kind: 'collision'; readonly by: PersonId }
  | { readonly kind: 'otherContent' };

export type ChangeOutcome =
  | { readonly kind: 'missing' }
  | { readonly kind: 'saved'; readonly c: Case; readonly decided: Omit<Decided, 'c'>; readonly viewer: Viewer }
  | { readonly kind: 'again'; readonly c: Case; readonly viewer: Viewer }
  /** Not saved: the form again, with what was typed. */
  | {
      readonly kind: 'form';
      readonly c: Case;
      readonly typed: Typed;
      readonly trouble: FormTrouble;
      readonly viewer: Viewer;
    }
  /** Not saved, and no form would help: the fresh card with the reason. */
  | {
      readonly kind: 'refused';
      readonly c: Case;
      readonly refusal: Refusal<CaseRefusal | PolicyRefusal>;
      /** Who was faster, when that is the reason. */
      readonly by: PersonId | null;
      readonly viewer: Viewer;
    };

// Each round re-reads the case; more than a few means dozens of people in one case within a second.
const ROUNDS = 6;

/** Carries out one action on one case, or says why not. Outages and unreadable rows throw. */
export async function changeCase(deps: CaseDeps, submission: Submission): Promise<ChangeOutcome> {
  const action = findAction(submission.name);
  if (action === null) {
    throw new Fault('action-unknown', { action: submission.name });
  }
  const { workspace, person } = submission.asking;
  const draftKey = { person: person.id, form: submission.name, subject: submission.caseId, item: submission.item };
  const nonce = submission.nonce ?? pressNonce(submission);
  const hold = heldCard(submission.caseId, submission.origin);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const [loaded, people, draft, earlier, held] = await Promise.all([
      loadCase(deps.store, workspace, submission.caseId),
      deps.people.load(workspace),
      readDraft(deps.store, workspace, draftKey),
      readOperation(deps.store, workspace, nonce),
      hold === null ? null : readHold(deps.store, workspace, hold),
    ]);
    if (loaded === null) {
      return { kind: 'missing' };
    }
    const { place, today } = submission.asking;
    const viewer: Viewer = { person, place, people, today };
    if (!isVisible(loaded.c, viewer)) {
      return { kind: 'missing' };
    }
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await attempt(deps, submission, { action, loaded, viewer, draft, draftKey, nonce, earlier, held });
    if (outcome !== 'conflict') {
      return outcome;
    }
  }
  throw new Fault('case-too-busy', { caseId: submission.caseId });
}

type Scene = {
  readonly action: Action;
  readonly loaded: LoadedCase;
  readonly viewer: Viewer;
  readonly draft: Draft | null;
  readonly draftKey: DraftKey;
  readonly nonce: string;
  /** What an earlier arrival of the same form led to. */
  readonly earlier: Operation | null;
  /** Who holds the card in view. */
  readonly held: Row | null;
};

async function attempt(deps: CaseDeps, submission: Submission, scene: Scene): Promise<ChangeOutcome | 'conflict'> {
  const { action, viewer, nonce, earlier } = scene;
  const { c } = scene.loaded;
  const context = contextOf(deps, submission, scene);
  const read = (confirmed: boolean): ActionReading => action.read(context, submission.data, { confirmed });
  const first = read(false);
  const { typed } = first;
  const hash = contentHash([submission.name, submission.item, filledIn(submission.data)]);
  if (earlier !== null) {
    return earlier.hash === hash
      ? { kind: 'again', c, viewer }
      : { kind: 'form', c, typed, trouble: { kind: 'otherContent' }, viewer };
  }
  const allowed = may(c, submission.name, viewer);
  if (!allowed.ok) {
    return { kind: 'refused', c, refusal: allowed.refusal, by: null, viewer };
  }
  const reading = submission.confirmed === contentHash(typed) ? read(true) : first;
  const refused = (trouble: FormTrouble): Promise<ChangeOutcome> => backToForm(deps, submission, scene, typed, trouble);
  if (reading.kind !== 'decide') {
    return refused({ kind: 'reading', reading });
  }
  const faster = collision(c, submission);
  if (faster !== null) {
    return action.isImmediate(context)
      ? { kind: 'refused', c, refusal: { code: 'not-in-this-stage' }, by: faster, viewer }
      : refused({ kind: 'collision', by: faster });
  }
  const decision = reading.decide(c, { ...context, ...decisionContext(deps, submission) });
  if (!decision.ok) {
    return Object.keys(action.content(context).fields).length === 0
      ? { kind: 'refused', c, refusal: decision.refusal, by: null, viewer }
      : refused({ kind: 'refused', refusal: decision.refusal });
  }
  const { c: changed, ...decided } = decision.value;
  const saved = touched(changed, submission);
  const op = operationWrite(nonce, { hash, outcome: { caseId: c.id, rev: String(saved.rev) } });
  const committed = await commit(deps, submission, scene, saved, decided, op);
  return committed ? { kind: 'saved', c: saved, decided, viewer } : 'conflict';
}

function contextOf(deps: CaseDeps, submission: Submission, { loaded, viewer }: Scene): FormContext {
  return {
    c: loaded.c,
    item: submission.item,
    viewer,
    now: submission.asking.now,
    t: deps.t,
  };
}

function decisionContext(deps: CaseDeps, { asking }: Submission) {
  // newId gives ULIDs, which is all that an item id is.
  return { by: asking.person.id, now: asking.now, today: asking.today, newItemId: () => deps.newId() as ItemId };
}

/** The same press by the same person on the same card is one operation, however often it arrives. */
function pressNonce({ name, caseId, seen, item, asking }: Submission): string {
  return contentHash(['press', name, caseId, seen, item, asking.person.id]);
}

/** Who has changed a part that this form edits since it was drawn; null when nobody has. */
function collision(c: Case, { name, seen }: Submission): PersonId | null {
  const newer = ruleOf(name)
    .sections.map((section) => c.touched[section])
    .filter((touch): touch is Touch => touch !== undefined && touch.rev > seen);
  return newer.at(-1)?.by ?? null;
}

function touched(c: Case, { name, asking }: Submission): Case {
  const touch: Touch = { rev: c.rev + 1, by: asking.person.id, at: asking.now };
  const marks = Object.fromEntries(ruleOf(name).sections.map((section) => [section, touch]));
  return { ...c, rev: touch.rev, touched: { ...c.touched, ...marks } };
}

async function backToForm(
  deps: CaseDeps,
  { asking }: Submission,
  { loaded, viewer, draft, draftKey }: Scene,
  typed: Typed,
  trouble: FormTrouble,
): Promise<ChangeOutcome> {
  await keepDraft(deps.store, asking.workspace, draftKey, typed, draft);
  return { kind: 'form', c: loaded.c, typed, trouble, viewer };
}

async function commit(
  deps: CaseDeps,
  { asking, name, item, origin }: Submission,
  { loaded, draft, draftKey, held }: Scene,
  saved: Case,
  decided: {
    readonly announce: Decided['announce'];
    readonly item: ItemId | null;
    readonly notices: readonly Notice[];
  },
  op: Write,
): Promise<boolean> {
  const { now, person, workspace } = asking;
  const hold = heldCard(saved.id, origin);
  const about = { rev: saved.rev, item: decided.item ?? item, by: person.id, now };
  const writes: readonly Write[] = [
    replaceCase(saved, loaded.etag),
    auditWrite(saved.id, { seq: saved.rev, action: name, by: person.id, at: now, item: about.item }),
    op,
    // In the same transaction: the redrawn card can never overtake the answer.
    ...(hold === null ? [] : holdWrites(held, hold, { person: person.id, now, ms: READING_MS })),
    ...(draft === null ? [] : [endDraft(draftKey, draft)]),
  ];
  const outcome = await deps.desk.commit(workspace, {
    writes,
    reconcile: reminderChanges(loaded.c, saved, { by: person.id, at: now }),
    send: [
      cardDraft(saved.id, now),
      ...timePollDrafts(loaded.c, saved, now),
      ...(decided.announce === null ? [] : [announcementDraft(saved.id, decided.announce, about)]),
    ],
  });
  return outcome === 'committed';
}
