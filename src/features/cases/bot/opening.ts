// `/uusi tapaus`: the command that posts the opening form, and the presses that answer it.
import { assertNever, Fault } from '../../../kernel/fault.ts';
import { findIdentityCodes, maskIdentityCodes } from '../../../kernel/identity-codes.ts';
import { countyOfChannel } from '../../../kernel/regions/county-of-channel.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import { contentHash, parseNonce } from '../../../platform/storage/operations.ts';
import { isFromTab } from '../../../platform/tab/from-tab.ts';
import type { ActionRequest, Asking, CardAction, Command } from '../../../platform/teams/bot.ts';
import type { People } from '../../settings/index.ts';
import { targetBodyOf } from '../actions/region-field.ts';
import { drawCase } from '../cards/case-view.ts';
import { drawTabAnswer } from '../cards/tab-answer.ts';
import { drawMessage } from '../cards/plain-message.ts';
import type { CaseOwner } from '../domain/case.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { endDraft, keepDraft, readDraft, type Draft, type DraftKey } from '../../../platform/cards/form-drafts.ts';
import { listCases } from '../use-cases/list-cases.ts';
import { openCaseOnce, type Opening, type OpeningOutcome } from '../use-cases/open-case.ts';
import type { CaseSummary } from '../summary-row.ts';
import { VERBS } from '../verbs.ts';
import { openedNotices, targetButtons } from './opened-notices.ts';
import { drawOpeningForm, openingFields, ownerOf, type OpeningContext, type OpeningScene } from './opening-form.ts';

/** `uusi tapaus [asia]`: the form in the thread; the text after the command is the matter already. */
export function createOpeningCommand(deps: CaseDeps): Command {
  return {
    names: ['uusi tapaus', 'avaa tapaus'],
    help: deps.t.commands.open,
    async run(request) {
      const people = await deps.people.load(request.workspace);
      if (!people.mayWrite(request.person)) {
        return { kind: 'card', card: drawMessage(deps.t.opening.guests, deps.t), summary: deps.t.opening.guests };
      }
      // The form is posted for all to see, so it repeats no identity code that came with the command.
      const [{ context }, draft] = await Promise.all([
        openingContext(deps, request, maskIdentityCodes(request.rest)),
        request.rest === '' ? readDraft(deps.store, request.workspace, draftKey(request)) : null,
      ]);
      // What was left unfinished is shown only to its writer, by a press: everybody reads this card.
      const notices: readonly Notice[] = [
        ...(findIdentityCodes(request.rest).length === 0
          ? []
          : [{ tone: 'warning' as const, text: deps.t.opening.identityCode }]),
        ...(draft === null ? [] : [{ tone: 'info' as const, text: deps.t.opening.unfinished }]),
      ];
      const card = drawOpeningForm({ ...freshScene(deps, context), notices, hasDraft: draft !== null });
      return { kind: 'card', card, summary: deps.t.opening.title };
    },
  };
}

/** The buttons of the opening form. */
export function createOpeningPresses(deps: CaseDeps): readonly CardAction[] {
  const action = (verb: string, handle: (request: ActionRequest) => Promise<Card>): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await handle(request) }),
  });
  return [
    action(VERBS.openSave, (request) => save(deps, request)),
    action(VERBS.openForm, (request) => editAgain(deps, request)),
    action(VERBS.openDraft, (request) => goOn(deps, request)),
    action(VERBS.openNew, (request) => fresh(deps, request)),
    action(VERBS.openCancel, () => Promise.resolve(cancelled(deps))),
  ];
}

function draftKey({ person }: Asking): DraftKey {
  return { person: person.id, form: 'open', subject: null, item: null };
}

function freshScene(deps: CaseDeps, context: OpeningContext): OpeningScene {
  return {
    context,
    nonce: deps.newId(),
    typed: {},
    reading: null,
    problems: {},
    notices: [],
    hasDraft: false,
    help: deps.t.helpNobody,
  };
}

