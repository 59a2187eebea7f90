// The calendar as one value: what is coming from every feature with dates, and the ways into calendars of people's own.
import type { Route } from '../../platform/http/route.ts';
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import { createCalendarCommand, createCalendarPresses } from './bot/calendar-presses.ts';
import { createSubscriptionPresses } from './bot/subscription-presses.ts';
import type { CalendarDeps } from './deps.ts';
import { createCalendarRoutes } from './routes.ts';
import { createCalendarTabRoutes } from './tab/tab-routes.ts';
import { calendarFi } from './texts.fi.ts';
import { createCountyCalendar, type CountyCalendar } from './use-cases/coming-in-county.ts';

export type { CountyCalendar } from './use-cases/coming-in-county.ts';

export type CalendarFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly routes: readonly Route[];
  readonly tabRoutes: readonly TabRoute[];
  /** For other features. */
  readonly ofCounty: CountyCalendar;
};

/** Builds the feature in Finnish on what it stands on. */
export function createCalendar(parts: Omit<CalendarDeps, 't'>): CalendarFeature {
  const deps: CalendarDeps = { ...parts, t: calendarFi };
  return {
    commands: [createCalendarCommand(deps)],
    actions: [...createCalendarPresses(deps), ...createSubscriptionPresses(deps)],
    routes: createCalendarRoutes(deps),
    tabRoutes: createCalendarTabRoutes(deps),
    ofCounty: createCountyCalendar(deps.sources),
  };
}
