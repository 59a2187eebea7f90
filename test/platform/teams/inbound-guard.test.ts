import { parseActivity } from '../../../src/platform/teams/activity.ts';
import { inboundRefusal, isBot, type InboundPolicy } from '../../../src/platform/teams/inbound-guard.ts';

const BOT_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';

const cloud: InboundPolicy = {
  botId: BOT_ID,
  tenantIds: new Set([TENANT]),
  serviceUrlHosts: new Set(['smba.example.fi']),
  loopbackOnly: false,
};

function refusal(over: Record<string, unknown>, policy: InboundPolicy = cloud): string | null {
  const activity = parseActivity({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:x' },
    recipient: { id: `28:${BOT_ID}` },
    conversation: { id: '19:x', tenantId: TENANT },
    ...over,
  });
  if (activity === null) {
    throw new Error('no activity');
  }
  return inboundRefusal(activity, policy);
}

describe('in the cloud', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/fi/11111111/',
    'https://smba.trafficmanager.net',
    'https://SMBA.trafficmanager.net/emea/',
    'https://smba.example.fi/',
  ])('the service %s is allowed', (serviceUrl) => {
    expect(refusal({ serviceUrl })).toBeNull();
  });

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil-smba.trafficmanager.net/',
    'https://trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://evil.example/?smba.trafficmanager.net',
    'https://smba.trafficmanager.net/?a=b',
    'https://smba.trafficmanager.net/#a',
    'http://127.0.0.1:3979/',
    'http://localhost/',
    'https://169.254.169.254/metadata',
    'ftp://smba.trafficmanager.net/',
    'javascript:alert(1)',
    '//smba.trafficmanager.net',
    'smba.trafficmanager.net',
  ])('the service %s is refused', (serviceUrl) => {
    expect(refusal({ serviceUrl })).toBe('wrong-service');
  });

  test('the tenant may stand in either place and in any case', () => {
    const conversation = { id: '19:x' };
    expect(refusal({ conversation, channelData: { tenant: { id: TENANT.toUpperCase() } } })).toBeNull();
    expect(refusal({ channelData: { tenant: { id: TENANT } } })).toBeNull();
    expect(refusal({ channelData: { tenant: null, team: null, channel: null } })).toBeNull();
  });

  test('a tenant that is not allowed, none, or two different ones are refused', () => {
    expect(refusal({ conversation: { id: '19:x', tenantId: BOT_ID } })).toBe('wrong-tenant');
    expect(refusal({ conversation: { id: '19:x' } })).toBe('wrong-tenant');
    expect(refusal({ channelData: { tenant: { id: BOT_ID } } })).toBe('wrong-tenant');
  });
});

describe('on a developer’s machine', () => {
  const local: InboundPolicy = { ...cloud, loopbackOnly: true };

  test.each(['http://127.0.0.1:56150/_connector', 'http://localhost:56150/_connector', 'http://[::1]:1/'])(
    'the service %s is allowed',
    (serviceUrl) => {
      expect(refusal({ serviceUrl }, local)).toBeNull();
    },
  );

  test.each(['https://smba.trafficmanager.net/emea/', 'https://smba.example.fi/', 'http://printer.local/'])(
    'the service %s is refused',
    (serviceUrl) => {
      expect(refusal({ serviceUrl }, local)).toBe('wrong-service');
    },
  );
});

test('a bot is known with and without the prefix of Teams, and only the whole id', () => {
  expect([isBot(BOT_ID, BOT_ID), isBot(`28:${BOT_ID}`, BOT_ID)]).toEqual([true, true]);
  expect([isBot('28:', BOT_ID), isBot(`29:${BOT_ID}`, BOT_ID), isBot(`${BOT_ID}0`, BOT_ID)]).toEqual([
    false,
    false,
    false,
  ]);
});
