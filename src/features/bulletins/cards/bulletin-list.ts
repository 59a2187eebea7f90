// The newest bulletins as a list, the form that narrows it, and the card that begins a new one.
import { counties, countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { optionalChoiceField } from '../../../platform/cards/field.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { presentList } from '../../../platform/cards/present-list.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import { BULLETIN_KINDS, datesOf, type Bulletin, type BulletinKind } from '../domain/bulletin.ts';
import type { BulletinTexts } from '../texts.fi.ts';
import { bulletinButton, plainButton, VERBS } from '../verbs.ts';
import { dateLabel, meetingTime, scopeText } from './bulletin-words.ts';

export type BulletinFilter = { readonly county: CountyCode | null; readonly kind: BulletinKind | null };

export const NO_FILTER: BulletinFilter = { county: null, kind: null };

type ListScene = {
  readonly t: BulletinTexts;
  readonly filter: BulletinFilter;
  /** How many there are, and how many come before those shown. */
  readonly total: number;
  readonly skipped: number;
  readonly notices?: readonly Notice[];
};

/** One page of the bulletins, newest first. */
export function drawBulletinList(shown: readonly Bulletin[], scene: ListScene): Card {
  const { t, filter, total, skipped, notices = [] } = scene;
  const isNarrowed = filter.county !== null || filter.kind !== null;
  const left = total - skipped - shown.length;
  const none = isNarrowed ? t.list.noneNarrowed : t.list.none;
  const data = filterData(filter);
  return presentList({
    title: t.list.title,
    about: describe(filter, t),
    notices,
    intro: total === 0 ? none : t.list.intro(total),
    items: shown.map((b) => ({
      title: b.title,
      lines: linesOf(b, t),
      buttons: [bulletinButton(t.buttons.show, VERBS.show, b.id)],
    })),
    more: left > 0 ? t.list.more(left) : null,
    buttons: [
      ...(left > 0 ? [plainButton(t.buttons.more, VERBS.list, { ...data, skip: String(skipped + shown.length) })] : []),
      ...(total > 0 || isNarrowed ? [plainButton(t.buttons.narrow, VERBS.filter, data)] : []),
      ...(isNarrowed ? [plainButton(t.buttons.all, VERBS.list)] : []),
    ],
    help: t.help,
  });
}

function filterData({ county, kind }: BulletinFilter): Readonly<Record<string, string>> {
  return { ...(county === null ? {} : { county }), ...(kind === null ? {} : { kind }) };
}

function describe({ county, kind }: BulletinFilter, t: BulletinTexts): string | null {
  const parts = [...(kind === null ? [] : [t.kinds[kind]]), ...(county === null ? [] : [countyOf(county).nameFi])];
  return parts.length === 0 ? null : parts.join(' · ');
}

function linesOf(b: Bulletin, t: BulletinTexts): readonly string[] {
  const dates = datesOf(b).map((each) => `${dateLabel(b, each, t)}: ${meetingTime(each)}`);
  const published = t.list.published(formatDate(b.publishedOn));
  return [
    t.list.line(t.kinds[b.kind], scopeText(b.counties, t)),
    ...dates,
    b.withdrawnOn === null ? published : `${published} · ${t.list.withdrawn}`,
  ];
}

/** The questions that narrow the list. */
export function filterFields(t: BulletinTexts, { county, kind }: BulletinFilter) {
  return {
    county: optionalChoiceField<CountyCode>({
      label: t.list.county,
      hint: t.list.countyHint,
      problem: t.list.fieldProblem,
      choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
      initial: county ?? '',
    }),
    kind: optionalChoiceField<BulletinKind>({
      label: t.list.kind,
      problem: t.list.fieldProblem,
      choices: BULLETIN_KINDS.map((value) => ({ value, title: t.kinds[value] })),
      initial: kind ?? '',
    }),
  };
}

/** The form that narrows the list; nothing in it has to be filled in. */
export function drawFilterForm(t: BulletinTexts, filter: BulletinFilter): Card {
  return presentForm({
    title: t.list.filterTitle,
    about: t.list.title,
    intro: null,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: filterFields(t, filter),
    typed: {},
    problems: {},
    buttons: [
      { label: t.buttons.find, verb: VERBS.list, data: {}, look: 'primary', sendsInputs: true },
      plainButton(t.buttons.cancel, VERBS.list),
    ],
    help: t.help,
  });
}

/** Begins a new bulletin: what it is about decides what is asked. */
export function drawStart(t: BulletinTexts): Card {
  const kinds = BULLETIN_KINDS.map((kind): Button => plainButton(t.kinds[kind], VERBS.write, { kind }));
  return presentMessage({
    title: t.start.title,
    about: null,
    notices: [],
    paragraphs: [t.start.intro],
    facts: [],
    sections: [],
    buttons: [...kinds, plainButton(t.buttons.list, VERBS.list)],
    help: t.help,
  });
}
