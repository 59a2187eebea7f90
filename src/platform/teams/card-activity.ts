import type { Activity } from 'botbuilder';
import type { Card, CardMessage, Mention } from '../cards/card.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * One message with one card and nothing beside it: Teams splits text and card into two messages and gives no id back.
 * The summary is what a notification shows.
 */
export function toCardActivity(message: CardMessage): Partial<Activity> {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: CARD_TYPE, content: withMentions(message.card, message.mentions) }],
  };
}

/** The answer to a press: the card replaces the pressed one for the presser alone. */
export function toCardAnswer(card: Card): { readonly status: number; readonly body: unknown } {
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } };
}

const TEAM_KEY = 'inTeam';
const ACTIONS: ReadonlySet<unknown> = new Set(['Action.Execute', 'Action.Submit']);

/** The card with every button saying which team it is about: in a personal chat nothing else tells. */
export function forTeam(card: Card, teamId: string): Card {
  // Nothing but the data of buttons grows, so it is as much a card as before.
  return marked(card, teamId) as Card;
}

/** The team that a pressed button is about; null when it does not say. */
export function teamOfPress(data: unknown): string | null {
  const team: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, TEAM_KEY) : null;
  return typeof team === 'string' ? team : null;
}

function marked(node: unknown, teamId: string): unknown {
  if (Array.isArray(node)) {
    return node.map((item: unknown) => marked(item, teamId));
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, marked(value, teamId)]),
  );
  const { type, data } = copy;
  return ACTIONS.has(type) && typeof data === 'object' ? { ...copy, data: { ...data, [TEAM_KEY]: teamId } } : copy;
}

// Teams notifies whom the card's text mentions as `<at>Name</at>` and `msteams.entities` resolves. An entity without its
// text makes Teams refuse the card, so only those are kept whose text the card shows.
function withMentions(card: Card, mentions: readonly Mention[]): Readonly<Record<string, unknown>> {
  const shown = JSON.stringify(card);
  const entities = mentions
    .map((mention) => ({ text: `<at>${mention.name}</at>`, mentioned: { id: mention.teamsId, name: mention.name } }))
    .filter(({ text }) => shown.includes(JSON.stringify(text).slice(1, -1)))
    .map((entity) => ({ type: 'mention', ...entity }));
  if (entities.length === 0) {
    return card;
  }
  const own = card['msteams'];
  return { ...card, msteams: { ...(typeof own === 'object' ? own : {}), entities } };
}
