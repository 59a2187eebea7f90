import type { ZodMiniType } from 'zod/mini';
import { call, teamUrl, type Answer } from './api.ts';

/** Sends a body to a route of the team, `POST`, and gives what it answered. */
export function send<Value>(contract: ZodMiniType<Value>, path: string, body: unknown): Promise<Answer<Value>> {
  return call(contract, { url: teamUrl(path), body });
}
