// Questions that several forms share.
import { counties, municipalities, type CountyCode, type MunicipalityCode } from '../../../kernel/regions/regions.ts';
import {
  choiceField,
  choicesField,
  filteredChoiceField,
  LONG_TEXT_MAX,
  longTextField,
  optionalChoiceField,
  textField,
} from '../../../platform/cards/field.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { FORMATS, LENGTHS, THEMES, type Format, type SeriesKind, type Theme } from '../domain/vocabulary.ts';
import { organisers, type Viewer } from '../policy.ts';
import type { MeetingTexts } from '../texts.fi.ts';

const LINK_MAX = 600;

type Initial = { readonly initial: string };

export function nameField(t: MeetingTexts, { initial, kindName }: Initial & { readonly kindName: string }) {
  const { title, titleHint, titleProblem } = t.forms;
  return textField(false, { label: title, hint: titleHint(kindName), problem: titleProblem, maxLength: 80, initial });
}

export function countiesField(t: MeetingTexts, required: boolean, initial: readonly CountyCode[]) {
  const words = t.forms;
  return choicesField<CountyCode>(required, {
    label: words.counties,
    ...(required ? {} : { hint: words.countiesAllHint }),
    problem: words.countiesProblem,
    choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
    initial: initial.join(','),
  });
}

export function municipalityField(t: MeetingTexts, { initial }: Initial) {
  return filteredChoiceField<MunicipalityCode>({
    label: t.forms.municipality,
    problem: t.forms.municipalityProblem,
    choices: municipalities.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
    initial,
  });
}

export function minutesField(t: MeetingTexts, minutes: number) {
  return choiceField<`${number}`>({
    label: t.forms.minutes,
    problem: t.forms.minutesProblem,
    choices: LENGTHS.map((length) => ({ value: String(length), title: t.length(length) })),
    initial: String(minutes),
  });
}

/** How, where and by which link people meet. */
export function meetingPlaceFields(
  t: MeetingTexts,
  { format, place, link, makesLinks }: { format: Format; place: string; link: string; makesLinks: boolean },
) {
  const words = t.forms;
  return {
    format: choiceField<Format>({
      label: words.format,
      problem: words.formatProblem,
      choices: FORMATS.map((value) => ({ value, title: t.formats[value] })),
      initial: format,
    }),
    place: textField(false, {
      label: words.place,
      hint: words.placeHint,
      problem: words.placeProblem,
      privacy: 'workContact',
      initial: place,
    }),
    link: textField(false, {
      label: words.link,
      hint: makesLinks ? words.linkHintAutomatic : words.linkHint,
      problem: words.linkProblem,
      maxLength: LINK_MAX,
      privacy: 'workContact',
      initial: link,
    }),
  };
}

// With all municipalities on the same card, more names than these would not fit; a federation has fewer.
const ORGANISERS_MAX = 20;

export function organiserField(t: MeetingTexts, viewer: Viewer, organiser: PersonId) {
  const present = viewer.people.members.filter(({ id }) => id === organiser);
  const others = organisers(viewer).filter(({ id }) => id !== organiser);
  return choiceField<PersonId>({
    label: t.forms.organiser,
    problem: t.forms.organiserProblem,
    choices: [...present, ...others].slice(0, ORGANISERS_MAX).map(({ id, name }) => ({ value: id, title: name })),
    initial: organiser,
  });
}

/** What an event is about. */
export function contentFields(
  t: MeetingTexts,
  initial: { readonly theme: Theme | null; readonly description: string; readonly materials: string },
) {
  const words = t.forms;
  return {
    theme: optionalChoiceField<Theme>({
      label: words.theme,
      problem: words.themeProblem,
      choices: THEMES.map((value) => ({ value, title: t.themes[value] })),
      initial: initial.theme ?? '',
    }),
    description: longTextField(false, {
      label: words.description,
      hint: words.descriptionHint,
      problem: words.descriptionProblem,
      maxLength: LONG_TEXT_MAX,
      initial: initial.description,
    }),
    materials: textField(false, {
      label: words.materials,
      problem: words.materialsProblem,
      maxLength: LINK_MAX,
      privacy: 'workContact',
      initial: initial.materials,
    }),
  };
}

/** What a series of a kind is for by itself: the advisor's own counties. */
export function usualCounties(kind: SeriesKind, { people, person, today }: Viewer): readonly CountyCode[] {
  return kind === 'supervision'
    ? counties.map(({ code }) => code).filter((code) => people.isAdvisorOf(person.id, code, today))
    : [];
}
