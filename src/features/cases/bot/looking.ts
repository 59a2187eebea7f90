// The presses that only look at a case, and the menu that leads on to an action.
import type { CaseId } from '../../../kernel/ids.ts';
import { parseItemId } from '../../../kernel/ids.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Link } from '../../../platform/cards/parts.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { drawAgenda } from '../cards/agenda-card.ts';
import { drawDetails } from '../cards/case-details.ts';
import { drawMenu, menuFields } from '../cards/case-menu.ts';
import { drawCase, type CaseScene } from '../cards/case-view.ts';
import { drawHistory } from '../cards/history-card.ts';
import { drawMessageDraft } from '../cards/message-draft-card.ts';
import { pageLinks } from '../cards/page-link.ts';
import { drawTabAnswer } from '../cards/tab-answer.ts';
import { drawTimePoll } from '../cards/time-poll-card.ts';
import { drawMessage } from '../cards/plain-message.ts';
import { ACTION_NAMES, type ActionName } from '../domain/action-rules.ts';
import type { Case } from '../domain/case.ts';
import { isVisible, type Viewer } from '../policy.ts';
import { readPress, type Press } from '../read-press.ts';
import { readAudit } from '../use-cases/audit.ts';
import { releaseCard } from '../../../platform/cards/card-holds.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { heldQuestion } from '../use-cases/held-card.ts';
import { loadCase } from '../use-cases/load-case.ts';
import { openVerb, VERBS } from '../verbs.ts';

type Look = (found: {
  readonly c: Case;
  readonly viewer: Viewer;
  readonly scene: CaseScene;
  readonly press: Press;
  readonly request: ActionRequest;
}) => Card | Promise<Card>;

/** `runAction` runs another card action by its verb: the menu and "Tule mukaan" lead on to the form that was meant. */
export function createLookingPresses(
  deps: CaseDeps,
  runAction: (verb: string, request: ActionRequest) => Promise<Card>,
): readonly CardAction[] {
  const looks: Readonly<Record<string, Look>> = {
    [VERBS.show]: ({ c, scene, press }) => drawDetails(c, scene, scene.people.links.model, pageOf(deps, c, press)),
    [VERBS.more]: ({ c, viewer, press }) => drawMenu(c, viewer, deps.t, menuScene(deps, c, press, null)),
    [VERBS.history]: async ({ c, scene, request }) =>
      drawHistory(c, await readAudit(deps.store, request.workspace, c.id), scene),
    [VERBS.draft]: ({ c, scene }) => drawMessageDraft(c, scene),
    [VERBS.agenda]: ({ c, scene }) => drawAgenda(c, scene),
    [VERBS.card]: async ({ c, scene, press, request }) => {
      await release(deps, request, press.origin === 'tab' ? null : c.id);
      return drawCase(c, scene);
    },
    [VERBS.times]: async ({ c, scene, press, request }) => {
      await release(deps, request, press.origin === 'tab' ? null : heldQuestion(c.id));
      return press.item === null ? drawCase(c, scene) : drawTimePoll(c, press.item, scene);
    },
    [VERBS.putAway]: ({ c, scene }) => drawTabAnswer(c, scene),
    [VERBS.menuGo]: ({ c, viewer, press, request }) => menuGo(deps, runAction, { c, viewer, press, request }),
    [VERBS.joinThen]: ({ c, press, request }) => joinThen(runAction, { c, press, request }),
  };
  return Object.entries(looks).map(([verb, look]) => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await lookAt(deps, request, look) }),
  }));
}

/** Whoever presses in the tab has the page before them. */
function pageOf({ page, t }: CaseDeps, c: Case, { origin }: Press): readonly Link[] {
  return origin === 'tab' ? [] : pageLinks(c, page, t);
}

function menuScene(deps: CaseDeps, c: Case, press: Press, problem: string | null) {
  return { problem, origin: press.origin, page: pageOf(deps, c, press) };
}

async function release({ store }: CaseDeps, { workspace, person }: ActionRequest, card: string | null): Promise<void> {
  if (card !== null) {
    await releaseCard(store, workspace, card, person.id);
  }
}

async function lookAt(deps: CaseDeps, request: ActionRequest, look: Look): Promise<Card> {
  const press = readPress(request.data);
  const found = press === null ? null : await findCase(deps, request, press.caseId);
  if (press === null || found === null) {
    return drawMessage(deps.t.notFound, deps.t);
  }
  const { viewer } = found;
  const scene = { people: viewer.people, today: viewer.today, t: deps.t, origin: press.origin };
  return await look({ ...found, scene, press, request });
}

async function findCase(
  deps: CaseDeps,
  { workspace, person, place, today }: ActionRequest,
  id: CaseId,
): Promise<{ readonly c: Case; readonly viewer: Viewer } | null> {
  const [loaded, people] = await Promise.all([loadCase(deps.store, workspace, id), deps.people.load(workspace)]);
  const viewer: Viewer = { person, place, people, today };
  return loaded === null || !isVisible(loaded.c, viewer) ? null : { c: loaded.c, viewer };
}

function actionNamed(text: unknown): ActionName | null {
  return ACTION_NAMES.find((name) => name === text) ?? null;
}

type Led = { readonly c: Case; readonly press: Press; readonly request: ActionRequest };

async function menuGo(
  deps: CaseDeps,
  runAction: (verb: string, request: ActionRequest) => Promise<Card>,
  { c, viewer, press, request }: Led & { readonly viewer: Viewer },
): Promise<Card> {
  const fields = menuFields(c, viewer, deps.t);
  const reading = readForm(fields, press.data, { today: request.today, confirmed: false });
  const [name, item] = reading.kind === 'values' ? reading.values.what.split(':') : [];
  const action = actionNamed(name);
  if (action === null) {
    return drawMenu(c, viewer, deps.t, menuScene(deps, c, press, deps.t.menu.problem));
  }
  const itemId = parseItemId(item);
  const { origin } = press;
  const data = {
    caseId: c.id,
    seen: String(c.rev),
    ...(itemId === null ? {} : { item: itemId }),
    ...(origin === null ? {} : { origin }),
  };
  return await runAction(openVerb(action), { ...request, data });
}

/** Joins the case and goes on to what the person wanted to do. */
async function joinThen(
  runAction: (verb: string, request: ActionRequest) => Promise<Card>,
  { c, press, request }: Led,
): Promise<Card> {
  const { origin } = press;
  const seen = { caseId: c.id, seen: String(c.rev), ...(origin === null ? {} : { origin }) };
  const joined = await runAction(openVerb('join'), { ...request, data: seen });
  const then = actionNamed(press.data['onward']);
  return then === null || then === 'join'
    ? joined
    : await runAction(openVerb(then), { ...request, data: { ...seen, seen: String(c.rev + 1) } });
}
