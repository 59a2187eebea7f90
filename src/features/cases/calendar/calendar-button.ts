import type { ItemId } from '../../../kernel/ids.ts';
import type { Button } from '../../../platform/cards/form.ts';
import type { Case } from '../domain/case.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { calendarIdOf, SOURCE } from './case-entries.ts';

/** Takes a dated item of a case to the person's own calendar; the calendar feature answers it. */
export function calendarButton({ id }: Case, item: ItemId, t: CaseTexts): Button {
  return {
    label: t.reminder.calendar,
    verb: 'calendar/add',
    data: { source: SOURCE, id: calendarIdOf(id, item) },
    look: 'plain',
    sendsInputs: false,
  };
}
