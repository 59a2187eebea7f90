// People at the tab: real requests with real tokens, as their browsers send them.
import type { ConnectorMember } from './teams-connector.ts';
import type { TokenParts } from './token-issuer.ts';

export type TabReply = {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; undefined for anything else. */
  readonly json: unknown;
  readonly bytes: Uint8Array;
};

/** Where the person asks from, and with what token. */
export type TabAbout = {
  /** Another team than the world's. */
  readonly team?: string;
  /** The channel whose tab it is; absent, the personal view. */
  readonly channel?: string;
  /** Makes the token worse; null sends none. */
  readonly change?: ((good: TokenParts) => TokenParts) | null;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Paths are below `/api/teams/<team>`, `/cases?stage=2`. */
export interface TabClient {
  get(path: string): Promise<TabReply>;
  post(path: string, body?: unknown): Promise<TabReply>;
  /** `GET /api/me`. */
  me(): Promise<TabReply>;
}

export interface TabSide {
  /** What the person's page asks. The first question of a world makes the team known to the app. */
  api(person: ConnectorMember, about?: TabAbout): TabClient;
  /** Where a browser goes to be signed in as the person: `tapaukset`, `tapaukset/2026-001?x=y`. */
  tabAddress(person: ConnectorMember, path?: string): Promise<string>;
}

export type TabSideParts = {
  readonly url: string;
  readonly team: string;
  /** Makes the team known, once. */
  readonly introduce: () => Promise<void>;
  readonly token: (person: ConnectorMember, change?: (good: TokenParts) => TokenParts) => Promise<string>;
};

/** The tab's side of a running app. */
export function createTabSide({ url, team, introduce, token }: TabSideParts): TabSide {
  const send = async (
    person: ConnectorMember,
    { change, headers = {} }: TabAbout,
    request: { readonly method: string; readonly path: string; readonly body?: unknown },
  ): Promise<TabReply> => {
    await introduce();
    const response = await fetch(`${url}${request.path}`, {
      method: request.method,
      headers: {
        ...(change === null ? {} : { authorization: `Bearer ${await token(person, change)}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const json: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    return { status: response.status, headers: response.headers, json, bytes };
  };
  return {
    api(person, about = {}) {
      const below = (path: string): string => {
        const { pathname, searchParams } = new URL(path, 'http://tab');
        if (about.channel !== undefined) {
          searchParams.set('channel', about.channel);
        }
        const query = searchParams.toString();
        return `/api/teams/${encodeURIComponent(about.team ?? team)}${pathname}${query === '' ? '' : `?${query}`}`;
      };
      return {
        get: (path) => send(person, about, { method: 'GET', path: below(path) }),
        post: (path, body = {}) => send(person, about, { method: 'POST', path: below(path), body }),
        me: () => send(person, about, { method: 'GET', path: '/api/me' }),
      };
    },
    async tabAddress(person, path = '') {
      await introduce();
      return `${url}/tab${path === '' ? '' : `/${path}`}#token=${await token(person)}`;
    },
  };
}
