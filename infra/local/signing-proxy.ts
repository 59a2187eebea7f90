// Where local activities come in: signs what the Playground (or a test) sends and passes it on to the app.
import { setTimeout as wait } from 'node:timers/promises';
import { actAsPage } from './act-as-page.ts';
import { actAs, asObject, choose, FIRST_CHOICE, Threads, type Choice } from './acting.ts';
import {
  isLoopbackUrl,
  isOwnForm,
  json,
  serveLoopback,
  type LoopbackAnswer,
  type LoopbackRequest,
  type LoopbackServer,
} from './loopback-server.ts';
import { BOT, TENANT_ID } from './people.ts';
import { callPlayground, CONNECTOR_PATH } from './playground-connector.ts';

export type SigningProxyParts = {
  /** Where the app listens, `http://127.0.0.1:<port>`. */
  readonly appUrl: string;
  /** Where the Playground listens; null when there is none. */
  readonly playgroundUrl: string | null;
  readonly signActivityToken: (serviceUrl: string) => Promise<string>;
};

/**
 * `POST /api/messages` takes an activity as JSON, never from a browser, with a loopback service URL, and forwards it
 * signed; the app's answer comes back as it is. Activities of the Playground are told as the chosen person's, those of
 * others keep their sender. `/` shows and changes the choice.
 */
export function startSigningProxy(port: number, parts: SigningProxyParts): Promise<LoopbackServer> {
  const threads = new Threads();
  let choice: Choice = FIRST_CHOICE;
  return serveLoopback(port, async (request) => {
    if (request.path.startsWith(`${CONNECTOR_PATH}/`) && parts.playgroundUrl !== null) {
      return callPlayground(request, parts.playgroundUrl, threads);
    }
    switch (`${request.method} ${request.path}`) {
      case 'HEAD /api/messages':
        // The Playground looks whether somebody is there before it reads its settings.
        return { status: 200 };
      case 'POST /api/messages':
        return passOn(request, parts, (activity) => actAs(activity, choice, threads));
      case 'GET /':
        return actAsPage(choice, parts.playgroundUrl);
      case 'POST /':
        if (!isOwnForm(request)) {
          return json(403, { code: 'foreign-origin' });
        }
        choice = choose(choice, new URLSearchParams(request.body.toString()));
        return { status: 303, headers: { location: '/' } };
      default:
        return json(404, { code: 'not-found' });
    }
  });
}

// The Playground's client breaks when an answer arrives before its own post was confirmed ("Invalid conversation id").
const PLAYGROUND_SETTLES_MS = 250;

async function passOn(
  request: LoopbackRequest,
  parts: SigningProxyParts,
  act: (activity: Record<string, unknown>) => Record<string, unknown>,
): Promise<LoopbackAnswer> {
  if (request.headers.origin !== undefined) {
    return json(403, { code: 'foreign-origin' });
  }
  const activity = /^application\/json\b/i.test(request.headers['content-type'] ?? '') ? parse(request.body) : null;
  if (activity === null) {
    return json(415, { code: 'not-json' });
  }
  const serviceUrl = activity['serviceUrl'];
  if (typeof serviceUrl !== 'string' || !isLoopbackUrl(serviceUrl)) {
    return json(400, { code: 'service-url-not-loopback' });
  }
  const isPlaygrounds = request.headers['x-ms-agents-playground'] !== undefined;
  if (isPlaygrounds && activity['type'] === 'message') {
    await wait(PLAYGROUND_SETTLES_MS);
  }
  const response = await fetch(`${parts.appUrl}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await parts.signActivityToken(serviceUrl)}`,
    },
    body: JSON.stringify(completed(isPlaygrounds ? act(activity) : activity)),
  });
  const contentType = response.headers.get('content-type');
  return {
    status: response.status,
    ...(contentType === null ? {} : { headers: { 'content-type': contentType } }),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function parse(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? asObject(value) : null;
  } catch {
    return null;
  }
}

// What Teams always says; only what is absent is added.
function completed(activity: Record<string, unknown>): Record<string, unknown> {
  return {
    channelId: 'msteams',
    recipient: BOT,
    ...activity,
    conversation: { tenantId: TENANT_ID, ...asObject(activity['conversation']) },
    channelData: { tenant: { id: TENANT_ID }, ...asObject(activity['channelData']) },
  };
}
