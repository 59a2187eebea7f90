// The opening form: six questions (B-04), drawn and read in one place.
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, longTextField, textField, type Choice } from '../../../platform/cards/field.ts';
import { personalDataNotice, problemSentences } from '../../../platform/cards/form-problems.ts';
import type { Button, FormReading, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { contentHash } from '../../../platform/storage/operations.ts';
import { choicesOf } from '../actions/choices.ts';
import type { Typed } from '../actions/form-action.ts';
import { regionField } from '../actions/region-field.ts';
import type { CaseOwner } from '../domain/case.ts';
import { OWNER_KINDS, URGENCIES, type OwnerKind, type Urgency } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { VERBS } from '../verbs.ts';

export type OpeningContext = {
  readonly t: CaseTexts;
  /** Actors used before, those of the channel's county first. */
  readonly ownersBefore: readonly CaseOwner[];
  /** Names of registered associations of the channel's county. */
  readonly associations: readonly string[];
  /** The text after the command. */
  readonly title: string;
  /** The county that the channel is named after, as a choice value; '' when there is none. */
  readonly region: string;
};

const NAMED_OWNERS_MAX = 8;
const ASSOCIATIONS_MAX = 20;
const TITLE_MAX = 120;

/** `localAssociation` or `workingGroup` alone, or with a name used before behind a colon. */
type OwnerValue = string;

export function ownerOf(value: OwnerValue): CaseOwner {
  const colon = value.indexOf(':');
  // The value is one of the choices offered below, which begin with an owner kind.
  return colon === -1
    ? { kind: value as OwnerKind, name: '' }
    : { kind: value.slice(0, colon) as OwnerKind, name: value.slice(colon + 1) };
}

// S0-07: a name that is chosen is spelt as before, and as in the register.
function ownerChoices({ ownersBefore, associations, t }: OpeningContext): readonly Choice[] {
  const before = ownersBefore.slice(0, NAMED_OWNERS_MAX);
  const registered = associations
    .filter((name) => !before.some((owner) => owner.kind === 'localAssociation' && owner.name === name))
    .slice(0, ASSOCIATIONS_MAX)
    .map((name): CaseOwner => ({ kind: 'localAssociation', name }));
  const named = [...before, ...registered].map(({ kind, name }) => ({ value: `${kind}:${name}`, title: name }));
  return [...named, ...choicesOf(OWNER_KINDS, t.ownerKinds)];
}

export function openingFields(context: OpeningContext) {
  const words = context.t.opening;
  return {
    matter: textField(true, {
      label: words.matter,
      hint: words.matterHint,
      problem: words.matterProblem,
      maxLength: TITLE_MAX,
      initial: context.title.slice(0, TITLE_MAX),
    }),
    goal: longTextField(true, { label: words.goal, hint: words.goalHint, problem: words.goalProblem, maxLength: 300 }),
    region: regionField({
      label: words.region,
      hint: words.regionHint,
      problem: words.regionProblem,
      initial: context.region,
    }),
    urgency: choiceField<Urgency>({
      label: words.urgency,
      problem: words.urgencyProblem,
      choices: choicesOf(URGENCIES, context.t.urgencyExplained),
    }),
    owner: choiceField<OwnerValue>({
      label: words.owner,
      hint: words.ownerHint,
      problem: words.ownerProblem,
      choices: ownerChoices(context),
    }),
    onePerson: choiceField<'yes' | 'no'>({
      label: words.onePerson,
      problem: words.onePersonProblem,
      choices: [
        { value: 'no', title: words.onePersonNo },
        { value: 'yes', title: words.onePersonYes },
      ],
    }),
  };
}

type Reading = FormReading<ReturnType<typeof openingFields>>;

export type OpeningScene = {
  readonly context: OpeningContext;
  readonly nonce: string;
  readonly typed: Typed;
  readonly reading: Extract<Reading, { kind: 'problems' | 'personalData' }> | null;
  /** A refusal beside a field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
  /** Whether the one who asks has an unfinished form. */
  readonly hasDraft: boolean;
  readonly help: string;
};

/** The opening form as a card, fresh or again with what was typed. */
export function drawOpeningForm(scene: OpeningScene): Card {
  const { context, nonce, typed, reading } = scene;
  const { t } = context;
  const fields = openingFields(context);
  const problems = reading?.kind === 'problems' ? problemSentences(fields, reading.problems) : {};
  const warning = reading?.kind === 'personalData' ? [personalDataNotice(fields, reading.found)] : [];
  return presentForm({
    title: t.opening.title,
    about: null,
    intro: t.opening.intro,
    step: null,
    notices: [...scene.notices, ...warning],
    privacyNotice: t.privacyNotice,
    fields,
    typed,
    problems: { ...problems, ...scene.problems },
    buttons: warning.length > 0 ? warningButtons(t, nonce, typed) : openButtons(t, scene),
    help: scene.help,
  });
}

function openButtons(t: CaseTexts, { nonce, hasDraft }: OpeningScene): readonly Button[] {
  const open: Button = {
    label: t.buttons.open,
    verb: VERBS.openSave,
    data: { nonce },
    look: 'primary',
    sendsInputs: true,
  };
  const goOn: Button = { label: t.opening.goOn, verb: VERBS.openDraft, data: {}, look: 'plain', sendsInputs: false };
  return [open, ...(hasDraft ? [goOn] : []), cancelButton(t)];
}

function warningButtons(t: CaseTexts, nonce: string, typed: Typed) {
  const confirmed = contentHash(typed);
  return [
    { label: t.buttons.edit, verb: VERBS.openForm, data: { nonce }, look: 'primary', sendsInputs: true },
    { label: t.buttons.saveAnyway, verb: VERBS.openSave, data: { nonce, confirmed }, look: 'plain', sendsInputs: true },
    cancelButton(t),
  ] as const;
}

function cancelButton(t: CaseTexts) {
  return { label: t.buttons.cancel, verb: VERBS.openCancel, data: {}, look: 'plain', sendsInputs: false } as const;
}
