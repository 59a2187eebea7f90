// What every page of the tab asks and is told, whatever feature it belongs to.
import * as z from 'zod/mini';

/** Why the server did not answer; `ref` names a fault in its log. */
export const ApiProblem = z.object({
  code: z.enum([
    'bad-request',
    'sign-in',
    'not-member',
    'not-allowed',
    'not-found',
    'conflict',
    'too-many-requests',
    'unavailable',
    'internal',
  ]),
  ref: z.optional(z.string()),
});

/**
 * `GET /tab/config.json`: what the page must know before anybody is signed in. Inside Teams the page always asks Teams
 * for its token. In a plain browser it can sign in only where `signIn` is local: it goes to `address` with its own
 * address in the query as `return`, and comes back with `#token=…`, which lasts an hour.
 */
export const TabSettings = z.object({
  /** The app id of the registration: what tokens are for. */
  appId: z.string(),
  signIn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('teams') }),
    z.object({ kind: z.literal('local'), address: z.string() }),
  ]),
});

/** `GET /api/me`: who is signed in, and the teams whose roster holds them now. */
export const Me = z.object({
  personId: z.string(),
  name: z.string(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** A press on a button of a shown card: its data, and what was typed when the button sends it. */
export const PressBody = z.object({
  verb: z.string().check(z.maxLength(100)),
  data: z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(8_000))),
});

export type ApiProblem = z.infer<typeof ApiProblem>;
export type TabSettings = z.infer<typeof TabSettings>;
export type Me = z.infer<typeof Me>;
export type PressBody = z.infer<typeof PressBody>;
