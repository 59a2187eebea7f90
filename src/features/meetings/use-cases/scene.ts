import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { People } from '../../settings/index.ts';
import type { MeetingScene } from '../cards/meeting-card.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { MeetingDeps } from './deps.ts';
import { loadAnswers, loadTopics } from './load.ts';

/** What the cards of a meeting are drawn from. */
export async function sceneOf(
  { store, t }: MeetingDeps,
  workspace: WorkspaceKey,
  m: Meeting,
  people: People,
): Promise<MeetingScene> {
  const [answers, topics] = await Promise.all([
    loadAnswers(store, workspace, m.id),
    loadTopics(store, workspace, m.id),
  ]);
  return { m, people, answers, topicCount: topics.length, t };
}
