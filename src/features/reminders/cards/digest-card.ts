import type { CardMessage } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Digest, DigestLine } from '../domain/digests.ts';
import type { RemindersTexts } from '../texts.fi.ts';

// What can be taken in at a glance; the lists of the commands have the rest.
const LINES_MAX = 6;

/** The week of a channel, nobody mentioned; null when there is nothing to say. */
export function drawDigest(t: RemindersTexts, { thisWeek, late, withoutNextStep }: Digest): CardMessage | null {
  const sections = [
    section(t, t.digest.late, late),
    section(t, t.digest.thisWeek, thisWeek),
    section(t, t.digest.withoutNextStep, withoutNextStep),
  ].filter(({ lines }) => lines.length > 0);
  if (sections.length === 0) {
    return null;
  }
  const counted = summaryOf(t, { thisWeek, late, withoutNextStep });
  const card = presentMessage({
    title: t.digest.title,
    about: t.digest.about,
    notices: [],
    paragraphs: [],
    facts: [],
    sections: [...sections, { heading: '', lines: [t.digest.all] }],
    buttons: [],
    spoken: counted,
    help: t.help,
  });
  return { card, summary: `${t.digest.about}: ${counted}`, mentions: [] };
}

function summaryOf({ digest }: RemindersTexts, { thisWeek, late, withoutNextStep }: Digest): string {
  return [
    thisWeek.length === 0 ? '' : digest.datesThisWeek(thisWeek.length),
    late.length === 0 ? '' : digest.datesLate(late.length),
    withoutNextStep.length === 0 ? '' : digest.casesWithout(withoutNextStep.length),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function section(t: RemindersTexts, heading: string, lines: readonly DigestLine[]) {
  const shown = lines.slice(0, LINES_MAX).map(({ text }) => text);
  const more = lines.length - shown.length;
  return { heading, lines: more > 0 ? [...shown, t.digest.more(more)] : shown };
}
