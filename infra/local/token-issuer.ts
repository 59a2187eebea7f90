// Stands in for the Bot Framework's token service, so that the app verifies local activities exactly as in production.
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { json, serveLoopback, type LoopbackAnswer } from './loopback-server.ts';

export type TokenIssuer = {
  readonly url: string;
  /** A token that says: Teams sent this activity, and answers to it go to `serviceUrl`. Good for five minutes. */
  readonly signActivityToken: (serviceUrl: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const ALGORITHM = 'RS256';
const KEY_ID = 'local';
// botbuilder accepts activities of this issuer only; the key, not the name, is what makes ours worthless elsewhere.
const ISSUER = 'https://api.botframework.com';

/**
 * Makes a key, which lives as long as the process, and serves its public half: `/openid` names the issuer and where the
 * keys are, `/keys` lists the one key, endorsed for Teams. Tokens are for `botId` only.
 */
export async function startTokenIssuer(port: number, botId: string): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig', endorsements: ['msteams'] };
  const server = await serveLoopback(port, (request) => Promise.resolve(publish(request.path, url(), jwk)));
  function url(): string {
    return `http://127.0.0.1:${server.port}`;
  }
  return {
    url: url(),
    signActivityToken: (serviceUrl) => sign(privateKey, botId, serviceUrl),
    stop: () => server.stop(),
  };
}

function publish(path: string, url: string, jwk: object): LoopbackAnswer {
  switch (path) {
    case '/openid':
      return json(200, {
        issuer: ISSUER,
        jwks_uri: `${url}/keys`,
        id_token_signing_alg_values_supported: [ALGORITHM],
      });
    case '/keys':
      return json(200, { keys: [jwk] });
    default:
      return json(404, { code: 'not-found' });
  }
}

function sign(key: CryptoKey, botId: string, serviceUrl: string): Promise<string> {
  return new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(botId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
}
