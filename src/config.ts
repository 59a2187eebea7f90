// The settings of the process. Only index.ts reads the environment; everybody else receives these values.
import * as z from 'zod/mini';
import { assertNever } from './kernel/fault.ts';
import { parsePersonId, type PersonId } from './kernel/ids.ts';

/** How the bot proves who it is. `Local` is the loopback issuer of a developer's machine. */
export type BotIdentity =
  | { readonly kind: 'SingleTenant'; readonly botId: string; readonly tenantId: string; readonly password: string }
  | { readonly kind: 'UserAssignedMsi'; readonly botId: string; readonly tenantId: string }
  | { readonly kind: 'Local'; readonly botId: string; readonly issuer: string };

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly identity: BotIdentity;
  /** The only tenants whose people are served; lower case. */
  readonly tenantIds: ReadonlySet<string>;
  /** The first admins; the settings card names further ones. */
  readonly adminIds: readonly PersonId[];
  readonly tables: { readonly url: string; readonly prefix: string };
  /** Hosts that the bot may call besides Teams' own. */
  readonly serviceUrlHosts: ReadonlySet<string>;
  readonly links: {
    readonly legalAdvice: string | null;
    readonly model: string | null;
    readonly privacy: string | null;
  };
  readonly labels: { readonly controller: string | null; readonly advisor: string };
  /** Who shows it may read the metrics; null: they are not served at all. */
  readonly metricsToken: string | null;
  /** Where people's browsers and calendars reach the app, without a slash at the end; null: no links can be given. */
  readonly publicUrl: string | null;
  /** The id of the app in Teams, for links into its tab; null: cards lead to no page. */
  readonly teamsAppId: string | null;
  readonly tab: {
    /** The app id that the tab's tokens are for: the bot's own, or a registration beside it. */
    readonly appId: string;
    /** Who signs them, without a slash at the end. */
    readonly authority: string;
    /** The folder of the built tab; null: where the build puts it. */
    readonly directory: string | null;
  };
  /** Where online meetings are made; null while no administrator has allowed it. */
  readonly graphUrl: string | null;
};

/** Every problem of the environment at once; each names the variable and the remedy. Values are never quoted. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const uuid = (remedy: string) => z.string(remedy).check(z.guid(remedy), z.toLowerCase());
const uuids = (remedy: string) =>
  z.pipe(
    z.pipe(
      z.string(remedy),
      z.transform((text) => text.split(',').map((part) => part.trim())),
    ),
    z.array(uuid(remedy)),
  );
const httpsUrl = z.string().check(z.refine(isHttps, 'write an absolute https address without user name and query'));

const Settings = z.object({
  PORT: z.prefault(
    z.coerce
      .number('write a port number, for example 3978')
      .check(
        z.int('write a port number, for example 3978'),
        z.gte(0, 'write a port number, for example 3978'),
        z.lte(65_535, 'write a port number, for example 3978'),
      ),
    '3978',
  ),
  HOST: z.optional(z.string()),
  /** botbuilder reads an empty id as "authentication off", so it is refused. */
  BOT_ID: uuid('copy the app id of the bot registration; it cannot be empty'),
  /** botbuilder reads any other spelling as MultiTenant. */
  BOT_TYPE: z.enum(
    ['SingleTenant', 'UserAssignedMsi', 'Local'],
    'write SingleTenant, UserAssignedMsi or Local exactly',
  ),
  BOT_TENANT_ID: z.optional(uuid('copy the tenant id of the bot registration')),
  BOT_PASSWORD: z.optional(z.string()),
  TENANT_IDS: uuids('list the tenant ids that may use the bot, separated by commas'),
  ADMIN_IDS: uuids('list the Entra object ids of the first admins, separated by commas'),
  TABLES_URL: z
    .string('write the table address of the storage account, https://<account>.table.core.windows.net')
    .check(z.refine(isTablesUrl, 'write an https address (http only for loopback) without user name and query')),
  TABLE_PREFIX: z.prefault(
    z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{2,20}$/, 'use 3-21 letters and digits, a letter first')),
    'ratkaisupolku',
  ),
  LOCAL_ISSUER: z.optional(
    z.string().check(z.refine(isLoopbackUrl, 'write a loopback address, http://127.0.0.1:<port>')),
  ),
  SERVICE_URL_HOSTS: z.optional(
    z
      .string()
      .check(z.regex(/^[a-z0-9.-]+(\s*,\s*[a-z0-9.-]+)*$/, 'list host names in lower case, separated by commas')),
  ),
  LEGAL_ADVICE_URL: z.optional(httpsUrl),
  MODEL_URL: z.optional(httpsUrl),
  PRIVACY_URL: z.optional(httpsUrl),
  PUBLIC_URL: z.optional(
    z.string().check(z.refine(isOrigin, 'write the https address of the app without a path, https://app.example.org')),
  ),
  /** A managed identity cannot be signed in to, so beside one the tab has a registration of its own. */
  TAB_APP_ID: z.optional(uuid('copy the app id of the registration that people sign in to')),
  TEAMS_APP_ID: z.optional(uuid('copy the id of the app package in Teams')),
  TAB_DIR: z.optional(z.string()),
  GRAPH_MEETINGS: z.prefault(z.enum(['on', 'off'], 'write on or off'), 'off'),
  GRAPH_URL: z.optional(
    z.string().check(z.refine(isLoopbackOrigin, 'write a loopback address, http://127.0.0.1:<port>')),
  ),
  CONTROLLER_NAME: z.optional(z.string()),
  ADVISOR_LABEL: z.prefault(z.string(), 'järjestöasiantuntija'),
  METRICS_TOKEN: z.optional(
    z.string().check(z.regex(/^[\w.~+/=-]{32,200}$/, 'write 32-200 random letters and digits, or remove it')),
  ),
});

