import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { readBicep } from './read-bicep.ts';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const Action = z.strictObject({
  uses: z.string(),
  name: z.optional(z.string()),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.optional(z.record(z.string(), z.string())),
});
const Project = z.strictObject({
  version: z.string(),
  environmentFolderPath: z.string(),
  provision: z.array(Action),
  deploy: z.array(Action),
  publish: z.array(Action),
});

const project = Project.parse(parse(read('teamsapp.yml')));
const actions = [...project.provision, ...project.deploy, ...project.publish];

/** The `with` of the first action of that kind, as text values. */
function settingsOf(uses: string): Readonly<Record<string, unknown>> {
  return actions.find((action) => action.uses === uses)?.with ?? {};
}

describe('teamsapp.yml', () => {
  it('is written for version 1.11 of the toolkit', () => {
    expect(project.version).toBe('v1.11');
    expect(read('teamsapp.yml')).toContain('https://aka.ms/m365-agents-toolkits/v1.11/yaml.schema.json');
  });

  it('creates the app and whom people sign in to, then Azure, then the package, and checks the package before it is sent', () => {
    expect(project.provision.map((action) => action.uses)).toEqual([
      'teamsApp/create',
      'aadApp/create',
      'arm/deploy',
      'aadApp/update',
      'teamsApp/validateManifest',
      'teamsApp/zipAppPackage',
      'teamsApp/validateAppPackage',
      'teamsApp/update',
    ]);
  });

  it('deploys what the lock file names, without development packages', () => {
    expect(project.deploy.map((action) => action.with['args'] ?? action.uses)).toEqual([
      'ci',
      'run build --if-present',
      'prune --omit=dev',
      'azureAppService/zipDeploy',
    ]);
  });

  it('publishes to the organisation last', () => {
    expect(project.publish.at(-1)?.uses).toBe('teamsApp/publishAppPackage');
  });

  it('names files that exist', () => {
    const Templates = z.array(z.object({ path: z.string(), parameters: z.string() }));
    const [template] = Templates.parse(settingsOf('arm/deploy')['templates']);
    const Deployed = z.object({ ignoreFile: z.string() });
    const Package = z.object({ manifestPath: z.string() });
    const named = [
      template?.path ?? '',
      template?.parameters ?? '',
      String(settingsOf('aadApp/update')['manifestPath']),
      Deployed.parse(settingsOf('azureAppService/zipDeploy')).ignoreFile,
      Package.parse(settingsOf('teamsApp/zipAppPackage')).manifestPath,
      project.environmentFolderPath,
    ];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('writes packages only where git does not look', () => {
    const outputs = actions.flatMap((action) =>
      Object.entries(action.with).filter(([key]) => key.startsWith('output') || key === 'appPackagePath'),
    );
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs.filter(([, path]) => !String(path).startsWith('./.artifacts'))).toEqual([]);
  });
});

describe('the variables', () => {
  const used = [
    'appPackage/manifest.json',
    'infra/azure/aad.manifest.json',
    'infra/azure/azure.parameters.json',
    'teamsapp.yml',
  ].flatMap((path) => [...read(path).matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''));
  const written = actions.flatMap((action) => Object.values(action.writeToEnvironmentFile ?? {}));
  const { outputs } = readBicep('azure.bicep');
  /** The toolkit sets these itself, or asks for them and remembers. */
  const toolkit = ['TEAMSFX_ENV', 'RESOURCE_SUFFIX', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME'];
  const environment = /```dotenv\n([\s\S]*?)```/.exec(read('docs/operations.md'))?.[1] ?? '';
  const filledIn = [...environment.matchAll(/^ *(\w+)=/gm)].map((match) => match[1] ?? '');

  it('come from the toolkit, from Azure, or from the file that docs/operations.md shows', () => {
    const known = [...written, ...outputs, ...toolkit, ...filledIn];
    expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are asked for only when something uses them', () => {
    expect(filledIn.filter((name) => !used.includes(name))).toEqual([]);
    expect(filledIn).toContain('ADMIN_IDS');
  });
});

describe('what is uploaded', () => {
  const patterns = read('infra/azure/deploy.ignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('leaves out only entries of the top level, so that no package loses a folder', () => {
    expect(patterns.filter((pattern) => !/^\/[\w.*-]+$/.test(pattern))).toEqual([]);
  });

  it('keeps the sources, the packages and their list', () => {
    expect(patterns.filter((pattern) => /^\/(src|node_modules|package|dist)/.test(pattern))).toEqual([]);
  });

  it('starts from a file that exists', () => {
    const command = /appCommandLine: 'node ([^']+)'/.exec(readBicep('azure.bicep').code)?.[1] ?? '';
    expect(command).toBe('src/index.ts');
    expect(existsSync(join(root, command))).toBe(true);
  });
});
