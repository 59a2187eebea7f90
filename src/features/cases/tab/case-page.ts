// From a case to its page: the words of the card, uncut, with everything that can be done.
import { localDateOf, localTimeOf } from '../../../kernel/helsinki-time.ts';
import { shownButton } from '../../../platform/cards/parts.ts';
import type { ShownButton, ShownLink } from '../../../platform/cards/contract.ts';
import { formatDate, formatDateTime, formatTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { summary } from '../cards/case-details.ts';
import { caseCardView, type CaseScene } from '../cards/case-view.ts';
import { itemText, lateText } from '../cards/case-words.ts';
import { itemWhere } from '../cards/where-text.ts';
import type { RecordSection } from '../cards/record-section.ts';
import type { CasePage, CaseReminder, CaseSection, CaseStage } from '../contract/case-page.ts';
import { isTimely } from '../domain/action-rules.ts';
import { currentEvent, type Case } from '../domain/case.ts';
import { openItems, passesByItself } from '../domain/dated-items.ts';
import { stepsOf, type StepState } from '../domain/process.ts';
import { findReference } from '../domain/references.ts';
import { STAGES, type Stage } from '../domain/vocabulary.ts';
import { may, type Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';
import type { AuditEntry } from '../use-cases/audit.ts';
import { lookButton, VERBS } from '../verbs.ts';
import { actionGroups, dateButtons, itemButtons, joinOffer, tabButton } from './offers.ts';
import { generalSections, stageSections } from './records.ts';

/** What the page is drawn from besides the case. */
export type CasePageParts = {
  readonly viewer: Viewer;
  readonly t: CaseTexts;
  readonly trail: readonly AuditEntry[];
  readonly reminders: readonly CaseReminder[];
  readonly links: readonly ShownLink[];
};

type Scene = CaseScene & { readonly c: Case; readonly viewer: Viewer };

/** The page of a case for one person. Nothing of the case is left out. */
export function casePage(c: Case, { viewer, t, trail, reminders, links }: CasePageParts): CasePage {
  const scene: Scene = { c, viewer, t, people: viewer.people, today: viewer.today, origin: 'tab' };
  const view = caseCardView(c, scene);
  const items = itemButtons(scene);
  const shown = (section: RecordSection): CaseSection => shownSection(section, items, scene);
  return {
    id: c.id,
    number: c.number,
    title: c.basics.title,
    rev: c.rev,
    summary: [...summary(c, scene)],
    urgency: { word: view.urgency.word, isUrgent: view.urgency.tone === 'urgent' },
    statusLine: view.statusLine,
    facts: view.facts.filter(({ value }) => value !== '').map(({ label, value }) => ({ label, value })),
    next: nextOf(scene, view),
    join: joinOffer(scene),
    stages: STAGES.map((stage, index) => ({
      ...stageOf(scene, stage, view.stages[index]),
      sections: stageSections(c, stage, scene).map(shown),
    })),
    sections: generalSections(c, scene).map(shown),
    dates: datesOf(scene),
    groups: actionGroups(scene),
    reminders: [...reminders],
    history: historyOf(scene, trail),
    links: [...links, ...referenceLinks(c)],
    help: view.help,
  };
}

function nextOf(scene: Scene, { nextStep, buttons }: ReturnType<typeof caseCardView>): CasePage['next'] {
  if (nextStep === null) {
    return null;
  }
  const { label, text, when, late } = nextStep;
  // The card's own ways to its details and its menu are the page itself.
  const own = buttons.filter(({ verb }) => verb !== VERBS.show && verb !== VERBS.more).map((each) => shownButton(each));
  const isLook = ({ verb }: ShownButton): boolean => verb === VERBS.draft || verb === VERBS.agenda;
  return {
    label,
    text,
    when: when ?? '',
    late: late ?? '',
    buttons: own.filter((each) => !isLook(each)).map((each) => ({ ...each, data: { ...each.data, origin: 'tab' } })),
    looks: looksOf(scene),
  };
}

/** The texts that are ready to be taken along: the message, and the agenda once there is something to meet about. */
function looksOf({ c, t }: Scene): ShownButton[] {
  const hasAgenda = currentEvent(c) !== null || c.stage === 'discussion';
  const looks = [
    ...(isTimely(c, 'contact').ok ? [lookButton(t.buttons.draft, VERBS.draft, c.id, { origin: 'tab' })] : []),
    ...(hasAgenda ? [lookButton(t.buttons.agenda, VERBS.agenda, c.id, { origin: 'tab' })] : []),
  ];
  return looks.map((each) => shownButton(each));
}

type StageInView = ReturnType<typeof caseCardView>['stages'][number];

function stageOf({ c, t }: Scene, stage: Stage, inView: StageInView | undefined): Omit<CaseStage, 'sections'> {
  const entry = c.stageHistory.findLast((each) => each.stage === stage);
  const state = inView?.state ?? 'ahead';
  return {
    number: STAGES.indexOf(stage) + 1,
    name: inView?.name ?? '',
    state,
    word: inView?.word ?? '',
    entered: entry === undefined || state === 'ahead' ? null : t.casePage.entered(formatDate(entry.on)),
    steps: stepsOf(c, stage).map((step) => ({ text: t.steps[step.code], state: stepWord(step, t), isDone: step.done })),
  };
}

function stepWord({ done, required }: StepState, { details: words }: CaseTexts): string {
  return done ? words.stepDone : required ? `${words.stepOpen}, ${words.required}` : words.stepOpen;
}

function shownSection(
  { heading, lines, edits }: RecordSection,
  items: ReturnType<typeof itemButtons>,
  scene: Scene,
): CaseSection {
  const canEdit = edits !== null && may(scene.c, edits, scene.viewer).ok;
  return {
    heading,
    lines: lines.map(({ text, item }) => ({ text, buttons: [...(item === null ? [] : (items.get(item) ?? []))] })),
    buttons: canEdit ? [{ ...tabButton(scene, edits), label: scene.t.buttons.edit }] : [],
  };
}

function datesOf(scene: Scene): CasePage['dates'] {
  const { c, people, today, t } = scene;
  const buttons = dateButtons(scene);
  return openItems(c).map((item) => ({
    what: itemText(item, t),
    when: item.time === null ? formatWeekdayDate(item.date) : formatDateTime(item.date, item.time),
    where: itemWhere(c, item, t) ?? '',
    who: people.nameOf(item.person),
    late: passesByItself(item.kind) ? '' : (lateText(item.date, today) ?? ''),
    buttons: [...(buttons.get(item.id) ?? [])],
  }));
}

/** Newest first; a step back says why (S0-60). Reasons are in the case and not in the trail, so they are paired from the end. */
function historyOf({ c, people, t }: Scene, trail: readonly AuditEntry[]): CasePage['history'] {
  const reasons = c.stageHistory.map(({ backReason }) => backReason).filter((reason) => reason !== '');
  return trail.toReversed().map(({ action, at, by }) => ({
    when: `${formatDate(localDateOf(at))} ${formatTime(localTimeOf(at))}`,
    who: people.nameOf(by),
    what: t.history[action],
    why: action === 'goBack' ? reasonText(reasons.pop(), t) : '',
  }));
}

function reasonText(reason: string | undefined, t: CaseTexts): string {
  return reason === undefined ? '' : t.casePage.backWhy(reason);
}

/** The laws and agreements that the case rests on, as far as an address of them is known. */
function referenceLinks(c: Case): readonly ShownLink[] {
  const ids = new Set(c.events.flatMap(({ viewpoints }) => viewpoints.lawAndCrpd.references));
  return [...ids].flatMap((id) => {
    const reference = findReference(id);
    return reference === null || reference.link === null ? [] : [{ label: reference.title, url: reference.link }];
  });
}
