// The way from a card to a page of the tab.
import type { Config } from '../../config.ts';

/** The address of a page below `/tab`, `tapaukset/2026-014`; null while the tab has no address that people can open. */
export type TabLink = (path: string) => string | null;

// The entity of the personal tab in the app package.
const ENTITY = 'ratkaisupolku';

/**
 * In production it leads into Teams, where people are signed in already; on a developer's machine, whose client knows no
 * such addresses, to the page itself.
 */
export function createTabLink({
  identity,
  publicUrl,
  teamsAppId,
}: Pick<Config, 'identity' | 'publicUrl' | 'teamsAppId'>): TabLink {
  if (identity.kind === 'Local') {
    return (path) => (publicUrl === null ? null : `${publicUrl}/tab/${path}`);
  }
  return (path) =>
    teamsAppId === null
      ? null
      : `https://teams.microsoft.com/l/entity/${teamsAppId}/${ENTITY}?context=${encodeURIComponent(
          JSON.stringify({ subEntityId: path }),
        )}`;
}
