// The library as one value: so far the experiences that people share.
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { createFormActions } from '../../platform/posts/form-actions.ts';
import { createPostCardKind } from '../../platform/posts/post-kinds.ts';
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import { createLibraryCommands, createLibraryPresses } from './bot.ts';
import { drawExperience } from './cards/experience-card.ts';
import type { LibraryDeps } from './deps.ts';
import { CARD_KIND } from './promises.ts';
import { experienceTable } from './rows.ts';
import { createShareForm } from './share-form.ts';
import { libraryFi } from './texts.fi.ts';
import { createWithdrawForm } from './withdraw-form.ts';

export type LibraryFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
};

/** Builds the feature in Finnish on what it stands on. */
export function createLibrary(parts: Omit<LibraryDeps, 't'>): LibraryFeature {
  const deps: LibraryDeps = { ...parts, t: libraryFi };
  return {
    commands: createLibraryCommands(deps),
    actions: [
      ...createFormActions(deps, createShareForm(deps)),
      ...createFormActions(deps, createWithdrawForm(deps)),
      ...createLibraryPresses(deps),
    ],
    deliveries: [createCardKind(deps)],
  };
}

function createCardKind(deps: LibraryDeps): DeliveryKind {
  const { store, t } = deps;
  return createPostCardKind(deps, CARD_KIND, async (workspace, text) => {
    const id = experienceTable.parseId(text);
    const found = id === null ? null : await experienceTable.read(store, workspace, id);
    if (found === null) {
      return null;
    }
    const { post } = found;
    const card = drawExperience(post, { t, people: await deps.people.load(workspace) });
    return { card, summary: t.summary(post.withdrawnOn === null ? post.title : t.list.title), mentions: [] };
  });
}
