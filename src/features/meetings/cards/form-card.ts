// A form as a card: fresh, or again with what was typed and what to mend.
import { assertNever } from '../../../kernel/fault.ts';
import type { PersonalDataKind } from '../../../kernel/personal-data.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Fields } from '../../../platform/cards/field.ts';
import { personalDataNotice, problemSentences } from '../../../platform/cards/form-problems.ts';
import type { Button, FieldProblem, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { contentHash } from '../../../platform/storage/operations.ts';
import type { FormContent, Typed } from '../forms/meeting-form.ts';
import type { MeetingTexts } from '../texts.fi.ts';
import { editVerb, saveVerb, type FormName } from '../verbs.ts';

/** What kept a form from being saved. */
export type Trouble =
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>> }
  | { readonly kind: 'personalData'; readonly found: Readonly<Record<string, readonly PersonalDataKind[]>> }
  | { readonly kind: 'problem'; readonly text: string; readonly field?: string }
  | { readonly kind: 'otherContent' }
  | { readonly kind: 'collision' };

type Drawing = {
  readonly nonce: string;
  readonly typed: Typed;
  readonly trouble: Trouble | null;
  readonly notices?: readonly Notice[];
  readonly t: MeetingTexts;
};

/** Draws the form. After a warning about personal data the buttons are "Muokkaa" and "Tallenna silti" (G-03). */
export function drawForm(name: FormName, content: FormContent, drawing: Drawing): Card {
  const { t, trouble, typed } = drawing;
  const { fields } = content;
  const hasFreeText = Object.values(fields).some(({ privacy }) => privacy !== 'none');
  return presentForm({
    title: content.title,
    about: content.about,
    intro: content.intro,
    step: null,
    notices: [...(drawing.notices ?? []), ...noticesOf(trouble, fields, t)],
    privacyNotice: hasFreeText ? t.privacyNotice : null,
    fields,
    typed,
    problems: problemsBeside(trouble, fields),
    buttons: buttonsOf(name, content, drawing),
    help: content.help,
  });
}

function buttonsOf(name: FormName, content: FormContent, { nonce, typed, trouble, t }: Drawing): readonly Button[] {
  const data = { ...content.data, nonce, ...(content.seen === null ? {} : { seen: String(content.seen) }) };
  const save: Button = {
    label: content.submit ?? t.buttons.save,
    verb: saveVerb(name),
    data,
    look: 'primary',
    sendsInputs: true,
  };
  if (trouble?.kind !== 'personalData') {
    return [save, content.back];
  }
  return [
    { ...save, label: t.buttons.edit, verb: editVerb(name) },
    { ...save, label: t.buttons.saveAnyway, data: { ...data, confirmed: contentHash(typed) }, look: 'plain' },
    content.back,
  ];
}

function problemsBeside(trouble: Trouble | null, fields: Fields): Readonly<Record<string, string>> {
  if (trouble?.kind === 'problems') {
    return problemSentences(fields, trouble.problems);
  }
  return trouble?.kind === 'problem' && isBeside(trouble, fields) ? { [trouble.field ?? '']: trouble.text } : {};
}

function isBeside({ field }: Extract<Trouble, { kind: 'problem' }>, fields: Fields): boolean {
  return field !== undefined && Object.hasOwn(fields, field);
}

function noticesOf(trouble: Trouble | null, fields: Fields, t: MeetingTexts): readonly Notice[] {
  switch (trouble?.kind) {
    case undefined:
    case 'problems':
      return [];
    case 'personalData':
      return [personalDataNotice(fields, trouble.found)];
    case 'problem':
      return isBeside(trouble, fields) ? [] : [{ tone: 'problem', text: trouble.text }];
    case 'otherContent':
      return [{ tone: 'warning', text: t.otherContent }];
    case 'collision':
      return [{ tone: 'warning', text: t.collision }];
    default:
      return assertNever(trouble);
  }
}
