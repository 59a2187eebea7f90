// Who may call each route of the tab, with a request that works. A route without a row fails tab-routes.test.ts.

/** Whom a team holds, as far as rights go. */
export type Role = 'guest' | 'volunteer' | 'advisor' | 'admin';

export const EVERYBODY: readonly Role[] = ['guest', 'volunteer', 'advisor', 'admin'];
export const ADMINS: readonly Role[] = ['admin'];
const SUPPORTERS: readonly Role[] = ['advisor', 'admin'];

/** What a request may name: a case of an open channel with one action, opened by a guest. */
export type Scene = { readonly caseId: string; readonly number: string; readonly actionId: string };

export type RouteRow = {
  /** `GET /cases/:number`, as the route is written. */
  readonly route: string;
  readonly may: readonly Role[];
  /** Where a good request goes, below the team; the route's own path when it has no parts. */
  readonly path?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => unknown;
};

const REGISTER = Buffer.from('Laji;Nimi;Kunnat\ntukiyhdistys;Nokian Tuki ry;Nokia').toString('base64');

export const ROUTE_ROWS: readonly RouteRow[] = [
  { route: 'POST /press', may: EVERYBODY, body: ({ caseId }) => ({ verb: 'cases/show', data: { caseId } }) },
  { route: 'GET /cases/:id', may: EVERYBODY, path: ({ number }) => `/cases/${number}` },
  { route: 'GET /calendar', may: EVERYBODY },
  {
    route: 'GET /calendar/entries/:source/:id',
    may: EVERYBODY,
    path: ({ caseId, actionId }) => `/calendar/entries/cases/${caseId}.${actionId}`,
  },
  { route: 'GET /calendar/subscription', may: EVERYBODY },
  { route: 'GET /cases', may: EVERYBODY },
  { route: 'GET /cases.csv', may: EVERYBODY },
  { route: 'GET /statistics', may: EVERYBODY },
  { route: 'GET /statistics.csv', may: EVERYBODY },
  { route: 'GET /settings', may: EVERYBODY },
  { route: 'GET /templates', may: ADMINS },
  { route: 'GET /own', may: EVERYBODY },
  { route: 'POST /own', may: EVERYBODY, body: () => ({ texts: 'long' }) },
  { route: 'GET /own/reminders', may: EVERYBODY },
  { route: 'GET /organisations', may: EVERYBODY },
  { route: 'GET /organisations/file', may: EVERYBODY },
  { route: 'POST /organisations/preview', may: ADMINS, body: () => ({ file: REGISTER, removesMissing: false }) },
  {
    route: 'POST /organisations/import',
    may: ADMINS,
    body: () => ({ file: REGISTER, removesMissing: false, digest: 'none', nonce: 'organisations-import' }),
  },
  {
    route: 'POST /organisations/save',
    may: ADMINS,
    body: () => ({
      id: '',
      seen: '',
      cells: {
        kind: 'tukiyhdistys',
        name: 'Esimerkkilän Tuki ry',
        counties: 'Pirkanmaa',
        municipalities: '',
        district: '',
        page: '',
        active: '',
      },
    }),
  },
  { route: 'GET /counties', may: EVERYBODY },
  { route: 'GET /counties/:code', may: EVERYBODY, path: () => '/counties/08' },
  { route: 'GET /overview', may: EVERYBODY },
  { route: 'GET /deliveries', may: SUPPORTERS },
  { route: 'POST /deliveries/retry', may: SUPPORTERS, body: () => ({ id: 'delivery|none~none|000001' }) },
];
