// `kokemus` and `kokemukset`, and the presses of their cards except those of the forms.
import { maskIdentityCodes } from '../../kernel/identity-codes.ts';
import { releaseCard } from '../../platform/cards/card-holds.ts';
import type { Card } from '../../platform/cards/card.ts';
import { SHORT_TEXT_MAX } from '../../platform/cards/field.ts';
import { LIST_ITEMS_MAX } from '../../platform/cards/present-list.ts';
import { sentBy } from '../../platform/posts/form-actions.ts';
import { isShownIn } from '../../platform/posts/post-home.ts';
import type { Asking, CardAction, Command } from '../../platform/teams/bot.ts';
import { drawExperience, drawExperienceList, drawNotice, drawStart } from './cards/experience-card.ts';
import type { LibraryDeps } from './deps.ts';
import { findExperience } from './form-parts.ts';
import { experienceTable } from './rows.ts';
import { VERBS } from './verbs.ts';

/** The two commands. */
export function createLibraryCommands(deps: LibraryDeps): readonly Command[] {
  const { t } = deps;
  return [
    {
      names: ['kokemus', 'jaa kokemus'],
      help: t.commands.share,
      async run({ workspace, person, rest }) {
        const people = await deps.people.load(workspace);
        // The card is read by all, so it repeats no identity code that came with the command.
        const title = maskIdentityCodes(rest).slice(0, SHORT_TEXT_MAX).toWellFormed();
        const card = people.mayWrite(person) ? drawStart(t, title) : drawNotice(t.forbidden.share, t);
        return { kind: 'card', card, summary: t.start.title };
      },
    },
    {
      names: ['kokemukset'],
      help: t.commands.list,
      run: async (request) => ({ kind: 'card', card: await list(deps, request, 0), summary: t.list.title }),
    },
  ];
}

/** The presses of the cards, seen by the person who pressed alone. */
export function createLibraryPresses(deps: LibraryDeps): readonly CardAction[] {
  const { t } = deps;
  return [
    {
      verb: VERBS.list,
      async run(request) {
        const skip = Number(sentBy(request)['skip'] ?? 0);
        const from = Number.isInteger(skip) && skip > 0 ? skip : 0;
        return { kind: 'card', card: await list(deps, request, from) };
      },
    },
    {
      verb: VERBS.show,
      async run(request) {
        const found = await findExperience(deps, request, sentBy(request));
        if (found !== null) {
          await releaseCard(deps.store, request.workspace, found.experience.id, request.person.id);
        }
        const card =
          found === null ? drawNotice(t.notFound, t) : drawExperience(found.experience, { t, people: found.people });
        return { kind: 'card', card };
      },
    },
  ];
}

async function list({ store, t }: LibraryDeps, { workspace, place }: Asking, skip: number): Promise<Card> {
  const newest = await experienceTable.list(store, workspace);
  const shown = newest.filter(({ home, isWithdrawn }) => !isWithdrawn && isShownIn(home, place));
  const skipped = Math.min(skip, shown.length);
  const page = shown.slice(skipped, skipped + LIST_ITEMS_MAX);
  return drawExperienceList(page, { t, total: shown.length, skipped });
}
