// The reminders that a case promises for whoever has chosen nothing, read from what is really promised for it.
import { reminderChanges } from '../../../src/features/cases/deliveries/promises.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { parseItemId, type ItemId } from '../../../src/kernel/ids.ts';
import { AINO, NOW } from './build-case.ts';
import type { Due } from '../../../src/platform/delivery/delivery.ts';

type Planned = {
  readonly item: ItemId;
  readonly leadDays: number;
  readonly itemDate: string;
  readonly at: Exclude<Due, 'now'>;
  readonly expires: string;
};

/** All promised lead times of the agreed dates, the target date left out. */
export function promisedReminders(c: Case): readonly (Omit<Planned, 'leadDays'> & { readonly lead: string })[] {
  return reminderChanges(null, c, { by: AINO, at: NOW }).wanted.flatMap(({ due, expires, payload }) => {
    const item = parseItemId(payload['item']);
    const { lead = '', itemDate = '' } = payload;
    return item === null || due === 'now' || String(item) === String(c.id)
      ? []
      : [{ item, lead, itemDate, at: due, expires }];
  });
}

/** Those of 7 days and 1 day (T-07). A closed case keeps its promises and is silent: none are planned for it. */
export function plannedReminders(c: Case): readonly Planned[] {
  return c.status.kind === 'closed'
    ? []
    : promisedReminders(c)
        .filter(({ lead }) => lead === '7' || lead === '1')
        .map(({ lead, ...planned }) => ({ ...planned, leadDays: Number(lead) }));
}
