import { formatTime, formatTimeRange } from '../../platform/texts/finnish-dates.ts';
import { leadsInWords } from './cards/own-card.ts';
import { WEEK_TIME } from './deliveries/week.ts';
import { DEFAULTS } from './domain/preferences.ts';
import { remindersFi } from './texts.fi.ts';

/** When everybody is reminded who has chosen nothing, and when a channel hears of its week (T-07), in words. */
export function reminderDefaults(): readonly { readonly label: string; readonly value: string }[] {
  const { defaults } = remindersFi;
  return [
    { label: defaults.leads, value: leadsInWords(remindersFi, DEFAULTS.leads) },
    { label: defaults.hours, value: defaults.workingDays(formatTimeRange(DEFAULTS.from, DEFAULTS.until)) },
    { label: defaults.digest, value: defaults.monday(formatTime(WEEK_TIME)) },
  ];
}
