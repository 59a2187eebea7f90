import { tenantOfActivity, type InboundActivity } from './activity.ts';

export type InboundPolicy = {
  readonly botId: string;
  readonly tenantIds: ReadonlySet<string>;
  /** Hosts beside Teams' own that activities may name as their service. */
  readonly serviceUrlHosts: ReadonlySet<string>;
  /** Local mode: the service may (only) be on this machine. */
  readonly loopbackOnly: boolean;
};

export type InboundRefusal = 'wrong-channel' | 'wrong-service' | 'wrong-tenant' | 'wrong-recipient';

const TEAMS_SERVICE_HOST = 'smba.trafficmanager.net';
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Why the activity is not for us, or null when it is. The SDK lets other channels, a missing service address and any
 * tenant pass; replies go to the service address, so a foreign one would make the bot call whom a stranger names.
 */
export function inboundRefusal(activity: InboundActivity, policy: InboundPolicy): InboundRefusal | null {
  if (activity.channelId !== 'msteams') {
    return 'wrong-channel';
  }
  if (!isAllowedService(activity.serviceUrl, policy)) {
    return 'wrong-service';
  }
  const tenant = tenantOfActivity(activity);
  if (tenant === null || !policy.tenantIds.has(tenant)) {
    return 'wrong-tenant';
  }
  return isBot(activity.recipient.id, policy.botId) ? null : 'wrong-recipient';
}

/** True when the account is this bot; Teams writes bots as `28:<app id>`. */
export function isBot(accountId: string, botId: string): boolean {
  return accountId === botId || accountId === `28:${botId}`;
}

function isAllowedService(address: string, policy: InboundPolicy): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return false;
  }
  if (policy.loopbackOnly) {
    return url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname);
  }
  const isKnown = url.hostname === TEAMS_SERVICE_HOST || policy.serviceUrlHosts.has(url.hostname);
  return url.protocol === 'https:' && url.port === '' && isKnown;
}
