import { assertNever } from '../../../kernel/fault.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import { readReminders, type ReminderSeen } from '../../reminders/index.ts';
import { itemText } from '../cards/case-words.ts';
import type { CaseReminder } from '../contract/case-page.ts';
import { concerned } from '../deliveries/reminder-source.ts';
import { SOURCE } from '../deliveries/promises.ts';
import type { Case } from '../domain/case.ts';
import { datedItems, targetDateItems } from '../domain/dated-items.ts';
import { itemsToRemind } from '../domain/reminders.ts';
import type { Viewer } from '../policy.ts';
import type { CaseTexts } from '../texts.fi.ts';
import type { CaseDeps } from '../use-cases/deps.ts';

const TONES = { planned: 'info', sent: 'done', failed: 'problem', expired: 'problem' } as const;

/** The reminders of a case in words, the earliest first: to whom, of what, and whether they have arrived. */
export async function caseReminders(
  { store, t }: Pick<CaseDeps, 'store' | 't'>,
  workspace: WorkspaceKey,
  c: Case,
  { people, today }: Viewer,
): Promise<readonly CaseReminder[]> {
  const advisor = people.supporterOf(c.basics.targetBody.county, today);
  const items = itemsToRemind(c, today).map((item) => ({
    item: item.id,
    date: item.date,
    people: concerned({ c, item, people }, advisor),
    advisor,
  }));
  const about = { source: SOURCE, subject: c.id, items, people: c.participants };
  const names = new Map<string, string>(
    [...datedItems(c), ...targetDateItems(c)].map((item) => [item.id, itemText(item, t)]),
  );
  // A reminder of something removed since says nothing to anybody any more.
  return (await readReminders(store, workspace, about)).flatMap((seen) => {
    const what = names.get(seen.item);
    return what === undefined
      ? []
      : [{ what, who: people.nameOf(seen.person), state: stateText(seen, t), tone: TONES[seen.state] }];
  });
}

function stateText({ state, date, time }: ReminderSeen, { casePage: { reminderStates: words } }: CaseTexts): string {
  const when = formatDateTime(date, time);
  switch (state) {
    case 'planned':
    case 'sent':
      return words[state](when);
    case 'failed':
    case 'expired':
      return words[state];
    default:
      return assertNever(state);
  }
}
