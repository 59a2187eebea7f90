// "Näytä tapaus": all that was recorded, for the person who pressed and for nobody else (G-10). A summary first (B-20).
import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Fact, Link } from '../../../platform/cards/parts.ts';
import { formatDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { CaseScene } from './case-view.ts';
import type { Case } from '../domain/case.ts';
import { itemsToSee } from '../domain/dated-items.ts';
import { stepsOf } from '../domain/process.ts';
import { STAGES } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { backButton, lookButton, VERBS } from '../verbs.ts';
import { helpLine, itemText, lateText, nextStepText, ownerName, stageName, targetBodyName } from './case-words.ts';
import { fittingLines, type Section } from './fitting-lines.ts';
import { wordsOf } from './record-section.ts';
import { contactSections, discussionSections, followUpSections, supportSections } from './detail-sections.ts';

/** The details as a card, with the ways to its page and to the model itself (S1-30). What does not fit is left out from the end, and the card says so. */
export function drawDetails(c: Case, scene: CaseScene, model: string | null, page: readonly Link[] = []): Card {
  const { people, today, t, origin = null } = scene;
  const { sections, isCut } = fittingLines(allSections(c, scene));
  return presentMessage({
    title: c.basics.title,
    about: `${t.caseWord} ${c.number} · ${t.modelName}`,
    notices: [...(scene.notices ?? []), ...(isCut ? [{ tone: 'info' as const, text: t.details.cut }] : [])],
    paragraphs: summary(c, scene),
    facts: basicFacts(c, t),
    sections,
    buttons: [
      backButton(t.buttons.back, c.id, origin),
      lookButton(t.details.history, VERBS.history, c.id),
      lookButton(t.buttons.more, VERBS.more, c.id),
    ],
    links: [...page, ...(model === null ? [] : [{ label: t.buttons.model, url: model }])],
    help: helpLine(c, people, today, t),
  });
}

/** How the case stands, in at most three lines (B-20). */
export function summary(c: Case, { today, t }: CaseScene): readonly string[] {
  const number = STAGES.indexOf(c.stage) + 1;
  const [next] = itemsToSee(c, today);
  const nextDate =
    next === undefined ? [] : [`${t.nextDateLabel}: ${itemText(next, t)}, ${formatWeekdayDate(next.date)}`];
  const late = next === undefined ? null : lateText(next.date, today);
  return [
    `${t.details.statusIs[c.status.kind]} ${t.stageOf(number)}: ${stageName(c.stage, c.basics.targetBody, t)}.`,
    `${t.nextStepLabel}: ${nextStepText(c, today, t)}`,
    ...nextDate.map((line) => (late === null ? line : `${line} · ${late}`)),
  ];
}

/** What the case is about, as it was written down. */
export function basicFacts(c: Case, t: CaseTexts): readonly Fact[] {
  const { basics } = c;
  const words = t.details;
  return [
    { label: t.facts.goal, value: basics.goal },
    { label: words.influenceTarget, value: basics.influenceTarget },
    { label: words.description, value: basics.description },
    { label: t.facts.targetBody, value: targetBodyName(basics.targetBody) },
    { label: t.facts.owner, value: ownerName(c.owner, t) },
    { label: words.level, value: t.levels[basics.level] },
    { label: words.kind, value: basics.kind === null ? '' : t.kinds[basics.kind] },
    { label: words.theme, value: basics.theme === null ? '' : t.themes[basics.theme] },
    { label: words.urgency, value: t.urgencies[c.schedule.urgency] },
    { label: t.facts.targetDate, value: formatDate(c.schedule.targetDate) },
  ];
}

function allSections(c: Case, scene: CaseScene): readonly Section[] {
  return [
    steps(c, scene.t),
    dates(c, scene),
    ...closingSections(c, scene),
    ...recorded(c, scene),
    peopleSection(c, scene),
  ].filter((section) => section.lines.length > 0);
}

function recorded(c: Case, scene: CaseScene): readonly Section[] {
  return [followUpSections, discussionSections, contactSections, supportSections].flatMap((sections) =>
    sections(c, scene).map(wordsOf),
  );
}

function steps(c: Case, t: CaseTexts): Section {
  const words = t.details;
  const lines = stepsOf(c, c.stage).map((step) => {
    const state = step.done ? words.stepDone : step.required ? `${words.stepOpen}, ${words.required}` : words.stepOpen;
    return `${t.steps[step.code]}: ${state}`;
  });
  return { heading: words.steps, lines: c.status.kind === 'open' ? lines : [] };
}

function dates(c: Case, { people, today, t }: CaseScene): Section {
  const lines = itemsToSee(c, today).map((item) => {
    const late = lateText(item.date, today);
    const parts = [itemText(item, t), formatWeekdayDate(item.date), people.nameOf(item.person)];
    return [...parts, ...(late === null ? [] : [late])].join(' · ');
  });
  return { heading: t.details.dates, lines };
}

/** How it ended; nothing while it has not. */
export function closingSections(c: Case, { people, t }: CaseScene): readonly Section[] {
  if (c.status.kind !== 'closed') {
    return [];
  }
  const { outcome, summary: text, noEvaluationReason, cooperation, on, by } = c.status;
  const lines = [
    `${t.outcomes[outcome]}, ${formatDate(on)}, ${people.nameOf(by)}`,
    text,
    noEvaluationReason,
    cooperation === null ? '' : t.cooperations[cooperation],
  ];
  return [{ heading: t.details.closing, lines: lines.filter((line) => line !== '') }];
}

/** Who takes part: people, and associations that have joined. */
export function peopleSection(c: Case, { people, t }: CaseScene): Section {
  const others = c.participants.filter((person) => person !== c.lead).map((person) => people.nameOf(person));
  const joined = c.joinedAssociations.length === 0 ? [] : [`${t.details.joined}: ${c.joinedAssociations.join(', ')}`];
  return { heading: t.details.people, lines: [`${t.details.lead}: ${people.nameOf(c.lead)}`, ...others, ...joined] };
}
