// The meetings as one value: support meetings, online meetups, cooperation with municipalities, and events.
import { Fault } from '../../kernel/fault.ts';
import type { CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import type { ActionRequest, CardAction, Command } from '../../platform/teams/bot.ts';
import type { MessageSubjects } from '../deliveries/index.ts';
import type { ReminderSource } from '../reminders/index.ts';
import type { AgendaSource } from '../overview/index.ts';
import { createMeetingAgenda } from './agenda-source.ts';
import { createMeetingCalendar } from './calendar-source.ts';
import { createDecidingPresses } from './bot/deciding.ts';
import { createFormPresses } from './bot/form-presses.ts';
import { createListingCommands, createListingPresses } from './bot/listing.ts';
import { createLookingPresses } from './bot/looking.ts';
import { createCardKind } from './deliveries/card-update.ts';
import { createLookKind } from './deliveries/look-ahead.ts';
import { createNewsKind } from './deliveries/news.ts';
import { createOnlineKind } from './deliveries/online.ts';
import { createQuestionKind } from './deliveries/question.ts';
import { createMeetingReminders } from './deliveries/reminder-source.ts';
import { createMeetingSubjects } from './message-subjects.ts';
import { meetingsFi } from './texts.fi.ts';
import type { MeetingDeps } from './use-cases/deps.ts';

export type MeetingsFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
  readonly reminders: ReminderSource;
  readonly calendar: CalendarSource;
  readonly subjects: MessageSubjects;
  readonly agenda: AgendaSource;
};

/** Builds the feature in Finnish on what it stands on. */
export function createMeetings(parts: Omit<MeetingDeps, 't'>): MeetingsFeature {
  const deps: MeetingDeps = { ...parts, t: meetingsFi };
  const changing = [...createFormPresses(deps), ...createDecidingPresses(deps), ...createListingPresses(deps)];
  const runVerb = async (verb: string, request: ActionRequest): Promise<Card> => {
    const action = actions.find((each) => each.verb === verb);
    if (action === undefined) {
      throw new Fault('action-unknown', { verb });
    }
    return (await action.run(request)).card;
  };
  const actions: readonly CardAction[] = [...createLookingPresses(deps, runVerb), ...changing];
  return {
    commands: createListingCommands(deps),
    actions,
    deliveries: [
      createLookKind(deps),
      createCardKind(deps),
      createQuestionKind(deps),
      createNewsKind(deps),
      createOnlineKind(deps),
    ],
    reminders: createMeetingReminders(deps),
    calendar: createMeetingCalendar(deps),
    subjects: createMeetingSubjects(deps),
    agenda: createMeetingAgenda(deps),
  };
}
