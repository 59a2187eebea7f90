// "Siirrä myöhemmäksi": the reminder comes again on another morning, and a task's agreed day may move with it.
import { z } from 'zod/mini';
import { parseLocalDate } from '../../../kernel/dates.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { contentHash, operationWrite, parseNonce, readOperation } from '../../../platform/storage/operations.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import {
  drawLaterForm,
  drawLaterMessage,
  readLaterForm,
  type LaterScene,
  type LaterTrouble,
} from '../cards/later-card.ts';
import { sourceOf, type RemindersDeps } from '../deps.ts';
import { worthSayingUntil } from '../domain/leads.ts';
import { DEFAULTS } from '../domain/preferences.ts';
import { endOf, LATER_NAME, letterDraft, letterSubject, type Letter } from '../promises.ts';
import { auditWrite, readPreferences } from '../rows.ts';
import type { Moved, Reminded } from '../source.ts';
import { VERBS } from '../verbs.ts';

const short = z.string().check(z.maxLength(400));
const pressShape = z.looseObject({
  source: short,
  subject: short,
  item: short,
  itemDate: short,
  due: z.optional(short),
  nonce: z.optional(short),
});

type Found = { readonly letter: Letter; readonly reminded: Reminded };
type Press = {
  readonly letter: Letter;
  readonly nonce: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

const ROUNDS = 3;
const NOT_MOVED: Moved = { ok: false, said: '' };

export function createLaterPresses(deps: RemindersDeps): readonly CardAction[] {
  const answer = async (request: ActionRequest, then: (press: Press, found: Found) => Promise<Card>): Promise<Card> => {
    const press = readPress(request);
    const found = press === null ? null : await find(deps, request, press.letter);
    if (press === null || found === null) {
      return drawLaterMessage(deps.t, null, { tone: 'info', text: deps.t.later.gone });
    }
    return isTheirs(request, found)
      ? await then(press, found)
      : drawLaterMessage(deps.t, null, { tone: 'info', text: deps.t.later.notYours });
  };
  return [
    {
      verb: VERBS.later,
      run: async (request) => ({
        kind: 'card',
        card: await answer(request, (_press, found) => Promise.resolve(openForm(deps, request, found))),
      }),
    },
    {
      verb: VERBS.saveLater,
      run: async (request) => ({
        kind: 'card',
        card: await answer(request, (press, found) => save(deps, request, press, found)),
      }),
    },
  ];
}

function readPress({ data, person }: ActionRequest): Press | null {
  const parsed = pressShape.safeParse(data);
  const itemDate = parsed.success ? parseLocalDate(parsed.data.itemDate) : null;
  if (!parsed.success || itemDate === null) {
    return null;
  }
  const { source, subject, item, due, nonce, ...others } = parsed.data;
  const about = { subject, item, itemDate, when: due === 'late' ? 'late' : 'before' } as const;
  return { letter: { person: person.id, source, about, place: 'own' }, nonce: parseNonce(nonce), data: others };
}

async function find(deps: RemindersDeps, request: ActionRequest, letter: Letter): Promise<Found | null> {
  const { workspace, now, today } = request;
  const people = await deps.people.load(workspace);
  const known = deps.sources.some(({ source }) => source === letter.source);
  const reminded = known
    ? await sourceOf(deps, letter.source).find(workspace, letter.about, { now, today, people })
    : null;
  return reminded === null ? null : { letter, reminded };
}

/** Only one's own reminders move; what only its thread may read is spoken of there alone. */
function isTheirs({ person, place }: ActionRequest, { reminded }: Found): boolean {
  const { people, advisor, thread, onlyInThread = false } = reminded;
  const isThere =
    place.kind === 'channel' && thread !== null && thread.kind !== 'person' && thread.channelId === place.channelId;
  return (people.includes(person.id) || advisor === person.id) && (!onlyInThread || isThere);
}

function sceneOf({ t }: RemindersDeps, { today }: ActionRequest, { letter, reminded }: Found): LaterScene {
  return { t, today, letter, reminded };
}

function openForm(deps: RemindersDeps, request: ActionRequest, found: Found): Card {
  return drawLaterForm(sceneOf(deps, request, found), { nonce: deps.newId(), typed: {}, trouble: null });
}

async function save(deps: RemindersDeps, request: ActionRequest, press: Press, found: Found): Promise<Card> {
  const { t } = deps;
  const { nonce } = press;
  const scene = sceneOf(deps, request, found);
  const reading = readLaterForm(scene, press.data);
  const again = (trouble: LaterTrouble | null): Card =>
    drawLaterForm(scene, { nonce: nonce ?? deps.newId(), typed: reading.typed, trouble });
  if (nonce === null) {
    return again(null);
  }
  if (reading.kind === 'trouble') {
    return again(reading.trouble);
  }
  const { date, move } = reading;
  const { letter: asked, reminded } = found;
  const letter: Letter = move ? { ...asked, about: { ...asked.about, itemDate: date } } : asked;
  // Before the day moves: should it not move after all, the letter finds nothing to speak of on that day.
  const { at, isAgain } = await promise(deps, request, { letter, date, nonce: `${nonce}-${date}`, reminded });
  if (!move) {
    return drawLaterMessage(
      t,
      found,
      isAgain ? { tone: 'info', text: t.later.again } : { tone: 'done', text: t.later.said(at) },
    );
  }
  const moved = (await sourceOf(deps, asked.source).move?.(request, asked.about, date, nonce)) ?? NOT_MOVED;
  return moved.ok
    ? drawLaterMessage(t, found, { tone: 'done', text: t.later.saidMoved(moved.said, at) })
    : again({ kind: 'notMoved', text: moved.said === '' ? t.later.notMoved : moved.said });
}

/** Promises the letter for that morning, once for each form; an earlier moving of the same reminder is replaced. */
async function promise(
  deps: RemindersDeps,
  request: ActionRequest,
  about: { readonly letter: Letter; readonly date: LocalDate; readonly nonce: string; readonly reminded: Reminded },
): Promise<{ readonly at: string; readonly isAgain: boolean }> {
  const { workspace, person, now } = request;
  const { letter, date, nonce, reminded } = about;
  const { from } = (await readPreferences(deps.store, workspace, person.id)).preferences ?? DEFAULTS;
  const at = formatDateTime(date, from);
  const itemDate = letter.about.itemDate;
  const until = worthSayingUntil(itemDate > date ? itemDate : date, 0);
  const place = reminded.onlyInThread === true ? 'thread' : 'own';
  const draft = letterDraft(
    { ...letter, place },
    { name: LATER_NAME, due: { date, time: from }, expires: endOf(until) },
  );
  const hash = contentHash([person.id, draft.subject, date]);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: each round decides on what the round before has left.
    // oxlint-disable-next-line no-await-in-loop
    if ((await readOperation(deps.store, workspace, nonce)) !== null) {
      return { at, isAgain: true };
    }
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await deps.desk.commit(workspace, {
      writes: [
        operationWrite(nonce, { hash, outcome: { date } }),
        auditWrite(deps.newId, { action: 'later', by: person.id, at: now }),
      ],
      reconcile: {
        subject: letterSubject(person.id, letter.source, letter.about),
        kindsOf: LATER_NAME,
        wanted: [draft],
      },
    });
    if (outcome === 'committed') {
      return { at, isAgain: false };
    }
  }
  throw new Fault('reminders-too-busy');
}
