// `kysy` and `kysymykset`, and the presses of their cards except those of the forms.
import { maskIdentityCodes } from '../../kernel/identity-codes.ts';
import { releaseCard } from '../../platform/cards/card-holds.ts';
import type { Card } from '../../platform/cards/card.ts';
import { SHORT_TEXT_MAX } from '../../platform/cards/field.ts';
import { LIST_ITEMS_MAX } from '../../platform/cards/present-list.ts';
import { sentBy } from '../../platform/posts/form-actions.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { Asking, CardAction, Command } from '../../platform/teams/bot.ts';
import { drawNotice, drawQuestion, drawQuestionList, drawStart } from './cards/question-card.ts';
import type { SupportDeps } from './deps.ts';
import { findQuestion } from './form-parts.ts';
import { mayAnswer } from './policy.ts';
import { questionTable, type QuestionSummary } from './rows.ts';
import { VERBS } from './verbs.ts';

/** The two commands. */
export function createSupportCommands(deps: SupportDeps): readonly Command[] {
  const { t } = deps;
  return [
    {
      names: ['kysy', 'kysymys', 'kysy asiantuntijalta'],
      help: t.commands.ask,
      async run({ workspace, person, rest }) {
        const people = await deps.people.load(workspace);
        // The card is read by all, so it repeats no identity code that came with the command.
        const topic = maskIdentityCodes(rest).slice(0, SHORT_TEXT_MAX).toWellFormed();
        const card = people.mayWrite(person) ? drawStart(t, topic) : drawNotice(t.forbidden.ask, t);
        return { kind: 'card', card, summary: t.start.title };
      },
    },
    {
      names: ['kysymykset'],
      help: t.commands.list,
      run: async (request) => ({
        kind: 'card',
        card: await list(deps, request, { isAll: false, skip: 0 }),
        summary: t.list.title,
      }),
    },
  ];
}

/** The presses of the cards, seen by the person who pressed alone. */
export function createSupportPresses(deps: SupportDeps): readonly CardAction[] {
  const { t } = deps;
  return [
    {
      verb: VERBS.list,
      async run(request) {
        const { all, skip } = sentBy(request);
        const from = Number(skip ?? 0);
        const about = { isAll: all === 'yes', skip: Number.isInteger(from) && from > 0 ? from : 0 };
        return { kind: 'card', card: await list(deps, request, about) };
      },
    },
    {
      verb: VERBS.show,
      async run(request) {
        const found = await findQuestion(deps, request, sentBy(request));
        if (found !== null) {
          await releaseCard(deps.store, request.workspace, found.question.id, request.person.id);
        }
        const card =
          found === null
            ? drawNotice(t.notFound, t)
            : drawQuestion(found.question, {
                t,
                people: found.people,
                today: request.today,
                viewer: request.person.id,
              });
        return { kind: 'card', card };
      },
    },
  ];
}

/** Those the asker answers for come first; of those that wait, whoever has waited longest. */
async function list(
  { store, people, t }: SupportDeps,
  { workspace, place, person, today }: Asking,
  { isAll, skip }: { readonly isAll: boolean; readonly skip: number },
): Promise<Card> {
  const [newest, known] = await Promise.all([questionTable.list(store, workspace), people.load(workspace)]);
  const shown = newest.filter(
    ({ home, isWithdrawn, answeredOn }) => !isWithdrawn && isShownIn(home, place) && (isAll || answeredOn === null),
  );
  const isOwn = ({ county }: QuestionSummary): boolean => mayAnswer(county, person.id, known, today);
  const ordered = isAll ? shown : shown.toReversed();
  const own = ordered.filter(isOwn);
  const sorted = [...own, ...ordered.filter((summary) => !isOwn(summary))];
  const skipped = Math.min(skip, sorted.length);
  const page = sorted.slice(skipped, skipped + LIST_ITEMS_MAX);
  return drawQuestionList(page, { t, isAll, total: sorted.length, own: own.length, skipped });
}
