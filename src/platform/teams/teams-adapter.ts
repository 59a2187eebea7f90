import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Verified } from './authenticator.ts';
import type { BotAuthentication } from './bot-authentication.ts';
import { oneAttempt } from './one-attempt.ts';

/**
 * The SDK's adapter without its HTTP side, which answers strangers with the text of exceptions. It has no `onTurnError`
 * on purpose: with one, a failed turn or proactive send looks like success, and the usual one apologises to the channel.
 */
export class TeamsAdapter extends CloudAdapter {
  constructor(authentication: BotAuthentication, deadlineMs: number) {
    super(authentication);
    this.use(oneAttempt(this, deadlineMs));
  }

  /** Runs one verified inbound turn; gives the answer of an invoke. What the turn throws is thrown on. */
  async runTurn(
    verified: Verified,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return await this.processActivity(verified, activity, turn);
  }
}
