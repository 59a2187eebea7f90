// The settings in the bot: one command and the presses of its cards.
import { z } from 'zod/mini';
import { assertNever } from '../../kernel/fault.ts';
import { parsePersonId, type PersonId } from '../../kernel/ids.ts';
import type { Card } from '../../platform/cards/card.ts';
import type { Notice } from '../../platform/cards/form.ts';
import { parseNonce } from '../../platform/storage/operations.ts';
import type { ActionRequest, Asking, CardAction, Command } from '../../platform/teams/bot.ts';
import { cutNotice, drawAdvisorChoice, drawPersonSearch, drawSettingsForm } from './cards/form-card.ts';
import { drawMoreSettings, drawSettings } from './cards/settings-card.ts';
import { clearAbsence } from './domain/absence.ts';
import { advisorsOf, type Settings } from './domain/settings.ts';
import { isAdmin } from './domain/supporters.ts';
import { absenceForm, guestsForm, linksForm } from './other-forms.ts';
import { maySet } from './policy.ts';
import { areasForm, giveRoleForm, membersNamed, PEOPLE_MAX, removeRoleForm } from './role-forms.ts';
import { loadScene, nameIn, type Scene, type SettingsDeps } from './scene.ts';
import type { FormAbout, Reading, SettingsForm, Typed } from './settings-form.ts';
import { changeSettings, type ChangeOutcome, type SettingsChange, type Trouble } from './use-cases/change-settings.ts';
import { VERBS } from './verbs.ts';

const FORMS: readonly SettingsForm[] = [giveRoleForm, areasForm, absenceForm, removeRoleForm, guestsForm, linksForm];

/** `asetukset`: who has which role, with what the asker may change. */
export function createSettingsCommand(deps: SettingsDeps): Command {
  return {
    names: ['asetukset'],
    help: deps.t.command.help,
    async run(request) {
      const scene = await loadScene(deps, request);
      const card = drawSettings(scene, { isPublic: request.place.kind === 'channel', notices: [] });
      return { kind: 'card', card, summary: deps.t.command.summary };
    },
  };
}

/** Every press on the cards of the settings. The answers are seen by the person who pressed alone. */
export function createSettingsActions(deps: SettingsDeps): readonly CardAction[] {
  const show: CardAction = {
    verb: VERBS.show,
    run: async (request) => reply(await overview(deps, request, [])),
  };
  const more: CardAction = {
    verb: VERBS.more,
    run: async (request) => reply(drawMoreSettings(await loadScene(deps, request))),
  };
  const clear: CardAction = {
    verb: VERBS.clearAbsence,
    run: async (request) => reply(await clearPressed(deps, request)),
  };
  const forms = FORMS.flatMap((form): readonly CardAction[] => [
    { verb: form.openVerb, run: async (request) => reply(await openForm(deps, form, request)) },
    { verb: form.saveVerb, run: async (request) => reply(await saveForm(deps, form, request)) },
  ]);
  return [show, more, clear, ...forms];
}

function reply(card: Card): { readonly kind: 'card'; readonly card: Card } {
  return { kind: 'card', card };
}

const short = z.optional(z.string().check(z.maxLength(200)));
const pressShape = z.looseObject({ nonce: short, seen: short, whom: short, query: short });

type Press = {
  readonly nonce: string | null;
  readonly seen: number;
  readonly whom: PersonId | null;
  readonly query: string;
  readonly data: Readonly<Record<string, unknown>>;
};

// What cannot be read is left out: every use of it has an answer for its absence.
function readPress(data: unknown): Press {
  const parsed = pressShape.safeParse(data);
  const { nonce, seen, whom, query, ...others } = parsed.success ? parsed.data : {};
  return {
    nonce: parseNonce(nonce),
    seen: Number(seen ?? ''),
    whom: parsePersonId(whom),
    query: query?.trim() ?? '',
    data: others,
  };
}

async function overview(deps: SettingsDeps, asking: Asking, notices: readonly Notice[]): Promise<Card> {
  return drawSettings(await loadScene(deps, asking), { isPublic: false, notices });
}

function overviewOf(scene: Scene, text: string): Card {
  return drawSettings(scene, { isPublic: false, notices: [{ tone: 'warning', text }] });
}

