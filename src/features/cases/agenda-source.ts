// What the cases give to each person's own page: their steps and dates, answers that others wait for, and, of the
// counties they look after, the cases under way. Lists decide which few cases are opened.
import { localDateOf } from '../../kernel/helsinki-time.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import type { Agenda, AgendaLine, AgendaSource, WatchedCase } from '../overview/index.ts';
import { laterButton } from '../reminders/index.ts';
import { stepButtons } from './cards/case-view.ts';
import { itemText, nextStepText, summaryStepText } from './cards/case-words.ts';
import { calendarIdOf } from './calendar/case-entries.ts';
import { SOURCE } from './deliveries/promises.ts';
import type { Case } from './domain/case.ts';
import { unanswered, waitsForSupport } from './domain/concerns.ts';
import { isDoneByTick, itemsToSee, passesByItself, targetDateItems, type DatedItem } from './domain/dated-items.ts';
import { isVisible } from './policy.ts';
import type { CaseSummary } from './summary-row.ts';
import type { CaseDeps } from './use-cases/deps.ts';
import { byNextDate, nextDateOf } from './use-cases/list-cases.ts';
import { loadCase } from './use-cases/load-case.ts';
import { actionButton } from './verbs.ts';

// Somebody with more cases than this sees those whose dates are nearest.
const OPENED_MAX = 100;
const READS_AT_ONCE = 25;

type About = Parameters<AgendaSource['agenda']>[1];
type Scene = About & { readonly asking: Asking; readonly t: CaseDeps['t'] };

/** The cases as a source of what people have to do. */
export function createCaseAgenda({ store, summaries, t }: Pick<CaseDeps, 'store' | 'summaries' | 't'>): AgendaSource {
  return {
    source: SOURCE,
    async agenda(asking, about): Promise<Agenda> {
      const underWay = (await summaries.all(asking.workspace)).filter(
        (summary) => summary.status !== 'closed' && isVisible(summary, asking),
      );
      const scene: Scene = { ...about, asking, t };
      const wanted = underWay.filter((summary) => isWanted(summary, scene));
      const nearest = byNextDate(wanted, asking.today).slice(0, OPENED_MAX);
      const cases = await openCases(store, asking, nearest);
      return {
        steps: cases.flatMap((c) => stepsOf(c, scene)),
        answers: cases.flatMap((c) => answersOf(c, scene)),
        watched: underWay
          .filter(({ county }) => about.counties.includes(county))
          .map((summary) => watched(summary, scene)),
      };
    },
  };
}

/** Whether the case itself has to be opened: the person has something in it, or it waits for Tukiliitto's answer. */
function isWanted(summary: CaseSummary, { asking, counties }: Scene): boolean {
  const { concerns, lead, participants, county, isWaitingForSupport } = summary;
  const { id } = asking.person;
  const isTheirs = concerns === null ? lead === id || participants.includes(id) : concerns.includes(id);
  return isTheirs || (isWaitingForSupport && counties.includes(county));
}

async function openCases(
  store: CaseDeps['store'],
  { workspace }: Asking,
  summaries: readonly CaseSummary[],
): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let start = 0; start < summaries.length; start += READS_AT_ONCE) {
    const some = summaries.slice(start, start + READS_AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- a bounded number at a time
    const loaded = await Promise.all(some.map(({ id }) => loadCase(store, workspace, id)));
    cases.push(...loaded.flatMap((each) => each?.c ?? []));
  }
  return cases;
}

/** Their tasks, the meetings after this week, and of a case they lead its next step beside its target date. */
function stepsOf(c: Case, scene: Scene): readonly AgendaLine[] {
  const { asking, weekEnds, t } = scene;
  const { today } = asking;
  const own = ({ person }: { readonly person: PersonId }): boolean => person === asking.person.id;
  const items = itemsToSee(c, today).filter(
    (item) => own(item) && (!passesByItself(item.kind) || item.date > weekEnds),
  );
  const leading = targetDateItems(c).filter(own);
  return [
    ...items.map((item) => ({ ...lineOf(c, item, t), text: itemText(item, t), buttons: itemButtons(c, item, scene) })),
    ...leading.map((item) => ({
      ...lineOf(c, item, t),
      text: nextStepText(c, today, t),
      dateLabel: t.datedKinds.targetDate,
      buttons: [...stepButtons(c, { today, t }).slice(0, 1).map(asPrimary), later(c, item)],
    })),
  ];
}

function lineOf(c: Case, item: DatedItem, t: CaseDeps['t']) {
  const { id, date, time } = item;
  return { ...aboutOf(c, t), id: `${SOURCE}.${calendarIdOf(c.id, id)}`, date, time, dateLabel: '' };
}

function aboutOf(c: Case, t: CaseDeps['t']) {
  return { about: t.about(c.number, c.basics.title), to: `tapaukset/${c.number}` };
}

function asPrimary(button: Button): Button {
  return { ...button, look: 'primary' };
}

function itemButtons(c: Case, item: DatedItem, scene: Scene): readonly Button[] {
  const name = item.kind === 'followUp' ? 'completeFollowUp' : 'done';
  const done = isDoneByTick(item.kind) && !passesByItself(item.kind);
  return [
    ...(done
      ? [
          actionButton(
            scene.t.actions.done,
            name,
            { id: c.id, rev: c.rev, item: item.id, origin: 'reminder' },
            'primary',
          ),
        ]
      : []),
    ...(passesByItself(item.kind) ? [] : [later(c, item)]),
  ];
}

// Also of what is late: on this page its day can be moved, which a reminder that tells others of it does not offer.
function later(c: Case, { id, date }: DatedItem): Button {
  return laterButton({ source: SOURCE, about: { subject: c.id, item: id, itemDate: date, when: 'before' } });
}

function answersOf(c: Case, { asking, counties, t }: Scene): readonly AgendaLine[] {
  const words = t.ownSteps;
  const line = (name: 'answerTimes' | 'supportAnswer', text: string): AgendaLine => ({
    ...aboutOf(c, t),
    id: `${SOURCE}.${c.id}.${name}`,
    text,
    date: null,
    time: null,
    dateLabel: '',
    buttons: [actionButton(words.answer, name, { id: c.id, rev: c.rev }, 'primary')],
  });
  const isAsked = unanswered(c).includes(asking.person.id);
  const isSupporting = waitsForSupport(c) && counties.includes(c.basics.targetBody.county);
  const support = c.support?.mode === 'onSite' ? words.chooseVisit : words.answerSupport;
  return [
    ...(isAsked ? [line('answerTimes', words.answerTimes)] : []),
    ...(isSupporting ? [line('supportAnswer', support)] : []),
  ];
}

function watched(summary: CaseSummary, { asking: { today }, t }: Scene): WatchedCase {
  const { number, title, county, changedAt } = summary;
  return {
    number,
    title,
    to: `tapaukset/${number}`,
    county,
    next: summaryStepText(summary, today, t),
    lateSince: lateSince(summary, today),
    changedOn: changedAt === null || summary.status !== 'open' ? null : localDateOf(changedAt),
  };
}

function lateSince(summary: CaseSummary, today: LocalDate): LocalDate | null {
  const next = nextDateOf(summary, today);
  const dates = [summary.targetDate, ...(next === null ? [] : [next])].filter((date) => date < today);
  return dates.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null;
}