type Settings = z.infer<typeof Settings>;

/**
 * The settings in `env`, frozen, or a ConfigError with all problems. Empty variables count as absent. Combinations that
 * would weaken authentication are refused.
 */
export function parseConfig(env: Environment): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Settings.safeParse(present);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  const unsafe = [...identityProblems(present), ...localProblems(present)];
  if (!parsed.success || unsafe.length > 0) {
    throw new ConfigError([...new Set([...problems, ...unsafe])]);
  }
  return Object.freeze(toConfig(parsed.data));
}

function identityProblems(env: Environment): readonly string[] {
  const type = env['BOT_TYPE'];
  const problems: string[] = [];
  if ((type === 'SingleTenant' || type === 'UserAssignedMsi') && env['BOT_TENANT_ID'] === undefined) {
    problems.push('BOT_TENANT_ID: copy the tenant id of the bot registration');
  }
  if (type === 'SingleTenant' && env['BOT_PASSWORD'] === undefined) {
    problems.push('BOT_PASSWORD: set the client secret, or use BOT_TYPE=UserAssignedMsi, which needs none');
  }
  if (type === 'UserAssignedMsi' && env['BOT_PASSWORD'] !== undefined) {
    problems.push('BOT_PASSWORD: remove it; a managed identity has no password');
  }
  return problems;
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

// The local issuer signs for anybody who reaches it, so it must be unreachable from anywhere but this machine.
function localProblems(env: Environment): readonly string[] {
  const isLocal = env['BOT_TYPE'] === 'Local';
  if (!isLocal) {
    const loopbackTables = isLoopbackUrl(env['TABLES_URL'] ?? '');
    return [
      ...(env['LOCAL_ISSUER'] === undefined ? [] : ['LOCAL_ISSUER: remove it; it is only for BOT_TYPE=Local']),
      ...(loopbackTables ? ['TABLES_URL: a loopback storage is only for BOT_TYPE=Local'] : []),
      ...(isLoopbackUrl(env['PUBLIC_URL'] ?? '') ? ['PUBLIC_URL: a loopback address is only for BOT_TYPE=Local'] : []),
      ...(env['BOT_TYPE'] === 'UserAssignedMsi' && env['TAB_APP_ID'] === undefined
        ? ['TAB_APP_ID: copy the app id of the registration that people sign in to; a managed identity is none']
        : []),
      ...(env['GRAPH_URL'] === undefined ? [] : ['GRAPH_URL: remove it; it is only for BOT_TYPE=Local']),
    ];
  }
  const problems: string[] = [];
  if (env['LOCAL_ISSUER'] === undefined) {
    problems.push('LOCAL_ISSUER: write the address of the local token issuer, http://127.0.0.1:<port>');
  }
  if (env['HOST'] !== undefined && !LOOPBACK_HOSTS.has(env['HOST'])) {
    problems.push('HOST: BOT_TYPE=Local listens on loopback only; remove it or write 127.0.0.1');
  }
  if (env['NODE_ENV'] === 'production') {
    problems.push('NODE_ENV: BOT_TYPE=Local is not for production');
  }
  if (env['BOT_PASSWORD'] !== undefined || env['BOT_TENANT_ID'] !== undefined) {
    problems.push('BOT_PASSWORD, BOT_TENANT_ID: remove them; BOT_TYPE=Local must not stand beside a real identity');
  }
  if (env['TAB_APP_ID'] !== undefined) {
    problems.push('TAB_APP_ID: remove it; BOT_TYPE=Local signs people in to its own app id');
  }
  if (env['BOT_ID'] !== undefined && env['BOT_ID'] !== LOCAL_BOT_ID) {
    problems.push(`BOT_ID: BOT_TYPE=Local uses ${LOCAL_BOT_ID}, never a real app id`);
  }
  if (env['TABLES_URL'] !== undefined && !isLoopbackUrl(env['TABLES_URL'])) {
    problems.push('TABLES_URL: BOT_TYPE=Local uses a loopback storage only');
  }
  if (env['GRAPH_MEETINGS'] === 'on' && env['GRAPH_URL'] === undefined) {
    problems.push(
      'GRAPH_URL: write the loopback address of a stand-in for Microsoft Graph, or leave GRAPH_MEETINGS out',
    );
  }
  const hosted = Object.keys(env).filter((name) => name.startsWith('WEBSITE_') || name.startsWith('AZURE_'));
  if (hosted.length > 0) {
    problems.push(`${hosted.toSorted().join(', ')}: BOT_TYPE=Local refuses to run where a host sets these`);
  }
  return problems;
}

/** The app id of every local world. It is no real registration, so a token for it is worthless elsewhere. */
export const LOCAL_BOT_ID = '00000000-0000-4000-8000-00000000b07a';

const ENTRA = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';

function toConfig(settings: Settings): Config {
  return {
    port: settings.PORT,
    host: settings.HOST ?? (settings.BOT_TYPE === 'Local' ? '127.0.0.1' : '0.0.0.0'),
    identity: toIdentity(settings),
    tenantIds: new Set(settings.TENANT_IDS),
    adminIds: settings.ADMIN_IDS.map(parsePersonId).filter((id) => id !== null),
    tables: { url: settings.TABLES_URL, prefix: settings.TABLE_PREFIX },
    serviceUrlHosts: new Set(settings.SERVICE_URL_HOSTS?.split(',').map((host) => host.trim()) ?? []),
    links: {
      legalAdvice: settings.LEGAL_ADVICE_URL ?? null,
      model: settings.MODEL_URL ?? null,
      privacy: settings.PRIVACY_URL ?? null,
    },
    labels: { controller: settings.CONTROLLER_NAME ?? null, advisor: settings.ADVISOR_LABEL },
    metricsToken: settings.METRICS_TOKEN ?? null,
    publicUrl: settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL).origin,
    teamsAppId: settings.TEAMS_APP_ID ?? null,
    tab: {
      appId: settings.TAB_APP_ID ?? settings.BOT_ID,
      authority: settings.BOT_TYPE === 'Local' ? withoutSlash(settings.LOCAL_ISSUER ?? '') : ENTRA,
      directory: settings.TAB_DIR ?? null,
    },
    graphUrl: settings.GRAPH_MEETINGS === 'on' ? (settings.GRAPH_URL ?? GRAPH) : null,
  };
}

