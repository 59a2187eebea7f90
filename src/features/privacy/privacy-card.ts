import type { Card } from '../../platform/cards/card.ts';
import { presentMessage } from '../../platform/cards/present-message.ts';
import { privacyFi } from './texts.fi.ts';

export type PrivacyView = {
  readonly controller: string | null;
  readonly link: string | null;
  readonly adminNames: readonly string[];
};

const ADMINS_MAX = 5;

/** What is stored, why and how long, who sees it, which rights people have and who answers for it all. */
export function drawPrivacy({ controller, link, adminNames }: PrivacyView): Card {
  const { title, intro, stored, why, howLong, who, rights } = privacyFi;
  const { heading, named, unnamed, explained } = privacyFi.controller;
  const contact = adminNames.length === 0 ? rights.nobody : rights.admins(adminNames.slice(0, ADMINS_MAX).join(', '));
  return presentMessage({
    title,
    about: null,
    notices: [],
    paragraphs: intro,
    facts: [],
    sections: [
      { heading, lines: [controller === null ? unnamed : named(controller), explained] },
      stored,
      why,
      howLong,
      who,
      { heading: rights.heading, lines: [...rights.lines, contact, rights.authority] },
    ],
    buttons: [],
    links: link === null ? [] : [{ label: privacyFi.link, url: link }],
    help: privacyFi.helpLine,
  });
}
