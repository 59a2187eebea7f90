// Signing in to the tab on a developer's machine, up to the app that believes it.
import { startTokenIssuer, type TokenIssuer } from '../../infra/local/token-issuer.ts';
import { KAISA, OUTSIDER, TENANT_ID, VEERA } from '../../infra/local/people.ts';
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { parseInstant } from '../../src/kernel/helsinki-time.ts';
import { createTokenVerifier } from '../../src/platform/tab/user-token.ts';
import { known } from '../app/app-world.ts';

const APP = 'http://127.0.0.1:3978';
const NOW = known(parseInstant('2026-12-01T07:00:00.000Z'));

let issuer: TokenIssuer;
let signIn: string;
beforeAll(async () => {
  const presentMs = (): Promise<number> => Promise.resolve(Date.parse(NOW));
  issuer = await startTokenIssuer(0, { botId: LOCAL_BOT_ID, appUrl: APP, presentMs });
  signIn = `${issuer.url}/kirjaudu`;
});
afterAll(() => issuer.stop());

function send(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams(form);
  return fetch(signIn, { method: 'POST', body, headers, redirect: 'manual' });
}

async function holderOf(location: string | null) {
  const token = new URLSearchParams(new URL(location ?? '').hash.slice(1)).get('token') ?? '';
  const verify = createTokenVerifier({
    audience: LOCAL_BOT_ID,
    authority: issuer.url,
    tenantIds: new Set([TENANT_ID]),
  });
  return await verify(`Bearer ${token}`, NOW);
}

it('shows everybody of the team and one from outside, and where the form may lead', async () => {
  const response = await fetch(`${signIn}?return=${encodeURIComponent(`${APP}/tab/tapaukset?vaihe=2`)}`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('Veera Virtanen, vapaaehtoinen');
  expect(html).toContain(OUTSIDER.name);
  expect(html).toContain('<html lang="fi">');
  expect(response.headers.get('content-security-policy')).toContain(`form-action 'self' ${APP};`);
});

it.each([VEERA, KAISA, OUTSIDER])('sends $name back with a token that the app believes for an hour', async (person) => {
  const response = await send({ person: person.key, return: `${APP}/tab/tapaukset?vaihe=2#old` });
  expect(response.status).toBe(303);
  const location = response.headers.get('location');
  expect(location).toMatch(/^http:\/\/127\.0\.0\.1:3978\/tab\/tapaukset\?vaihe=2#token=[\w.-]+$/);
  expect(await holderOf(location)).toEqual({ tenantId: TENANT_ID, id: person.aadObjectId, name: person.name });
});

it('knows the app by either name of this machine', async () => {
  const response = await send({ person: 'veera', return: 'http://localhost:3978/tab' });
  expect(response.headers.get('location')).toMatch(/^http:\/\/localhost:3978\/tab#token=/);
});

it.each([
  '',
  'no address',
  'https://evil.example.org/tab',
  'http://127.0.0.1:4000/tab',
  'http://127.0.0.1.example.org:3978/tab',
  'http://127.0.0.1:3978@evil.example.org/tab',
  'http://veera@127.0.0.1:3978/tab',
  'http://127.0.0.1:3978/api/me',
  'http://127.0.0.1:3978/tabs',
  'https://127.0.0.1:3978/tab',
  'javascript:alert(1)',
])('sends nobody to %s', async (back) => {
  const page = await fetch(`${signIn}?return=${encodeURIComponent(back)}`);
  expect(page.status).toBe(400);
  expect(await page.text()).not.toContain('<form');
  const sent = await send({ person: 'veera', return: back });
  expect([sent.status, sent.headers.get('location')]).toEqual([400, null]);
});

it('signs in only who is on the page', async () => {
  expect((await send({ person: 'nobody', return: `${APP}/tab` })).status).toBe(400);
});

it('takes no form of another site, and no other method', async () => {
  const form = { person: 'veera', return: `${APP}/tab` };
  expect((await send(form, { origin: 'https://evil.example.org' })).status).toBe(403);
  expect((await send(form, { origin: 'null' })).status).toBe(403);
  expect((await send(form, { origin: issuer.url })).status).toBe(303);
  expect((await fetch(signIn, { method: 'DELETE' })).status).toBe(405);
});

it('writes the address into the page as text', async () => {
  const back = `${APP}/tab?haku="><script>alert(1)</script>`;
  const html = await (await fetch(`${signIn}?return=${encodeURIComponent(back)}`)).text();
  expect(html).not.toContain('<script');
});

it('keeps the keys of people and of activities apart', async () => {
  const read = async (path: string) => await (await fetch(`${issuer.url}${path}`)).text();
  const [people, activities] = [await read(`/${TENANT_ID}/discovery/v2.0/keys`), await read('/keys')];
  expect(people).toContain('"kid":"local-people"');
  expect(activities).toContain('"kid":"local"');
  expect(activities).not.toContain('local-people');
  expect(people).not.toContain('endorsements');
});