/** What the form is drawn from: actors used before, registered associations, and the county that the channel is named after. */
async function openingContext(
  deps: CaseDeps,
  asking: Asking,
  title: string,
): Promise<{ readonly context: OpeningContext; readonly summaries: readonly CaseSummary[] }> {
  const { place } = asking;
  const county = place.kind === 'channel' && place.channelName !== null ? countyOfChannel(place.channelName) : null;
  const [summaries, associations] = await Promise.all([
    listCases(deps.store, asking.workspace, { place }),
    county === null ? [] : deps.associations.namesIn(asking.workspace, county.code),
  ]);
  const here = summaries.filter((summary) => summary.county === county?.code);
  const named = [...here, ...summaries].filter((summary) => summary.ownerName !== '');
  const ownersBefore = new Map<string, CaseOwner>(
    named.map(({ ownerKind: kind, ownerName: name }) => [`${kind}:${name}`, { kind, name }]),
  );
  const region = county === null ? '' : `c:${county.code}`;
  const context = { t: deps.t, ownersBefore: [...ownersBefore.values()], associations, title, region };
  return { context, summaries };
}

function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
}

async function editAgain(deps: CaseDeps, request: ActionRequest): Promise<Card> {
  const { context } = await openingContext(deps, request, '');
  const { typed } = readForm(openingFields(context), asRecord(request.data), { today: request.today, confirmed: true });
  return drawOpeningForm({ ...freshScene(deps, context), typed });
}

/** A form where nobody has said the command: only who presses sees it. */
async function fresh(deps: CaseDeps, request: ActionRequest): Promise<Card> {
  const [people, { context }, draft] = await Promise.all([
    deps.people.load(request.workspace),
    openingContext(deps, request, ''),
    readDraft(deps.store, request.workspace, draftKey(request)),
  ]);
  return people.mayWrite(request.person)
    ? drawOpeningForm({ ...freshScene(deps, context), hasDraft: draft !== null })
    : drawMessage(deps.t.opening.guests, deps.t);
}

/** The form as the presser left it; a fresh one when there is nothing left. */
async function goOn(deps: CaseDeps, request: ActionRequest): Promise<Card> {
  const [{ context }, draft] = await Promise.all([
    openingContext(deps, request, ''),
    readDraft(deps.store, request.workspace, draftKey(request)),
  ]);
  const notices: readonly Notice[] = draft === null ? [] : [{ tone: 'info', text: deps.t.draftKept }];
  return drawOpeningForm({ ...freshScene(deps, context), typed: draft?.typed ?? {}, notices });
}

function cancelled({ t }: CaseDeps): Card {
  return presentMessage({
    title: t.opening.title,
    about: null,
    notices: [{ tone: 'info', text: t.opening.cancelled }],
    paragraphs: [],
    facts: [],
    sections: [],
    buttons: [],
    help: t.helpNobody,
  });
}

async function save(deps: CaseDeps, request: ActionRequest): Promise<Card> {
  const { t, store } = deps;
  const data = asRecord(request.data);
  const nonce = parseNonce(data['nonce']);
  if (nonce === null) {
    return drawMessage(t.notFound, t);
  }
  const [people, { context, summaries }, draft] = await Promise.all([
    deps.people.load(request.workspace),
    openingContext(deps, request, ''),
    readDraft(store, request.workspace, draftKey(request)),
  ]);
  if (!people.mayWrite(request.person)) {
    return drawMessage(t.opening.guests, t);
  }
  const first = readForm(openingFields(context), data, { today: request.today, confirmed: false });
  const { typed } = first;
  const isConfirmed = data['confirmed'] === contentHash(typed);
  const reading = isConfirmed
    ? readForm(openingFields(context), data, { today: request.today, confirmed: true })
    : first;
  const scene: OpeningScene = { ...freshScene(deps, context), nonce, typed };
  if (typed['onePerson'] === 'yes') {
    // Said first and once: nothing else of the form matters then (G-05).
    return drawOpeningForm(refusedScene(deps, people, { ...scene, typed }, { code: 'one-person-matter' }));
  }
  if (reading.kind !== 'values') {
    return await again(deps, request, draft, { ...scene, reading });
  }
  const { matter, goal, region, urgency, owner, onePerson } = reading.values;
  const outcome = await openCaseOnce(deps, {
    asking: request,
    nonce,
    hash: contentHash(Object.entries(typed)),
    request: {
      title: matter,
      goal,
      urgency,
      owner: ownerOf(owner),
      targetBody: targetBodyOf(region),
      concernsOnePerson: onePerson === 'yes',
    },
    home: await homeOf(deps, request),
    holds: !isFromTab(request.data),
    alsoWrite: draft === null ? [] : [endDraft(draftKey(request), draft)],
  });
  return await present(deps, request, { outcome, scene, people, draft, summaries });
}

