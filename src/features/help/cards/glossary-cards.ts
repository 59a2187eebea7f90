import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { filteredChoiceField, type Field } from '../../../platform/cards/field.ts';
import type { Button, FieldProblem } from '../../../platform/cards/form.ts';
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

type GlossaryView = {
  readonly intro: readonly string[];
  readonly problems?: Readonly<Record<string, FieldProblem>>;
  /** The term that may have been meant. */
  readonly suggestion?: GlossaryTerm | null;
};

/** A field for choosing one of all words, with a few of them named. */
export function drawGlossary(): Card {
  return drawChoice({ intro: [words.intro, words.examples] });
}

/** A word that is not in the glossary: that first, then the term that may have been meant, and all words to choose from. */
export function drawUnknownTerm(word: string, suggestion: GlossaryTerm | null): Card {
  return drawChoice({ intro: [words.unknown(word), words.unknownNext], suggestion });
}

function drawChoice({ intro, problems = {}, suggestion = null }: GlossaryView): Card {
  const look = suggestion === null ? 'primary' : 'plain';
  const show: Button = { label: helpFi.buttons.showTerm, verb: HELP_VERBS.term, data: {}, look, sendsInputs: true };
  return presentForm({
    title: words.title,
    about: null,
    intro: intro.join('\n'),
    step: null,
    notices: [],
    privacyNotice: null,
    fields: GLOSSARY_FIELDS,
    typed: {},
    problems: problemSentences(GLOSSARY_FIELDS, problems),
    buttons: suggestion === null ? [show] : [termButton(suggestion), show],
    help: helpFi.help,
  });
}

// Said as a command: beside the field, a button's own `term` would be hidden by what is chosen there.
function termButton({ term }: GlossaryTerm): Button {
  const { glossary } = helpFi.commandNames;
  return commandButton(helpFi.buttons.didYouMean(term), glossary, { look: 'primary', rest: term });
}

/** One word explained. */
export function drawTerm({ term, text }: GlossaryTerm): Card {
  const title = term.charAt(0).toUpperCase() + term.slice(1);
  return drawSaying(title, [text], [glossaryButton()]);
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
    ? drawChoice({ intro: [words.intro], problems: reading.kind === 'problems' ? reading.problems : {} })
    : drawTerm(chosen);
}
