// All that was recorded in a case, by stage and uncut: what the page of a case shows and its print holds.
import type { ItemId } from '../../../kernel/ids.ts';
import { formatDate, formatTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { basicFacts, closingSections, peopleSection } from '../cards/case-details.ts';
import type { CaseScene } from '../cards/case-view.ts';
import { lateText } from '../cards/case-words.ts';
import {
  contactSections,
  eventSections,
  followUpSections,
  gatheringSections,
  outcomeSections,
  supportSections,
} from '../cards/detail-sections.ts';
import { openContent } from '../cards/time-poll-card.ts';
import { itemSection, wholeSection, type RecordSection } from '../cards/record-section.ts';
import { currentEvent, type Case, type Dated } from '../domain/case.ts';
import { openTimePoll } from '../domain/event-times.ts';
import type { Stage } from '../domain/vocabulary.ts';

type Sections = (c: Case, scene: CaseScene) => readonly RecordSection[];

const STAGE_SECTIONS: Readonly<Record<Stage, Sections>> = {
  federationContact: (c, scene) => [basics(c, scene), ...supportSections(c, scene), supportVisit(c, scene)],
  authorityContact: (c, scene) => {
    const event = currentEvent(c);
    return [
      ...contactSections(c, scene),
      ...(event === null ? [] : gatheringSections(event, scene.t)),
      ...times(c, scene),
    ];
  },
  discussion: (c, scene) => {
    const event = currentEvent(c);
    return [
      ...(event === null ? [] : outcomeSections(event, scene.t)),
      milestones(c, scene),
      actionItems(c, scene),
      ...earlierEvents(c, scene),
    ];
  },
  followUp: (c, scene) => [
    nextMeeting(c, scene),
    followUps(c, scene),
    informTasks(c, scene),
    evaluationDate(c, scene),
    ...followUpSections(c, scene),
    evaluationMore(c, scene),
  ],
};

/** What was recorded in a stage; sections without lines are left out. */
export function stageSections(c: Case, stage: Stage, scene: CaseScene): readonly RecordSection[] {
  return filled(STAGE_SECTIONS[stage](c, scene));
}

/** What belongs to the whole case: how it ended or why it waits, and who takes part. */
export function generalSections(c: Case, scene: CaseScene): readonly RecordSection[] {
  const { t } = scene;
  const words = t.casePage;
  const pause =
    c.status.kind === 'onHold' ? [words.onHold(c.status.reason, formatWeekdayDate(c.status.until.date))] : [];
  const whole = [...closingSections(c, scene), peopleSection(c, scene)];
  return filled([
    wholeSection(t.statuses.onHold, pause, null),
    ...whole.map(({ heading, lines }) => wholeSection(heading, lines, null)),
  ]);
}

function filled(sections: readonly RecordSection[]): readonly RecordSection[] {
  return sections.filter(({ lines }) => lines.length > 0);
}

function basics(c: Case, { t }: CaseScene): RecordSection {
  const lines = basicFacts(c, t)
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `${label}: ${value}`);
  return wholeSection(t.casePage.basics, lines, 'describe');
}

/** A promised thing as a line: what, when, who, and how it stands. `more` stands after what it is. */
function datedLine(item: Dated, scene: CaseScene, more: readonly string[]): string {
  const { people, today, t } = scene;
  const state =
    item.done === null
      ? (lateText(item.date, today) ?? '')
      : t.casePage.doneOn(formatDate(item.done.on), people.nameOf(item.done.by));
  return joined([...more, formatWeekdayDate(item.date), people.nameOf(item.person), state]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(' · ');
}

function actionItems(c: Case, scene: CaseScene): RecordSection {
  return itemSection(scene.t.casePage.actionItems, c.actions, (item) => datedLine(item, scene, [item.what, item.who]));
}

function informTasks(c: Case, scene: CaseScene): RecordSection {
  const { t } = scene;
  return itemSection(t.casePage.informTasks, c.informTasks, (item) =>
    datedLine(item, scene, [item.what, t.informAudiences[item.audience]]),
  );
}

function followUps(c: Case, scene: CaseScene): RecordSection {
  return itemSection(scene.t.casePage.followUps, c.followUps, (item) => datedLine(item, scene, [item.what, item.note]));
}

function milestones(c: Case, scene: CaseScene): RecordSection {
  const { t } = scene;
  const all = c.events.flatMap((event) => event.milestones);
  return itemSection(t.casePage.milestones, all, (item) =>
    joined([t.milestoneKinds[item.kind], item.what, formatWeekdayDate(item.date)]),
  );
}

/** One dated thing with its own heading. */
function single(heading: string, item: (Dated & { readonly id: ItemId }) | null, scene: CaseScene, more: string[]) {
  return itemSection(heading, item === null ? [] : [item], (each) => datedLine(each, scene, more));
}

// Who has answered, while times are asked: the card of the question says the same in the thread.
function times(c: Case, { people, t }: CaseScene): readonly RecordSection[] {
  const [event, poll] = [currentEvent(c), openTimePoll(c)];
  return event === null || poll === null
    ? []
    : openContent({ event, poll }, people, t).sections.map(({ heading, lines }) =>
        wholeSection(heading === '' ? t.timePoll.title : heading, lines, null),
      );
}

function supportVisit(c: Case, scene: CaseScene): RecordSection {
  const choice = c.support?.choice ?? null;
  const visit = choice?.kind === 'picked' ? choice.visit : null;
  const time = visit === null || visit.time === null ? '' : formatTime(visit.time);
  return single(scene.t.casePage.supportVisit, visit, scene, [time]);
}

function nextMeeting({ nextMeeting: next }: Case, scene: CaseScene): RecordSection {
  const meeting = next?.kind === 'agreed' ? next.meeting : null;
  const time = meeting === null || meeting.time === null ? '' : formatTime(meeting.time);
  return single(scene.t.casePage.meeting, meeting, scene, [time, meeting?.place ?? '', meeting?.link ?? '']);
}

function evaluationDate({ evaluation }: Case, scene: CaseScene): RecordSection {
  return single(scene.t.casePage.evaluationDate, evaluation.agreed, scene, []);
}

// What the card of the case leaves unsaid of its evaluation.
function evaluationMore({ evaluation }: Case, { people, t }: CaseScene): RecordSection {
  const words = t.casePage;
  const answers = [evaluation.owner, evaluation.federation].flatMap((answer) =>
    answer === null
      ? []
      : [`${people.nameOf(answer.by)}: ${words.useAgain(t.evaluate.useAgainChoices[answer.useAgain])}`],
  );
  const shared = evaluation.lesson?.shared ?? null;
  const told = shared === null ? [] : [words.lessonShared(formatDate(shared.on), people.nameOf(shared.by))];
  return wholeSection(t.details.evaluation, [...answers, ...told], null);
}

// Cancelled ones, and those before the last: nothing of them is edited any more.
function earlierEvents(c: Case, { t }: CaseScene): readonly RecordSection[] {
  const current = currentEvent(c);
  return c.events
    .filter((event) => event !== current)
    .flatMap((event) =>
      eventSections(event, t).map(({ heading, lines }) => ({
        heading: t.casePage.earlierEvent(heading),
        lines: lines.map(({ text }) => ({ text, item: null })),
        edits: null,
      })),
    );
}
