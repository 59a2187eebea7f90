import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { filteredChoiceField, type Field } from '../../../platform/cards/field.ts';
import type { Button, FieldProblem, Notice } from '../../../platform/cards/form.ts';
import { problemSentences } from '../../../platform/cards/form-problems.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { GlossaryGroup, GlossaryTerm } from '../glossary/glossary-term.ts';
import { glossaryFi } from '../glossary/glossary.fi.ts';
import { helpFi } from '../texts.fi.ts';
import { HELP_VERBS } from '../verbs.ts';
import { commandButton, drawSaying } from './say.ts';

const words = helpFi.glossary;

// The catalogue has exactly the groups of the glossary (`satisfies` there), in the order in which they are shown.
const GROUPS = Object.keys(words.groups) as readonly GlossaryGroup[];

const BY_GROUP = GROUPS.map((group) => ({ name: words.groups[group], terms: glossaryFi.filter(isIn(group)) }));

function isIn(group: GlossaryGroup): (term: GlossaryTerm) => boolean {
  return (term) => term.group === group;
}

/** The one question of the glossary: which word. */
const GLOSSARY_FIELDS: { readonly term: Field<string> } = {
  term: filteredChoiceField<string>({
    label: words.term,
    problem: words.termProblem,
    choices: BY_GROUP.flatMap(({ name, terms }) =>
      terms.map(({ term }) => ({ value: term, title: words.choice(term, name) })),
    ),
  }),
};

/** All words by group, with a field for choosing one. */
export function drawGlossary(about: {
  readonly notices: readonly Notice[];
  readonly problems: Readonly<Record<string, FieldProblem>>;
}): Card {
  const groups = BY_GROUP.map(({ name, terms }) => words.group(name, terms.map(({ term }) => term).join(', ')));
  return presentForm({
    title: words.title,
    about: null,
    intro: [words.intro, ...groups].join('\n'),
    step: null,
    notices: about.notices,
    privacyNotice: null,
    fields: GLOSSARY_FIELDS,
    typed: {},
    problems: problemSentences(GLOSSARY_FIELDS, about.problems),
    buttons: [{ label: helpFi.buttons.showTerm, verb: HELP_VERBS.term, data: {}, look: 'primary', sendsInputs: true }],
    help: helpFi.help,
  });
}

/** One word explained. */
export function drawTerm({ term, text }: GlossaryTerm): Card {
  const title = term.charAt(0).toUpperCase() + term.slice(1);
  return drawSaying(title, [text], [glossaryButton()]);
}

/** A word that is not in the glossary, and the one that may have been meant. */
export function drawUnknownTerm(word: string, suggestion: GlossaryTerm): Card {
  return drawSaying(words.title, [words.unknown(word)], [termButton(suggestion), glossaryButton()]);
}

/** The glossary after a word that nothing is like. */
export function drawGlossaryAfter(word: string): Card {
  const text = `${words.unknown(word)} ${words.unknownNext}`;
  return drawGlossary({ notices: [{ tone: 'warning', text }], problems: {} });
}

function termButton({ term }: GlossaryTerm): Button {
  return {
    label: helpFi.buttons.didYouMean(term),
    verb: HELP_VERBS.term,
    data: { term },
    look: 'primary',
    sendsInputs: false,
  };
}

function glossaryButton(): Button {
  return commandButton(helpFi.buttons.glossary, helpFi.commandNames.glossary);
}

/** The card that answers a press of help/term: the chosen word, or the glossary again when none was chosen. */
export function drawChosenTerm(data: unknown, today: LocalDate): Card {
  const sent = typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
  const reading = readForm(GLOSSARY_FIELDS, sent, { today, confirmed: true });
  const chosen = reading.kind === 'values' ? glossaryFi.find(({ term }) => term === reading.values.term) : undefined;
  return chosen === undefined
    ? drawGlossary({ notices: [], problems: reading.kind === 'problems' ? reading.problems : {} })
    : drawTerm(chosen);
}
