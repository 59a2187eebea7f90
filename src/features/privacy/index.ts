// The privacy feature as one value: the card that says what is stored about people (G-13, G-16, G-20).
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import { drawPrivacy } from './privacy-card.ts';
import { privacyFi } from './texts.fi.ts';

export type PrivacyParts = {
  readonly people: PeopleDirectory;
  /** Who is the controller; null while nobody has been named. */
  readonly controller: string | null;
};

export type PrivacyFeature = { readonly commands: readonly Command[]; readonly actions: readonly CardAction[] };

/** Builds the feature on what it stands on. */
export function createPrivacy({ people, controller }: PrivacyParts): PrivacyFeature {
  return {
    commands: [
      {
        names: [privacyFi.commandName],
        help: privacyFi.help,
        async run({ workspace }) {
          const known = await people.load(workspace);
          const adminNames = known.members.filter(({ id }) => known.isAdmin(id)).map(({ name }) => name);
          return {
            kind: 'card',
            card: drawPrivacy({ controller, link: known.links.privacy, adminNames }),
            summary: privacyFi.title,
          };
        },
      },
    ],
    actions: [],
  };
}
