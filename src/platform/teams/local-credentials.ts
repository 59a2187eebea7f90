import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;

/**
 * What the bot shows on a developer's machine: nothing, because the local Teams asks for nothing. What comes *in* is
 * verified exactly as in production; authentication is never off.
 */
export class LocalCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #botId: string;

  constructor(botId: string) {
    super({ MicrosoftAppId: botId });
    this.#botId = botId;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#botId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<Credentials> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}
