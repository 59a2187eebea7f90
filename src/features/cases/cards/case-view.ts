// From a case to what its card shows: only what everybody in the channel may read (G-10), the next step first.
import { assertNever } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { formatDate, formatDateTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { People } from '../../settings/index.ts';
import { currentEvent, type Case } from '../domain/case.ts';
import { itemsToSee } from '../domain/dated-items.ts';
import { openTimePoll } from '../domain/event-times.ts';
import { mayAdvance, nextStep } from '../domain/process.ts';
import { actionOfStep } from '../domain/step-actions.ts';
import { daysOverTarget, stageGuideDate, stagePath } from '../domain/target-date.ts';
import { STAGES } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { actionButton, lookButton, VERBS, type Origin } from '../verbs.ts';
import {
  helpLine,
  itemText,
  lateText,
  nextStepText,
  ownerName,
  stageName,
  stepToShow,
  targetBodyName,
} from './case-words.ts';
import { whereText } from './where-text.ts';
import { presentCase, type CaseCardView, type StageOnCard } from './present-case.ts';

/** What surrounds a case when its card is drawn. The card is the same for everybody; notices are for who just acted. */
export type CaseScene = {
  readonly people: People;
  readonly today: LocalDate;
  readonly t: CaseTexts;
  readonly notices?: readonly Notice[];
  /** A way on that comes before the next step ("Tule mukaan"). */
  readonly firstButtons?: readonly Button[];
  /** What comes after the next step: "Muokkaa" for what was just saved. */
  readonly lastButtons?: readonly Button[];
  /** What the presser has in view, when somebody has pressed. */
  readonly origin?: Origin | null;
};

/** The case card. */
export function drawCase(c: Case, scene: CaseScene): Card {
  return presentCase(caseCardView(c, scene));
}

/** What the case card says; apart from the drawing so that it can be tested as words. */
export function caseCardView(c: Case, scene: CaseScene): CaseCardView {
  const { people, today, t } = scene;
  return {
    number: `${t.caseWord} ${c.number}`,
    title: c.basics.title,
    urgency: { word: t.urgencies[c.schedule.urgency], tone: c.schedule.urgency === 'urgent' ? 'urgent' : 'normal' },
    stages: stagePath(c.stage).map(({ stage, state }, index) => ({
      number: index + 1,
      name: stageName(stage, c.basics.targetBody, t),
      ...stageLook(c, state, t),
    })),
    statusLine: statusLine(c, t),
    nextStep:
      c.status.kind === 'closed'
        ? null
        : { label: t.nextStepLabel, text: nextStepText(c, today, t), ...nextTime(c, scene) },
    facts: facts(c, scene),
    notices: scene.notices ?? [],
    buttons: buttons(c, scene),
    help: helpLine(c, people, today, t),
  };
}

/** The word of a stage; of a closed case, where it ended and what it did not come to. */
function stageLook(c: Case, state: StageOnCard['state'], t: CaseTexts): Pick<StageOnCard, 'state' | 'word'> {
  if (c.status.kind !== 'closed') {
    return { state, word: t.stageState[state] };
  }
  const isReached = c.status.outcome === 'resolved' || c.status.outcome === 'partly';
  if (state === 'now') {
    return isReached ? { state: 'done', word: t.stageState.done } : { state: 'ahead', word: t.endedHere };
  }
  return state === 'done' ? { state, word: t.stageState.done } : { state: 'ahead', word: t.notReached };
}

function statusLine(c: Case, t: CaseTexts): string | null {
  switch (c.status.kind) {
    case 'closed':
      return `${t.outcomes[c.status.outcome]}. ${t.closedStep(formatDate(c.status.on))}`;
    case 'onHold':
      return t.statuses.onHold;
    case 'open':
      return null;
    default:
      return assertNever(c.status);
  }
}

/** The next promised date; while nothing is promised, the date to aim at. */
function nextTime(c: Case, { today, t }: CaseScene): { when: string | null; late: string | null } {
  if (c.status.kind !== 'open') {
    return { when: null, late: null };
  }
  const [item] = itemsToSee(c, today);
  if (item === undefined) {
    const guide = stageGuideDate(c);
    return { when: t.atLatest(formatWeekdayDate(guide)), late: lateText(guide, today) };
  }
  const when = item.time === null ? formatWeekdayDate(item.date) : formatDateTime(item.date, item.time);
  return { when: t.nearestDate(`${itemText(item, t)}, ${when}`), late: lateText(item.date, today) };
}

function facts(c: Case, { people, today, t }: CaseScene): CaseCardView['facts'] {
  const supporter = people.supporterOf(c.basics.targetBody.county, today);
  const over = daysOverTarget(c, today);
  // Days to go would grow old on the card; days late only become more.
  const target = formatDate(c.schedule.targetDate);
  return [
    { label: t.facts.goal, value: c.basics.goal },
    { label: t.facts.owner, value: ownerName(c.owner, t) },
    { label: t.facts.targetBody, value: targetBodyName(c.basics.targetBody) },
    { label: t.facts.event, value: eventWhere(c, today, t) },
    { label: t.facts.supporter, value: supporter === null ? t.noSupporter : people.nameOf(supporter) },
    { label: t.facts.lead, value: people.nameOf(c.lead) },
    {
      label: t.facts.targetDate,
      value: over > 0 ? `${target} (${lateText(c.schedule.targetDate, today) ?? ''})` : target,
    },
  ];
}

/** S1-29: how and where people meet, while the event is to come; the day is told with the next dates. */
function eventWhere(c: Case, today: LocalDate, t: CaseTexts): string {
  const event = currentEvent(c);
  const isComing = event?.status === 'agreed' && event.date !== null && event.date >= today;
  return isComing && c.status.kind === 'open' ? whereText(event, t) : '';
}

function buttons(c: Case, scene: CaseScene): readonly Button[] {
  const { t } = scene;
  const [next, ...others] = stepButtons(c, scene);
  const nextButtons = next === undefined ? [] : [next];
  const first = [...(scene.firstButtons ?? []), ...nextButtons, ...(scene.lastButtons ?? []), ...others].slice(0, 3);
  return [
    ...first.map((button, index): Button => ({ ...button, look: index === 0 ? 'primary' : 'plain' })),
    lookButton(t.buttons.show, VERBS.show, c.id),
    lookButton(t.buttons.more, VERBS.more, c.id),
  ];
}

/** What to press for the next step, the way on first; empty for a closed case. */
export function stepButtons(c: Case, { today, t }: Pick<CaseScene, 'today' | 't'>): readonly Button[] {
  const about = { id: c.id, rev: c.rev };
  const step = stepToShow(c, today);
  switch (step.kind) {
    case 'closed':
      return [];
    case 'resume':
      return [actionButton(t.actions.resume, 'resume', about)];
    case 'close':
      return [actionButton(t.actions.close, 'close', about)];
    case 'advance':
      return [advanceButton(c, t), ...stageButtons(c, t)];
    case 'step': {
      const name = actionOfStep(c, step.code);
      return [actionButton(t.actions[name], name, about), ...stageButtons(c, t)];
    }
    default:
      return assertNever(step);
  }
}

function advanceButton(c: Case, t: CaseTexts): Button {
  const to = STAGES.indexOf(c.stage) + 2;
  return actionButton(t.advanceShort(to), 'advance', { id: c.id, rev: c.rev });
}

/** While a time is to be agreed: asking others for one, or answering those who ask. */
function timesButtons(c: Case, t: CaseTexts): readonly Button[] {
  const step = nextStep(c);
  if (step.kind !== 'step' || step.code !== 'agreeEvent') {
    return [];
  }
  const name = openTimePoll(c) === null ? 'askTimes' : 'answerTimes';
  return [actionButton(t.actions[name], name, { id: c.id, rev: c.rev })];
}

/** What a stage needs at hand besides its next step; moving on comes first as soon as nothing required is left. */
function stageButtons(c: Case, t: CaseTexts): readonly Button[] {
  const isStep = nextStep(c).kind === 'step';
  const advance = isStep && mayAdvance(c).ok ? [advanceButton(c, t)] : [];
  switch (c.stage) {
    case 'authorityContact': {
      // S0-21: help from the background support is one press away in this stage.
      const help = actionButton(t.buttons.askHelp, 'supportNeed', { id: c.id, rev: c.rev });
      const [second] = [...advance, ...timesButtons(c, t), lookButton(t.buttons.draft, VERBS.draft, c.id)];
      return second === undefined ? [help] : [second, help];
    }
    case 'discussion':
      return [...advance, ...timesButtons(c, t), lookButton(t.buttons.agenda, VERBS.agenda, c.id)];
    case 'federationContact':
    case 'followUp':
      return advance;
    default:
      return assertNever(c.stage);
  }
}
