// What members say of a meeting: whether they come, and what they want to talk about.
import { Fault } from '../../../kernel/fault.ts';
import type { CaseId } from '../../../kernel/ids.ts';
import type { Write } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { cardDraft } from '../deliveries/promises.ts';
import { CAPS } from '../domain/caps.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Answer } from '../domain/vocabulary.ts';
import { answersPrefix, answerWrite, rowToAnswer, topicWrite } from '../rows.ts';
import type { MeetingDeps } from './deps.ts';
import { loadTopics } from './load.ts';

// Only the person's own presses can meet here.
const ROUNDS = 4;

/** Whether people can still answer: it has been told of, and its day is not over. */
export function takesAnswers({ state, date }: Meeting, today: string): boolean {
  return state.kind === 'announced' && date >= today;
}

/** Stores what the person answers; the same answer again changes nothing. */
export async function answerMeeting(
  deps: MeetingDeps,
  { workspace, person, now }: Asking,
  m: Meeting,
  answer: Answer,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round reads what the round before has met
    const row = await deps.store.read(workspace, `${answersPrefix(m.id)}${person.id}`);
    if (row !== null && rowToAnswer(row).answer === answer) {
      return;
    }
    const write = answerWrite(m.id, { person: person.id, answer, at: now }, row?.etag ?? null);
    // oxlint-disable-next-line no-await-in-loop -- as above
    const outcome = await deps.desk.commit(workspace, { writes: [write], send: [cardDraft(m, now)] });
    if (outcome === 'committed') {
      return;
    }
  }
  throw new Fault('answer-too-busy', { meeting: m.id });
}

export type TopicRequest = { readonly text: string; readonly caseId: CaseId | null };

/** Adds a topic. `full`: there are enough. `again`: that case is brought already. `also` is of the form that asks. */
export async function proposeTopic(
  deps: MeetingDeps,
  { workspace, person, now }: Asking,
  m: Meeting,
  { text, caseId, also }: TopicRequest & { readonly also: readonly Write[] },
): Promise<'added' | 'full' | 'again' | 'conflict'> {
  const topics = await loadTopics(deps.store, workspace, m.id);
  if (caseId !== null && topics.some((topic) => topic.caseId === caseId)) {
    return 'again';
  }
  if (topics.length >= CAPS.topics) {
    return 'full';
  }
  const write = topicWrite(m.id, caseId ?? deps.newId(), { by: person.id, text, caseId });
  const outcome = await deps.desk.commit(workspace, { writes: [write, ...also], send: [cardDraft(m, now)] });
  return outcome === 'committed' ? 'added' : 'conflict';
}
