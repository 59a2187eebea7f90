// A Teams that takes notes and, for a share of them, gives an answer that leaves the sender in doubt.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TeamsLimits } from '../support/teams-limits.ts';
import { readMark, type Mark } from './fault-note.ts';

/** How a send was answered. `reset`, `hang`: it arrived and no answer says so. `503`: nobody can tell. `412`: not taken. */
export type TeamsFault = 'reset' | 'hang' | '503' | '412';

/** One request that arrived, as Teams knows it. */
export type Arrival = {
  readonly mark: Mark;
  /** When, by the clock of the storage. */
  readonly atMs: number;
  readonly conversation: string;
  /** Whether it is in the channel now. */
  readonly isTaken: boolean;
  readonly fault: TeamsFault | null;
};

export interface FaultyTeams {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** How many deliveries are in their channels. */
  takenDeliveries(): number;
  close(): Promise<void>;
}

const FAULTS: readonly TeamsFault[] = ['reset', 'hang', '503', '412'];
// Answers take as long as this, evenly spread.
const ANSWER_MS = { least: 5, most: 25 };

/** Starts it. `faultShare` of the sends meet a fault, each kind as often; `random` draws which. */
export async function startFaultyTeams(about: {
  readonly faultShare: number;
  readonly random: () => number;
  readonly nowMs: () => number;
  /** What it allows; anything when absent. */
  readonly limits?: TeamsLimits;
}): Promise<FaultyTeams> {
  const { faultShare, random, nowMs, limits } = about;
  const arrivals: Arrival[] = [];
  const taken = new Set<string>();

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const atMs = nowMs();
    const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(decodeURIComponent(request.url ?? ''))?.[1];
    if (request.method !== 'POST' || conversation === undefined) {
      end(response, 404);
      return;
    }
    const mark = readMark(JSON.parse(body));
    const waitMs = limits?.admit(mark.workspace.split('|')[0] ?? '', `${mark.workspace} ${conversation}`) ?? 0;
    if (waitMs > 0) {
      arrivals.push({ mark, atMs, conversation, isTaken: false, fault: null });
      end(response, 429, { 'retry-after': String(Math.ceil(waitMs / 1_000)) });
      return;
    }
    const fault = random() < faultShare ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? null) : null;
    // A gateway that says 503 may have passed the message on or not.
    const isTaken = fault === '503' ? random() < 0.5 : fault !== '412';
    arrivals.push({ mark, atMs, conversation, isTaken, fault });
    if (isTaken) {
      mark.deliveries.forEach(({ key }) => taken.add(`${mark.workspace} ${key}`));
    }
    setTimeout(
      () => {
        answer(response, fault, String(arrivals.length));
      },
      ANSWER_MS.least + random() * (ANSWER_MS.most - ANSWER_MS.least),
    );
  }

  const server = createServer((request, response) => {
    // A sender that was killed cuts its line.
    response.on('error', () => undefined);
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    arrivals,
    takenDeliveries: () => taken.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, fault: TeamsFault | null, id: string): void {
  switch (fault) {
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
    case '503':
    case '412':
      end(response, Number(fault));
      return;
    default:
      end(response, 201, { 'content-type': 'application/json' }, JSON.stringify({ id }));
  }
}

// Not chained: restify, once loaded in the process, makes writeHead return nothing.
function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): void {
  response.writeHead(status, headers);
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
  }
  return text;
}
