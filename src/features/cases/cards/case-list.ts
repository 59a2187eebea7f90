// Lists of cases and of dates, as cards.
import type { LocalDate } from '../../../kernel/instants.ts';
import { counties, countyOf } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { choicesField, optionalChoiceField, textField } from '../../../platform/cards/field.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import { LIST_ITEMS_MAX, presentList } from '../../../platform/cards/present-list.ts';
import { formatDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { choicesOf } from '../actions/choices.ts';
import { LEVELS, STAGES, type Level, type Stage } from '../domain/vocabulary.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { isLate, nextDateOf, type CaseFilter } from '../use-cases/list-cases.ts';
import { lookButton, VERBS } from '../verbs.ts';

type ListScene = {
  readonly t: CaseTexts;
  readonly today: LocalDate;
  readonly filter: CaseFilter;
  readonly notices?: readonly Notice[];
};

/** Up to ten cases with their stage and next date, a button each, and a way to narrow the list. */
export function drawCaseList(cases: readonly CaseSummary[], { t, today, filter, notices }: ListScene): Card {
  const shown = cases.slice(0, LIST_ITEMS_MAX);
  const isNarrowed =
    filter.text !== '' ||
    filter.stage !== null ||
    filter.level !== null ||
    filter.county !== null ||
    filter.mine !== null;
  const none = isNarrowed ? `${t.list.none} ${t.list.noneNext}` : t.list.noneYet;
  return presentList({
    title: t.list.title,
    about: describeFilter(filter, t),
    notices: notices ?? [],
    intro: cases.length === 0 ? none : t.list.intro(cases.length),
    items: shown.map((summary) => ({
      title: `${summary.number} ${summary.title}`,
      lines: caseLines(summary, today, t),
      buttons: [lookButton(t.buttons.show, VERBS.card, summary.id)],
    })),
    more: cases.length > shown.length ? t.list.more(cases.length - shown.length) : null,
    buttons: [button(t.list.narrow, VERBS.filter), ...(isNarrowed ? [button(t.list.showAll, VERBS.list)] : [])],
    help: t.helpNobody,
  });
}

function button(label: string, verb: string): Button {
  return { label, verb, data: {}, look: 'plain', sendsInputs: false };
}

function caseLines(summary: CaseSummary, today: LocalDate, t: CaseTexts): readonly string[] {
  const stage = `${STAGES.indexOf(summary.stage) + 1}/4 ${t.stages[summary.stage]}`;
  const owner = summary.ownerName === '' ? t.ownerKinds[summary.ownerKind] : summary.ownerName;
  const next = nextDateOf(summary, today);
  const date =
    next === null ? t.list.targetDate(formatDate(summary.targetDate)) : t.list.nextDate(formatWeekdayDate(next));
  const status = summary.status === 'open' ? '' : `${t.statuses[summary.status]} · `;
  const late = isLate(summary, today) ? ` · ${t.list.late}` : '';
  return [`${status}${t.list.line(stage, owner)}`, `${date}${late}`];
}

function describeFilter(filter: CaseFilter, t: CaseTexts): string | null {
  const parts = [
    filter.stage === null ? '' : t.stages[filter.stage],
    filter.level === null ? '' : t.levels[filter.level],
    filter.county === null ? '' : countyOf(filter.county).nameFi,
    filter.mine === null ? '' : t.list.mine,
    filter.lateOn === null ? '' : t.list.lateOnly,
    filter.closedToo ? t.list.closedToo : '',
    filter.text,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

export type ListFlag = 'mine' | 'late' | 'closed';

/** The questions that narrow a list. */
export function filterFields(t: CaseTexts, filter: CaseFilter) {
  const words = t.list;
  const flags = [
    filter.mine === null ? '' : 'mine',
    filter.lateOn === null ? '' : 'late',
    filter.closedToo ? 'closed' : '',
  ];
  return {
    text: textField(false, {
      label: words.text,
      problem: words.textProblem,
      maxLength: 60,
      initial: filter.text,
    }),
    stage: optionalChoiceField<Stage>({
      label: words.stage,
      problem: words.fieldProblem,
      choices: choicesOf(STAGES, t.stages),
      initial: filter.stage ?? '',
    }),
    level: optionalChoiceField<Level>({
      label: words.level,
      problem: words.fieldProblem,
      choices: choicesOf(LEVELS, t.levels),
      initial: filter.level ?? '',
    }),
    county: optionalChoiceField<CountyCode>({
      label: words.county,
      problem: words.fieldProblem,
      choices: counties.map((county) => ({ value: county.code, title: county.nameFi })),
      initial: filter.county ?? '',
    }),
    which: choicesField<ListFlag>(false, {
      label: words.which,
      problem: words.fieldProblem,
      choices: [
        { value: 'mine', title: words.mine },
        { value: 'late', title: words.lateOnly },
        { value: 'closed', title: words.closedToo },
      ],
      initial: flags.filter((flag) => flag !== '').join(','),
    }),
  };
}

/** The form that narrows a list; nothing in it has to be filled in. */
export function drawFilterForm(t: CaseTexts, filter: CaseFilter): Card {
  return presentForm({
    title: t.list.filterTitle,
    about: null,
    intro: null,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: filterFields(t, filter),
    typed: {},
    problems: {},
    buttons: [
      { label: t.list.find, verb: VERBS.list, data: {}, look: 'primary', sendsInputs: true },
      { label: t.buttons.cancel, verb: VERBS.list, data: {}, look: 'plain', sendsInputs: false },
    ],
    help: t.helpNobody,
  });
}
