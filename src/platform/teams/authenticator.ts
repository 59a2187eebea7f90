import type { BotAuthentication } from './bot-authentication.ts';
import { CHANNEL_ISSUER, readKeyId } from './bearer-token.ts';
import type { InboundActivity } from './activity.ts';
import { within } from './deadline.ts';
import { toSdkActivity } from './sdk-activity.ts';

/** A verified request as the SDK's adapter wants it. */
export type Verified = Awaited<ReturnType<BotAuthentication['authenticateRequest']>>;

/** `unavailable`: the keys could not be fetched; the request may be good and should come again. */
export type Authentication = Verified | 'refused' | 'unavailable';

export interface Authenticator {
  authenticate(activity: InboundActivity, authorization: string): Promise<Authentication>;
}

export type AuthenticatorParts = {
  readonly authentication: BotAuthentication;
  readonly botId: string;
  readonly deadlineMs: number;
};

// How many may wait for the first use of a key. With the keys at hand each takes a fraction of a millisecond.
const WAITING_MAX = 100;

/**
 * Verifies who sends. Requests under a key that has not verified anything yet go one at a time, because the SDK fetches
 * keys for each of them while it has none; those under a proven key never wait for them.
 */
export function createAuthenticator(parts: AuthenticatorParts): Authenticator {
  const { authentication, botId, deadlineMs } = parts;
  const proven = new Set<string>();
  let turnstile: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const verify = async (activity: InboundActivity, authorization: string): Promise<Authentication> => {
    try {
      const verifying = authentication.authenticateRequest(toSdkActivity(activity), authorization);
      const verified = await within(deadlineMs, 'keys-too-slow', verifying);
      return verified.claimsIdentity.getClaimValue('iss') === CHANNEL_ISSUER ? verified : 'refused';
    } catch (error) {
      return isRefusal(error) ? 'refused' : 'unavailable';
    }
  };

  return {
    async authenticate(activity, authorization) {
      const keyId = readKeyId(authorization, { botId, serviceUrl: activity.serviceUrl });
      if (keyId === null) {
        return 'refused';
      }
      if (proven.has(keyId)) {
        return await verify(activity, authorization);
      }
      if (waiting >= WAITING_MAX) {
        return 'unavailable';
      }
      waiting += 1;
      const mine = turnstile.then(() => verify(activity, authorization));
      turnstile = mine;
      const outcome = await mine;
      waiting -= 1;
      if (typeof outcome === 'object') {
        proven.add(keyId);
      }
      return outcome;
    },
  };
}

// The JWT library's errors; the SDK's own carry a status. Anything else means that the keys could not be had.
const TOKEN_ERRORS: ReadonlySet<string> = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
const UNAUTHORIZED = 401;

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  return 'statusCode' in error ? error.statusCode === UNAUTHORIZED : TOKEN_ERRORS.has(error.name);
}
