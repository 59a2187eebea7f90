// Routing by teams-ai's Application, with its traps closed: no typing timer (one is shared by all turns), no state of
// its own (it would write without looking at what it read), no substring matching, no card written over the message that
// everybody sees.
import { Application, TurnState } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { InboundActivity } from './activity.ts';
import type { Card } from '../cards/card.ts';
import { answerMessage, answerPress, type TurnParts } from './bot-turn.ts';
import { toCardActivity, toCardAnswer } from './card-activity.ts';
import {
  botCameOrWent,
  channelChanged,
  installationChanged,
  teamIsBack,
  teamStopped,
  type EventParts,
} from './team-events.ts';

export type ApplicationParts = { readonly turns: TurnParts; readonly events: EventParts };

/** Runs one inbound turn: the activity as we parsed it, in the SDK's context. */
export type BotApplication = (context: TurnContext, activity: InboundActivity) => Promise<void>;

/** Keeps nothing between turns: there is no storage behind the scopes, which the library insists on. */
class NoTurnState extends TurnState {
  protected override onComputeStorageKeys(): Promise<Record<string, string>> {
    return Promise.resolve({ conversation: 'none', user: 'none' });
  }
}

/** The option `startTypingTimer: false` is not looked at in 1.7.4: the timer starts with every message. */
class QuietApplication extends Application<NoTurnState> {
  override startTypingTimer(): void {
    // Nothing: one timer is shared by all turns, and a card is the only thing we send.
  }
}

const CARD_PRESS = 'adaptiveCard/action';

/** All that the bot answers to. An activity that matches nothing is dropped in silence. */
export function createBotApplication(parts: ApplicationParts): BotApplication {
  const activities = new WeakMap<object, InboundActivity>();
  const app = new QuietApplication({
    longRunningMessages: false,
    removeRecipientMention: false,
    turnStateFactory: () => new NoTurnState(),
  });
  // The application hands its handlers the SDK's activity; ours is kept beside it.
  const parsed = (context: TurnContext): InboundActivity => {
    const activity = activities.get(context.activity);
    if (activity === undefined) {
      throw new Error('the turn did not come through the endpoint');
    }
    return activity;
  };
  routePeople(app, parts.turns, parsed);
  routeEvents(app, parts.events, parsed);
  return async (context, activity) => {
    activities.set(context.activity, activity);
    await app.run(context);
  };
}

type Parsed = (context: TurnContext) => InboundActivity;

function routePeople(app: Application<NoTurnState>, turns: TurnParts, parsed: Parsed): void {
  app.message(isMessage, async (context) => {
    const reply = await answerMessage(turns, parsed(context));
    if (reply !== null) {
      await post(context, turns, reply);
    }
  });
  app.adaptiveCards.actionExecute<unknown>(isExecute, async (context) => {
    const reply = await answerPress(turns, parsed(context));
    const value = reply === null ? { status: 400 } : toCardAnswer(reply.card);
    // Answered here, so that the library does nothing with what the handler returns.
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    return '';
  });
}

function isMessage(context: TurnContext): Promise<boolean> {
  return Promise.resolve(context.activity.type === 'message');
}

function isExecute(context: TurnContext): Promise<boolean> {
  const { type, name, value } = context.activity;
  const action: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'action') : undefined;
  const kind: unknown = typeof action === 'object' && action !== null ? Reflect.get(action, 'type') : undefined;
  return Promise.resolve(type === 'invoke' && name === CARD_PRESS && kind === 'Action.Execute');
}

// The reply is worth one attempt. Whether it arrived or not, the turn is done: Teams must not deliver it again.
async function post(context: TurnContext, turns: TurnParts, reply: { card: Card; summary: string }): Promise<void> {
  try {
    await context.sendActivity(toCardActivity({ card: reply.card, summary: reply.summary, mentions: [] }));
  } catch (fault) {
    turns.reportFault(fault, { at: 'reply' });
  }
}

function routeEvents(app: Application<NoTurnState>, events: EventParts, parsed: Parsed): void {
  type Handle = (parts: EventParts, activity: InboundActivity) => Promise<void>;
  const hears = (handle: Handle) => (context: TurnContext) => handle(events, parsed(context));
  for (const event of ['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored'] as const) {
    app.conversationUpdate(event, hears(channelChanged));
  }
  for (const event of ['teamDeleted', 'teamHardDeleted', 'teamArchived'] as const) {
    app.conversationUpdate(event, hears(teamStopped));
  }
  for (const event of ['teamRestored', 'teamUnarchived', 'teamRenamed'] as const) {
    app.conversationUpdate(event, hears(teamIsBack));
  }
  app.conversationUpdate('membersAdded', hears(botCameOrWent));
  app.conversationUpdate('membersRemoved', hears(botCameOrWent));
  app.activity('installationUpdate', hears(installationChanged));
}
