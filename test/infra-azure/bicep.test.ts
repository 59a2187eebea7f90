import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseConfig } from '../../src/config.ts';
import { appSettings, AZURE_FOLDER, readBicep } from './read-bicep.ts';

const FILES = ['azure.bicep', 'storage.bicep', 'botRegistration/azurebot.bicep'] as const;
const main = readBicep('azure.bicep');
const storage = readBicep('storage.bicep');
const registration = readBicep('botRegistration/azurebot.bicep');
const all = [main, storage, registration];

const Parameters = z.object({ parameters: z.record(z.string(), z.object({ value: z.string() })) });
const { parameters } = Parameters.parse(JSON.parse(readFileSync(join(AZURE_FOLDER, 'azure.parameters.json'), 'utf8')));

/** Azure's regions in member states of the European Union. */
const EU_REGIONS: ReadonlySet<string> = new Set([
  'austriaeast',
  'belgiumcentral',
  'denmarkeast',
  'francecentral',
  'germanywestcentral',
  'italynorth',
  'northeurope',
  'polandcentral',
  'spaincentral',
  'swedencentral',
  'westeurope',
]);

describe.each(FILES)('%s', (name) => {
  const { code, params } = readBicep(name);

  it('uses every parameter that it asks for', () => {
    const unused = params.filter((param) => [...code.matchAll(new RegExp(`\\b${param.name}\\b`, 'g'))].length < 2);
    expect(params.length).toBeGreaterThan(0);
    expect(unused).toEqual([]);
  });

  it('closes what it opens', () => {
    const plain = code.replaceAll(/'[^'\n]*'/g, "''");
    const count = (sign: string) => plain.split(sign).length;
    expect([count('{'), count('['), count('(')]).toEqual([count('}'), count(']'), count(')')]);
  });

  it('G-14: reads, passes and returns no key, secret or connection string', () => {
    expect(code).not.toMatch(/listKeys|listAccountSas|connectionString|accountKey|password:|clientSecret|@secure/i);
  });
});

describe('the modules', () => {
  it('get the parameters that they declare, and no others', () => {
    const declared = main.modules.map(({ path }) =>
      readBicep(path)
        .params.map((param) => param.name)
        .toSorted(),
    );
    expect(main.modules.map(({ given }) => given.toSorted())).toEqual(declared);
    expect(declared).toHaveLength(2);
  });
});

