// What the forms of a question share: finding it, writing it and answering with its card.
import type { Refusal } from '../../kernel/result.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { Notice } from '../../platform/cards/form.ts';
import type { FormChange, Sent } from '../../platform/posts/form-actions.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { ActionRequest } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawNotice, drawQuestion } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import type { Question, QuestionContext, QuestionRefusal } from './domain/question.ts';
import { questionPromises, type QuestionAction } from './promises.ts';
import { questionTable } from './rows.ts';
import type { SupportTexts } from './texts.fi.ts';

/** A question as it was read, with the people of the moment. */
export type Before = { readonly question: Question; readonly etag: string; readonly people: People };

/** The question that a press names; null when it is not there for this person. */
export async function findQuestion(
  { store, people }: SupportDeps,
  { workspace, place }: ActionRequest,
  sent: Sent,
): Promise<Before | null> {
  const id = questionTable.parseId(sent['id']);
  const found = id === null ? null : await questionTable.read(store, workspace, id);
  return found === null || !isShownIn(found.post.home, place)
    ? null
    : { question: found.post, etag: found.etag, people: await people.load(workspace) };
}

export function contextOf({ person, now, today }: ActionRequest): QuestionContext {
  return { by: person.id, at: now, today };
}

/** What a form writes; `after.etag` is null for a new question. */
export function changeOf(
  { t }: SupportDeps,
  { now, today, person }: ActionRequest,
  after: { readonly question: Question; readonly etag: string | null; readonly people: People },
  about: { readonly action: QuestionAction; readonly said: string },
): FormChange {
  const { question, etag, people } = after;
  return {
    promises: questionPromises(question, { action: about.action, etag }, now),
    outcome: { id: question.id },
    saved: () => {
      const notices: readonly Notice[] = [{ tone: 'done', text: about.said }];
      return Promise.resolve(drawQuestion(question, { t, people, today, notices, viewer: person.id }));
    },
  };
}

/** Says above the form why it was not saved. */
export function refusedWith(
  t: SupportTexts,
  { code }: Refusal<QuestionRefusal>,
): { readonly problems: Readonly<Record<string, string>>; readonly notices: readonly Notice[] } {
  return { problems: {}, notices: [{ tone: 'warning', text: t.refusals[code] }] };
}

/** The question that a form was about when the same form comes again, with the news that nothing was done twice. */
export async function showAgain(
  deps: SupportDeps,
  request: ActionRequest,
  outcome: Readonly<Record<string, string>>,
  notice: Notice,
): Promise<Card> {
  const found = await findQuestion(deps, request, outcome);
  return found === null
    ? drawNotice(deps.t.notFound, deps.t)
    : drawQuestion(found.question, { t: deps.t, people: found.people, today: request.today, notices: [notice] });
}
