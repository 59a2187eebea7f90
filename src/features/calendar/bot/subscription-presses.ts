// The presses about a person's own feed.
import { z } from 'zod/mini';
import { parseCountyCode } from '../../../kernel/regions/regions.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { problemSentences } from '../../../platform/cards/form-problems.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import { parseNonce } from '../../../platform/storage/operations.ts';
import type { ActionRequest, CardAction } from '../../../platform/teams/bot.ts';
import {
  drawAddress,
  drawNoFeed,
  drawQuestion,
  drawScopeForm,
  drawStatus,
  scopeFields,
  type ScopeForm,
} from '../cards/subscription-card.ts';
import type { CalendarDeps } from '../deps.ts';
import type { FeedLink, FeedScope } from '../domain/subscription.ts';
import {
  changeScope,
  endSubscription,
  readSubscription,
  startSubscription,
  type StartOutcome,
} from '../use-cases/subscriptions.ts';
import { VERBS } from '../verbs.ts';

type Answer = (request: ActionRequest, publicUrl: string) => Promise<Card>;

/** Every press about the feed. Without a public address each says that there can be none yet. */
export function createSubscriptionPresses(deps: CalendarDeps): readonly CardAction[] {
  const { publicUrl, t } = deps;
  const answers: Readonly<Record<string, Answer>> = {
    [VERBS.subscription]: async (request) => (await overview(deps, request, [])) ?? newForm(deps),
    [VERBS.subscribe]: (request, url) => subscribe(deps, request, url),
    [VERBS.scope]: async (request) => withFeed(await feedOf(deps, request), (feed) => scopeForm(deps, feed), deps),
    [VERBS.saveScope]: (request) => saveScope(deps, request),
    [VERBS.renew]: async (request) =>
      withFeed(await feedOf(deps, request), () => drawQuestion({ kind: 'renew', nonce: deps.newId() }, t), deps),
    [VERBS.saveRenewal]: (request, url) => renew(deps, request, url),
    [VERBS.end]: async (request) => withFeed(await feedOf(deps, request), () => drawQuestion({ kind: 'end' }, t), deps),
    [VERBS.saveEnd]: async (request) => {
      const text = (await endSubscription(deps, request)) ? t.subscription.ended : t.subscription.none;
      return (await overview(deps, request, [])) ?? drawNoFeed({ tone: 'done', text }, true, t);
    },
  };
  const noAddress: Notice = { tone: 'info', text: t.subscription.noAddress };
  return Object.entries(answers).map(([verb, answer]) => ({
    verb,
    run: async (request) => ({
      kind: 'card',
      card: publicUrl === null ? drawNoFeed(noAddress, false, t) : await answer(request, publicUrl),
    }),
  }));
}

function feedOf(deps: CalendarDeps, { workspace, person }: ActionRequest): Promise<FeedLink | null> {
  return readSubscription(deps, workspace, person.id);
}

function withFeed(feed: FeedLink | null, draw: (feed: FeedLink) => Card, { t }: CalendarDeps): Card {
  return feed === null ? drawNoFeed({ tone: 'info', text: t.subscription.none }, true, t) : draw(feed);
}

async function overview(deps: CalendarDeps, request: ActionRequest, notices: readonly Notice[]): Promise<Card | null> {
  const feed = await feedOf(deps, request);
  return feed === null ? null : drawStatus(feed, notices, deps.t);
}

function newForm(deps: CalendarDeps, about: Partial<ScopeForm> = {}): Card {
  return drawScopeForm({ feed: null, nonce: deps.newId(), typed: {}, problems: {}, ...about }, deps.t);
}

function scopeForm(deps: CalendarDeps, feed: FeedLink, about: Partial<ScopeForm> = {}): Card {
  return newForm(deps, { feed, ...about });
}

type ScopeReading =
  | { readonly ok: true; readonly scope: FeedScope }
  | { readonly ok: false; readonly again: Pick<ScopeForm, 'typed' | 'problems'> };

function readScope({ t }: CalendarDeps, { data, today }: ActionRequest): ScopeReading {
  const fields = scopeFields(null, t);
  const sent = typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
  const reading = readForm(fields, sent, { today, confirmed: true });
  const { typed } = reading;
  if (reading.kind === 'problems') {
    return { ok: false, again: { typed, problems: problemSentences(fields, reading.problems) } };
  }
  const { what, county } = reading.values;
  if (what === 'mine') {
    return { ok: true, scope: { county: null } };
  }
  const chosen = parseCountyCode(county);
  return chosen === null
    ? { ok: false, again: { typed, problems: { county: t.subscription.countyProblem } } }
    : { ok: true, scope: { county: chosen } };
}

const pressed = z.looseObject({ nonce: z.optional(z.string()) });

function nonceOf({ data }: ActionRequest): string | null {
  const read = pressed.safeParse(data);
  return read.success ? parseNonce(read.data.nonce) : null;
}

async function subscribe(deps: CalendarDeps, request: ActionRequest, publicUrl: string): Promise<Card> {
  const nonce = nonceOf(request);
  const reading = readScope(deps, request);
  if (nonce === null) {
    return (await overview(deps, request, [])) ?? newForm(deps);
  }
  if (!reading.ok) {
    return newForm(deps, { nonce, ...reading.again });
  }
  const outcome = await startSubscription(deps, request, { nonce, scope: reading.scope, renew: false });
  return await sayStarted(deps, request, outcome, { publicUrl, isNew: true });
}

async function renew(deps: CalendarDeps, request: ActionRequest, publicUrl: string): Promise<Card> {
  const nonce = nonceOf(request);
  const feed = await feedOf(deps, request);
  if (nonce === null || feed === null) {
    return withFeed(feed, (known) => drawStatus(known, [], deps.t), deps);
  }
  const outcome = await startSubscription(deps, request, { nonce, scope: feed.scope, renew: true });
  return await sayStarted(deps, request, outcome, { publicUrl, isNew: false });
}

async function sayStarted(
  deps: CalendarDeps,
  request: ActionRequest,
  outcome: StartOutcome,
  { publicUrl, isNew }: { readonly publicUrl: string; readonly isNew: boolean },
): Promise<Card> {
  const { t } = deps;
  if (outcome.kind === 'made') {
    return drawAddress(`${publicUrl}/calendar/${outcome.secret}.ics`, isNew, t);
  }
  const notice: Notice = { tone: 'info', text: t.subscription[outcome.kind] };
  return (await overview(deps, request, [notice])) ?? drawNoFeed(notice, true, t);
}

async function saveScope(deps: CalendarDeps, request: ActionRequest): Promise<Card> {
  const reading = readScope(deps, request);
  const feed = await feedOf(deps, request);
  if (!reading.ok && feed !== null) {
    return scopeForm(deps, feed, reading.again);
  }
  const isSaved = reading.ok && (await changeScope(deps, request, reading.scope));
  const notices: readonly Notice[] = isSaved ? [{ tone: 'done', text: deps.t.subscription.scopeSaved }] : [];
  return withFeed(await feedOf(deps, request), (now) => drawStatus(now, notices, deps.t), deps);
}
