import type { Card } from '../../platform/cards/card.ts';
import type { Notice } from '../../platform/cards/form.ts';
import type { ActionRequest } from '../../platform/teams/bot.ts';
import { drawBulletin, drawNotice } from './cards/bulletin-card.ts';
import type { BulletinDeps } from './deps.ts';
import { bulletinTable } from './rows.ts';

/** The bulletin that a form was about when the same form comes again, with the news that nothing was done twice. */
export async function showAgain(
  { store, people, t }: BulletinDeps,
  { workspace, today }: ActionRequest,
  outcome: Readonly<Record<string, string>>,
  notice: Notice,
): Promise<Card> {
  const id = bulletinTable.parseId(outcome['id']);
  const [found, known] = await Promise.all([
    id === null ? null : bulletinTable.read(store, workspace, id),
    people.load(workspace),
  ]);
  return found === null
    ? drawNotice(t.notFound, t)
    : drawBulletin(found.post, { t, people: known, today, notices: [notice] });
}
