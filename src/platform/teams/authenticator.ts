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
  readonly monotonicMs: () => number;
  readonly deadlineMs: number;
};

// A key that has not verified anything yet makes the SDK fetch keys, without a limit while none have arrived.
const UNKNOWN_KEYS_PER_MINUTE = 30;

/** Verifies who sends. Requests whose key has verified before are never held up by a flood of forged ones. */
export function createAuthenticator(parts: AuthenticatorParts): Authenticator {
  const { authentication, botId, monotonicMs, deadlineMs } = parts;
  const proven = new Set<string>();
  const limiter = createLimiter(UNKNOWN_KEYS_PER_MINUTE, 60_000, monotonicMs);
  let turnstile: Promise<unknown> = Promise.resolve();

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
      if (!limiter.take()) {
        return 'unavailable';
      }
      // One at a time: the SDK does not share a fetch of the keys among requests that come together.
      const mine = turnstile.then(() => verify(activity, authorization));
      turnstile = mine;
      const outcome = await mine;
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

function createLimiter(count: number, windowMs: number, monotonicMs: () => number): { take(): boolean } {
  let taken = 0;
  let windowEnds = Number.NEGATIVE_INFINITY;
  return {
    take() {
      const now = monotonicMs();
      if (now >= windowEnds) {
        [taken, windowEnds] = [0, now + windowMs];
      }
      taken += 1;
      return taken <= count;
    },
  };
}
