// A look at the token before the SDK verifies it. The SDK takes other paths for tokens of the emulator, of skills and of
// other clouds, and on those it does not compare the service address; only Bot Framework's own tokens may get there.
import * as z from 'zod/mini';

/** Who signs what Teams sends to bots. */
export const CHANNEL_ISSUER = 'https://api.botframework.com';

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().check(z.minLength(1), z.maxLength(200)) });
const Claims = z.object({ iss: z.literal(CHANNEL_ISSUER), aud: z.string(), serviceurl: z.string(), exp: z.number() });

// Bot Framework's tokens are well under 2,000 characters.
const BEARER = /^Bearer ([\w-]{1,2000})\.([\w-]{1,8000})\.([\w-]{1,2000})$/;

/**
 * The id of the key that an acceptable token names: RS256, from the channel's issuer, for this bot and this service
 * address. Null for anything else. Nothing is verified yet: the signature is the SDK's part.
 */
export function readKeyId(
  authorization: string,
  expected: { readonly botId: string; readonly serviceUrl: string },
): string | null {
  const [, head, payload] = BEARER.exec(authorization) ?? [];
  const header = Header.safeParse(decode(head));
  const claims = Claims.safeParse(decode(payload));
  if (!header.success || !claims.success) {
    return null;
  }
  const isOurs = claims.data.aud === expected.botId && claims.data.serviceurl === expected.serviceUrl;
  return isOurs ? header.data.kid : null;
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
