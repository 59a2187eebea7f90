// What is coming, and the form that narrows it.
import { counties, countyOf, type CountyCode } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choicesField, optionalChoiceField } from '../../../platform/cards/field.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { presentList } from '../../../platform/cards/present-list.ts';
import { isNarrowed, viewData, WHOLE, type View } from '../domain/view.ts';
import type { CalendarTexts } from '../texts.fi.ts';
import { orderKey } from '../use-cases/load-entries.ts';
import { VERBS } from '../verbs.ts';
import { cut, detailsButton, headingOf, stateOf, whenOf } from './entry-words.ts';

const SHOWN_AT_ONCE = 8;

export type CalendarScene = {
  readonly view: View;
  readonly t: CalendarTexts;
  readonly notices: readonly Notice[];
};

/** The entries of a view after what was shown before, some at a time, each with a button to see more of it. */
export function drawCalendar(entries: readonly CalendarEntry[], { view, t, notices }: CalendarScene): Card {
  const { after } = view;
  const left = after === null ? entries : entries.filter((entry) => orderKey(entry) > after);
  const shown = left.slice(0, SHOWN_AT_ONCE);
  const rest = left.length - shown.length;
  const last = shown.at(-1);
  return presentList({
    title: t.list.title,
    about: describeView(view, entries, t),
    notices: view.scope === 'open' ? [...notices, { tone: 'info', text: t.list.openOnly }] : notices,
    intro: introOf(entries, left, view, t),
    items: shown.map((entry) => ({
      title: headingOf(entry, t),
      lines: linesOf(entry, t),
      buttons: [detailsButton(entry, t)],
    })),
    more: rest > 0 ? t.list.rest(rest) : null,
    buttons: [
      ...(rest > 0 && last !== undefined ? [listButton(t.buttons.more, { ...view, after: orderKey(last) })] : []),
      { label: t.buttons.filter, verb: VERBS.filter, data: viewData(view), look: 'plain', sendsInputs: false },
      ...(view.scope === 'mine' ? [] : [listButton(t.buttons.mine, { ...view, scope: 'mine', after: null })]),
      ...(isNarrowed(view) ? [listButton(t.buttons.all, WHOLE)] : []),
      { label: t.buttons.subscribe, verb: VERBS.subscription, data: {}, look: 'plain', sendsInputs: false },
    ],
    help: t.help,
  });
}

/** A button that shows what is coming. */
export function listButton(label: string, view: View): Button {
  return { label, verb: VERBS.list, data: viewData(view), look: 'plain', sendsInputs: false };
}

function introOf(
  entries: readonly CalendarEntry[],
  left: readonly CalendarEntry[],
  view: View,
  { list }: CalendarTexts,
): string {
  if (entries.length === 0) {
    return isNarrowed(view) ? list.noneNarrowed : list.none;
  }
  return left.length === 0 ? list.noMore : list.intro(entries.length);
}

function linesOf(entry: CalendarEntry, t: CalendarTexts): readonly string[] {
  const place = entry.place === '' ? (entry.link === '' ? '' : t.entry.online) : t.entry.place(cut(entry.place));
  return [stateOf(entry, t), whenOf(entry), place].filter((line) => line !== '');
}

function describeView(
  { scope, county, kind }: View,
  entries: readonly CalendarEntry[],
  t: CalendarTexts,
): string | null {
  const label = entries.find((entry) => entry.kind.code === kind)?.kind.label ?? '';
  const parts = [scope === 'mine' ? t.list.mine : '', county === null ? '' : countyOf(county).nameFi, label];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? null : said.join(' · ');
}

/** The names of the questions that narrow the calendar. */
export const FILTER_NAMES: readonly (keyof ReturnType<typeof filterFields>)[] = ['county', 'kind', 'whose'];

/** The questions that narrow the calendar: the kinds are those that there is something of. */
export function filterFields(entries: readonly CalendarEntry[], view: View, t: CalendarTexts) {
  const kinds = new Map(entries.map(({ kind }) => [kind.code, kind.label]));
  const { county, kind, whose, mine, problem } = t.filter;
  return {
    county: optionalChoiceField<CountyCode>({
      label: county,
      problem,
      choices: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
      initial: view.county ?? '',
    }),
    kind: optionalChoiceField({
      label: kind,
      problem,
      choices: [...kinds].map(([value, title]) => ({ value, title })),
      initial: view.kind !== null && kinds.has(view.kind) ? view.kind : '',
    }),
    whose: choicesField<'mine'>(false, {
      label: whose,
      problem,
      choices: [{ value: 'mine', title: mine }],
      initial: view.scope === 'mine' ? 'mine' : '',
    }),
  };
}

/** The form that narrows the calendar; nothing in it has to be filled in. */
export function drawFilter(entries: readonly CalendarEntry[], view: View, t: CalendarTexts): Card {
  return presentForm({
    title: t.filter.title,
    about: null,
    intro: null,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: filterFields(entries, view, t),
    typed: {},
    problems: {},
    buttons: [
      { label: t.buttons.find, verb: VERBS.list, data: {}, look: 'primary', sendsInputs: true },
      listButton(t.buttons.back, { ...view, after: null }),
    ],
    help: t.help,
  });
}
