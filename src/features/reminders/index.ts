// The reminders as one value: what features with dates promise by, and what they give.
import type { DeliveryDesk } from '../../platform/delivery/delivery-desk.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import type { CardAction, TeamEvent } from '../../platform/teams/bot.ts';
import { createLaterPresses } from './bot/later.ts';
import { createOwnPresses } from './bot/own.ts';
import { createDueKind } from './deliveries/due.ts';
import { createLetterKind } from './deliveries/letter.ts';
import { createTogetherKind } from './deliveries/together.ts';
import { createDigestKind, createWeekKind, weeklyDigest } from './deliveries/week.ts';
import type { RemindersDeps } from './deps.ts';
import { createReminderRoutes } from './tab-routes.ts';
import { remindersFi } from './texts.fi.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Letter } from './promises.ts';
import { laterButton as labelledLaterButton } from './verbs.ts';

export type { Digest, DigestLine, Moved, Reminded, ReminderAbout, ReminderSource } from './source.ts';
export { reminderNames, remindersOf } from './promises.ts';
export { readReminders, type ReminderSeen } from './read-reminders.ts';
export { ownRemindersButton } from './verbs.ts';
export { reminderDefaults } from './reminder-defaults.ts';
export { weeklyDigest } from './deliveries/week.ts';

/** `Siirrä myöhemmäksi`, for one thing to remember. */
export function laterButton(about: Pick<Letter, 'source' | 'about'>): Button {
  return labelledLaterButton(about, remindersFi.letter.later);
}

export type RemindersFeature = {
  readonly actions: readonly CardAction[];
  readonly tabRoutes: readonly TabRoute[];
  readonly deliveries: readonly DeliveryKind[];
  onTeamEvent(event: TeamEvent): Promise<void>;
};

/** Builds the feature in Finnish on what it stands on. */
export function createReminders(parts: Omit<RemindersDeps, 't'>): RemindersFeature {
  const deps: RemindersDeps = { ...parts, t: remindersFi };
  return {
    tabRoutes: createReminderRoutes(deps),
    actions: [...createOwnPresses(deps), ...createLaterPresses(deps)],
    deliveries: [
      createDueKind(deps),
      createLetterKind(deps),
      createTogetherKind(deps),
      createWeekKind(deps),
      createDigestKind(deps),
    ],
    onTeamEvent: createOnTeamEvent(parts.desk),
  };
}

const TRIES = 3;

/** A team that the bot comes to hears of its week from the next Monday on. */
function createOnTeamEvent(desk: DeliveryDesk): (event: TeamEvent) => Promise<void> {
  return async ({ kind, workspace, now }) => {
    if (kind !== 'installed') {
      return;
    }
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      // Serialised: a conflict means that somebody else has promised it meanwhile, which the next look sees.
      // oxlint-disable-next-line no-await-in-loop
      if ((await desk.commit(workspace, { writes: [], ensure: [weeklyDigest(now)] })) === 'committed') {
        return;
      }
    }
  };
}
