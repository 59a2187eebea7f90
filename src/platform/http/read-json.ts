// Reads a request's body. The server library's own parser inflates compressed bodies (and dies of broken ones), counts
// compressed bytes and writes multipart files to disk, so it is not used (restify/node-restify#1785).
import type { IncomingMessage } from 'node:http';
import { ok, refuse, type Result } from '../../kernel/result.ts';

export type BodyProblem =
  'unsupported-encoding' | 'unsupported-type' | 'body-too-large' | 'body-too-slow' | 'body-broken' | 'body-unexpected';

export type BodyLimits = { readonly maxBytes: number; readonly deadlineMs: number };

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);
// What a body over the cap may still send before the connection is cut: enough for a client to read the refusal.
const DRAIN_BYTES = 4 * 1024 * 1024;
// Cards nest about 12 deep; printing deep values back to JSON would overflow the stack.
const MAX_DEPTH = 64;

/**
 * Reads and parses the JSON body, or says what is wrong with it. An absent body is `undefined`. Bytes are counted as
 * they come, so chunked bodies are capped as well; nothing is ever inflated.
 */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Result<unknown, BodyProblem>> {
  if (request.headers['content-encoding'] !== undefined) {
    return refuse('unsupported-encoding');
  }
  const length = Number(request.headers['content-length'] ?? '0');
  const hasBody = request.headers['transfer-encoding'] !== undefined || length > 0;
  if (!hasBody) {
    return ok(undefined);
  }
  if (WITHOUT_BODY.has(request.method ?? 'GET')) {
    return refuse('body-unexpected');
  }
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    return refuse('unsupported-type');
  }
  const bytes = await readBytes(request, limits);
  return typeof bytes === 'string' ? refuse(bytes) : parseJson(bytes);
}

function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer | BodyProblem> {
  return new Promise((resolve) => {
    let total = 0;
    let chunks: Buffer[] = [];
    const finish = (outcome: Buffer | BodyProblem): void => {
      clearTimeout(deadline);
      request.off('data', onData).off('end', onEnd).off('close', onBroken).off('error', onBroken);
      // A broken connection still reports its error; without a listener it would end the process.
      request.on('error', () => undefined);
      resolve(outcome);
    };
    const onData = (chunk: Buffer): void => {
      total += chunk.length;
      if (total <= limits.maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      if (total > DRAIN_BYTES) {
        request.pause();
        finish('body-too-large');
      }
    };
    const onEnd = (): void => finish(total > limits.maxBytes ? 'body-too-large' : Buffer.concat(chunks));
    const onBroken = (): void => finish('body-broken');
    const deadline = setTimeout(() => finish('body-too-slow'), limits.deadlineMs);
    request.on('data', onData).on('end', onEnd).on('close', onBroken).on('error', onBroken);
  });
}

function parseJson(bytes: Buffer): Result<unknown, BodyProblem> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // An own `__proto__` key turns into a real prototype as soon as somebody merges objects.
    const value: unknown = text.includes('__proto__')
      ? JSON.parse(text, (key, inner: unknown) => (key === '__proto__' ? undefined : inner))
      : JSON.parse(text);
    return isDeeper(value, MAX_DEPTH) ? refuse('body-broken') : ok(value);
  } catch {
    // Broken JSON, broken UTF-8, or nested so deep that the parser gave up: all the same to the sender.
    return refuse('body-broken');
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
