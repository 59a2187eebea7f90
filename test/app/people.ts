// The people of the team that the app serves, and what they do with its cards.
import { CASES, GENERAL, PRIVATE, TENANT, type Answered, type TeamsSide } from '../support/bot-client.ts';
import type { ConnectorMember, ConnectorMessage, ConnectorTeam, TeamsConnector } from '../support/teams-connector.ts';
import { buttonOf, OPENING, says, type Shown } from '../features/cases/case-world.ts';

const person = (id: string, name: string, number: number, userRole: 'user' | 'guest'): ConnectorMember => ({
  id: `29:${id}`,
  aadObjectId: `dddddddd-0000-4000-8000-00000000000${number}`,
  name,
  userRole,
  tenantId: TENANT,
});

/** A volunteer; like most of them a guest of the tenant. */
export const VEERA = person('veera', 'Veera Virtanen', 1, 'guest');
export const MIKKO = person('mikko', 'Mikko Mallinen', 2, 'guest');
/** Becomes advisor of Pirkanmaa by `appointAdvisor`. */
export const AINO = person('aino', 'Aino Esimerkki', 3, 'user');
/** Admin by configuration. */
export const KAISA = person('kaisa', 'Kaisa Korhonen', 4, 'user');

export const TEAM: ConnectorTeam = {
  id: GENERAL,
  name: 'Alueellinen vaikuttaminen',
  members: [VEERA, MIKKO, AINO, KAISA],
  channels: [
    { id: GENERAL, name: 'General', type: 'standard' },
    { id: CASES, name: 'Tapaukset', type: 'standard' },
    { id: PRIVATE, name: 'Rajattu', type: 'private', members: [VEERA, KAISA] },
  ],
};

type Teams = TeamsSide & { readonly connector: TeamsConnector };

/** The channel of a message with the first message of its thread. */
export function whereOf({ conversationId }: Pick<ConnectorMessage, 'conversationId'>): {
  readonly channel: string;
  readonly root: string;
} {
  const [channel = '', root = ''] = conversationId.split(';messageid=');
  return { channel, root };
}

/** The card that a message shows. */
export function cardIn(message: Pick<ConnectorMessage, 'activity'> | undefined): Shown {
  const attachments = message?.activity['attachments'];
  const [first]: unknown[] = Array.isArray(attachments) ? attachments : [];
  const content: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'content') : undefined;
  if (typeof content !== 'object' || content === null) {
    throw new Error('the message has no card');
  }
  return Object.fromEntries(Object.entries(content));
}

/** The card of an answer to a press. */
export function answered({ card, body }: Answered): Shown {
  if (card === null) {
    throw new Error(`the press was not answered with a card: ${JSON.stringify(body)}`);
  }
  return card;
}

/** Presses the button on a card that is in the place of a message, with what was typed into the card. */
export async function press(
  teams: Teams,
  who: ConnectorMember,
  at: ConnectorMessage,
  { card, title, typed = {} }: { readonly card: Shown; readonly title: string; readonly typed?: Shown },
): Promise<Shown> {
  const { verb, data } = buttonOf(card, title);
  return answered(await teams.press(who, verb, { ...data, ...typed }, whereOf(at), { replyToId: at.id }));
}

/** Says a command in a new thread and gives the message that the bot posted there. */
export async function ask(
  teams: Teams,
  who: ConnectorMember,
  text: string,
  channel: string = CASES,
): Promise<ConnectorMessage> {
  const before = teams.connector.messages.length;
  await teams.say(who, text, { channel });
  const [reply] = teams.connector.messages.slice(before);
  if (reply === undefined) {
    throw new Error(`nobody answered "${text}"`);
  }
  return reply;
}

/** An opened case: the message whose card it is, and the answer that its opener saw. */
export type Opened = { readonly at: ConnectorMessage; readonly shown: Shown };

/** Opens a case with the form, filled in the usual way. */
export async function openCase(
  teams: Teams,
  who: ConnectorMember = VEERA,
  over: Shown = {},
  channel: string = CASES,
): Promise<Opened> {
  const at = await ask(teams, who, 'uusi tapaus', channel);
  const typed = { ...OPENING, ...over };
  return { at, shown: await press(teams, who, at, { card: cardIn(at), title: 'Avaa tapaus', typed }) };
}

/** Opens the form of an action, on its case or on a dated item of it, and saves it. */
export async function doAction(
  teams: Teams,
  who: ConnectorMember,
  { at, id, rev }: { readonly at: ConnectorMessage; readonly id: string; readonly rev: number },
  { action, typed, item }: { readonly action: string; readonly typed: Shown; readonly item?: string },
): Promise<Shown> {
  const about = { caseId: id, seen: String(rev), ...(item === undefined ? {} : { item }) };
  const form = answered(await teams.press(who, `cases/do/${action}`, about, whereOf(at), { replyToId: at.id }));
  return await press(teams, who, at, { card: form, title: 'Tallenna', typed });
}

/** Kaisa makes Aino advisor of Pirkanmaa. */
export async function appointAdvisor(teams: Teams): Promise<void> {
  const at = await ask(teams, KAISA, 'asetukset', GENERAL);
  const form = await press(teams, KAISA, at, { card: cardIn(at), title: 'Anna rooli' });
  const typed = { person: AINO.aadObjectId, role: 'advisor', areas: '08' };
  const shown = await press(teams, KAISA, at, { card: form, title: 'Tallenna', typed });
  if (!says(shown, AINO.name)) {
    throw new Error('Aino is no advisor');
  }
}