async function openForm(deps: SettingsDeps, form: SettingsForm, request: ActionRequest): Promise<Card> {
  const scene = await loadScene(deps, request);
  const press = readPress(request.data);
  const allowed = maySet(scene, request.person.id, form.action, press.whom);
  if (!allowed.ok) {
    return overviewOf(scene, deps.t.policyRefusals[allowed.refusal.code]);
  }
  const whom = form.isAboutAdvisor ? advisorMeant(scene, press.whom) : request.person.id;
  if (whom === 'ask') {
    return drawAdvisorChoice(scene, form);
  }
  if (whom === null) {
    return overviewOf(scene, deps.t.pick.none(deps.advisorLabel));
  }
  if (form === giveRoleForm && scene.team.length > PEOPLE_MAX) {
    const found = press.query === '' ? 0 : membersNamed(scene, press.query).length;
    return found === 0
      ? drawPersonSearch(scene, press.query)
      : draw(deps, scene, form, { whom, query: press.query }, { notices: cutNotice(deps.t, found) });
  }
  return draw(deps, scene, form, { whom, query: '' }, {});
}

// An advisor means themselves; an admin is asked, unless there is only one who can be meant.
function advisorMeant(scene: Scene, named: PersonId | null): PersonId | 'ask' | null {
  const advisors = advisorsOf(scene.settings).map(({ person }) => person);
  const asker = scene.asking.person.id;
  if (!isAdmin(scene, asker)) {
    return advisors.includes(asker) ? asker : null;
  }
  if (named !== null) {
    return advisors.includes(named) ? named : null;
  }
  return advisors.length > 1 ? 'ask' : (advisors[0] ?? null);
}

type Again = {
  readonly nonce?: string;
  readonly typed?: Typed;
  readonly trouble?: Trouble;
  readonly notices?: readonly Notice[];
};

function draw(deps: SettingsDeps, scene: Scene, form: SettingsForm, about: FormAbout, again: Again): Card {
  const content = form.content(scene, about);
  if (typeof content === 'string') {
    return overviewOf(scene, content);
  }
  return drawSettingsForm(
    scene,
    form,
    { content, about },
    {
      nonce: again.nonce ?? deps.newId(),
      typed: again.typed ?? {},
      trouble: again.trouble ?? null,
      notices: again.notices ?? [],
    },
  );
}

async function saveForm(deps: SettingsDeps, form: SettingsForm, request: ActionRequest): Promise<Card> {
  const press = readPress(request.data);
  const scene = await loadScene(deps, request);
  const { nonce } = press;
  if (nonce === null) {
    return drawSettings(scene, { isPublic: false, notices: [{ tone: 'info', text: deps.t.staleCard }] });
  }
  const about = { whom: press.whom ?? request.person.id, query: press.query };
  const change: SettingsChange = {
    asking: request,
    action: form.action,
    whom: form.isAboutAdvisor ? about.whom : null,
    nonce,
    seen: press.seen,
    read: (settings) => form.read({ ...scene, settings }, about, press.data),
  };
  return await save(deps, change, ({ settings, typed, trouble }) => {
    // A corrected form is the same form; one whose nonce is spent, or that met newer settings, is a new one.
    const keepsNonce = trouble.kind === 'problems' || trouble.kind === 'refused';
    const again = { typed, trouble, ...(keepsNonce ? { nonce } : {}) };
    return draw(deps, { ...scene, settings }, form, about, again);
  });
}

async function clearPressed(deps: SettingsDeps, request: ActionRequest): Promise<Card> {
  const { nonce, seen, whom } = readPress(request.data);
  const scene = await loadScene(deps, request);
  const stale = (now: Scene): Card =>
    drawSettings(now, { isPublic: false, notices: [{ tone: 'info', text: deps.t.staleCard }] });
  if (nonce === null || whom === null) {
    return stale(scene);
  }
  const plan = {
    whom,
    decide: (settings: Settings) => clearAbsence(settings, whom),
    said: deps.t.absence.cleared(nameIn(scene, whom)),
  };
  const read = (): Reading => ({ kind: 'plan', plan, typed: {} });
  const change: SettingsChange = { asking: request, action: 'clearAbsence', whom, nonce, seen, read };
  // A button keeps nothing that was typed: whatever came in between, the fresh card says how things are.
  return await save(deps, change, ({ settings }) => stale({ ...scene, settings }));
}

async function save(
  deps: SettingsDeps,
  change: SettingsChange,
  again: (outcome: Extract<ChangeOutcome, { kind: 'form' }>) => Card,
): Promise<Card> {
  const { t } = deps;
  const outcome = await changeSettings(deps, change);
  switch (outcome.kind) {
    case 'changed':
      return await overview(deps, change.asking, [{ tone: 'done', text: outcome.said }]);
    case 'again':
      return await overview(deps, change.asking, [{ tone: 'info', text: t.again }]);
    case 'forbidden':
      return await overview(deps, change.asking, [{ tone: 'warning', text: t.policyRefusals[outcome.refusal.code] }]);
    case 'form':
      return again(outcome);
    default:
      return assertNever(outcome);
  }
}
