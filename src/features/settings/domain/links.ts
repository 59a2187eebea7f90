// Where the app leads outside: set by an admin of the team, else by the installation.
import { isHttpsLink } from '../../../kernel/https-links.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Settings, SettingsDecision } from './settings.ts';

export const LINK_NAMES = ['legalAdvice', 'model', 'privacy'] as const;
export type LinkName = (typeof LINK_NAMES)[number];

/** What an admin has set; '' leaves the installation's own. */
export type TeamLinks = Readonly<Record<LinkName, string>>;

/** What holds; null where nobody has set anything. */
export type Links = Readonly<Record<LinkName, string | null>>;

export const NO_LINKS: TeamLinks = { legalAdvice: '', model: '', privacy: '' };
export const LINK_MAX = 300;

/** The team's links over those of the installation. */
export function linksIn({ links }: Pick<Settings, 'links'>, installed: Links): Links {
  return {
    legalAdvice: links.legalAdvice || installed.legalAdvice,
    model: links.model || installed.model,
    privacy: links.privacy || installed.privacy,
  };
}

/** Sets the links. Each is an https address without a name and password in it, or '' for the installation's own. */
export function setLinks(settings: Settings, links: TeamLinks): SettingsDecision {
  const wrong = LINK_NAMES.find((name) => links[name] !== '' && !isUsable(links[name]));
  if (wrong !== undefined) {
    return refuse('link-unusable', { field: wrong });
  }
  return LINK_NAMES.every((name) => links[name] === settings.links[name])
    ? refuse('unchanged')
    : ok({ ...settings, links });
}

function isUsable(link: string): boolean {
  const url = URL.parse(link);
  return isHttpsLink(link) && link.length <= LINK_MAX && url?.username === '' && url.password === '';
}
