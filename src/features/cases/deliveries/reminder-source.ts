// What the cases give to the reminders (C-08, C-12): each dated thing as the case has it when somebody is to be reminded.
import {
  parseCaseId,
  parseItemId,
  type CaseId,
  type ItemId,
  type PersonId,
  type WorkspaceKey,
} from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { formatTime, relativeDay } from '../../../platform/texts/finnish-dates.ts';
import type { Reminded, ReminderAbout, ReminderSource } from '../../reminders/index.ts';
import type { People } from '../../settings/index.ts';
import { calendarButton } from '../calendar/calendar-button.ts';
import { helpLine, itemText, lateText } from '../cards/case-words.ts';
import { itemWhere } from '../cards/where-text.ts';
import type { Case } from '../domain/case.ts';
import { isDoneByTick, passesByItself, type DatedItem } from '../domain/dated-items.ts';
import { isUnanswered } from '../domain/message-draft.ts';
import { itemsToRemind } from '../domain/reminders.ts';
import { readPlace, replacePlace, type CasePlace } from '../use-cases/case-place.ts';
import { moveAgreedDay } from '../use-cases/move-agreed-day.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { loadCase } from '../use-cases/load-case.ts';
import { actionButton, lookButton, VERBS } from '../verbs.ts';
import { caseChannels, caseDigest } from './case-digest.ts';
import { threadOf } from './case-deliveries.ts';
import { SOURCE } from './promises.ts';

type Scene = {
  readonly c: Case;
  readonly place: CasePlace;
  readonly item: DatedItem;
  readonly people: People;
  readonly today: LocalDate;
  readonly when: ReminderAbout['when'];
};

/** The cases as a source of reminders. */
export function createCaseReminders(deps: CaseDeps): ReminderSource {
  return {
    source: SOURCE,
    async find(workspace, about, at) {
      const scene = await sceneOf(deps, workspace, about, at);
      return scene === null ? null : reminded(deps, scene);
    },
    digest: (workspace, channel, at) => caseDigest(deps, workspace, channel, at),
    channels: (workspace) => caseChannels(deps, workspace),
    move: (request, about, to, nonce) => moveAgreedDay(deps, request, { about, to, nonce }),
    async movedTo(workspace, subject, to) {
      const id = parseCaseId(subject);
      const placed = id === null ? null : await readPlace(deps.store, workspace, id);
      // The card stays behind in the thread that is gone; the next redrawing posts it anew.
      return id === null || placed === null
        ? []
        : [replacePlace(id, { ...placed.place, ...to, cardId: null }, placed.etag)];
    },
  };
}

async function sceneOf(
  deps: CaseDeps,
  workspace: WorkspaceKey,
  about: ReminderAbout,
  { today, people }: { readonly now: Instant; readonly today: LocalDate; readonly people: People },
): Promise<Scene | null> {
  const [id, itemId] = idsOf(about);
  if (id === null || itemId === null) {
    return null;
  }
  const [loaded, placed] = await Promise.all([
    loadCase(deps.store, workspace, id),
    readPlace(deps.store, workspace, id),
  ]);
  if (loaded === null || placed === null) {
    return null;
  }
  const item = itemsToRemind(loaded.c, today).find((each) => each.id === itemId && each.date === about.itemDate);
  const isMeant = item !== undefined && (about.when === 'before' || (item.date < today && !passesByItself(item.kind)));
  return isMeant ? { c: loaded.c, place: placed.place, item, people, today, when: about.when } : null;
}

function idsOf({ subject, item }: ReminderAbout): readonly [CaseId | null, ItemId | null] {
  return [parseCaseId(subject), parseItemId(item)];
}

function reminded({ t }: CaseDeps, scene: Scene): Reminded {
  const { c, item, people, today, place, when } = scene;
  const supporter = people.supporterOf(c.basics.targetBody.county, today);
  const words = t.reminder;
  const day = relativeDay(item.date, today);
  const chases = item.kind === 'followUp' && isUnanswered(c);
  return {
    title: when === 'late' ? words.lateTitle : words.titles[item.kind],
    about: t.about(c.number, c.basics.title),
    what: itemText(item, t),
    when: item.time === null ? day : `${day} ${formatTime(item.time)}`,
    where: itemWhere(c, item, t),
    next: nextText(t, scene, chases),
    late: lateText(item.date, today),
    buttons: when === 'late' ? [] : buttonsOf(t, scene, chases),
    look: lookButton(t.buttons.show, VERBS.card, c.id),
    people: concerned(scene, supporter),
    advisor: supporter,
    thread: threadOf(place),
    onlyInThread: c.home.access === 'restricted',
    movable: !passesByItself(item.kind),
    help: helpLine(c, people, today, t),
  };
}

function nextText(t: CaseDeps['t'], { item, people, when }: Scene, chases: boolean): string {
  const words = t.reminder;
  if (when === 'late') {
    return words.lateNext(people.nameOf(item.person));
  }
  return chases ? words.chase : words.next[item.kind];
}

/** Whose it is; when they have left, the lead and whoever supports the case. Present members only. */
export function concerned(
  { c, item, people }: Pick<Scene, 'c' | 'item' | 'people'>,
  supporter: PersonId | null,
): readonly PersonId[] {
  const isPresent = (person: PersonId): boolean => people.mentionOf(person) !== null;
  const instead = [c.lead, ...(supporter === null ? [] : [supporter])];
  return [...new Set(isPresent(item.person) ? [item.person] : instead.filter(isPresent))];
}

function buttonsOf(t: CaseDeps['t'], { c, item }: Scene, chases: boolean): readonly Button[] {
  const about = { id: c.id, rev: c.rev, item: item.id, origin: 'reminder' as const };
  const done = isDoneByTick(item.kind)
    ? [actionButton(t.actions.done, item.kind === 'followUp' ? 'completeFollowUp' : 'done', about, 'primary')]
    : [];
  return [
    ...done,
    calendarButton(c, item.id, t),
    ...(chases ? [lookButton(t.reminder.chaser, VERBS.draft, c.id)] : []),
    ...(item.kind === 'event' ? [lookButton(t.buttons.agenda, VERBS.agenda, c.id)] : []),
  ];
}