// The absent parts were refused by identityProblems and localProblems before.
function toIdentity(settings: Settings): BotIdentity {
  const tenantId = settings.BOT_TENANT_ID ?? '';
  switch (settings.BOT_TYPE) {
    case 'SingleTenant':
      return { kind: 'SingleTenant', botId: settings.BOT_ID, tenantId, password: settings.BOT_PASSWORD ?? '' };
    case 'UserAssignedMsi':
      return { kind: 'UserAssignedMsi', botId: settings.BOT_ID, tenantId };
    case 'Local':
      return { kind: 'Local', botId: settings.BOT_ID, issuer: settings.LOCAL_ISSUER ?? '' };
    default:
      return assertNever(settings.BOT_TYPE);
  }
}

function toUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== ''
    ? null
    : url;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function isHttps(text: string): boolean {
  return toUrl(text)?.protocol === 'https:';
}

function isLoopbackUrl(text: string): boolean {
  const url = toUrl(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK_HOSTS.has(url.hostname);
}

function isOrigin(text: string): boolean {
  return (isHttps(text) || isLoopbackUrl(text)) && toUrl(text)?.pathname === '/';
}

function isLoopbackOrigin(text: string): boolean {
  return isLoopbackUrl(text) && isOrigin(text);
}

function isTablesUrl(text: string): boolean {
  return isHttps(text) || isLoopbackUrl(text);
}
