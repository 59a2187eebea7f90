// What a feature gives the tab: routes below a team, as data. Who asks is proved before a route is run.
import type { ZodMiniType } from 'zod/mini';
import type { Asking } from '../teams/bot.ts';

/** Who may call a route at all; what they may see and do of a thing is the feature's policy. */
export type TabAccess = 'member' | 'admin';

/** A request by somebody whom the roster holds now. `place` is a channel when the page is one of a channel's tabs. */
export type TabRequest<Body> = Asking & {
  /** The `:name` parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
};

export type TabAnswer<Answer> =
  | { readonly kind: 'json'; readonly json: Answer }
  | { readonly kind: 'file'; readonly name: string; readonly contentType: string; readonly content: Uint8Array }
  /** Not there for this person, not theirs to do, or not to be understood. */
  | { readonly kind: 'refused'; readonly code: 'bad-request' | 'not-allowed' | 'not-found' | 'conflict' };

/** `path` is below `/api/teams/:team`, in the router's syntax: `/cases/:id`. */
export type TabRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: TabAccess;
  /** When it takes more than most, such as a file. */
  readonly maxBodyBytes?: number;
  /** Runs with an unchecked body: a body that is not the route's own is refused. */
  run(request: TabRequest<unknown>): Promise<TabAnswer<unknown>>;
};

/** A route whose body and answer have the shapes of the feature's contract. `body: null`: it takes none. */
export function tabRoute<Body, Answer>(route: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: TabAccess;
  readonly maxBodyBytes?: number;
  readonly body: ZodMiniType<Body> | null;
  /** The contract of the answer: the page parses it with the same; null for a file. */
  readonly answer: ZodMiniType<Answer> | null;
  readonly handle: (request: TabRequest<Body>) => Promise<TabAnswer<Answer>>;
}): TabRoute {
  const { method, path, access, maxBodyBytes, body, handle } = route;
  return {
    method,
    path,
    access,
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    async run(request) {
      if (body === null) {
        // The page sends none, and nobody reads one.
        return await handle({ ...request, body: undefined as Body });
      }
      const parsed = body.safeParse(request.body);
      return parsed.success
        ? await handle({ ...request, body: parsed.data })
        : { kind: 'refused', code: 'bad-request' };
    },
  };
}
