// The form of an action as a card: fresh, or again with what was typed and what to mend.
import { parseLocalDate } from '../../../kernel/dates.ts';
import { assertNever } from '../../../kernel/fault.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Fields } from '../../../platform/cards/field.ts';
import { personalDataNotice, problemSentences } from '../../../platform/cards/form-problems.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { contentHash } from '../../../platform/storage/operations.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import type { Action, FormContent, FormContext, Typed } from '../actions/form-action.ts';
import type { FormTrouble } from '../use-cases/change-case.ts';
import { backButton, editVerb, saveVerb, VERBS } from '../verbs.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { helpLine } from './case-words.ts';

/** What a form is drawn from besides its action. */
export type FormScene = {
  readonly context: FormContext;
  readonly nonce: string;
  /** Empty for a fresh form. */
  readonly typed: Typed;
  readonly trouble: FormTrouble | null;
  readonly notices: readonly Notice[];
  readonly origin: string | null;
};

/** Draws the form. After a warning about personal data the buttons are "Muokkaa" and "Tallenna silti" (G-03). */
export function drawActionForm(action: Action, scene: FormScene): Card {
  const { context, trouble, typed } = scene;
  const { c, t } = context;
  const content = action.content(context);
  const isWarning = trouble?.kind === 'reading' && trouble.reading.kind === 'personalData';
  return presentForm({
    title: content.title,
    about: t.about(c.number, c.basics.title),
    intro: content.intro,
    step: null,
    notices: [...content.notices, ...scene.notices, ...troubleNotices(trouble, content.fields, scene)],
    privacyNotice: t.privacyNotice,
    fields: content.fields,
    typed,
    problems: problemsBeside(trouble, content.fields, t),
    buttons: isWarning ? warningButtons(action, scene) : formButtons(action, content, scene),
    help: helpLine(c, context.viewer.people, context.viewer.today, t),
  });
}

function data({ context, nonce, origin }: FormScene): Record<string, string> {
  const { c, item } = context;
  return {
    caseId: c.id,
    seen: String(c.rev),
    nonce,
    ...(item === null ? {} : { item }),
    ...(origin === null ? {} : { origin }),
  };
}

function formButtons(action: Action, content: FormContent, scene: FormScene): readonly Button[] {
  const { t } = scene.context;
  const verb = saveVerb(action.name);
  const save: Button = {
    label: content.submit ?? t.buttons.save,
    verb,
    data: data(scene),
    look: 'primary',
    sendsInputs: true,
  };
  const more: Button = { ...save, label: t.buttons.saveAndMore, data: { ...data(scene), again: 'yes' }, look: 'plain' };
  return [save, ...(content.isList && scene.context.item === null ? [more] : []), cancelButton(scene)];
}

function warningButtons(action: Action, scene: FormScene): readonly Button[] {
  const { t } = scene.context;
  const confirmed = contentHash(scene.typed);
  return [
    { label: t.buttons.edit, verb: editVerb(action.name), data: data(scene), look: 'primary', sendsInputs: true },
    {
      label: t.buttons.saveAnyway,
      verb: saveVerb(action.name),
      data: { ...data(scene), confirmed },
      look: 'plain',
      sendsInputs: true,
    },
    cancelButton(scene),
  ];
}

function cancelButton({ context, origin }: FormScene): Button {
  const { c, item } = context;
  const { label, verb } = backButton(context.t.buttons.cancel, c.id, origin);
  return {
    label,
    verb: origin === 'times' ? VERBS.times : verb,
    data: { caseId: c.id, ...(item === null ? {} : { item }), ...(origin === null ? {} : { origin }) },
    look: 'plain',
    sendsInputs: false,
  };
}

function problemsBeside(trouble: FormTrouble | null, fields: Fields, t: CaseTexts): Readonly<Record<string, string>> {
  if (trouble === null) {
    return {};
  }
  switch (trouble.kind) {
    case 'otherContent':
    case 'collision':
      return {};
    case 'reading':
      return trouble.reading.kind === 'problems' ? problemSentences(fields, trouble.reading.problems) : {};
    case 'refused': {
      const { code, field } = trouble.refusal;
      return field !== undefined && Object.hasOwn(fields, field) ? { [field]: t.refusals[code] } : {};
    }
    default:
      return assertNever(trouble);
  }
}

/** For each field whose stored value differs from what was typed: what is stored now. */
function newerValues(fields: Fields, typed: Typed, t: CaseTexts): readonly Notice[] {
  return Object.entries(fields)
    .filter(([name, field]) => field.initial !== '' && (typed[name] ?? '') !== field.initial)
    .map(([, field]) => ({ tone: 'info', text: t.conflict.now(field.label, shownValue(field)) }));
}

function shownValue(field: Fields[string]): string {
  const date = field.kind === 'date' ? parseLocalDate(field.initial) : null;
  if (date !== null) {
    return formatDate(date);
  }
  const titles = field.choices.filter((choice) => field.initial.split(',').includes(choice.value));
  return titles.length > 0 ? titles.map((choice) => choice.title).join(', ') : field.initial;
}

function troubleNotices(trouble: FormTrouble | null, fields: Fields, { context, typed }: FormScene): readonly Notice[] {
  const { t, viewer } = context;
  if (trouble === null) {
    return [];
  }
  switch (trouble.kind) {
    case 'otherContent':
      return [{ tone: 'warning', text: t.conflict.sameFormOtherText }];
    case 'collision':
      return [
        { tone: 'warning', text: t.conflict.said(viewer.people.nameOf(trouble.by)) },
        ...newerValues(fields, typed, t),
      ];
    case 'refused': {
      const { code, field } = trouble.refusal;
      return field !== undefined && Object.hasOwn(fields, field) ? [] : [{ tone: 'problem', text: t.refusals[code] }];
    }
    case 'reading':
      return trouble.reading.kind === 'personalData' ? [personalDataNotice(fields, trouble.reading.found)] : [];
    default:
      return assertNever(trouble);
  }
}
