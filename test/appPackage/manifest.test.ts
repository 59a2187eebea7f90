import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
// Both are CommonJS with a default export, which TypeScript sees one level deeper.
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import * as z from 'zod/mini';

const folder = join(__dirname, '../../appPackage');
const source = readFileSync(join(folder, 'manifest.json'), 'utf8');

/** The parts that the tests read; the official schema checks the whole. */
const Manifest = z.looseObject({
  manifestVersion: z.string(),
  localizationInfo: z.object({ defaultLanguageTag: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.record(z.string(), z.string()),
  bots: z.array(
    z.looseObject({
      scopes: z.array(z.string()),
      supportsTargetedMessages: z.boolean(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          triggers: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  staticTabs: z.array(
    z.object({ entityId: z.string(), scopes: z.array(z.string()), contentUrl: z.optional(z.string()) }),
  ),
  configurableTabs: z.array(z.looseObject({ configurationUrl: z.string(), scopes: z.array(z.string()) })),
  webApplicationInfo: z.strictObject({ id: z.string(), resource: z.string() }),
  validDomains: z.array(z.string()),
});

/** What the toolkit writes in place of the variables, as long as such values get. */
const VALUES: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '6e0c8f5e-8d5b-4a3a-9d55-0f9d1b1f7a11',
  BOT_ID: '1b7d3c52-4a44-4f0e-8f4e-5d7a3c9d2e22',
  AAD_APP_CLIENT_ID: '3c9e4d63-5b55-4c1e-9e5f-6e8b4d0e3f33',
  BOT_DOMAIN: 'polku1a2b3c.azurewebsites.net',
  PUBLISHER_NAME: 'Kehitysvammaisten Tukiliitto ry',
  PUBLISHER_URL: 'https://www.example.org',
  PRIVACY_URL: 'https://www.example.org/ratkaisupolku/tietosuoja',
  TERMS_URL: 'https://www.example.org/ratkaisupolku/ehdot',
};

const filled = source.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => VALUES[name] ?? whole);
const manifest = Manifest.parse(JSON.parse(filled));
const bot = manifest.bots[0];
const lists = bot?.commandLists ?? [];

function officialSchema(version: string): Record<string, unknown> {
  const root = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const file = join(root, `build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

function problemsOf(candidate: unknown): string[] {
  const { $schema: _draft, ...schema } = officialSchema('1.29');
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(candidate);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('the app manifest', () => {
  it('follows the official schema of version 1.29', () => {
    expect(manifest.manifestVersion).toBe('1.29');
    expect(problemsOf(manifest)).toEqual([]);
  });

  it('would be refused with a property that the schema does not know', () => {
    expect(problemsOf({ ...manifest, packageName: 'fi.ratkaisupolku' })).not.toEqual([]);
  });

  it('has a value for every variable', () => {
    expect(filled).not.toContain('${{');
  });

  it('speaks Finnish by default', () => {
    expect(manifest.localizationInfo.defaultLanguageTag).toBe('fi');
  });

  it('C-02: brings the bot to teams and to personal chats', () => {
    expect(bot?.scopes).toEqual(['team', 'personal']);
  });

  it("C-02: opens the tab as a person's own pages, before the chat, and as a channel's", () => {
    const domain = `https://${VALUES['BOT_DOMAIN']}`;
    expect(manifest.staticTabs.map(({ entityId, scopes, contentUrl }) => [entityId, scopes, contentUrl])).toEqual([
      ['ratkaisupolku', ['personal'], `${domain}/tab`],
      ['conversations', ['personal'], undefined],
      ['about', ['personal'], undefined],
    ]);
    expect(manifest.configurableTabs).toMatchObject([{ configurationUrl: `${domain}/tab/config`, scopes: ['team'] }]);
  });

  it('lets Teams vouch for people towards the app that they sign in to, at its own domain', () => {
    const app = VALUES['AAD_APP_CLIENT_ID'];
    expect(manifest.webApplicationInfo).toEqual({ id: app, resource: `api://${VALUES['BOT_DOMAIN']}/${app}` });
  });

  it('asks for no permission to read messages that are not sent to the bot', () => {
    expect(manifest).not.toHaveProperty('authorization');
  });

  it('G-16: links the privacy notice', () => {
    expect(source).toContain('"privacyUrl": "${{PRIVACY_URL}}"');
  });

  it('trusts only the domain of the app itself', () => {
    expect(manifest.validDomains).toEqual([VALUES['BOT_DOMAIN']]);
  });
});

describe('its commands', () => {
  it('C-10: offer opening a case first', () => {
    expect(lists.map((list) => list.commands[0]?.title)).toEqual(['uusi tapaus', 'uusi tapaus']);
  });

  it('are at most twelve in one of at most three lists, each with a short description', () => {
    expect(lists.length).toBeLessThanOrEqual(3);
    for (const list of lists) {
      expect(list.commands.length).toBeLessThanOrEqual(12);
      for (const { title, description } of list.commands) {
        expect(title).toMatch(/^[a-zåäö]+( [a-zåäö]+)?$/);
        // The schema allows more, but menus cut long lines.
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeGreaterThan(0);
        expect(description.length).toBeLessThanOrEqual(60);
      }
    }
  });

  it('are the same in a channel and in a personal chat', () => {
    const [channel, personal] = lists.map((list) => list.commands.map((command) => command.title));
    expect(personal).toEqual(channel);
  });

  it('are slash commands only where the bot takes targeted messages, which the schema does not check', () => {
    const slash = lists.filter((list) => list.triggers.includes('slash'));
    expect(slash).not.toEqual([]);
    expect(bot?.supportsTargetedMessages).toBe(true);
  });

  it('are slash commands in channels, not in personal chats: there is nobody to hide a message from', () => {
    const slash = lists.filter((list) => list.triggers.includes('slash')).flatMap((list) => list.scopes);
    expect(slash).toEqual(['team']);
  });
});

describe('its words', () => {
  const texts = [
    manifest.description.short,
    manifest.description.full,
    ...lists.flatMap((list) => list.commands.map((command) => command.description)),
  ];

  it('A-11: carry no exclamation marks', () => {
    expect(texts.filter((text) => text.includes('!'))).toEqual([]);
  });

  it('A-01: make sentences of at most fifteen words', () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.:?])\s+|\n+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([]);
  });

  it('G-01: tell not to write names or health data', () => {
    expect(manifest.description.full).toContain('Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.');
  });
});

describe('the package', () => {
  it('holds every file that the manifest names', () => {
    const named = Object.values(manifest.icons);
    expect(named.toSorted()).toEqual(['color.png', 'outline.png']);
    expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  });

  it('has nothing beside the manifest, the icons and what the icons are drawn from', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'color.png',
      'color.svg',
      'manifest.json',
      'outline.png',
      'outline.svg',
    ]);
  });
});