async function homeOf({ directory }: CaseDeps, request: ActionRequest): Promise<Opening['home']> {
  const { place, workspace, cardActivityId } = request;
  if (place.kind === 'channel' && isFromTab(request.data)) {
    // A tab of the channel stands in no thread: the bot begins one there.
    return { channelId: place.channelId, access: place.access, rootId: null, cardId: null };
  }
  if (place.kind === 'channel') {
    return { channelId: place.channelId, access: place.access, rootId: place.rootId, cardId: cardActivityId };
  }
  const team = await directory.find(workspace);
  if (team === null) {
    throw new Fault('workspace-unknown', { workspace });
  }
  // Asked for in the personal chat: the bot opens a thread in the General channel, where everybody finds it.
  return { channelId: team.generalChannelId, access: 'team', rootId: null, cardId: null };
}

async function again(deps: CaseDeps, request: ActionRequest, draft: Draft | null, scene: OpeningScene): Promise<Card> {
  await keepDraft(deps.store, request.workspace, draftKey(request), scene.typed, draft);
  return drawOpeningForm(scene);
}

type Answer = {
  readonly outcome: OpeningOutcome;
  readonly scene: OpeningScene;
  readonly people: People;
  readonly draft: Draft | null;
  /** The cases of the team as they were before. */
  readonly summaries: readonly CaseSummary[];
};

async function present(
  deps: CaseDeps,
  request: ActionRequest,
  { outcome, scene, people, draft, summaries }: Answer,
): Promise<Card> {
  const { t } = deps;
  switch (outcome.kind) {
    case 'otherContent':
      return await again(deps, request, draft, {
        ...scene,
        nonce: deps.newId(),
        notices: [{ tone: 'warning', text: t.conflict.sameFormOtherText }],
      });
    case 'refused':
      return await again(deps, request, draft, refusedScene(deps, people, scene, outcome.refusal));
    case 'again':
    case 'opened':
      // A second press of the same form hears the same news: after a double click this is the answer that is seen.
      return (isFromTab(request.data) ? drawTabAnswer : drawCase)(outcome.c, {
        people,
        today: request.today,
        t,
        notices: [
          ...openedNotices(t, request.today, outcome.c, { people, summaries }),
          ...(outcome.kind === 'again' ? [{ tone: 'info' as const, text: t.saved.again }] : []),
        ],
        lastButtons: targetButtons(outcome.c, t),
      });
    default:
      return assertNever(outcome);
  }
}

function refusedScene(
  { t }: CaseDeps,
  { links }: People,
  scene: OpeningScene,
  refusal: Extract<OpeningOutcome, { kind: 'refused' }>['refusal'],
): OpeningScene {
  if (refusal.code !== 'one-person-matter') {
    return { ...scene, problems: { [refusal.field ?? '']: t.refusals[refusal.code] } };
  }
  const { legalAdvice, legalAdviceAt, legalAdviceNext } = t.opening;
  const address = links.legalAdvice === null ? [] : [legalAdviceAt(links.legalAdvice)];
  return {
    ...scene,
    notices: [{ tone: 'warning', text: [legalAdvice, ...address, legalAdviceNext].join(' ') }],
  };
}
