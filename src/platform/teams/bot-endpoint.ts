import type { HttpRequest, HttpResponse, Route } from '../http/route.ts';
import { parseActivity, type InboundActivity } from './activity.ts';
import type { Authenticator, Verified } from './authenticator.ts';
import type { BotApplication } from './bot-application.ts';
import type { ReportFault } from './bot-turn.ts';
import { inboundRefusal, type InboundPolicy } from './inbound-guard.ts';
import { toSdkActivity } from './sdk-activity.ts';
import type { TeamsAdapter } from './teams-adapter.ts';

export type EndpointParts = {
  readonly policy: InboundPolicy;
  readonly authenticator: Authenticator;
  readonly adapter: TeamsAdapter;
  readonly application: BotApplication;
  readonly reportFault: ReportFault;
  /** Counts what was refused, by code. */
  readonly onRefused: (code: string) => void;
};

const STATUS = { malformed: 400, unauthenticated: 401, 'not-for-us': 403, unavailable: 503 } as const;

/** Where Teams delivers. Nobody who is not Teams, and nothing that is not for this bot and its tenants, gets past it. */
export function botEndpoint(parts: EndpointParts): Route {
  return { method: 'POST', path: '/api/messages', handle: (request) => receive(parts, request) };
}

async function receive(parts: EndpointParts, request: HttpRequest): Promise<HttpResponse> {
  const activity = parseActivity(request.body);
  if (activity === null) {
    return refuse(parts, 'malformed', 'malformed');
  }
  const refusal = inboundRefusal(activity, parts.policy);
  if (refusal !== null) {
    return refuse(parts, 'not-for-us', refusal);
  }
  const verified = await parts.authenticator.authenticate(activity, request.headers['authorization'] ?? '');
  if (verified === 'refused') {
    return refuse(parts, 'unauthenticated', 'token');
  }
  if (verified === 'unavailable') {
    return refuse(parts, 'unavailable', 'keys');
  }
  return await runTurn(parts, activity, verified);
}

// Strangers learn the code of the status and nothing more; the reason is counted for us.
function refuse(parts: EndpointParts, code: keyof typeof STATUS, reason: string): HttpResponse {
  parts.onRefused(reason);
  return { status: STATUS[code], json: { code } };
}

async function runTurn(parts: EndpointParts, activity: InboundActivity, verified: Verified): Promise<HttpResponse> {
  try {
    const answer = await parts.adapter.runTurn(verified, toSdkActivity(activity), (context) =>
      parts.application(context, activity),
    );
    const body: unknown = answer?.body;
    return { status: answer?.status ?? 200, ...(body === undefined ? {} : { json: body }) };
  } catch (fault) {
    const ref = parts.reportFault(fault, { at: 'bot', type: activity.type });
    // An error status makes Teams deliver again. What a person said must not run twice; what Teams tells of the team
    // must not be lost, and hearing it twice does no harm.
    return activity.type === 'message' ? { status: 200 } : { status: 500, json: { code: 'internal', ref } };
  }
}
