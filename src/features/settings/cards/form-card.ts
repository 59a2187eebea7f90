import { assertNever } from '../../../kernel/fault.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Refusal } from '../../../kernel/result.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField, textField } from '../../../platform/cards/field.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { problemSentences } from '../../../platform/cards/form-problems.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { advisorsOf } from '../domain/settings.ts';
import { PEOPLE_MAX } from '../role-forms.ts';
import { helpLine, nameIn, type Scene } from '../scene.ts';
import type { Content, FormAbout, SettingsForm, Typed } from '../settings-form.ts';
import type { SettingsTexts } from '../texts.fi.ts';
import type { Trouble } from '../use-cases/change-settings.ts';
import { VERBS } from '../verbs.ts';

type Drawing = {
  readonly nonce: string;
  readonly typed: Typed;
  readonly trouble: Trouble | null;
  readonly notices: readonly Notice[];
};

/** One form, filled in as it was typed, with what kept it from being saved. */
export function drawSettingsForm(
  scene: Scene,
  form: SettingsForm,
  { content, about }: { readonly content: Content; readonly about: FormAbout },
  { nonce, typed, trouble, notices }: Drawing,
): Card {
  const { t } = scene;
  const data = {
    nonce,
    seen: String(scene.settings.version),
    ...(form.isAboutAdvisor ? { whom: about.whom } : {}),
    ...(about.query === '' ? {} : { query: about.query }),
  };
  const more = (content.more ?? []).map((button): Button => ({ ...button, data, sendsInputs: false }));
  return presentForm({
    title: content.title,
    about: content.about,
    intro: content.intro,
    step: null,
    notices: [...troubleNotices(scene, content, trouble), ...notices],
    privacyNotice: null,
    fields: content.fields,
    typed,
    problems: fieldProblems(t, content, trouble),
    buttons: [
      { label: content.submit ?? t.buttons.save, verb: form.saveVerb, data, look: 'primary', sendsInputs: true },
      ...more,
      backButton(t),
    ],
    help: helpLine(scene),
  });
}

/** Asks which advisor is meant; the answer opens the form itself. */
export function drawAdvisorChoice(scene: Scene, form: SettingsForm): Card {
  const { t, settings } = scene;
  const choices = advisorsOf(settings).map(({ person }) => ({ value: person, title: nameIn(scene, person) }));
  return presentForm({
    ...plainFrame(scene),
    title: form.action === 'setAreas' ? t.pick.areasTitle : t.pick.absenceTitle,
    fields: { whom: choiceField<PersonId>({ label: t.pick.person, problem: t.pick.personProblem, choices }) },
    buttons: [
      { label: t.buttons.next, verb: form.openVerb, data: {}, look: 'primary', sendsInputs: true },
      backButton(t),
    ],
  });
}

/** Asks for a name first: the team has more people than one list can show. */
export function drawPersonSearch(scene: Scene, query: string): Card {
  const { t } = scene;
  return presentForm({
    ...plainFrame(scene),
    title: t.find.title,
    intro: t.find.intro,
    privacyNotice: t.find.privacyNotice,
    fields: { query: textField(true, { label: t.find.name, problem: t.find.nameProblem, privacy: 'workContact' }) },
    typed: { query },
    problems: query === '' ? {} : { query: t.find.none },
    buttons: [
      { label: t.buttons.find, verb: VERBS.giveRole, data: {}, look: 'primary', sendsInputs: true },
      backButton(t),
    ],
  });
}

/** Said above a list that was cut; nothing when all are shown. */
export function cutNotice(t: SettingsTexts, found: number): readonly Notice[] {
  return found > PEOPLE_MAX ? [{ tone: 'info', text: t.find.tooMany(PEOPLE_MAX) }] : [];
}

function plainFrame(scene: Scene) {
  return {
    about: null,
    intro: null,
    step: null,
    notices: [],
    privacyNotice: null,
    typed: {},
    problems: {},
    help: helpLine(scene),
  };
}

function backButton(t: SettingsTexts): Button {
  return { label: t.buttons.back, verb: VERBS.show, data: {}, look: 'plain', sendsInputs: false };
}

function troubleNotices(scene: Scene, content: Content, trouble: Trouble | null): readonly Notice[] {
  const { t } = scene;
  switch (trouble?.kind) {
    case undefined:
    case 'problems':
      return [];
    case 'collision':
      return [{ tone: 'warning', text: collisionText(scene, trouble.by) }];
    case 'otherContent':
      return [{ tone: 'warning', text: t.otherContent }];
    case 'refused':
      return isBesideField(content, trouble.refusal)
        ? []
        : [{ tone: 'problem', text: t.refusals[trouble.refusal.code] }];
    default:
      return assertNever(trouble);
  }
}

function collisionText(scene: Scene, by: PersonId | null): string {
  const { t, asking } = scene;
  if (by === asking.person.id) {
    return t.collisionOwn;
  }
  return t.collision(by === null ? t.formerMember : nameIn(scene, by));
}

function fieldProblems(t: SettingsTexts, content: Content, trouble: Trouble | null): Readonly<Record<string, string>> {
  if (trouble?.kind === 'problems') {
    return problemSentences(content.fields, trouble.problems);
  }
  if (trouble?.kind === 'refused' && isBesideField(content, trouble.refusal)) {
    return { [trouble.refusal.field ?? '']: t.refusals[trouble.refusal.code] };
  }
  return {};
}

function isBesideField(content: Content, { field }: Refusal): boolean {
  return field !== undefined && Object.hasOwn(content.fields, field);
}
