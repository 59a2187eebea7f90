// Stands in for those who vouch for others in production, so that the app verifies everybody as it does there: for Bot
// Framework's token service (activities that Teams sends) and for Entra (people at the tab).
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { json, serveLoopback, type LoopbackAnswer, type LoopbackRequest } from './loopback-server.ts';
import { TENANT_ID, type LocalPerson } from './people.ts';
import { answerSignIn, SIGN_IN_PATH } from './sign-in-page.ts';

export type TokenIssuer = {
  readonly url: string;
  /** A token that says: Teams sent this activity, and answers to it go to `serviceUrl`. Good for five minutes. */
  readonly signActivityToken: (serviceUrl: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

export type TokenIssuerParts = {
  /** Whom all tokens are for. */
  readonly botId: string;
  /** Where the app listens: people who sign in are sent back there and nowhere else. */
  readonly appUrl: string;
  /** The time of the world, in milliseconds since 1970: the app tells by it whether a person's token is still good. */
  readonly presentMs: () => Promise<number>;
};

const ALGORITHM = 'RS256';
// botbuilder accepts activities of this issuer only; the key, not the name, is what makes ours worthless elsewhere.
const ISSUER = 'https://api.botframework.com';
const PERSON_TOKEN_S = 3_600;
// The storage tells its time in whole seconds.
const EARLY_S = 60;

/**
 * Makes two keys, which live as long as the process, and serves their public halves. For activities: `/openid` names the
 * issuer and where the keys are, `/keys` lists one, endorsed for Teams. For people: `/<tenant>/discovery/v2.0/keys`, and
 * the page where one signs in.
 */
export async function startTokenIssuer(port: number, parts: TokenIssuerParts): Promise<TokenIssuer> {
  const [activities, people] = await Promise.all([makeKey('local'), makeKey('local-people')]);
  const keys: Keys = {
    '/keys': { ...activities.jwk, endorsements: ['msteams'] },
    [`/${TENANT_ID}/discovery/v2.0/keys`]: people.jwk,
  };
  const server = await serveLoopback(port, async (request) => {
    if (request.path === SIGN_IN_PATH) {
      const signPersonToken = (person: LocalPerson): Promise<string> =>
        signPerson(people, person, { ...parts, issuer: url() });
      return await answerSignIn(request, { appUrl: parts.appUrl, signPersonToken });
    }
    return publish(request, url(), keys);
  });
  function url(): string {
    return `http://127.0.0.1:${server.port}`;
  }
  return {
    url: url(),
    signActivityToken: (serviceUrl) => signActivity(activities, parts.botId, serviceUrl),
    stop: () => server.stop(),
  };
}

type Keys = Readonly<Record<string, object>>;
type SigningKey = { readonly id: string; readonly privateKey: CryptoKey; readonly jwk: object };

async function makeKey(id: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  return { id, privateKey, jwk: { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: 'sig' } };
}

function publish({ path }: LoopbackRequest, url: string, keys: Keys): LoopbackAnswer {
  const key = keys[path];
  if (key !== undefined) {
    return json(200, { keys: [key] });
  }
  return path === '/openid'
    ? json(200, { issuer: ISSUER, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: [ALGORITHM] })
    : json(404, { code: 'not-found' });
}

function signActivity({ id, privateKey }: SigningKey, botId: string, serviceUrl: string): Promise<string> {
  return new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(botId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
}

// What Entra's tokens of version 2 say of a person, as far as the app reads it.
async function signPerson(
  { id, privateKey }: SigningKey,
  person: LocalPerson,
  { issuer, botId, presentMs }: TokenIssuerParts & { readonly issuer: string },
): Promise<string> {
  const now = Math.floor((await presentMs()) / 1_000);
  const { aadObjectId, name } = person;
  return await new SignJWT({ ver: '2.0', tid: TENANT_ID, oid: aadObjectId, name, scp: 'access_as_user' })
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: 'JWT' })
    .setIssuer(`${issuer}/${TENANT_ID}/v2.0`)
    .setAudience(botId)
    .setIssuedAt(now - EARLY_S)
    .setNotBefore(now - EARLY_S)
    .setExpirationTime(now + PERSON_TOKEN_S)
    .sign(privateKey);
}
