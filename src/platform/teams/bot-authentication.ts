import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { CHANNEL_ISSUER } from './bearer-token.ts';
import { LocalCredentials } from './local-credentials.ts';
import { TimelyCredentials } from './timely-credentials.ts';

/** How the bot proves who it is to Teams, and whose keys it trusts. Local trusts the loopback issuer's. */
export type BotCredentials =
  | { readonly kind: 'SingleTenant'; readonly botId: string; readonly tenantId: string; readonly password: string }
  | { readonly kind: 'UserAssignedMsi'; readonly botId: string; readonly tenantId: string }
  | { readonly kind: 'Local'; readonly botId: string; readonly issuer: string };

export type BotAuthentication = ConfigurationBotFrameworkAuthentication;

/**
 * The SDK's authentication for these credentials; in both directions, with no way to switch it off. `tokenMs`: how long
 * the bot's own token may take.
 */
export function createBotAuthentication(credentials: BotCredentials, tokenMs: number): BotAuthentication {
  if (credentials.kind === 'Local') {
    return localAuthentication(credentials.botId, credentials.issuer);
  }
  const options = {
    MicrosoftAppId: credentials.botId,
    MicrosoftAppType: credentials.kind,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.kind === 'SingleTenant' ? { MicrosoftAppPassword: credentials.password } : {}),
  };
  return new ConfigurationBotFrameworkAuthentication(options, new TimelyCredentials(options, tokenMs));
}

function localAuthentication(botId: string, issuer: string): BotAuthentication {
  const metadata = `${issuer}/openid`;
  return new ConfigurationBotFrameworkAuthentication(
    {
      CallerId: '',
      ChannelService: '',
      MicrosoftAppId: botId,
      OAuthUrl: `${issuer}/`,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ToChannelFromBotLoginUrl: `${issuer}/`,
      ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
      ValidateAuthority: true,
    },
    new LocalCredentials(botId),
  );
}
