// The presses of every form: open it, save it, show it again after a warning.
import { Fault } from '../../../kernel/fault.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { FILLING_MS, holdCard, READING_MS } from '../../../platform/cards/card-holds.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { endDraft, keepDraft, readDraft, type Draft, type DraftKey } from '../../../platform/cards/form-drafts.ts';
import { contentHash, readOperation } from '../../../platform/storage/operations.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { drawForm, type Trouble } from '../cards/form-card.ts';
import { drawMessage } from '../cards/message.ts';
import {
  savedOperation,
  type FormScene,
  type MeetingForm,
  type OpenForm,
  type Saved,
  type Typed,
} from '../forms/meeting-form.ts';
import { cancelForm, editForm, moveForm, newEventForm } from '../forms/event-forms.ts';
import { bringCaseForm, recordForm, topicForm } from '../forms/member-forms.ts';
import { editSeriesForm, endSeriesForm, newSeriesForm } from '../forms/series-forms.ts';
import { readPress } from '../read-press.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { editVerb, openVerb, saveVerb } from '../verbs.ts';
import { showSaved } from './looking.ts';

/** Every form of the feature. */
export const FORMS: readonly MeetingForm[] = [
  newSeriesForm,
  editSeriesForm,
  endSeriesForm,
  newEventForm,
  editForm,
  moveForm,
  cancelForm,
  topicForm,
  bringCaseForm,
  recordForm,
];

// A lost race re-reads and decides anew; more than a few means that dozens change one meeting within a second.
const ROUNDS = 6;

export function createFormPresses(deps: MeetingDeps): readonly CardAction[] {
  return FORMS.flatMap((form): readonly CardAction[] => [
    { verb: openVerb(form.name), run: async (request) => reply(await open(form, await sceneOf(deps, request))) },
    { verb: saveVerb(form.name), run: async (request) => reply(await save(form, await sceneOf(deps, request))) },
    { verb: editVerb(form.name), run: async (request) => reply(await again(form, await sceneOf(deps, request))) },
  ]);
}

function reply(card: Card): { readonly kind: 'card'; readonly card: Card } {
  return { kind: 'card', card };
}

async function sceneOf(deps: MeetingDeps, request: ActionRequest): Promise<FormScene> {
  const { person, place, today, workspace } = request;
  const people = await deps.people.load(workspace);
  return { deps, request, press: readPress(request.data), viewer: { person, place, people, today } };
}

async function hold({ deps, request, press }: FormScene, ms: number): Promise<void> {
  if (press.meetingId !== null && !press.isInTab) {
    const { workspace, person, now } = request;
    await holdCard(deps.store, workspace, press.meetingId, { person: person.id, now, ms });
  }
}

async function open(form: MeetingForm, scene: FormScene): Promise<Card> {
  const opened = await form.open(scene);
  if ('refused' in opened) {
    return opened.refused;
  }
  const [draft] = await Promise.all([readOwnDraft(form, scene), hold(scene, FILLING_MS)]);
  // Only to the person who typed it: the answer to a press is seen by nobody else.
  const notices: readonly Notice[] = draft === null ? [] : [{ tone: 'info', text: scene.deps.t.draftKept }];
  return draw(form, scene, opened, { typed: draft?.typed ?? {}, trouble: null, notices });
}

/** After a warning: the form as it was typed, to be changed. */
async function again(form: MeetingForm, scene: FormScene): Promise<Card> {
  const opened = await form.open(scene);
  if ('refused' in opened) {
    return opened.refused;
  }
  const { typed } = opened.read(scene.press.data, { confirmed: true });
  return draw(form, scene, opened, { typed, trouble: null });
}

type Drawing = {
  readonly typed: Typed;
  readonly trouble: Trouble | null;
  readonly nonce?: string;
  readonly notices?: readonly Notice[];
};

function draftKey({ name }: MeetingForm, { press, request }: FormScene): DraftKey {
  const subject = press.meetingId ?? press.seriesId ?? press.list;
  return { person: request.person.id, form: `meetings-${name}`, subject, item: null };
}

