// One attempt: ask the feature what to say, say it once, and record what became of it.
import type { Instant } from '../../kernel/instants.ts';
import type { Destination } from '../teams/messenger.ts';
import type { Write } from '../storage/store.ts';
import type { DeliveryDraft, DeliveryKind } from './delivery.ts';
import type { DeliveryRecord } from './delivery-rows.ts';
import { fitsIntoOne, handOnWrites } from './hand-on.ts';
import { afterAnswer, afterRefusal, type Answer, end } from './next-state.ts';
import { settle } from './record-outcome.ts';
import { type Bundle, reportFault, type Round } from './round.ts';
import { sendMessage } from './send-message.ts';

type Attempt = {
  readonly bundle: Bundle;
  readonly kind: DeliveryKind;
  readonly attemptId: string;
  /** As they were marked for this attempt. */
  readonly records: readonly DeliveryRecord[];
  readonly begunAt: Instant;
};

/** What was answered, for which deliveries, and the places it was about. */
type Said = {
  readonly answer: Answer;
  readonly held: readonly DeliveryRecord[];
  readonly to: Destination | null;
  readonly wanted: Destination | null;
  /** What is promised instead of saying anything. */
  readonly drafts: readonly DeliveryDraft[];
};

// Ask a paused workspace again after this long, and a feature that could not word a message.
const PAUSED_MS = 15 * 60_000;
const UNWORDED_MS = 60_000;

/** Carries an attempt through; what it could not finish is found by a later scan. */
export async function speak(round: Round, attempt: Attempt): Promise<void> {
  const { deps } = round;
  const { bundle, attemptId } = attempt;
  const said = await say(round, attempt);
  const { answer, held } = said;
  if (answer.kind === 'unknown') {
    round.tally.unknown += 1;
    deps.log('delivery-unknown', { workspace: bundle.workspace, attempt: attemptId, status: answer.status ?? 0 });
  }
  // The beginning is a lower bound too, when the storage does not tell the time.
  const now = await deps.store.now().catch(() => attempt.begunAt);
  const fallback = await fallbackOf(round, attempt, said);
  const circumstances = { now, random: deps.random };
  const names = new Set(held.map(({ subject, name }) => `${subject}~${name}`));
  const settled = await settle(round, {
    bundle,
    attemptId,
    what: answer.kind,
    at: now,
    decide(record) {
      if (!names.has(`${record.subject}~${record.name}`)) {
        return end(record, 'obsolete', now);
      }
      if (answer.kind !== 'refused') {
        return afterAnswer(record, answer, circumstances);
      }
      if (fallback === 'later' || said.wanted === null) {
        return afterAnswer(record, { kind: 'notSent' }, circumstances);
      }
      const refusal = { status: answer.status, named: answer.why !== 'other', of: said.wanted, to: fallback };
      return afterRefusal(record, refusal, circumstances);
    },
    extras: () => extrasOf(round, attempt, said, now),
  });
  if (!settled && answer.kind === 'handedOn') {
    // Nothing has left and nothing is promised: it is tried again as if it had not begun.
    const again = { kind: 'waits', ms: UNWORDED_MS } as const;
    const decide = (record: DeliveryRecord): DeliveryRecord => afterAnswer(record, again, circumstances);
    await settle(round, { bundle, attemptId, what: 'waits', at: now, decide, extras: () => Promise.resolve([]) });
  }
}

async function extrasOf(
  round: Round,
  { bundle: { workspace }, kind }: Attempt,
  { answer, held, to, drafts }: Said,
  now: Instant,
): Promise<readonly Write[]> {
  if (answer.kind === 'handedOn') {
    return await handOnWrites(round, workspace, drafts, now);
  }
  return answer.kind === 'sent' && kind.recordSent !== undefined
    ? await kind.recordSent(workspace, held, { activityId: answer.activityId, to, now })
    : [];
}

async function say(round: Round, { bundle, kind, records, begunAt }: Attempt): Promise<Said> {
  const nothing = { held: records, to: null, wanted: null, drafts: [] };
  let worded: Awaited<ReturnType<DeliveryKind['word']>>;
  try {
    worded = await kind.word(bundle.workspace, records, begunAt);
  } catch (error) {
    reportFault(round, 'delivery-not-worded', { error, workspace: bundle.workspace, kind: kind.kind });
    return { ...nothing, answer: { kind: 'waits', ms: UNWORDED_MS } };
  }
  const { wording, holds } = worded;
  if (wording.kind === 'later') {
    return { ...nothing, answer: { kind: 'waits', ms: wording.ms } };
  }
  if (wording.kind === 'paused') {
    return { ...nothing, answer: { kind: 'waits', ms: PAUSED_MS } };
  }
  const held = records.filter(({ subject, name }) => holds.includes(name) || holds.includes(`${subject}~${name}`));
  if (wording.kind === 'obsolete' || held.length === 0) {
    return { ...nothing, answer: { kind: 'obsolete' } };
  }
  if (wording.kind === 'handOn') {
    const { drafts } = wording;
    if (fitsIntoOne(records.length, drafts.length)) {
      return { ...nothing, held, drafts, answer: { kind: 'handedOn' } };
    }
    reportFault(round, 'hand-on-too-large', { error: null, workspace: bundle.workspace, kind: kind.kind });
    return { ...nothing, answer: { kind: 'waits', ms: UNWORDED_MS } };
  }
  return { held, drafts: [], ...(await sendMessage(round, bundle.workspace, { message: wording, records: held })) };
}

/** Where to go after a refusal; null for nowhere, `later` when the feature could not say. */
async function fallbackOf(
  round: Round,
  { bundle, kind }: Attempt,
  { answer, held, to, wanted }: Said,
): Promise<Destination | 'later' | null> {
  const refused = to ?? wanted;
  if (answer.kind !== 'refused' || refused === null) {
    return null;
  }
  try {
    return await kind.fallback(bundle.workspace, held, refused);
  } catch (error) {
    reportFault(round, 'delivery-no-fallback', { error, workspace: bundle.workspace, kind: kind.kind });
    return 'later';
  }
}
