// The presses that change a meeting at once, without a form: an awkward day is kept or skipped, a next step is done.
import { Fault } from '../../../kernel/fault.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { completeStep, keepDay, skipMonth } from '../domain/change-meeting.ts';
import type { Decided, DecisionContext } from '../domain/decision.ts';
import type { Meeting } from '../domain/meeting.ts';
import { decisionContext, type FormScene } from '../forms/meeting-form.ts';
import { findMeeting } from '../forms/found-meeting.ts';
import { changeBy } from '../forms/series-forms.ts';
import { readPress, type Press } from '../read-press.ts';
import { commitChange } from '../use-cases/commit.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { VERBS } from '../verbs.ts';
import { showSaved, viewerOf } from './looking.ts';

type Decision = {
  readonly verb: string;
  readonly action: string;
  readonly decide: (m: Meeting, press: Press, context: DecisionContext) => Decided<Meeting>;
  readonly said: (t: MeetingDeps['t']) => string;
};

const DECISIONS: readonly Decision[] = [
  {
    verb: VERBS.keep,
    action: 'keep',
    decide: (m, _press, context) => keepDay(m, context),
    said: (t) => t.saved.kept,
  },
  {
    verb: VERBS.skip,
    action: 'skip',
    decide: (m, _press, context) => skipMonth(m, context),
    said: (t) => t.saved.skipped,
  },
  {
    verb: VERBS.stepDone,
    action: 'step-done',
    decide: (m, { step }, context) =>
      step === null || m.nextSteps.every(({ id, done }) => id !== step || done !== null)
        ? { ok: false, refusal: { code: 'not-asked' } }
        : completeStep(m, step, context),
    said: (t) => t.saved.stepDone,
  },
];

// Only somebody else's change of the same meeting at the same moment can come between.
const ROUNDS = 6;

/** A second press finds it decided already, says so, and changes nothing. */
export function createDecidingPresses(deps: MeetingDeps): readonly CardAction[] {
  return DECISIONS.map((decision) => ({
    verb: decision.verb,
    run: async (request) => ({ kind: 'card', card: await decideOnce(deps, request, decision) }),
  }));
}

async function decideOnce(deps: MeetingDeps, request: ActionRequest, decision: Decision): Promise<Card> {
  const press = readPress(request.data);
  const viewer = await viewerOf(deps, request);
  const scene: FormScene = { deps, request, press, viewer };
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round decides on what the round before has left
    const found = await findMeeting(scene, () => true);
    if ('refused' in found) {
      return found.refused;
    }
    const shown = { kind: 'meeting', id: found.m.id } as const;
    const decided = decision.decide(found.m, press, decisionContext(scene));
    if (!decided.ok) {
      return showSaved(deps, request, shown, [{ tone: 'info', text: deps.t.refusals[decided.refusal.code] }]);
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const outcome = await commitChange(deps, {
      ...changeBy(scene),
      series: found.series,
      seriesAction: null,
      meetings: [{ value: decided.value, etag: found.etag, action: decision.action, news: null }],
      also: [],
    });
    if (outcome === 'committed') {
      return showSaved(deps, request, shown, [{ tone: 'done', text: decision.said(deps.t) }]);
    }
  }
  throw new Fault('meeting-too-busy', { action: decision.action });
}
