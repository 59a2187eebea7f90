// The registration that people sign in to at the tab.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

const Registration = z.strictObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string(),
  identifierUris: z.array(z.string()),
  signInAudience: z.string(),
  api: z.strictObject({
    requestedAccessTokenVersion: z.number(),
    oauth2PermissionScopes: z.array(
      z.looseObject({ id: z.guid(), type: z.string(), value: z.string(), isEnabled: z.boolean() }),
    ),
    preAuthorizedApplications: z.array(
      z.strictObject({ appId: z.guid(), delegatedPermissionIds: z.array(z.string()) }),
    ),
  }),
});

const registration = Registration.parse(JSON.parse(read('infra/azure/aad.manifest.json')));
const { api } = registration;

it('is known by the address that the app manifest names', () => {
  const manifest = z
    .object({ webApplicationInfo: z.object({ id: z.string(), resource: z.string() }) })
    .parse(JSON.parse(read('appPackage/manifest.json')));
  expect(registration.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  expect(registration.appId).toBe(manifest.webApplicationInfo.id);
});

it('gives tokens of version 2, which are the only ones that the app believes', () => {
  expect(api.requestedAccessTokenVersion).toBe(2);
  expect(read('src/platform/tab/user-token.ts')).toContain("ver: z.literal('2.0')");
});

it('offers one scope, the one that the app asks for, and asks for none itself', () => {
  expect(api.oauth2PermissionScopes.map(({ value, type, isEnabled }) => [value, type, isEnabled])).toEqual([
    ['access_as_user', 'User', true],
  ]);
  expect(read('src/platform/tab/user-token.ts')).toContain("const SCOPE = 'access_as_user';");
  expect(registration).not.toHaveProperty('requiredResourceAccess');
});

it("lets Teams' own clients ask without asking people again, and nobody else", () => {
  const scopes = api.oauth2PermissionScopes.map(({ id }) => id);
  expect(api.preAuthorizedApplications).toEqual([
    // Teams on phones and desktops, and in the browser.
    { appId: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', delegatedPermissionIds: scopes },
    { appId: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', delegatedPermissionIds: scopes },
  ]);
});

it('is for one tenant and has no secret', () => {
  expect(registration.signInAudience).toBe('AzureADMyOrg');
  expect(read('infra/azure/aad.manifest.json')).not.toMatch(/password|secret|keyCredentials/i);
  expect(read('teamsapp.yml')).toContain('generateClientSecret: false');
});
