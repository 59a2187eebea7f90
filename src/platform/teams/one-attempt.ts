import type { CloudAdapter, Middleware } from 'botbuilder';
import { Fault } from '../../kernel/fault.ts';

type Policy = {
  readonly name: string;
  sendRequest(request: WireRequest, next: (request: WireRequest) => Promise<unknown>): Promise<unknown>;
};
type WireRequest = { abortSignal?: AbortSignal };
type Pipeline = { removePolicy(policy: { readonly name: string }): unknown; addPolicy(policy: Policy): void };

/** Where a turn keeps how far its last request got: `reached` once it was handed to the network. */
export const WIRE = Symbol('wire');
export type Wire = { reached: boolean };

/**
 * Makes every request of a turn's connector go out exactly once, with a deadline for the whole of its answer. The SDK
 * would repeat a POST up to four times when Teams answers 408 or 5xx or drops the connection, each perhaps one more
 * message in the channel, and it would wait for an answer for ever.
 */
export function oneAttempt(adapter: CloudAdapter, deadlineMs: number): Middleware {
  return {
    async onTurn(context, next) {
      const wire: Wire = { reached: false };
      const pipeline = pipelineOf(context.turnState.get(adapter.ConnectorClientKey));
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      // Every redirection is one more request, up to twenty, and to a host that nobody has checked.
      pipeline.removePolicy({ name: 'redirectPolicy' });
      pipeline.addPolicy({
        name: 'oneAttempt',
        sendRequest: (request, send) => {
          // The SDK's own `timeout` ends with the headers: an answer that begins and never ends would hang for ever.
          request.abortSignal = AbortSignal.timeout(deadlineMs);
          // Policies run in the order they were added, so credentials have been put on the request by now.
          wire.reached = true;
          return send(request);
        },
      });
      context.turnState.set(WIRE, wire);
      await next();
    },
  };
}

// The client is a private field of the SDK's connector (botbuilder 4.23.3, pinned); a test counts the requests.
function pipelineOf(connector: unknown): Pipeline {
  const client = property(connector, 'client');
  const pipeline = property(client, 'pipeline');
  if (!isPipeline(pipeline)) {
    throw new Fault('connector-changed');
  }
  return pipeline;
}

function property(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function isPipeline(value: unknown): value is Pipeline {
  return typeof property(value, 'removePolicy') === 'function' && typeof property(value, 'addPolicy') === 'function';
}
