import {
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
} from 'botbuilder';
import { within } from './deadline.ts';

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;

/**
 * The SDK's credentials with a deadline: it would wait for a token for ever, and the message with it. A token that is
 * late is kept by the SDK and serves the next request; the one that waited is not sent.
 */
export class TimelyCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #deadlineMs: number;

  constructor(options: ConfigurationServiceClientCredentialFactoryOptions, deadlineMs: number) {
    super(options);
    this.#deadlineMs = deadlineMs;
  }

  override async createCredentials(
    ...about: Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>
  ): Promise<Credentials> {
    const credentials = await super.createCredentials(...about);
    return timely(credentials, this.#deadlineMs);
  }
}

/** Exported for its test: these credentials, but a signature that does not come in time is a Fault. */
export function timely(credentials: Credentials, deadlineMs: number): Credentials {
  return {
    signRequest: (request) => within(deadlineMs, 'token-too-slow', credentials.signRequest(request)),
  };
}
