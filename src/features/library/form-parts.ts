// What the forms of an experience share: finding it, writing it and answering with its card.
import type { Refusal } from '../../kernel/result.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { Notice } from '../../platform/cards/form.ts';
import type { FormChange, Sent } from '../../platform/posts/form-actions.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { ActionRequest } from '../../platform/teams/bot.ts';
import type { People } from '../settings/index.ts';
import { drawExperience, drawNotice } from './cards/experience-card.ts';
import type { LibraryDeps } from './deps.ts';
import type { Experience, ExperienceContext, ExperienceRefusal } from './domain/experience.ts';
import { experiencePromises } from './promises.ts';
import { experienceTable } from './rows.ts';
import type { LibraryTexts } from './texts.fi.ts';

/** An experience as it was read, with the people of the moment. */
export type Before = { readonly experience: Experience; readonly etag: string; readonly people: People };

/** The experience that a press names; null when it is not there for this person. */
export async function findExperience(
  { store, people }: LibraryDeps,
  { workspace, place }: ActionRequest,
  sent: Sent,
): Promise<Before | null> {
  const id = experienceTable.parseId(sent['id']);
  const found = id === null ? null : await experienceTable.read(store, workspace, id);
  return found === null || !isShownIn(found.post.home, place)
    ? null
    : { experience: found.post, etag: found.etag, people: await people.load(workspace) };
}

export function contextOf({ person, now, today }: ActionRequest): ExperienceContext {
  return { by: person.id, at: now, today };
}

/** What a form writes; `after.etag` is null for a new experience. */
export function changeOf(
  { t }: LibraryDeps,
  { now }: ActionRequest,
  { experience, etag, people }: Omit<Before, 'etag'> & { readonly etag: string | null },
  about: { readonly action: 'share' | 'change' | 'withdraw'; readonly said: string },
): FormChange {
  return {
    promises: experiencePromises(experience, { action: about.action, etag }, now),
    outcome: { id: experience.id },
    saved: () =>
      Promise.resolve(drawExperience(experience, { t, people, notices: [{ tone: 'done', text: about.said }] })),
  };
}

/** Says above the form why it was not saved. */
export function refusedWith(
  t: LibraryTexts,
  { code }: Refusal<ExperienceRefusal>,
): { readonly problems: Readonly<Record<string, string>>; readonly notices: readonly Notice[] } {
  return { problems: {}, notices: [{ tone: 'warning', text: t.refusals[code] }] };
}

/** The experience that a form was about when the same form comes again, with the news that nothing was done twice. */
export async function showAgain(
  deps: LibraryDeps,
  request: ActionRequest,
  outcome: Readonly<Record<string, string>>,
  notice: Notice,
): Promise<Card> {
  const found = await findExperience(deps, request, outcome);
  return found === null
    ? drawNotice(deps.t.notFound, deps.t)
    : drawExperience(found.experience, { t: deps.t, people: found.people, notices: [notice] });
}
