import type { Notice } from '../../../platform/cards/form.ts';
import type { Case, DiscussionEvent } from '../domain/case.ts';
import { eventWarnings } from '../domain/event-warnings.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** The warnings about who takes part in an event, in words (S0-38, S0-51); none while nothing is missing. */
export function eventNotices(c: Case, event: DiscussionEvent | null, t: CaseTexts): readonly Notice[] {
  const words = t.eventWarnings;
  const elected = words.electedMissed[c.basics.targetBody.kind];
  const warnings = event === null ? [] : eventWarnings(event);
  return warnings.map(({ missing, when }) => ({ tone: 'warning', text: words[when][missing](elected) }));
}