function readOwnDraft(form: MeetingForm, scene: FormScene): Promise<Draft | null> {
  return readDraft(scene.deps.store, scene.request.workspace, draftKey(form, scene));
}

/** The form again, with what was typed kept for another time as well (B-06). */
async function drawAgain(
  form: MeetingForm,
  scene: FormScene,
  opened: OpenForm,
  { draft, ...about }: Drawing & { readonly draft: Draft | null },
): Promise<Card> {
  await keepDraft(scene.deps.store, scene.request.workspace, draftKey(form, scene), about.typed, draft);
  return draw(form, scene, opened, about);
}

function draw(form: MeetingForm, { deps }: FormScene, { content }: OpenForm, about: Drawing): Card {
  const nonce = about.nonce ?? deps.newId();
  const { typed, trouble, notices = [] } = about;
  return drawForm(form.name, content, { nonce, typed, trouble, notices, t: deps.t });
}

async function save(form: MeetingForm, scene: FormScene): Promise<Card> {
  const { deps, request, press } = scene;
  const { nonce } = press;
  if (nonce === null) {
    return drawMessage(deps.t.staleCard, deps.t);
  }
  const hash = hashOf(form, scene);
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round decides on what the round before has left
    const earlier = await readOperation(deps.store, request.workspace, nonce);
    if (earlier !== null && earlier.hash === hash) {
      const { kind = '', id = '' } = earlier.outcome;
      const shown: Saved = { kind: kind === 'series' ? 'series' : 'meeting', id };
      return showSaved(deps, request, shown, [{ tone: 'info', text: deps.t.again }]);
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const card = await attempt(form, scene, { nonce, hash, isSpent: earlier !== null });
    if (card !== null) {
      return card;
    }
  }
  throw new Fault('meeting-too-busy', { form: form.name });
}

/** A digest of what the person filled in, whatever else the card sent. */
function hashOf({ name }: MeetingForm, { press, request }: FormScene): string {
  const sent = Object.entries(press.data)
    .filter(([key]) => !['verb', 'nonce', 'seen', 'confirmed'].includes(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return contentHash([name, request.person.id, press.meetingId, press.seriesId, press.list, press.step, sent]);
}

/** The card that answers; null when somebody was faster, to be tried again. */
async function attempt(
  form: MeetingForm,
  scene: FormScene,
  { nonce, hash, isSpent }: { readonly nonce: string; readonly hash: string; readonly isSpent: boolean },
): Promise<Card | null> {
  const { press, deps, request } = scene;
  const opened = await form.open(scene);
  if ('refused' in opened) {
    return opened.refused;
  }
  const draft = await readOwnDraft(form, scene);
  const first = opened.read(press.data, { confirmed: false });
  const { typed } = first;
  if (isSpent) {
    return await drawAgain(form, scene, opened, { typed, trouble: { kind: 'otherContent' }, draft });
  }
  const reading = press.confirmed === contentHash(typed) ? opened.read(press.data, { confirmed: true }) : first;
  if (reading.kind !== 'ready') {
    return await drawAgain(form, scene, opened, { typed, trouble: reading, nonce, draft });
  }
  const { seen } = opened.content;
  if (seen !== null && press.seen !== seen) {
    return await drawAgain(form, scene, opened, { typed, trouble: { kind: 'collision' }, draft });
  }
  const outcome = await reading.save(
    savedOperation(nonce, hash, draft === null ? [] : [endDraft(draftKey(form, scene), draft)]),
  );
  switch (outcome.kind) {
    case 'conflict':
      return null;
    case 'problem':
      return await drawAgain(form, scene, opened, { typed, trouble: outcome, nonce, draft });
    default:
      await hold(scene, READING_MS);
      return await showSaved(deps, request, outcome.shown, [
        { tone: 'done', text: outcome.said },
        ...(outcome.notices ?? []),
      ]);
  }
}
