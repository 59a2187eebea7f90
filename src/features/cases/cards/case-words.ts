// Sentences about a case that several cards say: its next step, its help line, its target.
import { daysBetween } from '../../../kernel/dates.ts';
import { assertNever } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countyInflected } from '../../../kernel/regions/county-inflection.ts';
import { countyOf, findMunicipality } from '../../../kernel/regions/regions.ts';
import { formatDate, formatDaysLate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { currentEvent, type Case, type CaseOwner, type TargetBody } from '../domain/case.ts';
import type { DatedItem } from '../domain/dated-items.ts';
import { openTimePoll } from '../domain/event-times.ts';
import { turnout } from '../domain/time-poll.ts';
import { nextStep, type NextStep } from '../domain/process.ts';
import { STAGES, type Stage } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';

/** `Pirkanmaan hyvinvointialue`, `Tampere`, or the joint authority's own name. */
export function targetBodyName(target: TargetBody): string {
  if (target.kind === 'jointAuthority') {
    return target.jointAuthorityName;
  }
  const municipality = target.municipality === null ? null : findMunicipality(target.municipality);
  return target.kind === 'municipality' && municipality !== null ? municipality.nameFi : countyOf(target.county).nameFi;
}

function contactStep(target: TargetBody, t: CaseTexts): string {
  switch (target.kind) {
    case 'municipality':
      return t.contactStep(t.contactMunicipality(targetBodyName(target)));
    case 'jointAuthority':
      return t.contactStep(t.contactJointAuthority(target.jointAuthorityName));
    case 'wellbeingCounty':
      return t.contactStep(countyInflected(countyOf(target.county), 'illative'));
    default:
      return assertNever(target.kind);
  }
}

/**
 * What comes next on a day: the step of the process, except that an event whose day has passed is recorded first of all.
 */
export function stepToShow(c: Case, today: LocalDate): NextStep {
  const step = nextStep(c);
  const event = currentEvent(c);
  const isOver = event !== null && event.status === 'agreed' && event.date !== null && event.date < today;
  return step.kind === 'step' && c.stage === 'discussion' && isOver ? { kind: 'step', code: 'recordEvent' } : step;
}

function pastEventStep(c: Case, today: LocalDate, t: CaseTexts): string {
  const date = currentEvent(c)?.date ?? null;
  return date !== null && date < today ? t.recordPastEvent(formatDate(date)) : t.steps.recordEvent;
}

function agreeStep(c: Case, t: CaseTexts): string {
  const poll = openTimePoll(c);
  if (poll === null) {
    return t.steps.agreeEvent;
  }
  const { answered, waiting } = turnout(poll, () => true);
  return t.timePoll.step(answered.length, answered.length + waiting.length);
}

/** What to do next on a day, as one sentence. */
export function nextStepText(c: Case, today: LocalDate, t: CaseTexts): string {
  const step = stepToShow(c, today);
  switch (step.kind) {
    case 'step':
      if (step.code === 'contactAuthority') {
        const last = c.contacts.at(-1);
        return last === undefined ? contactStep(c.basics.targetBody, t) : t.contact.again[last.outcome];
      }
      if (step.code === 'agreeEvent') {
        return agreeStep(c, t);
      }
      return step.code === 'recordEvent' ? pastEventStep(c, today, t) : t.steps[step.code];
    case 'advance':
      return t.advanceTo(STAGES.indexOf(step.to) + 1, stageName(step.to, c.basics.targetBody, t));
    case 'close':
      return t.closeStep;
    case 'resume':
      return t.resumeStep(c.status.kind === 'onHold' ? formatWeekdayDate(c.status.until.date) : '');
    case 'closed':
      return t.closedStep(c.status.kind === 'closed' ? formatDate(c.status.on) : '');
    default:
      return assertNever(step);
  }
}

/** The stage's name; stage 2 is named after the kind of its counterpart. */
export function stageName(stage: Stage, target: TargetBody, t: CaseTexts): string {
  return stage === 'authorityContact' ? t.authorityStage[target.kind] : t.stages[stage];
}

/** `Pirkanmaan vaikuttamistyöryhmä`, or the kind while the name is missing. */
export function ownerName(owner: CaseOwner, t: CaseTexts): string {
  return owner.name === '' ? t.ownerUnnamed[owner.kind] : owner.name;
}

/** What an item is: its kind, and people's words when there are some. */
export function itemText(item: DatedItem, t: CaseTexts): string {
  return item.what === '' ? t.datedKinds[item.kind] : `${t.datedKinds[item.kind]}: ${item.what}`;
}

/** `3 päivää myöhässä` once the date has passed, else null. */
export function lateText(date: LocalDate, today: LocalDate): string | null {
  const days = daysBetween(date, today);
  return days > 0 ? formatDaysLate(days) : null;
}

/** Whom to ask, in the same words on every card (B-14). */
export function helpLine(c: Case | null, people: People, today: LocalDate, t: CaseTexts): string {
  const supporter = c === null ? null : people.supporterOf(c.basics.targetBody.county, today);
  if (c === null || supporter === null) {
    return t.helpNobody;
  }
  const isAdvisor = people.isAdvisorOf(supporter, c.basics.targetBody.county, today);
  return isAdvisor ? t.help(people.nameOf(supporter)) : t.helpAdmin(people.nameOf(supporter));
}
