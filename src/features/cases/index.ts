// The cases feature as one value: what it adds to the bot.
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import type { ActionRequest, CardAction, Command } from '../../platform/teams/bot.ts';
import type { MessageSubjects } from '../deliveries/index.ts';
import type { ReminderSource } from '../reminders/index.ts';
import type { AgendaSource } from '../overview/index.ts';
import { createCaseAgenda } from './agenda-source.ts';
import { createListRoutes } from './tab/list-routes.ts';
import { createActionPresses } from './bot/action-presses.ts';
import { createListingCommands, createListingPresses } from './bot/listing.ts';
import { createLookingPresses } from './bot/looking.ts';
import { createOpeningCommand, createOpeningPresses } from './bot/opening.ts';
import { createCaseCalendar } from './calendar/case-calendar.ts';
import { createAnnouncementKind } from './deliveries/announcement.ts';
import { createCardKind } from './deliveries/card-update.ts';
import { createCaseReminders } from './deliveries/reminder-source.ts';
import { createTimePollKind } from './deliveries/time-poll.ts';
import { createCaseOverview, type CaseOverview } from './case-overview.ts';
import { createCaseSubjects } from './message-subjects.ts';
import { createOpenCases, type OpenCases } from './open-cases.ts';
import { caseRoute } from './tab/case-route.ts';
import { templateRoute } from './tab/template-route.ts';
import { casesFi } from './texts.fi.ts';
import type { CaseDeps } from './use-cases/deps.ts';
import { followSummaries } from './use-cases/followed-summaries.ts';

export type { CaseFacts, CaseOverview, CaseWord, CaseWords } from './case-overview.ts';
export type { OpenCase, OpenCases } from './open-cases.ts';

export type CasesFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly tabRoutes: readonly TabRoute[];
  readonly deliveries: readonly DeliveryKind[];
  readonly reminders: ReminderSource;
  readonly calendar: CalendarSource;
  readonly subjects: MessageSubjects;
  readonly agenda: AgendaSource;
  /** For other features. */
  readonly openCases: OpenCases;
  readonly overview: CaseOverview;
};

/** Builds the feature in Finnish on what it stands on. */
export function createCases({
  monotonicMs,
  ...parts
}: Omit<CaseDeps, 't' | 'summaries'> & {
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
}): CasesFeature {
  const summaries = followSummaries(parts.store, monotonicMs);
  const deps: CaseDeps = { ...parts, summaries, t: casesFi };
  const changing = createActionPresses(deps);
  const byVerb = new Map(changing.map((action) => [action.verb, action]));
  const runAction = async (verb: string, request: ActionRequest): Promise<Card> => {
    const action = byVerb.get(verb);
    if (action === undefined) {
      throw new Fault('action-unknown', { verb });
    }
    return (await action.run(request)).card;
  };
  return {
    commands: [createOpeningCommand(deps), ...createListingCommands(deps)],
    actions: [
      ...createOpeningPresses(deps),
      ...changing,
      ...createLookingPresses(deps, runAction),
      ...createListingPresses(deps),
    ],
    tabRoutes: [...createListRoutes(deps), caseRoute(deps), templateRoute(deps)],
    deliveries: [createCardKind(deps), createAnnouncementKind(deps), createTimePollKind(deps)],
    reminders: createCaseReminders(deps),
    calendar: createCaseCalendar(deps),
    subjects: createCaseSubjects(deps),
    agenda: createCaseAgenda(deps),
    openCases: createOpenCases(deps.store),
    overview: createCaseOverview(deps),
  };
}
