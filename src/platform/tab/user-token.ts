// Who is at the page: the token that Teams' single sign-on (or the local issuer) gave it, checked in every part.
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import { parsePersonId, type PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';

/** Where tokens come from and whom they are for. */
export type TokenPolicy = {
  /** The app id of the registration. */
  readonly audience: string;
  /** `https://login.microsoftonline.com`, or the local issuer; without a slash at the end. */
  readonly authority: string;
  readonly tenantIds: ReadonlySet<string>;
  /** How long the fetching of a tenant's keys may take. */
  readonly keysMs?: number;
};

export type TokenHolder = {
  readonly tenantId: string;
  readonly id: PersonId;
  /** As the token says it, for a greeting only. */
  readonly name: string;
};

/** The holder of a bearer token; null when it is not one for us, now. Keys that cannot be had are a `keys-unavailable`. */
export type TokenVerifier = (authorization: string, now: Instant) => Promise<TokenHolder | null>;

const BEARER = /^Bearer ([\w-]{1,2000}\.[\w-]{1,10000}\.[\w-]{1,2000})$/;
const SCOPE = 'access_as_user';
const CLOCK_TOLERANCE_S = 60;
// Keys are fetched while somebody waits.
const KEYS_TIMEOUT_MS = 5_000;

const Claims = z.object({
  ver: z.literal('2.0'),
  tid: z.string(),
  oid: z.guid(),
  scp: z.string(),
  name: z.optional(z.string()),
});

/**
 * A verifier with the keys of each tenant apart: the shared keys of all tenants would make any tenant's signature good
 * for ours. Nothing of a token is believed before its signature, except which tenant's keys to try.
 */
export function createTokenVerifier(policy: TokenPolicy): TokenVerifier {
  const keysOf = new Map(
    [...policy.tenantIds].map((tenantId) => [
      tenantId,
      createRemoteJWKSet(new URL(`${policy.authority}/${tenantId}/discovery/v2.0/keys`), {
        timeoutDuration: policy.keysMs ?? KEYS_TIMEOUT_MS,
      }),
    ]),
  );
  return async (authorization, now) => {
    const token = BEARER.exec(authorization)?.[1];
    const tenantId = token === undefined ? null : claimedTenant(token);
    const keys = tenantId === null ? undefined : keysOf.get(tenantId);
    if (token === undefined || tenantId === null || keys === undefined) {
      return null;
    }
    const claims = Claims.safeParse(await verify(token, keys, { policy, tenantId, now }));
    return claims.success && isAsUser(claims.data.scp) && claims.data.tid.toLowerCase() === tenantId
      ? toHolder(tenantId, claims.data)
      : null;
  };
}

function claimedTenant(token: string): string | null {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid.toLowerCase() : null;
  } catch {
    // No token at all: the same to the sender as a wrong one.
    return null;
  }
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { policy, tenantId, now }: { readonly policy: TokenPolicy; readonly tenantId: string; readonly now: Instant },
): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience: policy.audience,
      issuer: `${policy.authority}/${tenantId}/v2.0`,
      requiredClaims: ['exp', 'nbf'],
      currentDate: new Date(now),
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    return payload;
  } catch (cause) {
    if (isTokensFault(cause)) {
      return null;
    }
    throw new Fault('keys-unavailable', { tenantId }, { cause });
  }
}

// What is left when the token is not at fault is the fetching of the keys: a timeout, an outage, an answer that is no
// list of keys.
function isTokensFault(error: unknown): boolean {
  return [
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSMultipleMatchingKeys,
    errors.JWKSNoMatchingKey,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JWTClaimValidationFailed,
    errors.JWTExpired,
    errors.JWTInvalid,
  ].some((kind) => error instanceof kind);
}

function isAsUser(scopes: string): boolean {
  return scopes.split(' ').includes(SCOPE);
}

function toHolder(tenantId: string, { oid, name = '' }: z.infer<typeof Claims>): TokenHolder | null {
  const id = parsePersonId(oid);
  return id === null ? null : { tenantId, id, name };
}
