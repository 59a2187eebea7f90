import { msBetween } from '../../../kernel/helsinki-time.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { CardMessage, Mention } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { Standing } from '../deliveries/standing.ts';
import type { RemindersTexts } from '../texts.fi.ts';
import { laterButton } from '../verbs.ts';
import { presentReminder, type ReminderItem } from './present-reminder.ts';

type LetterView = {
  /** What it is about, each once; never empty. */
  readonly standing: readonly Standing[];
  readonly today: LocalDate;
  readonly now: Instant;
  readonly mentions: readonly Mention[];
  /** Whose letter somebody else reads now; null when it is the reader's own. */
  readonly insteadOf: string | null;
};

// Delivered later than this after its hour, a reminder says that it is late.
const LATE_MS = 60 * 60_000;
const ITEMS_MAX = 4;

/** One message about everything that one person is to remember (B-16). */
export function drawLetter(t: RemindersTexts, view: LetterView): CardMessage {
  const { standing, now, mentions } = view;
  const [first] = standing;
  const subjects = new Set(standing.map(({ letter }) => `${letter.source} ${letter.about.subject}`));
  const isOneSubject = subjects.size === 1;
  const isLate = standing.some(({ delivery }) => msBetween(delivery.dueUtc, now) > LATE_MS);
  const notices: readonly Notice[] = [
    ...(view.insteadOf === null ? [] : [{ tone: 'warning', text: t.letter.insteadOf(view.insteadOf) } as const]),
    ...(isLate ? [{ tone: 'info', text: t.letter.late } as const] : []),
  ];
  const card = presentReminder({
    title: standing.length === 1 && first !== undefined ? first.reminded.title : t.letter.several(standing.length),
    about: isOneSubject && first !== undefined ? t.letter.about(first.reminded.about) : t.letter.aboutSeveral,
    notices,
    items: standing.slice(0, ITEMS_MAX).map((each) => itemOf(t, each, isOneSubject)),
    more: standing.length > ITEMS_MAX ? t.letter.more(standing.length - ITEMS_MAX) : null,
    buttons: isOneSubject && first !== undefined ? [first.reminded.look] : [],
    mentions,
    help: first?.reminded.help ?? t.help,
  });
  return { card, summary: summaryOf(t, standing), mentions };
}

function itemOf(t: RemindersTexts, { letter, reminded }: Standing, isOneSubject: boolean): ReminderItem {
  const { what, when, where, next, late, about } = reminded;
  return {
    about: isOneSubject ? null : about,
    what,
    when,
    where,
    next,
    late,
    buttons: [...buttonsOf(t, { letter, reminded }), ...(isOneSubject ? [] : [reminded.look])],
  };
}

// What settles the thing stands first, then moving it.
function buttonsOf(t: RemindersTexts, { letter, reminded }: Pick<Standing, 'letter' | 'reminded'>): readonly Button[] {
  const first = reminded.buttons.filter(({ look }) => look === 'primary');
  const others = reminded.buttons.filter(({ look }) => look !== 'primary');
  // A day that has passed for somebody else is not the advisor's to move.
  const later = letter.about.when === 'late' ? [] : [laterButton(letter, t.letter.later)];
  return [...first, ...later, ...others];
}

function summaryOf(t: RemindersTexts, standing: readonly Standing[]): string {
  const [first] = standing;
  if (first === undefined) {
    return t.letter.aboutSeveral;
  }
  const { about, what, when } = first.reminded;
  const more = standing.length === 1 ? '' : ` ${t.letter.andMore(standing.length - 1)}`;
  return `${about}. ${what}, ${when}${more}`;
}