describe('the parameter file', () => {
  it('names only parameters that exist', () => {
    const known = main.params.map((param) => param.name);
    expect(Object.keys(parameters).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has a value for every parameter without a default', () => {
    const missing = main.params.filter((param) => param.fallback === null && parameters[param.name] === undefined);
    expect(missing).toEqual([]);
  });

  it('keeps to the allowed values', () => {
    const strange = main.params.filter(({ name, allowed }) => {
      const value = parameters[name]?.value;
      return allowed.length > 0 && value !== undefined && !allowed.includes(value);
    });
    expect(strange).toEqual([]);
  });
});

describe('the data', () => {
  it('G-14: stays in regions of the European Union', () => {
    const location = main.params.find((param) => param.name === 'location');
    expect(location?.allowed.filter((region) => !EU_REGIONS.has(region))).toEqual([]);
    expect(location?.allowed).toContain(location?.fallback?.replaceAll("'", ''));
    expect(EU_REGIONS).toContain(parameters['location']?.value);
  });

  it('G-14: registers the bot in the European Union by default', () => {
    expect(main.params.find((param) => param.name === 'botLocation')?.fallback).toBe("'westeurope'");
  });

  it('G-14: is encrypted, not public, and opened by identities only', () => {
    expect(storage.code).toContain('allowSharedKeyAccess: false');
    expect(storage.code).toContain('allowBlobPublicAccess: false');
    expect(storage.code).toContain('supportsHttpsTrafficOnly: true');
    expect(storage.code).toContain("minimumTlsVersion: 'TLS1_2'");
    expect(storage.code).toMatch(/table: \{\s*enabled: true/);
  });

  it('is the business of the app alone: one role, on this account', () => {
    expect(all.flatMap(({ code }) => code.match(/Microsoft\.Authorization\/roleAssignments@/g) ?? [])).toHaveLength(1);
    expect(storage.code).toMatch(/roleAssignments@[^\n]*\n[^\n]*\n {2}scope: account/);
    // Storage Table Data Contributor, the same in every subscription.
    expect(storage.code).toContain("'0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'");
  });

  it('cannot be deleted by mistake', () => {
    expect(storage.code).toContain("level: 'CanNotDelete'");
  });
});

describe('the web app', () => {
  it('is reached over TLS 1.2 or newer only, and not over FTP', () => {
    expect(main.code).toContain('httpsOnly: true');
    expect(main.code).toContain(" minTlsVersion: '1.2'");
    expect(main.code).toContain("scmMinTlsVersion: '1.2'");
    expect(main.code).toContain("ftpsState: 'Disabled'");
  });

  it('C-12: stays awake, because reminders come when nobody writes', () => {
    expect(main.code).toContain('alwaysOn: true');
  });

  it('G-15: keeps the logs of the app and not those of requests, which hold addresses of people', () => {
    expect(main.code).toContain("'AppServiceConsoleLogs'");
    expect(main.code).not.toContain('AppServiceHTTPLogs');
  });

  it('runs the Node that the package asks for', () => {
    const engines = z.object({ engines: z.object({ node: z.string() }) });
    const { node } = engines.parse(JSON.parse(readFileSync(join(AZURE_FOLDER, '../../package.json'), 'utf8'))).engines;
    expect(`NODE|${node.replace('>=', '')}-lts`).toBe(/linuxFxVersion: '([^']+)'/.exec(main.code)?.[1]);
  });
});

describe('the app settings', () => {
  const settings = appSettings(main.code);
  /** Read by Azure or its SDK, not by us. */
  const THEIRS = ['AZURE_CLIENT_ID', 'WEBSITE_RUN_FROM_PACKAGE'];
  /** What the expressions become. */
  const VALUES: Readonly<Record<string, string>> = {
    'identity.properties.clientId': '1b7d3c52-4a44-4f0e-8f4e-5d7a3c9d2e22',
    'identity.properties.tenantId': '72f988bf-86f1-41af-91ab-2d7cd011db47',
    'storage.outputs.tablesUrl': 'https://polku1a2b3c.table.core.windows.net/',
    adminIds: '9d3c6b0e-6a8e-4bb8-8a44-111111111111, 9d3c6b0e-6a8e-4bb8-8a44-222222222222',
    controllerName: 'Kehitysvammaisten Tukiliitto ry',
    privacyUrl: 'https://www.example.org/tietosuoja',
    legalAdviceUrl: '',
    modelUrl: '',
    "publicUrl == '' ? 'https://${resourceBaseName}.azurewebsites.net' : publicUrl": 'https://polku.azurewebsites.net',
    graphMeetings: 'off',
    teamsAppId: '55555555-5555-4555-8555-555555555555',
    tabAppId: '44444444-4444-4444-8444-444444444444',
  };
  const valueOf = (expression: string) => VALUES[expression] ?? /^'([^']*)'$/.exec(expression)?.[1];

  it('are variables that the app knows', () => {
    const source = readFileSync(join(AZURE_FOLDER, '../../src/config.ts'), 'utf8');
    const unknown = [...settings.keys()].filter((name) => !THEIRS.includes(name) && !source.includes(name));
    expect(unknown).toEqual([]);
  });

  it('start the app as a managed identity of one tenant', () => {
    const env = Object.fromEntries([...settings].map(([name, expression]) => [name, valueOf(expression)]));
    const config = parseConfig(env);
    expect(config.identity).toEqual({
      kind: 'UserAssignedMsi',
      botId: VALUES['identity.properties.clientId'],
      tenantId: VALUES['identity.properties.tenantId'],
    });
    expect(config.tab).toMatchObject({ appId: VALUES['tabAppId'], authority: 'https://login.microsoftonline.com' });
    expect(config.adminIds).toHaveLength(2);
    expect(config.links).toEqual({ legalAdvice: null, model: null, privacy: VALUES['privacyUrl'] });
    expect([config.publicUrl, config.graphUrl]).toEqual(['https://polku.azurewebsites.net', null]);
    expect(config.teamsAppId).toBe(VALUES['teamsAppId']);
    expect(config.labels.controller).toBe('Kehitysvammaisten Tukiliitto ry');
  });

  it('G-20: name the controller and its privacy notice', () => {
    expect(settings.get('CONTROLLER_NAME')).toBe('controllerName');
    expect(settings.get('PRIVACY_URL')).toBe('privacyUrl');
  });
});

describe('the bot registration', () => {
  it('is the managed identity, in one tenant, without local keys', () => {
    expect(registration.code).toContain("msaAppType: 'UserAssignedMSI'");
    expect(registration.code).toContain('msaAppTenantId: identityTenantId');
    expect(registration.code).toContain('disableLocalAuth: true');
  });

  it('is connected to Teams and to nothing else', () => {
    const channels = [...registration.code.matchAll(/channelName: '(\w+)'/g)].map((match) => match[1]);
    expect(channels).toEqual(['MsTeamsChannel']);
  });

  it('calls the route of the app', () => {
    expect(registration.code).toContain("endpoint: 'https://${botDomain}/api/messages'");
  });
});
