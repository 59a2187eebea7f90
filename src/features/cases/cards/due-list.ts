import type { Card } from '../../../platform/cards/card.ts';
import { LIST_ITEMS_MAX, presentList } from '../../../platform/cards/present-list.ts';
import { relativeDay } from '../../../platform/texts/finnish-dates.ts';
import type { Case } from '../domain/case.ts';
import type { DatedItem } from '../domain/dated-items.ts';
import { lookButton, VERBS } from '../verbs.ts';
import type { CaseScene } from './case-view.ts';
import { itemText, lateText } from './case-words.ts';

export type DueLine = { readonly c: Case; readonly item: DatedItem };

/** What is coming and what is late, the nearest date first. */
export function drawDueList(lines: readonly DueLine[], { t, today, people }: CaseScene): Card {
  const shown = lines.slice(0, LIST_ITEMS_MAX);
  return presentList({
    title: t.due.title,
    about: null,
    notices: [],
    intro: lines.length === 0 ? `${t.due.none} ${t.due.noneNext}` : t.due.intro,
    items: shown.map(({ c, item }) => {
      const late = lateText(item.date, today);
      return {
        title: itemText(item, t),
        lines: [
          late === null ? relativeDay(item.date, today) : `${relativeDay(item.date, today)} · ${late}`,
          t.about(c.number, c.basics.title),
          t.due.who(people.nameOf(item.person)),
        ],
        buttons: [lookButton(t.buttons.show, VERBS.card, c.id)],
      };
    }),
    more: lines.length > shown.length ? t.due.more(lines.length - shown.length) : null,
    buttons: [],
    help: t.helpNobody,
  });
}
