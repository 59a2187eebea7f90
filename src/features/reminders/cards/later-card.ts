import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { optionalChoiceField, optionalDateField, toggleField } from '../../../platform/cards/field.ts';
import type { FieldProblem, Notice } from '../../../platform/cards/form.ts';
import { problemSentences } from '../../../platform/cards/form-problems.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import { formatDayAndDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { laterDays } from '../domain/later-days.ts';
import type { Letter } from '../promises.ts';
import type { Reminded } from '../source.ts';
import type { RemindersTexts } from '../texts.fi.ts';
import { aboutData, VERBS } from '../verbs.ts';

export type LaterScene = {
  readonly t: RemindersTexts;
  readonly today: LocalDate;
  readonly letter: Letter;
  readonly reminded: Reminded;
};

type Typed = Readonly<Record<string, string>>;

/** What kept the form from being saved. */
export type LaterTrouble =
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>> }
  | { readonly kind: 'datePast' | 'dateTooLate' }
  /** The source's own sentence. */
  | { readonly kind: 'notMoved'; readonly text: string };

const OWN = 'own';

/** Which day to be reminded on again; for a task also whether its agreed day moves along. */
export function drawLaterForm(
  scene: LaterScene,
  about: { readonly nonce: string; readonly typed: Typed; readonly trouble: LaterTrouble | null },
): Card {
  const { t, today, letter, reminded } = scene;
  if (!isMovable(scene) && letter.about.itemDate <= today) {
    return drawLaterMessage(t, scene, { tone: 'info', text: t.later.today });
  }
  const fields = laterFields(scene);
  const { trouble } = about;
  return presentForm({
    title: t.later.title,
    about: reminded.about,
    intro: t.later.intro(reminded.what, reminded.when),
    step: null,
    notices: trouble?.kind === 'notMoved' ? [{ tone: 'warning', text: trouble.text }] : [],
    privacyNotice: null,
    fields,
    typed: about.typed,
    problems: problemsOf(scene, trouble),
    buttons: [
      {
        label: t.later.save,
        verb: VERBS.saveLater,
        data: { ...aboutData(letter), nonce: about.nonce },
        look: 'primary',
        sendsInputs: true,
      },
      reminded.look,
    ],
    help: reminded.help,
  });
}

function isMovable({ reminded, letter }: Pick<LaterScene, 'reminded' | 'letter'>): boolean {
  return reminded.movable === true && letter.about.when === 'before';
}

function laterFields(scene: LaterScene) {
  const { t, today, letter } = scene;
  const words = t.later;
  const ready = laterDays(today)
    .filter(({ date }) => isMovable(scene) || date <= letter.about.itemDate)
    .map(({ kind, date }) => ({ value: date, title: words.ready[kind](formatWeekdayDate(date)) }));
  const when = optionalChoiceField<LocalDate | typeof OWN>({
    label: words.when,
    conditional: true,
    problem: words.whenProblem,
    choices: [...ready, { value: OWN, title: words.own }],
  });
  const date = optionalDateField({
    label: words.date,
    hint: words.dateHint,
    conditional: true,
    problem: words.dateProblem,
  });
  const move = toggleField(false, { label: words.move, hint: words.moveHint, problem: words.moveProblem });
  return isMovable(scene) ? { when, date, move } : { when, date };
}

function problemsOf(scene: LaterScene, trouble: LaterTrouble | null): Readonly<Record<string, string>> {
  const { t, letter } = scene;
  switch (trouble?.kind) {
    case 'problems':
      return problemSentences(laterFields(scene), trouble.problems);
    case 'datePast':
      return { date: t.later.datePast };
    case 'dateTooLate':
      return { date: t.later.dateTooLate(formatDayAndDate(letter.about.itemDate)) };
    default:
      return {};
  }
}

/** The day that was chosen, or what is wrong with it: a day that has passed makes no reminder (T-09). */
export function readLaterForm(
  scene: LaterScene,
  data: Readonly<Record<string, unknown>>,
):
  | { readonly kind: 'values'; readonly date: LocalDate; readonly move: boolean; readonly typed: Typed }
  | { readonly kind: 'trouble'; readonly trouble: LaterTrouble; readonly typed: Typed } {
  const { today, letter } = scene;
  const reading = readForm(laterFields(scene), data, { today, confirmed: true });
  const { typed } = reading;
  const trouble = (what: LaterTrouble) => ({ kind: 'trouble', trouble: what, typed }) as const;
  if (reading.kind === 'problems') {
    return trouble({ kind: 'problems', problems: reading.problems });
  }
  const { when, date: own, move = false } = reading.values;
  // Whoever has typed a day means it, whatever is chosen above it.
  const date = own ?? when;
  if (date === null || date === OWN) {
    return trouble({ kind: 'problems', problems: { [date === OWN ? 'date' : 'when']: { code: 'unreadable' } } });
  }
  if (date <= today) {
    return trouble({ kind: 'datePast' });
  }
  return !isMovable(scene) && date > letter.about.itemDate
    ? trouble({ kind: 'dateTooLate' })
    : { kind: 'values', date, move, typed };
}

/** What was done, or why nothing can be. */
export function drawLaterMessage(
  t: RemindersTexts,
  about: { readonly reminded: Reminded } | null,
  notice: Notice,
): Card {
  return presentMessage({
    title: about?.reminded.what ?? t.later.title,
    about: about?.reminded.about ?? null,
    notices: [notice],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: about === null ? [] : [about.reminded.look],
    help: about?.reminded.help ?? t.help,
  });
}
