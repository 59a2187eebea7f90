import { assertNever } from '../../../kernel/fault.ts';
import { formatDate } from '../../../platform/texts/finnish-dates.ts';
import { agendaOf, type AgendaItem } from '../domain/agenda.ts';
import { currentEvent, type Case, type SolutionOption } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { referenceTexts } from './reference-text.ts';

export type AgendaSection = { readonly heading: string; readonly lines: readonly string[] };

type ItemOf<Code extends AgendaItem['code']> = Extract<AgendaItem, { readonly code: Code }>;

/**
 * The agenda in words, a heading and at least one line for each item: what is known, and what to talk about where nothing
 * is. It may hold what was said in the event, so it is for those who take part, not for a card in the channel (G-10).
 */
export function agendaLines(c: Case, t: CaseTexts): readonly AgendaSection[] {
  const type = currentEvent(c)?.type ?? 'officials';
  return agendaOf(c).map((item) => ({ heading: t.agendaHeadings[item.code][type], lines: linesOf(item, c, t) }));
}

function linesOf(item: AgendaItem, c: Case, t: CaseTexts): readonly string[] {
  switch (item.code) {
    case 'whyGathered':
      return whyLines(item, t);
    case 'openDiscussion':
      return [item.notes === '' ? t.agendaLines.openDiscussion : item.notes];
    case 'viewpoints':
      return viewpointLines(item, c, t);
    case 'direction':
      return directionLines(item, t);
    case 'options':
      return [t.agendaLines.options, ...item.options.flatMap((option) => optionLines(option, t))];
    case 'result':
      return resultLines(item, t);
    default:
      return assertNever(item);
  }
}

function whyLines(item: ItemOf<'whyGathered'>, t: CaseTexts): readonly string[] {
  const words = t.agendaLines;
  return [
    item.influenceTarget === '' ? words.influenceTargetOpen : words.influenceTarget(item.influenceTarget),
    ...saidOnly(item.goal, words.goal),
    words.urgency(t.urgencies[item.urgency]),
    words.targetDate(formatDate(item.targetDate)),
    ...(item.federation === 'no' ? [] : [t.attendances[item.federation]]),
  ];
}

// S0-40: the three sections are always there, told or not.
function viewpointLines({ viewpoints }: ItemOf<'viewpoints'>, c: Case, t: CaseTexts): readonly string[] {
  const { usersAndClose, authority, lawAndCrpd } = viewpoints;
  const words = t.viewpoints;
  const section = (heading: string, text: string): string =>
    text === '' ? heading : t.agendaLines.said(heading, text);
  return [
    section(words.usersAndClose, usersAndClose),
    section(words.authority[c.basics.targetBody.kind], authority),
    section(words.references, lawAndCrpd.text),
    ...referenceTexts(lawAndCrpd.references, t),
  ];
}

function directionLines(item: ItemOf<'direction'>, t: CaseTexts): readonly string[] {
  const words = t.agendaLines;
  const factors = item.factors.length === 0 ? [words.factors] : item.factors.map(words.factor);
  const schedules =
    item.milestones.length === 0
      ? [words.schedules[item.type]]
      : item.milestones.map(({ date, what }) => words.milestone(formatDate(date), what));
  const direction = item.commonDirection === '' ? words.direction : words.directionFound(item.commonDirection);
  return [...factors, ...schedules, direction];
}

function optionLines({ description, realistic, schedule, whatCanBeDone }: SolutionOption, t: CaseTexts): string[] {
  const words = t.agendaLines;
  const { yes, no } = t.option.realisticAnswers;
  return [
    words.option(description),
    ...(realistic === null ? [] : [words.realistic(realistic ? yes : no)]),
    ...saidOnly(whatCanBeDone, words.whatCanBeDone),
    ...saidOnly(schedule, words.schedule),
  ];
}

function resultLines({ actions, chosen, sharedView }: ItemOf<'result'>, t: CaseTexts): readonly string[] {
  const words = t.agendaLines;
  return [
    sharedView === '' ? words.result : words.sharedView(sharedView),
    ...chosen.map(({ description }) => words.chosen(description)),
    ...(actions.length === 0 ? [words.actions] : actions.map(({ date, what }) => words.action(formatDate(date), what))),
  ];
}

function saidOnly(text: string, word: (text: string) => string): readonly string[] {
  return text === '' ? [] : [word(text)];
}
