// A local stand-in for Bot Framework's token service: OpenID metadata, keys, and tokens as good or as bad as a test wants.
// Signed by hand rather than by a library, because a library refuses to make most of the bad ones.
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';

const generateKeys = promisify((done: (error: null, pair: { publicKey: KeyObject; privateKey: KeyObject }) => void) =>
  done(null, generateKeyPairSync('rsa', { modulusLength: 2048 })),
);

export type TokenParts = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Which key signs: the published one, one that nobody published, the published public key as an HMAC secret, or none. */
  readonly signedBy: 'issuer' | 'stranger' | 'hmac-with-public-key' | 'nobody';
};

export interface TokenIssuer {
  readonly url: string;
  /** How often the metadata or the keys were asked for. */
  readonly fetches: () => number;
  /** A good token of Teams for this bot and service address, except for what `change` makes of its parts. */
  token(botId: string, serviceUrl: string, change?: (good: TokenParts) => TokenParts): string;
  /** A good token of a person at the page, at that moment, except for what `change` makes of its parts. */
  userToken(about: UserTokenAbout, change?: (good: TokenParts) => TokenParts): string;
  close(): Promise<void>;
}

export type UserTokenAbout = {
  readonly appId: string;
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly presentMs: number;
};

/** Another tenant, which signs its people's tokens with the stranger's key. */
export const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';

const KEY_ID = 'key-1';

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const [ours, foreign] = [await generateKeys(), await generateKeys()];
  const jwk = {
    ...ours.publicKey.export({ format: 'jwk' }),
    kid: KEY_ID,
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  const otherTenants = { ...foreign.publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  const unendorsed = { ...jwk, kid: 'key-without-teams', endorsements: ['webchat'] };
  let fetches = 0;
  const server = createServer((request, response) => {
    fetches += 1;
    const answer =
      request.url === '/openid'
        ? { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` }
        : request.url === `/${OTHER_TENANT}/discovery/v2.0/keys`
          ? { keys: [otherTenants] }
          : { keys: [jwk, unendorsed] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  const url = await listen(server);

  const sign = (parts: TokenParts): string => {
    const content = `${encode(parts.header)}.${encode(parts.claims)}`;
    switch (parts.signedBy) {
      case 'nobody':
        return `${content}.`;
      case 'hmac-with-public-key': {
        const secret = ours.publicKey.export({ format: 'pem', type: 'spki' });
        return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
      }
      default: {
        const key = parts.signedBy === 'issuer' ? ours.privateKey : foreign.privateKey;
        return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
      }
    }
  };

  return {
    url,
    fetches: () => fetches,
    token(botId, serviceUrl, change = (good) => good) {
      const now = Math.floor(Date.now() / 1_000);
      const claims = {
        iss: 'https://api.botframework.com',
        aud: botId,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3_600,
      };
      return sign(change({ header: { alg: 'RS256', typ: 'JWT', kid: KEY_ID }, claims, signedBy: 'issuer' }));
    },
    userToken({ appId, tenantId, objectId, name, presentMs }, change = (good) => good) {
      const now = Math.floor(presentMs / 1_000);
      const claims = {
        iss: `${url}/${tenantId}/v2.0`,
        aud: appId,
        tid: tenantId,
        oid: objectId,
        name,
        scp: 'access_as_user',
        ver: '2.0',
        nbf: now - 60,
        iat: now - 60,
        exp: now + 3_600,
      };
      return sign(change({ header: { alg: 'RS256', typ: 'JWT', kid: KEY_ID }, claims, signedBy: 'issuer' }));
    },
    async close() {
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
}
