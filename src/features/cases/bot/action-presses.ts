// The presses that change a case: open a form, save it, show it again. One set of handlers serves every action.
import { assertNever } from '../../../kernel/fault.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Button, Notice } from '../../../platform/cards/form.ts';
import type { ActionReply, ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { findAction } from '../actions/all-actions.ts';
import type { Action, FormContext } from '../actions/form-action.ts';
import { drawActionForm, type FormScene } from '../cards/action-form.ts';
import { drawCase, type CaseScene } from '../cards/case-view.ts';
import { drawTabAnswer } from '../cards/tab-answer.ts';
import { drawTimePoll } from '../cards/time-poll-card.ts';
import { drawMessage } from '../cards/plain-message.ts';
import { ACTION_NAMES, type ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { isVisible, may, type Viewer } from '../policy.ts';
import { readPress, type Press } from '../read-press.ts';
import { changeCase, type ChangeOutcome } from '../use-cases/change-case.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { readDraft } from '../../../platform/cards/form-drafts.ts';
import { holdCard, READING_MS } from '../../../platform/cards/card-holds.ts';
import { fillingMs, heldCard } from '../use-cases/held-card.ts';
import { loadCase } from '../use-cases/load-case.ts';
import { actionButton, editVerb, openVerb, saveVerb } from '../verbs.ts';
import { refusedCard } from './refused-card.ts';
import { drawDoneReminder } from '../cards/done-reminder.ts';

type Handler = (request: ActionRequest, action: Action, press: Press) => Promise<Card>;

/** The card actions of every case action: opening its form, saving it, editing it after a warning. */
export function createActionPresses(deps: CaseDeps): readonly CardAction[] {
  return ACTION_NAMES.flatMap((name) => [
    cardAction(deps, name, openVerb(name), (request, action, press) => open(deps, request, action, press)),
    cardAction(deps, name, saveVerb(name), (request, action, press) => save(deps, request, action, press)),
    cardAction(deps, name, editVerb(name), (request, action, press) => edit(deps, request, action, press)),
  ]);
}

function cardAction(deps: CaseDeps, name: ActionName, verb: string, handle: Handler): CardAction {
  return {
    verb,
    async run(request): Promise<ActionReply> {
      const action = findAction(name);
      const press = readPress(request.data);
      const card =
        action === null || press === null ? drawMessage(deps.t.notFound, deps.t) : await handle(request, action, press);
      return { kind: 'card', card };
    },
  };
}

/** Loads what a form needs; null when the case is not there for this person. */
async function sceneOf(
  deps: CaseDeps,
  { workspace, person, place, today }: ActionRequest,
  press: Press,
): Promise<{ readonly c: Case; readonly viewer: Viewer } | null> {
  const [loaded, people] = await Promise.all([
    loadCase(deps.store, workspace, press.caseId),
    deps.people.load(workspace),
  ]);
  const viewer: Viewer = { person, place, people, today };
  return loaded === null || !isVisible(loaded.c, viewer) ? null : { c: loaded.c, viewer };
}

function contextOf(deps: CaseDeps, request: ActionRequest, press: Press, c: Case, viewer: Viewer): FormContext {
  return { c, item: press.item, viewer, now: request.now, t: deps.t };
}

/** Holds the card in whose place the answer stands, if it does. */
async function hold(
  { store }: CaseDeps,
  { workspace, person, now }: ActionRequest,
  { caseId, origin }: Press,
  ms: number,
): Promise<void> {
  const card = heldCard(caseId, origin);
  if (card !== null) {
    await holdCard(store, workspace, card, { person: person.id, now, ms });
  }
}

async function open(deps: CaseDeps, request: ActionRequest, action: Action, press: Press): Promise<Card> {
  const found = await sceneOf(deps, request, press);
  if (found === null) {
    return drawMessage(deps.t.notFound, deps.t);
  }
  const { c, viewer } = found;
  const allowed = may(c, action.name, viewer);
  if (!allowed.ok) {
    return refusedCard(deps, {
      c,
      viewer,
      name: action.name,
      refusal: allowed.refusal,
      by: null,
      origin: press.origin,
    });
  }
  const context = contextOf(deps, request, press, c, viewer);
  if (action.isImmediate(context)) {
    // Before the change is committed, or its redrawn card could overtake the answer.
    await hold(deps, request, press, READING_MS);
    return save(deps, request, action, { ...press, nonce: null });
  }
  const key = { person: viewer.person.id, form: action.name, subject: c.id, item: press.item };
  const [draft] = await Promise.all([
    readDraft(deps.store, request.workspace, key),
    hold(deps, request, press, fillingMs(press.origin)),
  ]);
  return drawActionForm(action, {
    context,
    nonce: deps.newId(),
    typed: draft?.typed ?? {},
    trouble: null,
    notices: draft === null ? [] : [{ tone: 'info', text: deps.t.draftKept }],
    origin: press.origin,
  });
}

async function edit(deps: CaseDeps, request: ActionRequest, action: Action, press: Press): Promise<Card> {
  const found = await sceneOf(deps, request, press);
  if (found === null) {
    return drawMessage(deps.t.notFound, deps.t);
  }
  const context = contextOf(deps, request, press, found.c, found.viewer);
  const { typed } = action.read(context, press.data, { confirmed: true });
  return drawActionForm(action, {
    context,
    nonce: deps.newId(),
    typed,
    trouble: null,
    notices: [],
    origin: press.origin,
  });
}

async function save(deps: CaseDeps, request: ActionRequest, action: Action, press: Press): Promise<Card> {
  const { item, seen, nonce, confirmed, data, caseId, origin } = press;
  const submission = { asking: request, caseId, name: action.name, item, seen, nonce, confirmed, data, origin };
  const outcome = await changeCase(deps, submission);
  return present(deps, request, action, press, outcome);
}

async function present(
  deps: CaseDeps,
  request: ActionRequest,
  action: Action,
  press: Press,
  outcome: ChangeOutcome,
): Promise<Card> {
  const { t } = deps;
  switch (outcome.kind) {
    case 'missing':
      return drawMessage(t.notFound, t);
    case 'refused':
      return refusedCard(deps, { ...outcome, name: action.name, origin: press.origin });
    case 'again':
      return drawAgain(press, outcome.c, sceneFor(outcome.viewer, deps));
    case 'form': {
      const { c, viewer, typed, trouble } = outcome;
      const context = contextOf(deps, request, press, c, viewer);
      // A corrected form is the same form; one whose nonce is spent, or that met a newer case, is a new one.
      const keepsNonce = trouble.kind === 'reading' || trouble.kind === 'refused';
      const scene: FormScene = {
        context,
        nonce: keepsNonce ? (press.nonce ?? deps.newId()) : deps.newId(),
        typed,
        trouble,
        notices: [],
        origin: press.origin,
      };
      return drawActionForm(action, scene);
    }
    case 'saved':
      return savedCard(deps, request, action, press, outcome);
    default:
      return assertNever(outcome);
  }
}

function sceneFor(viewer: Viewer, deps: CaseDeps) {
  return { people: viewer.people, today: viewer.today, t: deps.t };
}

async function savedCard(
  deps: CaseDeps,
  request: ActionRequest,
  action: Action,
  press: Press,
  { c, viewer, decided }: Extract<ChangeOutcome, { kind: 'saved' }>,
): Promise<Card> {
  const { t } = deps;
  const done: Notice = { tone: 'done', text: t.saved.with(decided.said) };
  const follow = press.again ? { name: action.name, item: null } : decided.next;
  const next = follow === null ? null : findAction(follow.name);
  if (follow !== null && next !== null && may(c, follow.name, viewer).ok) {
    await hold(deps, request, press, fillingMs(press.origin));
    return drawActionForm(next, {
      context: { ...contextOf(deps, request, press, c, viewer), item: follow.item },
      nonce: deps.newId(),
      typed: {},
      trouble: null,
      notices: [done, ...decided.notices],
      origin: press.origin,
    });
  }
  const scene = {
    ...sceneFor(viewer, deps),
    notices: [done, ...decided.notices],
    lastButtons: mendButtons(deps, action, c, { item: decided.item, origin: press.origin }),
  };
  return cardBehind(press, c, scene);
}

/** The answer to a form or press that has been saved before. */
function drawAgain(press: Press, c: Case, scene: CaseScene): Card {
  const text = scene.t.saved.again;
  switch (press.origin) {
    case 'tab':
      return drawTabAnswer(c, { ...scene, notices: [{ tone: 'done', text }] });
    case 'times':
      return cardBehind(press, c, { ...scene, notices: [{ tone: 'info', text }] });
    case 'card':
    case 'reminder':
    case null:
      return drawCase(c, { ...scene, notices: [{ tone: 'info', text }] });
    default:
      return assertNever(press.origin);
  }
}

/** What the pressed message becomes for the person who pressed. */
function cardBehind({ origin, item }: Press, c: Case, scene: CaseScene): Card {
  switch (origin) {
    case 'reminder':
      return drawDoneReminder(c, scene);
    case 'times':
      return item === null ? drawCase(c, scene) : drawTimePoll(c, item, scene);
    case 'tab':
      return drawTabAnswer(c, scene);
    case 'card':
    case null:
      return drawCase(c, scene);
    default:
      return assertNever(origin);
  }
}

/** How to mend what was just saved (B-08): "Kumoa" for a thing marked done, else "Muokkaa". */
function mendButtons(
  { t }: CaseDeps,
  action: Action,
  { id, rev }: Case,
  { item, origin }: Pick<Press, 'item' | 'origin'>,
): readonly Button[] {
  if (item === null || action.name === 'notDone') {
    return [];
  }
  const about = { id, rev, item, ...(origin === null ? {} : { origin }) };
  return action.name === 'done'
    ? [actionButton(t.actions.notDone, 'notDone', about)]
    : [actionButton(t.buttons.edit, action.name, about)];
}
