import { parseItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { ActionRequest } from '../../../platform/teams/bot.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Moved, ReminderAbout } from '../../reminders/index.ts';
import { postponeStep } from '../domain/change-meeting.ts';
import { parseMeetingId } from '../domain/ids.ts';
import { isVisible, mayChange } from '../policy.ts';
import { commitChange } from './commit.ts';
import type { MeetingDeps } from './deps.ts';
import { loadMeeting } from './load.ts';

const ROUNDS = 4;

/** Moves the day of a next step, if this person may; the same nonce moves it once. */
export async function moveStep(
  deps: MeetingDeps,
  request: ActionRequest,
  { about, to, nonce }: { readonly about: ReminderAbout; readonly to: LocalDate; readonly nonce: string },
): Promise<Moved> {
  const { store, t } = deps;
  const { workspace, person, now, today, place } = request;
  const [id, step] = [parseMeetingId(about.subject), parseItemId(about.item)];
  const moved: Moved = { ok: true, said: t.saved.stepMoved(formatWeekdayDate(to)) };
  const hash = contentHash([person.id, id, step, to]);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const [earlier, loaded, people] = await Promise.all([
      readOperation(store, workspace, nonce),
      id === null ? null : loadMeeting(store, workspace, id),
      deps.people.load(workspace),
    ]);
    if (earlier !== null) {
      return earlier.hash === hash ? moved : { ok: false, said: t.otherContent };
    }
    const m = loaded?.meeting.value ?? null;
    if (loaded === null || m === null || step === null || !isVisible(m.home, place)) {
      return { ok: false, said: t.notFound };
    }
    if (!mayChange({ people, person, today }, m)) {
      return { ok: false, said: t.notAllowed };
    }
    const context = { by: person.id, now, today, newItemId: () => step };
    const decision = postponeStep(m, step, to, context);
    if (!decision.ok) {
      return { ok: false, said: t.refusals[decision.refusal.code] };
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const outcome = await commitChange(deps, {
      workspace,
      by: person.id,
      now,
      seriesAction: null,
      series: null,
      meetings: [{ value: decision.value, etag: loaded.meeting.etag, action: 'step-move', news: null }],
      also: [operationWrite(nonce, { hash, outcome: { meeting: m.id } })],
    });
    if (outcome === 'committed') {
      return moved;
    }
  }
  return { ok: false, said: t.collision };
}
