// Sentences about a case that several cards say: its next step, its help line, its target.
import { daysBetween } from '../../../kernel/dates.ts';
import { assertNever } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countyInflected } from '../../../kernel/regions/county-inflection.ts';
import { countyOf, findMunicipality } from '../../../kernel/regions/regions.ts';
import { formatDate, formatDaysLate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import type { Case, CaseOwner, TargetBody } from '../domain/case.ts';
import type { DatedItem } from '../domain/dated-items.ts';
import type { NextStep } from '../domain/process.ts';
import { stepFacts, stepOn, type StepFacts } from '../domain/step-facts.ts';
import { STAGES, type Stage } from '../domain/vocabulary.ts';
import type { CaseSummary } from '../summary-row.ts';
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

/** What comes next in a case on a day. */
export function stepToShow(c: Case, today: LocalDate): NextStep {
  return stepOn(stepFacts(c), today);
}

function pastEventStep({ eventOn }: StepFacts, today: LocalDate, t: CaseTexts): string {
  return eventOn !== null && eventOn < today ? t.recordPastEvent(formatDate(eventOn)) : t.steps.recordEvent;
}

/** What to do next on a day, as one sentence. */
export function nextStepText(c: Case, today: LocalDate, t: CaseTexts): string {
  return stepText(stepFacts(c), { target: c.basics.targetBody, on: statusDate(c) }, today, t);
}

function statusDate({ status }: Case): LocalDate | null {
  return status.kind === 'onHold' ? status.until.date : status.kind === 'closed' ? status.on : null;
}

/** The same sentence from the facts alone. `on`: when the pause ends, or the case was closed. */
export function stepText(
  facts: StepFacts,
  about: { readonly target: TargetBody; readonly on: LocalDate | null },
  today: LocalDate,
  t: CaseTexts,
): string {
  const step = stepOn(facts, today);
  switch (step.kind) {
    case 'step':
      if (step.code === 'contactAuthority') {
        return facts.lastContact === null ? contactStep(about.target, t) : t.contact.again[facts.lastContact];
      }
      if (step.code === 'agreeEvent' && facts.times !== null) {
        return t.timePoll.step(facts.times.answered, facts.times.asked);
      }
      return step.code === 'recordEvent' ? pastEventStep(facts, today, t) : t.steps[step.code];
    case 'advance':
      return t.advanceTo(STAGES.indexOf(step.to) + 1, stageName(step.to, about.target, t));
    case 'close':
      return t.closeStep;
    case 'resume':
      return t.resumeStep(about.on === null ? '' : formatWeekdayDate(about.on));
    case 'closed':
      return t.closedStep(about.on === null ? '' : formatDate(about.on));
    default:
      return assertNever(step);
  }
}

/** What comes next in a case of a list; the name of its stage where the row is too old to tell. */
export function summaryStepText(summary: CaseSummary, today: LocalDate, t: CaseTexts): string {
  const { step, targetBodyKind: kind, county, municipality, jointAuthorityName, dates, stage } = summary;
  if (step === null || kind === null) {
    return t.stages[stage];
  }
  // While a case rests, the end of the pause is its only date.
  const on = dates[0]?.date ?? null;
  return stepText(step, { target: { kind, county, municipality, jointAuthorityName }, on }, today, t);
}

/** The stage's name; stage 2 is named after the kind of its counterpart. */
export function stageName(stage: Stage, target: Pick<TargetBody, 'kind'>, t: CaseTexts): string {
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
