import { ConfigError, LOCAL_BOT_ID, parseConfig } from '../src/config.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const ADMIN = 'AAAAAAAA-1111-4111-8111-111111111111';

const production = {
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_TYPE: 'UserAssignedMsi',
  BOT_TENANT_ID: TENANT,
  TAB_APP_ID: '33333333-3333-4333-8333-333333333333',
  TENANT_IDS: TENANT,
  ADMIN_IDS: ADMIN,
  TABLES_URL: 'https://account.table.core.windows.net',
};

const local = {
  BOT_ID: LOCAL_BOT_ID,
  BOT_TYPE: 'Local',
  TENANT_IDS: TENANT,
  ADMIN_IDS: ADMIN,
  TABLES_URL: 'http://127.0.0.1:10002/devstoreaccount1',
  LOCAL_ISSUER: 'http://127.0.0.1:4001',
};

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems;
    }
    throw error;
  }
}

describe('good settings', () => {
  test('a managed identity needs no password', () => {
    expect(parseConfig(production)).toMatchObject({
      port: 3978,
      host: '0.0.0.0',
      identity: { kind: 'UserAssignedMsi', botId: production.BOT_ID, tenantId: TENANT },
      adminIds: [ADMIN.toLowerCase()],
      tables: { url: production.TABLES_URL, prefix: 'ratkaisupolku' },
      labels: { controller: null, advisor: 'järjestöasiantuntija' },
      links: { legalAdvice: null, model: null, privacy: null },
      metricsToken: null,
    });
  });

  test('a single-tenant bot has its password', () => {
    const { identity } = parseConfig({ ...production, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'x' });
    expect(identity).toEqual({ kind: 'SingleTenant', botId: production.BOT_ID, tenantId: TENANT, password: 'x' });
  });

  test('the local world listens on loopback', () => {
    expect(parseConfig(local)).toMatchObject({
      host: '127.0.0.1',
      identity: { kind: 'Local', botId: LOCAL_BOT_ID, issuer: 'http://127.0.0.1:4001' },
    });
  });

  test("the tab's tokens are Entra's for its own registration, or the local issuer's for the local bot", () => {
    const entra = 'https://login.microsoftonline.com';
    expect(parseConfig(production).tab).toEqual({ appId: production.TAB_APP_ID, authority: entra, directory: null });
    const one = { ...production, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'x', TAB_APP_ID: '' };
    expect(parseConfig(one).tab).toEqual({ appId: production.BOT_ID, authority: entra, directory: null });
    expect(parseConfig({ ...local, LOCAL_ISSUER: 'http://127.0.0.1:4001/', TAB_DIR: 'elsewhere' }).tab).toEqual({
      appId: LOCAL_BOT_ID,
      authority: 'http://127.0.0.1:4001',
      directory: 'elsewhere',
    });
  });

  test('the public address is https, or this machine in the local world; links are not given without it', () => {
    expect(parseConfig(production).publicUrl).toBeNull();
    expect(parseConfig({ ...production, PUBLIC_URL: 'https://app.example.org/' }).publicUrl).toBe(
      'https://app.example.org',
    );
    expect(parseConfig({ ...local, PUBLIC_URL: 'http://127.0.0.1:3978' }).publicUrl).toBe('http://127.0.0.1:3978');
  });

  test('online meetings are made only once somebody has switched them on', () => {
    expect(parseConfig(production).graphUrl).toBeNull();
    expect(parseConfig({ ...production, GRAPH_MEETINGS: 'off' }).graphUrl).toBeNull();
    expect(parseConfig({ ...production, GRAPH_MEETINGS: 'on' }).graphUrl).toBe('https://graph.microsoft.com');
    const standIn = { GRAPH_MEETINGS: 'on', GRAPH_URL: 'http://127.0.0.1:4002' };
    expect(parseConfig({ ...local, ...standIn }).graphUrl).toBe('http://127.0.0.1:4002');
  });

  test('lists are split at commas and ids are lower case', () => {
    const config = parseConfig({
      ...production,
      TENANT_IDS: ` ${TENANT} , ${ADMIN}`,
      SERVICE_URL_HOSTS: 'smba.example.fi, b.example.fi',
    });
    expect([...config.tenantIds]).toEqual([TENANT, ADMIN.toLowerCase()]);
    expect([...config.serviceUrlHosts]).toEqual(['smba.example.fi', 'b.example.fi']);
  });

  test('the result is frozen and an empty variable counts as absent', () => {
    const config = parseConfig({ ...production, PORT: '', MODEL_URL: ' ' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(config.port).toBe(3978);
    expect(config.links.model).toBeNull();
  });
});

describe('unusable settings', () => {
  test('all problems come at once, each with its variable', () => {
    expect(problemsOf({}).map((problem) => problem.split(':')[0])).toEqual([
      'BOT_ID',
      'BOT_TYPE',
      'TENANT_IDS',
      'ADMIN_IDS',
      'TABLES_URL',
    ]);
  });

  test('no problem quotes the value of a variable', () => {
    const text = problemsOf({
      ...production,
      BOT_PASSWORD: 'hush-hush',
      BOT_ID: 'hush-hush',
      TABLES_URL: 'hush-hush',
    }).join();
    expect(text).toContain('BOT_PASSWORD');
    expect(text).not.toContain('hush');
  });

  test.each([
    ['an empty bot id, which would switch authentication off', { BOT_ID: '' }, 'BOT_ID'],
    ['a blank bot id', { BOT_ID: '   ' }, 'BOT_ID'],
    ['a misspelt type, which would mean every tenant', { BOT_TYPE: 'Singletenant' }, 'BOT_TYPE'],
    ['the type MultiTenant', { BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE'],
    ['a managed identity with a password', { BOT_PASSWORD: 'x' }, 'BOT_PASSWORD'],
    ['a managed identity without its tenant', { BOT_TENANT_ID: undefined }, 'BOT_TENANT_ID'],
    ['a managed identity without an app that people sign in to', { TAB_APP_ID: undefined }, 'TAB_APP_ID'],
    ['an app to sign in to that is no id', { TAB_APP_ID: 'api://app.example.org' }, 'TAB_APP_ID'],
    ['a single tenant without password', { BOT_TYPE: 'SingleTenant' }, 'BOT_PASSWORD'],
    ['a tenant list with something else in it', { TENANT_IDS: `${TENANT},*` }, 'TENANT_IDS'],
    ['plain http to the storage', { TABLES_URL: 'http://account.example.fi' }, 'TABLES_URL'],
    ['a storage address with a secret in it', { TABLES_URL: 'https://a.example.fi/?sig=x' }, 'TABLES_URL'],
    ['a loopback storage with a real identity', { TABLES_URL: local.TABLES_URL }, 'TABLES_URL'],
    ['a local issuer with a real identity', { LOCAL_ISSUER: local.LOCAL_ISSUER }, 'LOCAL_ISSUER'],
    ['a port that is none', { PORT: 'abc' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a link without https', { PRIVACY_URL: 'http://example.fi' }, 'PRIVACY_URL'],
    ['a token for the metrics that could be guessed', { METRICS_TOKEN: 'letmein' }, 'METRICS_TOKEN'],
    [
      'a token for the metrics with a space in it',
      { METRICS_TOKEN: `${'x'.repeat(20)} ${'y'.repeat(20)}` },
      'METRICS_TOKEN',
    ],
    ['a wildcard host', { SERVICE_URL_HOSTS: '*' }, 'SERVICE_URL_HOSTS'],
    ['a public address without https', { PUBLIC_URL: 'http://app.example.org' }, 'PUBLIC_URL'],
    ['a public address with a path', { PUBLIC_URL: 'https://app.example.org/path' }, 'PUBLIC_URL'],
    ['a public address on this machine', { PUBLIC_URL: 'http://127.0.0.1:3978' }, 'PUBLIC_URL'],
    ['a half-hearted switch', { GRAPH_MEETINGS: 'yes' }, 'GRAPH_MEETINGS'],
    ['another Graph than the real one', { GRAPH_URL: 'http://127.0.0.1:4002' }, 'GRAPH_URL'],
  ])('%s is refused', (_title, change, variable) => {
    expect(problemsOf({ ...production, ...change })).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
  });

  test.each([
    ['off loopback', { HOST: '0.0.0.0' }, 'HOST'],
    ['with an issuer elsewhere', { LOCAL_ISSUER: 'http://issuer.example.fi' }, 'LOCAL_ISSUER'],
    ['with an issuer that only looks like loopback', { LOCAL_ISSUER: 'http://127.0.0.1.example.fi' }, 'LOCAL_ISSUER'],
    ['without its issuer', { LOCAL_ISSUER: undefined }, 'LOCAL_ISSUER'],
    ['in production', { NODE_ENV: 'production' }, 'NODE_ENV'],
    ['beside a password', { BOT_PASSWORD: 'x' }, 'BOT_PASSWORD, BOT_TENANT_ID'],
    ['beside a tenant of a registration', { BOT_TENANT_ID: TENANT }, 'BOT_PASSWORD, BOT_TENANT_ID'],
    ['with a real app id', { BOT_ID: production.BOT_ID }, 'BOT_ID'],
    ['with a real app for the tab', { TAB_APP_ID: production.TAB_APP_ID }, 'TAB_APP_ID'],
    ['with a real storage', { TABLES_URL: production.TABLES_URL }, 'TABLES_URL'],
    ['with meetings at the real Graph', { GRAPH_MEETINGS: 'on' }, 'GRAPH_URL'],
    ['with a Graph elsewhere', { GRAPH_URL: 'https://graph.example.org' }, 'GRAPH_URL'],
    ['on App Service', { WEBSITE_SITE_NAME: 'x' }, 'WEBSITE_SITE_NAME'],
    ['where an Azure identity is set', { AZURE_CLIENT_ID: 'x' }, 'AZURE_CLIENT_ID'],
  ])('the local issuer refuses to run %s', (_title, change, variable) => {
    expect(problemsOf({ ...local, ...change })).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
  });
});
