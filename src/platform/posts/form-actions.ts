// One form of a post, from the press that opens it to the commit: it warns of personal data once, keeps what was typed,
// and counts once however often it arrives.
import { Fault } from '../../kernel/fault.ts';
import type { NewId } from '../../kernel/ids.ts';
import { FILLING_MS, holdCard, holdWrites, READING_MS, readHold } from '../cards/card-holds.ts';
import type { Card } from '../cards/card.ts';
import type { Fields, ValuesOf } from '../cards/field.ts';
import { personalDataNotice, problemSentences } from '../cards/form-problems.ts';
import type { Button, FormReading, Notice } from '../cards/form.ts';
import { presentForm } from '../cards/present-form.ts';
import { readForm } from '../cards/read-form.ts';
import type { DeliveryDesk, Promises } from '../delivery/delivery-desk.ts';
import { contentHash, operationWrite, parseNonce, readOperation } from '../storage/operations.ts';
import type { Store, Write } from '../storage/store.ts';
import type { ActionRequest, CardAction } from '../teams/bot.ts';
import { postsFi as words } from './texts.fi.ts';

export type FormDeps = { readonly store: Store; readonly desk: DeliveryDesk; readonly newId: NewId };

/** What a press sent, unchecked. */
export type Sent = Readonly<Record<string, unknown>>;

/** What is written, and the card that answers once it is. */
export type FormChange = {
  readonly promises: Promises;
  /** Codes and ids for the same form when it comes again. */
  readonly outcome: Readonly<Record<string, string>>;
  readonly saved: () => Promise<Card>;
};

/** Not saved: sentences by field name, and notices above the form. */
type Refused = {
  readonly problems: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
};

export type FormDesign<Scene, Form extends Fields> = {
  /** Opens the form; `<verb>/save` saves it and `<verb>/edit` shows it again after a warning. */
  readonly verb: string;
  /** What the form stands on, as of this moment, or the card that says why there is no form. */
  load(request: ActionRequest, sent: Sent): Promise<{ readonly scene: Scene } | { readonly card: Card }>;
  fields(scene: Scene): Form;
  frame(scene: Scene): {
    readonly title: string;
    readonly about: string | null;
    readonly intro: string | null;
    readonly submit: string;
    readonly help: string;
    /** What the buttons send to find the same scene again. */
    readonly data: Readonly<Record<string, string>>;
    readonly cancel: Button;
    readonly more?: readonly Button[];
  };
  /** The post in whose card's place the form stands; null for a new one. Its card is not redrawn meanwhile (B-18). */
  postOf(scene: Scene): string | null;
  decide(
    scene: Scene,
    values: ValuesOf<Form>,
    request: ActionRequest,
  ):
    | { readonly ok: true; readonly change: FormChange }
    /** `scene` is what the form is drawn from again. */
    | ({ readonly ok: false; readonly scene: Scene } & Refused);
  /** The answer to a form that was saved before. */
  again(request: ActionRequest, outcome: Readonly<Record<string, string>>, notice: Notice): Promise<Card>;
};

type Typed = Readonly<Record<string, string>>;
type Shown<Form extends Fields> = {
  readonly nonce: string;
  readonly typed: Typed;
  readonly reading: Exclude<FormReading<Form>, { kind: 'values' }> | null;
  readonly refused: Refused;
};

// A lost race re-reads; more than a few in a row means that something is wrong.
const ROUNDS = 5;
const NOT_REFUSED: Refused = { problems: {}, notices: [] };

/** The three presses of a form. The answers are seen by the person who pressed alone. */
export function createFormActions<Scene, Form extends Fields>(
  deps: FormDeps,
  design: FormDesign<Scene, Form>,
): readonly CardAction[] {
  const action = (verb: string, run: (request: ActionRequest) => Promise<Card>): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await run(request) }),
  });
  return [
    action(design.verb, (request) => open(deps, design, request, false)),
    action(`${design.verb}/edit`, (request) => open(deps, design, request, true)),
    action(`${design.verb}/save`, (request) => save(deps, design, request)),
  ];
}

async function open<Scene, Form extends Fields>(
  deps: FormDeps,
  design: FormDesign<Scene, Form>,
  request: ActionRequest,
  keepsTyped: boolean,
): Promise<Card> {
  const sent = sentBy(request);
  const loaded = await design.load(request, sent);
  if ('card' in loaded) {
    return loaded.card;
  }
  const { scene } = loaded;
  const post = design.postOf(scene);
  if (post !== null) {
    const hold = { person: request.person.id, now: request.now, ms: FILLING_MS };
    await holdCard(deps.store, request.workspace, post, hold);
  }
  const reading = readForm(design.fields(scene), sent, { today: request.today, confirmed: true });
  const typed = keepsTyped ? reading.typed : {};
  return draw(design, scene, { nonce: deps.newId(), typed, reading: null, refused: NOT_REFUSED });
}

