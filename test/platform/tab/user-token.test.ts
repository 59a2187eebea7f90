// Which tokens are believed: those of our tenant's people for this app, now, and no others.
import { parseInstant } from '../../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../../src/kernel/instants.ts';
import { createTokenVerifier, type TokenVerifier } from '../../../src/platform/tab/user-token.ts';
import { known } from '../../app/app-world.ts';
import { TENANT } from '../../support/bot-client.ts';
import { OTHER_TENANT, startTokenIssuer, type TokenIssuer, type TokenParts } from '../../support/token-issuer.ts';

const APP = '00000000-0000-4000-8000-00000000b07a';
const PERSON = 'dddddddd-0000-4000-8000-000000000001';
const NOW: Instant = known(parseInstant('2026-11-24T09:00:00.000Z'));
const later = (seconds: number): Instant =>
  known(parseInstant(new Date(Date.parse(NOW) + seconds * 1_000).toISOString()));

let issuer: TokenIssuer;
let verify: TokenVerifier;
beforeAll(async () => {
  issuer = await startTokenIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  verify = createTokenVerifier({ audience: APP, authority: issuer.url, tenantIds: new Set([TENANT]) });
});

type Change = (good: TokenParts) => TokenParts;

function token(change?: Change, tenantId = TENANT): string {
  const about = { appId: APP, tenantId, objectId: PERSON, name: 'Veera Virtanen', presentMs: Date.parse(NOW) };
  return `Bearer ${issuer.userToken(about, change)}`;
}

/** The token with other claims; undefined takes one away. */
function claims(over: Readonly<Record<string, unknown>>): Change {
  return (good) => ({ ...good, claims: { ...good.claims, ...over } });
}

const PRESENT_S = Date.parse('2026-11-24T09:00:00.000Z') / 1_000;

describe('a token of our tenant for this app', () => {
  it('tells who holds it, by tenant and object id', async () => {
    expect(await verify(token(), NOW)).toEqual({ tenantId: TENANT, id: PERSON, name: 'Veera Virtanen' });
  });

  it('may hold further scopes, and need not hold a name', async () => {
    const change = claims({ scp: 'openid access_as_user', name: undefined });
    expect(await verify(token(change), NOW)).toEqual({ tenantId: TENANT, id: PERSON, name: '' });
  });

  it('is good until a minute after its end, by the time that it is told', async () => {
    expect(await verify(token(), later(3_600 + 59))).not.toBeNull();
    expect(await verify(token(), later(3_600 + 61))).toBeNull();
    expect(await verify(token(), later(-60 - 59))).not.toBeNull();
    expect(await verify(token(), later(-60 - 61))).toBeNull();
  });

  it('has its keys fetched once for many', async () => {
    const before = issuer.fetches();
    await Promise.all(Array.from({ length: 20 }, () => verify(token(), NOW)));
    expect(issuer.fetches()).toBe(before + 1);
  });
});

describe('not believed is', () => {
  it.each<[string, Change]>([
    ['a token that a stranger signed', (good) => ({ ...good, signedBy: 'stranger' })],
    ['one that nobody signed', (good) => ({ ...good, signedBy: 'nobody' })],
    ['alg none', (good) => ({ ...good, header: { ...good.header, alg: 'none' }, signedBy: 'nobody' })],
    [
      'HS256 with the public key as its secret',
      (good) => ({ ...good, header: { ...good.header, alg: 'HS256' }, signedBy: 'hmac-with-public-key' }),
    ],
    ['a key that nobody published', (good) => ({ ...good, header: { ...good.header, kid: 'another' } })],
    ['one for another app', claims({ aud: '99999999-9999-4999-8999-999999999999' })],
    [
      'one for the address of the app, as version 1 writes it',
      claims({ aud: `api://ratkaisupolku.example.org/${APP}` }),
    ],
    ['one without an audience', claims({ aud: undefined })],
    ['one of another issuer', claims({ iss: 'https://sts.windows.net/common/' })],
    ['one of the issuer of what Teams sends to bots', claims({ iss: 'https://api.botframework.com' })],
    ['one without a scope', claims({ scp: undefined })],
    ['one with another scope', claims({ scp: 'access_as_user2 User.Read' })],
    ['one of an app instead of a person', claims({ scp: undefined, roles: ['access_as_user'] })],
    ['one of version 1', claims({ ver: '1.0' })],
    ['one that has ended', claims({ exp: PRESENT_S - 120 })],
    ['one without an end', claims({ exp: undefined })],
    ['one that is not good yet', claims({ nbf: PRESENT_S + 120 })],
    ['one without a beginning', claims({ nbf: undefined })],
    ['one without a person', claims({ oid: undefined })],
    ['one whose person is no object id', claims({ oid: 'veera@example.org' })],
    ['one that names a tenant of several', claims({ tid: [TENANT] })],
  ])('%s', async (_what, change) => {
    expect(await verify(token(change), NOW)).toBeNull();
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a.b',
    'Bearer a.b.c',
    'Basic dmVlcmE6eA==',
    `Bearer ${'a'.repeat(20_000)}`,
  ])('what is no bearer token: %.20s', async (authorization) => {
    expect(await verify(authorization, NOW)).toBeNull();
  });
});

describe('another tenant', () => {
  const stranger: Change = (good) => ({ ...good, signedBy: 'stranger' });

  it('is not let in with its own good tokens, and its keys are not even asked for', async () => {
    const before = issuer.fetches();
    expect(await verify(token(stranger, OTHER_TENANT), NOW)).toBeNull();
    expect(issuer.fetches()).toBe(before);
  });

  it('cannot sign for ours, nor ours for it, when both are served', async () => {
    const both = createTokenVerifier({
      audience: APP,
      authority: issuer.url,
      tenantIds: new Set([TENANT, OTHER_TENANT]),
    });
    expect(await both(token(stranger, OTHER_TENANT), NOW)).toMatchObject({ tenantId: OTHER_TENANT });
    expect(await both(token(undefined, OTHER_TENANT), NOW)).toBeNull();
    expect(await both(token(stranger, TENANT), NOW)).toBeNull();
    // The issuer of one with the tenant of the other.
    expect(await both(token(claims({ tid: OTHER_TENANT })), NOW)).toBeNull();
  });
});

describe('keys that cannot be had', () => {
  it('are an outage, not a wrong token, and are asked for again', async () => {
    const gone = await startTokenIssuer();
    const waiting = createTokenVerifier({ audience: APP, authority: gone.url, tenantIds: new Set([TENANT]) });
    const about = { appId: APP, tenantId: TENANT, objectId: PERSON, name: '', presentMs: Date.parse(NOW) };
    const authorization = `Bearer ${gone.userToken(about)}`;
    await gone.close();
    await expect(waiting(authorization, NOW)).rejects.toMatchObject({ code: 'keys-unavailable' });
    await expect(waiting(authorization, NOW)).rejects.toMatchObject({ code: 'keys-unavailable' });
  });
});
