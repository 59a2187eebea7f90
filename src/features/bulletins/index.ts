// Bulletins as one value: what Tukiliitto tells, what is reminded of it, and what of it is in the calendar.
import type { CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { createFormActions } from '../../platform/posts/form-actions.ts';
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import type { ReminderSource } from '../reminders/index.ts';
import { createBulletinCommands, createBulletinPresses } from './bot.ts';
import { createBulletinCalendar } from './calendar.ts';
import { createBulletinKinds } from './deliveries.ts';
import type { BulletinDeps } from './deps.ts';
import { createBulletinReminders } from './reminders.ts';
import { bulletinsFi } from './texts.fi.ts';
import { createWithdrawForm } from './withdraw-form.ts';
import { createWriteForm } from './write-form.ts';

export type BulletinsFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
  readonly reminders: ReminderSource;
  readonly calendar: CalendarSource;
};

/** Builds the feature in Finnish on what it stands on. */
export function createBulletins(parts: Omit<BulletinDeps, 't'>): BulletinsFeature {
  const deps: BulletinDeps = { ...parts, t: bulletinsFi };
  return {
    commands: createBulletinCommands(deps),
    actions: [
      ...createFormActions(deps, createWriteForm(deps)),
      ...createFormActions(deps, createWithdrawForm(deps)),
      ...createBulletinPresses(deps),
    ],
    deliveries: createBulletinKinds(deps),
    reminders: createBulletinReminders(deps),
    calendar: createBulletinCalendar(deps),
  };
}
