import { localDateOf, localTimeOf } from '../../../kernel/helsinki-time.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate, formatTime } from '../../../platform/texts/finnish-dates.ts';
import type { Case } from '../domain/case.ts';
import type { AuditEntry } from '../use-cases/audit.ts';
import { backButton, lookButton, VERBS } from '../verbs.ts';
import type { CaseScene } from './case-view.ts';
import { helpLine } from './case-words.ts';

const ENTRIES_MAX = 60;

/** Who did what and when, newest first; steps back with their reason (S0-60). */
export function drawHistory(
  c: Case,
  trail: readonly AuditEntry[],
  { people, today, t, origin = null }: CaseScene,
): Card {
  const words = t.details;
  const newest = trail.toReversed();
  const lines = newest.slice(0, ENTRIES_MAX).map(({ action, at, by }) => {
    const when = `${formatDate(localDateOf(at))} ${formatTime(localTimeOf(at))}`;
    return t.historyLine(when, people.nameOf(by), t.history[action]);
  });
  const back = c.stageHistory
    .filter((entry) => entry.backReason !== '')
    .map((entry) => `${formatDate(entry.on)} · ${entry.backReason}`);
  const more = newest.length - lines.length;
  return presentMessage({
    title: words.historyTitle,
    about: t.about(c.number, c.basics.title),
    notices: [],
    paragraphs: more > 0 ? [words.historyMore(more)] : [],
    facts: [],
    sections: [
      { heading: '', lines },
      { heading: t.historyBack, lines: back },
    ].filter((section) => section.lines.length > 0),
    buttons: [backButton(t.buttons.back, c.id, origin), lookButton(t.buttons.show, VERBS.show, c.id)],
    help: helpLine(c, people, today, t),
  });
}
