import type { ConversationReference, TurnContext } from 'botbuilder';
import type { TeamsAdapter } from './teams-adapter.ts';

/** Where Teams can be reached for a conversation. */
export type Contact = {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botTeamsId: string;
  readonly conversationId: string;
  /** A chat with one person; absent for a team or channel. */
  readonly isPersonal?: boolean;
};

/** Speaks to Teams outside an inbound turn: runs `work` in a turn of its own and throws what it throws. */
export type Proactive = <Value>(contact: Contact, work: (context: TurnContext) => Promise<Value>) => Promise<Value>;

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/** Proactive turns on this adapter for this bot. */
export function createProactive(adapter: TeamsAdapter, botId: string): Proactive {
  return async <Value>(contact: Contact, work: (context: TurnContext) => Promise<Value>): Promise<Value> => {
    // Caught inside the callback: `continueConversationAsync` may resolve although its callback failed.
    let outcome: Outcome<Value> | null = null;
    const run = async (context: TurnContext): Promise<void> => {
      // The SDK makes up an id for the turn and would send every message as a reply to it.
      delete context.activity.id;
      outcome = await work(context).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    };
    await adapter.continueConversationAsync(botId, referenceOf(contact), run);
    return settled(outcome);
  };
}

function settled<Value>(outcome: Outcome<Value> | null): Value {
  if (outcome === null) {
    throw new Error('the proactive turn did not run');
  }
  if ('error' in outcome) {
    throw outcome.error;
  }
  return outcome.value;
}

function referenceOf(contact: Contact): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: contact.serviceUrl,
    bot: { id: contact.botTeamsId, name: '' },
    conversation: {
      id: contact.conversationId,
      isGroup: contact.isPersonal !== true,
      conversationType: contact.isPersonal === true ? 'personal' : 'channel',
      tenantId: contact.tenantId,
      name: '',
    },
  };
}
