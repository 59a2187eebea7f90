// A lead time that has come: who wants to hear of it now, and a letter promised for each. It says nothing itself.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import {
  HANDED_ON_MAX,
  type Delivery,
  type DeliveryDraft,
  type DeliveryKind,
} from '../../../platform/delivery/delivery.ts';
import { sourceOf, type RemindersDeps } from '../deps.ts';
import { worthSayingUntil } from '../domain/leads.ts';
import { DEFAULTS, type Preferences } from '../domain/preferences.ts';
import { whoIsTold } from '../domain/who-is-told.ts';
import { DUE_KIND, endOf, letterDraft, readTrigger, type Trigger } from '../promises.ts';
import { readAllPreferences } from '../rows.ts';
import type { Reminded } from '../source.ts';

const NOTHING = { wording: { kind: 'obsolete' }, holds: [] } as const;

/** The kind of delivery behind every reminder. */
export function createDueKind(deps: RemindersDeps): DeliveryKind {
  return {
    kind: DUE_KIND,
    async word(workspace, deliveries, now) {
      if (await deps.directory.isPaused(workspace)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      // Two generations of one promise are due together only after an outage, and the newer one says it.
      const delivery = deliveries.reduce((a, b) => (a.generation >= b.generation ? a : b));
      const drafts = await draftsOf(deps, workspace, delivery, now);
      return drafts.length === 0
        ? NOTHING
        : { wording: { kind: 'handOn', drafts }, holds: deliveries.map(({ name }) => name) };
    },
    fallback: () => Promise.resolve(null),
  };
}

async function draftsOf(
  deps: RemindersDeps,
  workspace: WorkspaceKey,
  delivery: Delivery,
  now: Instant,
): Promise<readonly DeliveryDraft[]> {
  const trigger = readTrigger(delivery);
  if (trigger === null) {
    return [];
  }
  const people = await deps.people.load(workspace);
  const at = { now, today: localDateOf(now), people };
  const reminded = await sourceOf(deps, trigger.source).find(workspace, trigger.about, at);
  if (reminded === null) {
    return [];
  }
  const preferences = await readAllPreferences(deps.store, workspace);
  const told = whoIsTold({ ...trigger, dueUtc: delivery.dueUtc }, reminded, preferences);
  const waiting = told.filter((person) => person > trigger.after);
  const fits = waiting.length <= HANDED_ON_MAX;
  const next = fits ? waiting : waiting.slice(0, HANDED_ON_MAX - 1);
  const letters = next.map((person) => letterFor(trigger, delivery, reminded, [person, preferences.get(person)]));
  const last = next.at(-1);
  return fits || last === undefined ? letters : [...letters, restOf(delivery, last)];
}

function letterFor(
  { source, about, lead }: Trigger,
  { dueUtc }: Delivery,
  { onlyInThread = false }: Reminded,
  [person, preferences = DEFAULTS]: readonly [PersonId, Preferences | undefined],
): DeliveryDraft {
  const place = onlyInThread ? 'thread' : 'own';
  return letterDraft(
    { person, source, about, place },
    {
      name: about.when,
      due: { date: localDateOf(dueUtc), time: preferences.from },
      expires: endOf(worthSayingUntil(about.itemDate, lead)),
    },
  );
}

/** Those who did not fit into this transaction are told by the next one. */
function restOf(delivery: Delivery, after: PersonId): DeliveryDraft {
  const { subject, kind, expires, hours, payload, due } = delivery;
  const name = `${delivery.name.replace(/-after-.*$/, '')}-after-${after}`;
  return {
    subject,
    name,
    kind,
    due,
    expires,
    bundle: `${kind}:${subject}~${name}`,
    hours,
    payload: { ...payload, after },
  };
}
