// What is posted of a question: its card with a mention of who answers, each answer with a mention of who asked, and one
// kind word when nobody has answered.
import { localDateOf } from '../../kernel/helsinki-time.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { CardMessage } from '../../platform/cards/card.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { presentMessage } from '../../platform/cards/present-message.ts';
import { createPostCardKind, createPostReplyKind } from '../../platform/posts/post-kinds.ts';
import { formatWeekdayDate } from '../../platform/texts/finnish-dates.ts';
import type { People } from '../settings/index.ts';
import { drawQuestion } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { isOpen, type Question } from './domain/question.ts';
import { ANSWER_KIND, CARD_KIND, NUDGE_KIND } from './promises.ts';
import { questionTable } from './rows.ts';
import { questionButton, VERBS } from './verbs.ts';

/** The kinds of deliveries of questions. */
export function createSupportKinds(deps: SupportDeps): readonly DeliveryKind[] {
  const { t } = deps;
  return [
    createPostCardKind(deps, CARD_KIND, async (workspace, id, { now }) => {
      const found = await find(deps, workspace, id);
      if (found === null) {
        return null;
      }
      const { question, people } = found;
      const today = localDateOf(now);
      const mentions = isOpen(question) ? mentionsOf(people, people.supporterOf(question.county, today)) : [];
      const card = drawQuestion(question, { t, people, today, mentions });
      const summary = t.summary(question.withdrawnOn === null ? question.topic : t.list.title);
      return { card, summary, mentions };
    }),
    createPostReplyKind(deps, ANSWER_KIND, async (workspace, id, { payload }) => {
      const found = await find(deps, workspace, id);
      const answer = found?.question.answers[Number(payload['answer'])];
      if (found === null || answer === undefined || found.question.withdrawnOn !== null) {
        return null;
      }
      const { question, people } = found;
      const words = t.news.answered;
      const by = people.nameOf(answer.by);
      const paragraphs = [t.answerBy(by, formatWeekdayDate(answer.on)), answer.text, words.next];
      return message(deps, question, { title: words.title, paragraphs, mentions: mentionsOf(people, question.asker) });
    }),
    createPostReplyKind(deps, NUDGE_KIND, async (workspace, id, { now }) => {
      const found = await find(deps, workspace, id);
      const supporter = found?.people.supporterOf(found.question.county, localDateOf(now)) ?? null;
      if (found === null || supporter === null || !isOpen(found.question)) {
        return null;
      }
      const { question, people } = found;
      const { title, text, next } = t.news.unanswered;
      const paragraphs = [text(formatWeekdayDate(question.askedOn)), next];
      return message(deps, question, { title, paragraphs, mentions: mentionsOf(people, supporter) });
    }),
  ];
}

async function find(
  { store, people }: SupportDeps,
  workspace: WorkspaceKey,
  text: string,
): Promise<{ readonly question: Question; readonly people: People } | null> {
  const id = questionTable.parseId(text);
  const found = id === null ? null : await questionTable.read(store, workspace, id);
  return found === null ? null : { question: found.post, people: await people.load(workspace) };
}

function mentionsOf(people: People, person: PersonId | null): CardMessage['mentions'] {
  const mention = person === null ? null : people.mentionOf(person);
  return mention === null ? [] : [mention];
}

function message(
  { t }: SupportDeps,
  question: Question,
  about: {
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly mentions: CardMessage['mentions'];
  },
): CardMessage {
  const { title, paragraphs, mentions } = about;
  const card = presentMessage({
    title,
    about: t.aboutTopic(question.topic),
    notices: [],
    paragraphs,
    facts: [],
    sections: [],
    buttons: [
      ...(isOpen(question) ? [questionButton(t.buttons.answer, VERBS.answer, question.id, 'primary')] : []),
      questionButton(t.buttons.show, VERBS.show, question.id),
    ],
    mentions,
    help: t.help,
  });
  return { card, summary: `${title}. ${t.summary(question.topic)}`, mentions };
}
