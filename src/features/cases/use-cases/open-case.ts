// Opening a case: number, case, place, audit and promises in one transaction.
import { Fault } from '../../../kernel/fault.ts';
import type { CaseId, ItemId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { operationWrite, readOperation, type Operation } from '../../../platform/storage/operations.ts';
import type { Row, Write } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { announcementDraft, cardDraft, reminderChanges } from '../deliveries/promises.ts';
import type { Case } from '../domain/case.ts';
import type { CaseRefusal } from '../domain/decision.ts';
import { openCase, type OpeningRequest } from '../domain/open-case.ts';
import { insertCase } from '../rows.ts';
import { weeklyDigest } from '../../reminders/index.ts';
import { auditWrite } from './audit.ts';
import { newCardHold } from '../../../platform/cards/card-holds.ts';
import { insertPlace } from './case-place.ts';
import type { CaseDeps } from './deps.ts';
import { loadCase, numberRowKey } from './load-case.ts';

export type Opening = {
  readonly asking: Asking;
  readonly request: OpeningRequest;
  readonly nonce: string;
  /** Digest of what was sent. */
  readonly hash: string;
  /** Where the case will live: the channel and, when it was asked for there, its thread and the form's own message. */
  readonly home: {
    readonly channelId: Case['home']['channelId'];
    readonly access: Case['home']['access'];
    readonly rootId: string | null;
    readonly cardId: string | null;
  };
  /** Whether the form stands where the case's card will be, so that its opener reads the answer there first. */
  readonly holds: boolean;
  /** Row writes that end the draft of the form, if there was one. */
  readonly alsoWrite: readonly Write[];
};

export type OpeningOutcome =
  | { readonly kind: 'opened' | 'again'; readonly c: Case }
  | { readonly kind: 'refused'; readonly refusal: Refusal<CaseRefusal> }
  | { readonly kind: 'otherContent' };

const NUMBER_DIGITS = 3;
// Openings of one instance queue up; a conflict means another instance opened a case at the same moment.
const ROUNDS = 40;

/** Opens a case once, however often the same form arrives. Numbers of a year have no gaps. */
export async function openCaseOnce(deps: CaseDeps, opening: Opening): Promise<OpeningOutcome> {
  const { workspace } = opening.asking;
  return deps.queue.run(workspace, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Serialised on purpose: each round reads the number that the last opening has taken.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await attempt(deps, opening);
      if (outcome !== 'conflict') {
        return outcome;
      }
    }
    throw new Fault('case-number-too-busy');
  });
}

async function attempt(deps: CaseDeps, opening: Opening): Promise<OpeningOutcome | 'conflict'> {
  const { asking, nonce, hash } = opening;
  const { workspace, today } = asking;
  const year = today.slice(0, 4);
  const [earlier, counter] = await Promise.all([
    readOperation(deps.store, workspace, nonce),
    deps.store.read(workspace, counterKey(year)),
  ]);
  if (earlier !== null) {
    return answerAgain(deps, workspace, earlier, hash);
  }
  const next = nextNumber(counter);
  const number = `${year}-${String(next).padStart(NUMBER_DIGITS, '0')}`;
  // newId gives ULIDs, which is all that a case id is.
  const id = deps.newId() as CaseId;
  const { channelId, access } = opening.home;
  const decision = openCase(
    opening.request,
    { id, number, home: { channelId, access } },
    decisionContext(deps, asking),
  );
  if (!decision.ok) {
    return { kind: 'refused', refusal: decision.refusal };
  }
  const c = decision.value;
  const writes = [
    counterWrite(year, counter, next),
    { kind: 'insert', rowKey: numberRowKey(number), cells: { caseId: id } },
    ...caseWrites(opening, c),
    operationWrite(nonce, { hash, outcome: { caseId: id } }),
    ...opening.alsoWrite,
  ] satisfies readonly Write[];
  const outcome = await deps.desk.commit(workspace, {
    writes,
    isNew: true,
    reconcile: reminderChanges(null, c, { by: asking.person.id, at: asking.now }),
    ensure: [weeklyDigest(asking.now)],
    send: [
      cardDraft(id, asking.now),
      announcementDraft(id, 'opened', { rev: 1, item: null, by: asking.person.id, now: asking.now }),
    ],
  });
  return outcome === 'committed' ? { kind: 'opened', c } : 'conflict';
}

function decisionContext(deps: CaseDeps, { person, now, today }: Asking) {
  return { by: person.id, now, today, newItemId: () => deps.newId() as ItemId };
}

function caseWrites({ asking, home, holds }: Opening, c: Case): readonly Write[] {
  const { channelId, rootId, cardId } = home;
  return [
    insertCase(c),
    insertPlace(c.id, { channelId, rootId, cardId, shownRev: 0 }),
    ...(holds ? [newCardHold(c.id, asking.person.id, asking.now)] : []),
    auditWrite(c.id, { seq: 1, action: 'open', by: asking.person.id, at: asking.now, item: null }),
  ];
}

async function answerAgain(
  deps: CaseDeps,
  workspace: WorkspaceKey,
  earlier: Operation,
  hash: string,
): Promise<OpeningOutcome> {
  if (earlier.hash !== hash) {
    return { kind: 'otherContent' };
  }
  // The id was written by the opening itself.
  const loaded = await loadCase(deps.store, workspace, earlier.outcome['caseId'] as CaseId);
  if (loaded === null) {
    throw new Fault('case-lost', { caseId: earlier.outcome['caseId'] ?? '' });
  }
  return { kind: 'again', c: loaded.c };
}

function counterKey(year: string): string {
  return `counter|${year}`;
}

function nextNumber(counter: Row | null): number {
  const last = counter === null ? 0 : counter.cells['last'];
  if (typeof last !== 'number') {
    throw new Fault('row-unreadable', { row: 'counter' });
  }
  return last + 1;
}

function counterWrite(year: string, counter: Row | null, last: number): Write {
  const rowKey = counterKey(year);
  return counter === null
    ? { kind: 'insert', rowKey, cells: { last } }
    : { kind: 'replace', rowKey, etag: counter.etag, cells: { last } };
}
