// Monday at 9.00: one promise a team that hands on to each channel's digest and to the next Monday, so that it never ends.
import { addDays, parseLocalTime } from '../../../kernel/dates.ts';
import { invariant } from '../../../kernel/fault.ts';
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import { parseChannelId, type ChannelId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant, LocalTime } from '../../../kernel/instants.ts';
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts';
import {
  HANDED_ON_MAX,
  type Delivery,
  type DeliveryDraft,
  type DeliveryKind,
} from '../../../platform/delivery/delivery.ts';
import { drawDigest } from '../cards/digest-card.ts';
import type { RemindersDeps } from '../deps.ts';
import { nextMonday } from '../domain/later-days.ts';
import { joined } from '../domain/digests.ts';
import { endOf } from '../promises.ts';

const WEEK_KIND = 'reminders/week';
const DIGEST_KIND = 'reminders/digest';
const SUBJECT = 'week';
/** When a channel hears of its week. */
export const WEEK_TIME = morning();
// An outage of a year would end the chain; the next opened case or installation begins it again.
const WORTH_CHAINING_DAYS = 366;
// By Thursday the week is known.
const WORTH_SAYING_DAYS = 3;
const NOTHING = { wording: { kind: 'obsolete' }, holds: [] } as const;

/** The promise of the coming Monday; give it to the desk's `ensure` with anything that may be in a digest. */
export function weeklyDigest(now: Instant): DeliveryDraft {
  const date = workingDayOnOrAfter(nextMonday(localDateOf(now)));
  return {
    subject: SUBJECT,
    name: 'monday',
    kind: WEEK_KIND,
    due: { date, time: WEEK_TIME },
    expires: endOf(addDays(date, WORTH_CHAINING_DAYS)),
    bundle: WEEK_KIND,
    hours: 'any',
    payload: {},
  };
}

/** The kind that hands on each Monday. */
export function createWeekKind(deps: RemindersDeps): DeliveryKind {
  return {
    kind: WEEK_KIND,
    async word(workspace, deliveries, now) {
      if (await deps.directory.isPaused(workspace)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      // Several together come from an outage; one Monday is enough.
      const last = deliveries.reduce((a, b) => (a.dueUtc >= b.dueUtc ? a : b));
      const channels = (await channelsOf(deps, workspace)).filter((id) => id > (last.payload['after'] ?? ''));
      const isWhole = channels.length < HANDED_ON_MAX;
      const told = isWhole ? channels : channels.slice(0, HANDED_ON_MAX - 1);
      const next = isWhole ? weeklyDigest(now) : restOf(last, told.at(-1) ?? '');
      const drafts = [...told.map((channelId) => digestDraft(channelId, last)), next];
      return { wording: { kind: 'handOn', drafts }, holds: deliveries.map(({ name }) => name) };
    },
    fallback: () => Promise.resolve(null),
  };
}

/** The kind that a channel reads. */
export function createDigestKind(deps: RemindersDeps): DeliveryKind {
  return {
    kind: DIGEST_KIND,
    async word(workspace, deliveries, now) {
      const [first] = deliveries;
      const channelId = parseChannelId(first?.payload['channelId']);
      if (channelId === null) {
        return NOTHING;
      }
      if (await deps.directory.isPaused(workspace, channelId)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      const to = { kind: 'channel', channelId } as const;
      const at = { today: localDateOf(now), people: await deps.people.load(workspace) };
      const digest = joined(await Promise.all(deps.sources.map((source) => source.digest(workspace, to, at))));
      const message = drawDigest(deps.t, digest);
      return message === null
        ? NOTHING
        : {
            wording: { kind: 'post', to, message },
            holds: deliveries.map(({ subject, name }) => `${subject}~${name}`),
          };
    },
    fallback: () => Promise.resolve(null),
  };
}

async function channelsOf(deps: RemindersDeps, workspace: WorkspaceKey): Promise<readonly ChannelId[]> {
  const places = (await Promise.all(deps.sources.map((source) => source.channels(workspace)))).flat();
  const ids = places.flatMap((place) => (place.kind === 'person' ? [] : [place.channelId]));
  return [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1));
}

function digestDraft(channelId: ChannelId, { dueUtc }: Delivery): DeliveryDraft {
  const date = localDateOf(dueUtc);
  const subject = `digest-${channelId}`;
  return {
    subject,
    name: 'monday',
    kind: DIGEST_KIND,
    due: { date, time: WEEK_TIME },
    expires: endOf(addDays(date, WORTH_SAYING_DAYS)),
    bundle: subject,
    hours: 'workingDays',
    payload: { channelId },
  };
}

/** The other channels are told by the next transaction. */
function restOf(delivery: Delivery, after: string): DeliveryDraft {
  const { subject, kind, due, expires, bundle, hours } = delivery;
  return { subject, name: `monday-after-${after}`, kind, due, expires, bundle, hours, payload: { after } };
}

function morning(): LocalTime {
  const time = parseLocalTime('09:00');
  invariant(time !== null, 'not-a-time');
  return time;
}
