// Who the Playground speaks as, and in which county's channel: the Playground itself knows one person, one personal chat
// and one channel beside General, so its one person, chat and channel stand for the chosen ones.
import { CHANNEL_TYPE, COUNTY_CHANNELS, PEOPLE, TEAM, type LocalChannel, type LocalPerson } from './people.ts';

export type Choice = { readonly person: LocalPerson; readonly channel: LocalChannel };

/** Ids that only the Playground sees. */
export const PLAYGROUND_CHANNEL: LocalChannel = { id: '19:maakunta-playground@thread.tacv2', name: 'Maakuntakanava' };
export const PLAYGROUND_CHAT_ID = 'a:henkilokohtainen';

export const FIRST_CHOICE: Choice = { person: PEOPLE[0], channel: COUNTY_CHANNELS[0] };

/** The choice after a form with `person` and `channel` was sent; a key that is absent or unknown changes nothing. */
export function choose(choice: Choice, form: URLSearchParams): Choice {
  return {
    person: PEOPLE.find(({ key }) => key === form.get('person')) ?? choice.person,
    channel: COUNTY_CHANNELS.find(({ name }) => name === form.get('channel')) ?? choice.channel,
  };
}

/** The id of a person's own chat with the bot. */
export function chatIdOf(person: LocalPerson): string {
  return `${PLAYGROUND_CHAT_ID}-${person.key}`;
}

/** The person whose chat the id names, or null when it is no personal chat. */
export function chatOwner(conversationId: string): LocalPerson | null {
  return PEOPLE.find((person) => chatIdOf(person) === conversationId) ?? null;
}

/**
 * Which county's channel a thread of the Playground's one channel belongs to. A thread stays where it was started,
 * whatever is chosen later; it is forgotten when the process ends, as the Playground forgets its threads.
 */
export class Threads {
  readonly #channels = new Map<string, LocalChannel>();

  /** The thread's channel; a thread seen for the first time belongs to `chosen`. */
  channelOf(rootId: string, chosen: LocalChannel): LocalChannel {
    const channel = this.#channels.get(rootId) ?? chosen;
    this.#channels.set(rootId, channel);
    return channel;
  }
}

/** The activity as Teams would send it from the chosen person in the chosen channel. */
export function actAs(activity: Record<string, unknown>, choice: Choice, threads: Threads): Record<string, unknown> {
  const rootId = /;messageid=(\d+)$/.exec(idOf(activity['conversation']))?.[1];
  const channel = rootId === undefined ? choice.channel : threads.channelOf(rootId, choice.channel);
  // The ids lie in several places (conversation, channelData.channel, settings, teamsChannelId); none can lie in a text.
  const told = JSON.stringify(activity)
    .replaceAll(PLAYGROUND_CHANNEL.id, channel.id)
    .replaceAll(`"${PLAYGROUND_CHAT_ID}"`, JSON.stringify(chatIdOf(choice.person)));
  // Safe: it was an object before its ids were replaced.
  const acted = JSON.parse(told) as Record<string, unknown>;
  const { teamsId, name, aadObjectId } = choice.person;
  return { ...acted, ...withChannel(acted, channel), ...inFinnish(acted), from: { id: teamsId, name, aadObjectId } };
}

// The Playground says that everybody's client is American.
function inFinnish(activity: Record<string, unknown>): Record<string, unknown> {
  const entities: readonly unknown[] = Array.isArray(activity['entities']) ? activity['entities'] : [];
  return {
    locale: 'fi-FI',
    entities: entities.map((entity) => {
      const client = asObject(entity);
      return client['type'] === 'clientInfo' ? { ...client, locale: 'fi-FI', country: 'FI' } : entity;
    }),
  };
}

// Teams names the channel and its type in every activity from it; the Playground leaves out the type, and in
// conversationUpdate all of it.
function withChannel(activity: Record<string, unknown>, channel: LocalChannel): Record<string, unknown> {
  const conversation = asObject(activity['conversation']);
  if (conversation['conversationType'] !== 'channel') {
    return {};
  }
  const channelId = idOf(conversation).split(';')[0] ?? '';
  const named = channelId === TEAM.id ? {} : { name: channel.name };
  const channelData = asObject(activity['channelData']);
  const told = { id: channelId, type: CHANNEL_TYPE, ...named, ...asObject(channelData['channel']) };
  return {
    conversation: conversation['name'] === PLAYGROUND_CHANNEL.name ? { ...conversation, ...named } : conversation,
    channelData: { ...channelData, channel: told },
  };
}

function idOf(value: unknown): string {
  const id = asObject(value)['id'];
  return typeof id === 'string' ? id : '';
}

/** The value when it is a plain object, else an empty one. */
export function asObject(value: unknown): Record<string, unknown> {
  // Safe: every object that JSON makes, arrays excluded, has string keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