async function save<Scene, Form extends Fields>(
  deps: FormDeps,
  design: FormDesign<Scene, Form>,
  request: ActionRequest,
): Promise<Card> {
  const nonce = parseNonce(sentBy(request)['nonce']);
  if (nonce === null) {
    return await open(deps, design, request, true);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    const card = await attempt(deps, design, request, nonce);
    if (card !== 'conflict') {
      return card;
    }
  }
  throw new Fault('form-too-busy', { verb: design.verb });
}

async function attempt<Scene, Form extends Fields>(
  deps: FormDeps,
  design: FormDesign<Scene, Form>,
  request: ActionRequest,
  nonce: string,
): Promise<Card | 'conflict'> {
  const sent = sentBy(request);
  const loaded = await design.load(request, sent);
  const earlier = await readOperation(deps.store, request.workspace, nonce);
  if ('card' in loaded && earlier === null) {
    return loaded.card;
  }
  if ('card' in loaded) {
    return await design.again(request, earlier?.outcome ?? {}, { tone: 'info', text: words.again });
  }
  const { scene } = loaded;
  const fields = design.fields(scene);
  const first = readForm(fields, sent, { today: request.today, confirmed: false });
  const { typed } = first;
  const hash = contentHash([design.verb, request.person.id, Object.entries(typed)]);
  if (earlier !== null) {
    const notice: Notice = { tone: 'warning', text: words.otherContent };
    return earlier.hash === hash
      ? await design.again(request, earlier.outcome, { tone: 'info', text: words.again })
      : draw(design, scene, {
          nonce: deps.newId(),
          typed,
          reading: null,
          refused: { problems: {}, notices: [notice] },
        });
  }
  const isConfirmed = sent['confirmed'] === contentHash(typed);
  const reading = isConfirmed ? readForm(fields, sent, { today: request.today, confirmed: true }) : first;
  if (reading.kind !== 'values') {
    return draw(design, scene, { nonce, typed, reading, refused: NOT_REFUSED });
  }
  const decided = design.decide(scene, reading.values, request);
  if (!decided.ok) {
    return draw(design, decided.scene, { nonce, typed, reading: null, refused: decided });
  }
  const { promises, outcome, saved } = decided.change;
  const committed = await deps.desk.commit(request.workspace, {
    ...promises,
    writes: [
      ...promises.writes,
      operationWrite(nonce, { hash, outcome }),
      ...(await readingWrites(deps, design.postOf(scene), request)),
    ],
  });
  return committed === 'committed' ? await saved() : 'conflict';
}

/** In the same transaction: the redrawn card can never overtake the answer that the person reads (B-10). */
async function readingWrites(
  { store }: FormDeps,
  post: string | null,
  { workspace, person, now }: ActionRequest,
): Promise<readonly Write[]> {
  return post === null
    ? []
    : holdWrites(await readHold(store, workspace, post), post, { person: person.id, now, ms: READING_MS });
}

function draw<Scene, Form extends Fields>(
  design: FormDesign<Scene, Form>,
  scene: Scene,
  { nonce, typed, reading, refused }: Shown<Form>,
): Card {
  const fields = design.fields(scene);
  const { title, about, intro, submit, help, data, cancel, more = [] } = design.frame(scene);
  const warning = reading?.kind === 'personalData' ? [personalDataNotice(fields, reading.found)] : [];
  const sent = { ...data, nonce };
  const button = (label: string, verb: string, extra: Typed, look: Button['look']): Button => ({
    label,
    verb,
    data: { ...sent, ...extra },
    look,
    sendsInputs: true,
  });
  return presentForm({
    title,
    about,
    intro,
    step: null,
    notices: [...refused.notices, ...warning],
    privacyNotice: Object.keys(fields).length === 0 ? null : words.privacyNotice,
    fields,
    typed,
    problems: {
      ...(reading?.kind === 'problems' ? problemSentences(fields, reading.problems) : {}),
      ...refused.problems,
    },
    buttons:
      warning.length > 0
        ? [
            button(words.edit, `${design.verb}/edit`, {}, 'primary'),
            button(words.saveAnyway, `${design.verb}/save`, { confirmed: contentHash(typed) }, 'plain'),
            cancel,
          ]
        : [button(submit, `${design.verb}/save`, {}, 'primary'), ...more, cancel],
    help,
  });
}

/** What a press sent, as a record. */
export function sentBy({ data }: Pick<ActionRequest, 'data'>): Sent {
  return typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
}
