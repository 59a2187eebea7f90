// What the tab's API sends back: JSON, packed when it is long, a file to save, or why not.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { assertNever } from '../../kernel/fault.ts';
import type { HttpRequest, HttpResponse } from '../http/route.ts';
import type { ApiProblem } from './contract.ts';
import type { TabAnswer } from './tab-route.ts';

const pack = promisify(gzip);

// Shorter answers fit into one packet as they are.
const PACKED_FROM_BYTES = 1_024;

const STATUS: Readonly<Record<ApiProblem['code'], number>> = {
  'bad-request': 400,
  'sign-in': 401,
  'not-member': 403,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
};

/** The answer that says why there is no other, and nothing more than that. */
export function problem({ code, ref }: ApiProblem, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status: STATUS[code], headers, json: ref === undefined ? { code } : { code, ref } };
}

/** A route's answer as it is sent to who asked. */
export async function toResponse(answer: TabAnswer<unknown>, request: HttpRequest): Promise<HttpResponse> {
  switch (answer.kind) {
    case 'refused':
      return problem({ code: answer.code });
    case 'file':
      return {
        status: 200,
        headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}` },
        bytes: { contentType: answer.contentType, content: answer.content },
      };
    case 'json':
      return await jsonResponse(answer.json, request);
    default:
      return assertNever(answer);
  }
}

/** JSON, compressed where the browser takes it and there is something to win. */
export async function jsonResponse(json: unknown, request: HttpRequest): Promise<HttpResponse> {
  const content = Buffer.from(JSON.stringify(json));
  const contentType = 'application/json; charset=utf-8';
  const headers = { vary: 'accept-encoding' };
  if (content.length < PACKED_FROM_BYTES || !acceptsEncoding(request, 'gzip')) {
    return { status: 200, headers, bytes: { contentType, content } };
  }
  // The fastest level: half the work of the usual one for a tenth more bytes.
  const packed = await pack(content, { level: constants.Z_BEST_SPEED });
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, bytes: { contentType, content: packed } };
}

/** Whether the request takes the encoding; one with the weight 0 is refused. */
export function acceptsEncoding({ headers }: Pick<HttpRequest, 'headers'>, encoding: 'gzip' | 'br'): boolean {
  return (headers['accept-encoding'] ?? '').split(',').some((part) => {
    const [name = '', ...weights] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight));
  });
}
