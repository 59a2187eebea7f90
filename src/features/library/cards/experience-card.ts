// An experience as everybody sees it, the list of them, and the short cards around them.
import type { LocalDate } from '../../../kernel/instants.ts';
import { countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentList } from '../../../platform/cards/present-list.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import type { Experience } from '../domain/experience.ts';
import type { ExperienceSummary } from '../rows.ts';
import type { LibraryTexts } from '../texts.fi.ts';
import { experienceButton, plainButton, VERBS } from '../verbs.ts';

export type ExperienceScene = {
  readonly t: LibraryTexts;
  readonly people: People;
  readonly notices?: readonly Notice[];
};

/** What was done and what helped; withdrawn, it says only that. */
export function drawExperience(experience: Experience, { t, people, notices = [] }: ExperienceScene): Card {
  const { withdrawnOn, title, done, helped, writer, sharedOn, id } = experience;
  const frame = { about: aboutOf(experience.county, t), paragraphs: [], help: t.help };
  if (withdrawnOn !== null) {
    const withdrawn: Notice = { tone: 'warning', text: t.withdrawn(formatDate(withdrawnOn)) };
    return presentMessage({
      ...frame,
      title: t.list.title,
      notices: [...notices, withdrawn],
      facts: [],
      sections: [],
      buttons: [],
    });
  }
  return presentMessage({
    ...frame,
    title,
    notices,
    facts: [
      { label: t.facts.writer, value: people.nameOf(writer) },
      { label: t.facts.shared, value: formatDate(sharedOn) },
    ],
    sections: [
      { heading: t.headings.done, lines: [done] },
      { heading: t.headings.helped, lines: [helped] },
    ],
    buttons: [experienceButton(t.buttons.edit, VERBS.share, id), plainButton(t.buttons.share, VERBS.share)],
  });
}

function aboutOf(county: CountyCode | null, t: LibraryTexts): string {
  return county === null ? t.aboutAll : t.about(countyOf(county).nameFi);
}

/** Begins an experience; `title` is what followed the command. */
export function drawStart(t: LibraryTexts, title: string): Card {
  return presentMessage({
    title: t.start.title,
    about: null,
    notices: [],
    paragraphs: t.start.paragraphs,
    facts: [],
    sections: [],
    buttons: [
      plainButton(t.buttons.share, VERBS.share, title === '' ? {} : { begun: title }, 'primary'),
      plainButton(t.buttons.list, VERBS.list),
    ],
    help: t.help,
  });
}

/** One page of the experiences, newest first. */
export function drawExperienceList(
  shown: readonly ExperienceSummary[],
  { t, total, skipped }: { readonly t: LibraryTexts; readonly total: number; readonly skipped: number },
): Card {
  const left = total - skipped - shown.length;
  const more = plainButton(t.buttons.more, VERBS.list, { skip: String(skipped + shown.length) });
  return presentList({
    title: t.list.title,
    about: null,
    notices: [],
    intro: total === 0 ? t.list.none : t.list.intro(total),
    items: shown.map(({ id, title, county, sharedOn }) => ({
      title,
      lines: [aboutLine(county, sharedOn, t)],
      buttons: [experienceButton(t.buttons.show, VERBS.show, id)],
    })),
    more: left > 0 ? t.list.more(left) : null,
    buttons: [...(left > 0 ? [more] : []), plainButton(t.buttons.share, VERBS.share)],
    help: t.help,
  });
}

function aboutLine(county: CountyCode | null, sharedOn: LocalDate, t: LibraryTexts): string {
  const shared = t.list.shared(formatDate(sharedOn));
  return county === null ? shared : `${countyOf(county).nameFi} · ${shared}`;
}

/** A short message that is about no experience in particular: not found, not allowed. */
export function drawNotice(text: string, t: LibraryTexts, buttons: readonly Button[] = []): Card {
  return presentMessage({
    title: t.list.title,
    about: null,
    notices: [{ tone: 'warning', text }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [...buttons, plainButton(t.buttons.list, VERBS.list)],
    help: t.help,
  });
}
