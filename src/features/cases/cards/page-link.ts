import type { Link } from '../../../platform/cards/parts.ts';
import type { TabLink } from '../../../platform/tab/tab-link.ts';
import type { Case } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';

/**
 * The link from a card to the page of its case. A restricted channel's case has none: the page that such a link opens
 * stands in no channel, and shows it to nobody.
 */
export function pageLinks({ number, home }: Case, page: TabLink, t: CaseTexts): readonly Link[] {
  const url = home.access === 'restricted' ? null : page(`tapaukset/${number}`);
  return url === null ? [] : [{ label: t.casePage.openTab, url }];
}
