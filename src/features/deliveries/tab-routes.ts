// The page of the messages: what went wrong, and once more.
import { toInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import { nextAllowedMoment } from '../../kernel/reminder-times.ts';
import { toDelivery } from '../../platform/delivery/delivery-rows.ts';
import { readFrom } from '../../platform/delivery/read-troubles.ts';
import { tryAgain } from '../../platform/delivery/try-again.ts';
import { tabRoute, type TabRoute } from '../../platform/tab/tab-route.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import { formatDateTime } from '../../platform/texts/finnish-dates.ts';
import type { People } from '../settings/index.ts';
import { DeliveriesView, RetryAnswer, RetryBody } from './contract.ts';
import type { DeliveriesDeps } from './deps.ts';
import { createSubjects } from './describe-message.ts';
import { mayRetry, maySeeMessages } from './policy.ts';
import { showMessages } from './show-messages.ts';

const REFUSED = { kind: 'refused', code: 'not-allowed' } as const;

/** `GET /deliveries` and `POST /deliveries/retry`, for admins and, of their counties, for advisors. */
export function createDeliveryRoutes(deps: DeliveriesDeps): readonly TabRoute[] {
  return [
    tabRoute({
      method: 'GET',
      path: '/deliveries',
      access: 'member',
      body: null,
      answer: DeliveriesView,
      async handle(request) {
        const people = await deps.people.load(request.workspace);
        return maySeeMessages(request.person.id, people, request.today)
          ? { kind: 'json', json: await showMessages(deps, request, people) }
          : REFUSED;
      },
    }),
    tabRoute({
      method: 'POST',
      path: '/deliveries/retry',
      access: 'member',
      body: RetryBody,
      answer: RetryAnswer,
      async handle(request) {
        const people = await deps.people.load(request.workspace);
        return maySeeMessages(request.person.id, people, request.today)
          ? await retry(deps, request, people, request.body.id)
          : REFUSED;
      },
    }),
  ];
}

async function retry(deps: DeliveriesDeps, asking: Asking, people: People, key: string) {
  const { t, store } = deps;
  const { workspace, person, now, today } = asking;
  const [row] = await readFrom(store, workspace, key);
  if (row?.rowKey !== key) {
    return { kind: 'json', json: { outcome: 'gone', said: t.answers.gone } } as const;
  }
  const about = await createSubjects(deps, asking, people)(toDelivery(row).record);
  if (!mayRetry(about, { person: person.id, people, today })) {
    return REFUSED;
  }
  const done = await tryAgain(deps, workspace, { key, by: person.id, now });
  if (!done.ok) {
    const { code } = done.refusal;
    return { kind: 'json', json: { outcome: code, said: t.answers[code] } } as const;
  }
  const when = done.value.hours === 'any' ? null : laterThan(now);
  const said = when === null ? t.answers.promised : t.answers.promisedLater(when);
  return { kind: 'json', json: { outcome: 'promised', said } } as const;
}

/** When people may be told again; null when they may be now. */
function laterThan(now: Instant): string | null {
  const { date, time } = nextAllowedMoment(now);
  return toInstant(date, time) > now ? formatDateTime(date, time) : null;
}
