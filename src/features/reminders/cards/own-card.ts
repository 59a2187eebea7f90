import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, choicesField } from '../../../platform/cards/field.ts';
import type { Button, FieldProblem, Notice } from '../../../platform/cards/form.ts';
import { problemSentences } from '../../../platform/cards/form-problems.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import { formatTime, formatTimeRange } from '../../../platform/texts/finnish-dates.ts';
import type { LocalTime } from '../../../kernel/instants.ts';
import { OFFERED_LEADS, type LeadDays } from '../domain/leads.ts';
import { DEFAULTS, EARLIEST_HOURS, LATEST_HOURS, type Preferences } from '../domain/preferences.ts';
import type { StoredPreferences } from '../rows.ts';
import type { RemindersTexts } from '../texts.fi.ts';
import { VERBS } from '../verbs.ts';

type Typed = Readonly<Record<string, string>>;
type Problems = Readonly<Record<string, FieldProblem>>;

/** One's own choices in words, seen by that person alone. */
export function drawOwn(
  t: RemindersTexts,
  { preferences, version }: StoredPreferences,
  about: { readonly nonce: string; readonly notices: readonly Notice[] },
): Card {
  const words = t.own;
  const isDefault = preferences === null;
  const data = { nonce: about.nonce, seen: String(version) };
  return presentMessage({
    title: words.title,
    about: null,
    notices: about.notices,
    paragraphs: [words.intro, ...inWords(t, preferences ?? DEFAULTS), isDefault ? words.isDefault : ''].filter(
      (text) => text !== '',
    ),
    facts: [],
    sections: [],
    buttons: [
      { ...button(words.change, VERBS.change), look: 'primary' },
      ...(isDefault ? [] : [{ ...button(words.defaults, VERBS.defaults), data }]),
    ],
    help: t.help,
  });
}

/** What became of a press in the tab, whose page shows the choices itself. */
export function drawOwnInTab(t: RemindersTexts, notices: readonly Notice[]): Card {
  return presentMessage({
    title: t.own.title,
    about: null,
    notices,
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [],
    help: t.help,
  });
}

/** Lead times as a list of words: `7 päivää ennen ja päivää ennen`. */
export function leadsInWords({ own }: RemindersTexts, leads: readonly LeadDays[]): string {
  const spoken = leads.map((days) => own.leadWords[days]);
  return [spoken.slice(0, -1).join(', '), spoken.at(-1) ?? ''].filter((part) => part !== '').join(` ${own.and} `);
}

function inWords(t: RemindersTexts, { on, leads, where, from, until }: Preferences): readonly string[] {
  const { own } = t;
  if (!on) {
    return [own.off];
  }
  return [
    own.on,
    own.leads(leadsInWords(t, leads)),
    own.where[where],
    own.hours(formatTimeRange(from, until)),
    own.often,
  ];
}

/** The form of one's own choices, filled in as it was typed. */
export function drawOwnForm(
  t: RemindersTexts,
  { preferences, version }: StoredPreferences,
  about: {
    readonly nonce: string;
    readonly notices: readonly Notice[];
    readonly typed: Typed;
    readonly problems: Problems;
  },
): Card {
  const fields = ownFields(t, preferences ?? DEFAULTS);
  const data = { nonce: about.nonce, seen: String(version) };
  return presentForm({
    title: t.own.formTitle,
    about: null,
    intro: t.own.formIntro,
    step: null,
    notices: about.notices,
    privacyNotice: null,
    fields,
    typed: about.typed,
    problems: problemSentences(fields, about.problems),
    buttons: [
      { label: t.own.save, verb: VERBS.save, data, look: 'primary', sendsInputs: true },
      button(t.own.back, VERBS.own),
    ],
    help: t.help,
  });
}

function ownFields({ own }: RemindersTexts, now: Preferences) {
  const hours = (times: readonly LocalTime[]) => times.map((time) => ({ value: time, title: formatTime(time) }));
  return {
    on: choiceField<'yes' | 'no'>({
      label: own.onLabel,
      problem: own.onProblem,
      choices: [
        { value: 'yes', title: own.onChoices.yes },
        { value: 'no', title: own.onChoices.no },
      ],
      initial: now.on ? 'yes' : 'no',
    }),
    leads: choicesField<string>(false, {
      label: own.leadsLabel,
      hint: own.leadsHint,
      conditional: true,
      problem: own.leadsProblem,
      choices: OFFERED_LEADS.map((days) => ({ value: String(days), title: own.leadChoices[days] })),
      initial: now.leads.join(','),
    }),
    where: choiceField<Preferences['where']>({
      label: own.whereLabel,
      problem: own.whereProblem,
      choices: [
        { value: 'thread', title: own.whereChoices.thread },
        { value: 'private', title: own.whereChoices.private },
      ],
      initial: now.where,
    }),
    from: choiceField<LocalTime>({
      label: own.fromLabel,
      problem: own.fromProblem,
      choices: hours(EARLIEST_HOURS),
      initial: now.from,
    }),
    until: choiceField<LocalTime>({
      label: own.untilLabel,
      problem: own.untilProblem,
      choices: hours(LATEST_HOURS),
      initial: now.until,
    }),
  };
}

/** What a filled-in form asks for, or what keeps it from being saved. */
export function readOwnForm(
  t: RemindersTexts,
  data: Readonly<Record<string, unknown>>,
  { today, before }: { readonly today: LocalDate; readonly before: Preferences },
):
  | { readonly kind: 'values'; readonly values: Preferences; readonly typed: Typed }
  | { readonly kind: 'problems'; readonly problems: Problems; readonly typed: Typed } {
  const reading = readForm(ownFields(t, before), data, { today, confirmed: true });
  const { typed } = reading;
  if (reading.kind === 'problems') {
    return reading;
  }
  const { on, leads: chosen, where, from, until } = reading.values;
  const leads: readonly LeadDays[] = OFFERED_LEADS.filter((days) => chosen.includes(String(days)));
  const isOn = on === 'yes';
  const problems: Problems = {
    ...(isOn && leads.length === 0 ? { leads: { code: 'unreadable' } } : {}),
    ...(until <= from ? { until: { code: 'unreadable' } } : {}),
  };
  return Object.keys(problems).length > 0
    ? { kind: 'problems', problems, typed }
    : { kind: 'values', typed, values: { on: isOn, leads, where, from, until } };
}

function button(label: string, verb: string): Button {
  return { label, verb, data: {}, look: 'plain', sendsInputs: false };
}
