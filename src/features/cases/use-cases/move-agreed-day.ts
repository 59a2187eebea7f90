import { assertNever } from '../../../kernel/fault.ts';
import { parseCaseId, parseItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { ActionRequest } from '../../../platform/teams/bot.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Moved, ReminderAbout } from '../../reminders/index.ts';
import { changeCase, type ChangeOutcome } from './change-case.ts';
import type { CaseDeps } from './deps.ts';

/** Moves a promised day of a case as the form "Siirrä myöhemmäksi" of its card does, by the same rights and rules. */
export async function moveAgreedDay(
  deps: CaseDeps,
  asking: ActionRequest,
  { about, to, nonce }: { readonly about: ReminderAbout; readonly to: LocalDate; readonly nonce: string },
): Promise<Moved> {
  const { t } = deps;
  const [caseId, item] = [parseCaseId(about.subject), parseItemId(about.item)];
  if (caseId === null || item === null) {
    return { ok: false, said: t.notFound };
  }
  const outcome = await changeCase(deps, {
    asking,
    caseId,
    name: 'postpone',
    item,
    // The day that the reminder named was compared when it was found, so nothing newer is written over.
    seen: Number.MAX_SAFE_INTEGER,
    nonce,
    confirmed: null,
    data: { when: 'own', date: to },
    origin: 'reminder',
  });
  return { ok: outcome.kind === 'saved' || outcome.kind === 'again', said: sentence(deps, outcome, to) };
}

function sentence({ t }: CaseDeps, outcome: ChangeOutcome, to: LocalDate): string {
  switch (outcome.kind) {
    case 'missing':
      return t.notFound;
    case 'saved':
    case 'again':
      return t.reminder.moved(formatWeekdayDate(to));
    case 'refused':
      return { ...t.refusals, ...t.policyRefusals }[outcome.refusal.code];
    case 'form':
      return outcome.trouble.kind === 'refused' ? t.refusals[outcome.trouble.refusal.code] : t.reminder.notMoved;
    default:
      return assertNever(outcome);
  }
}
