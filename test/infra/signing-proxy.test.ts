import { createServer, type IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { asObject } from '../../infra/local/acting.ts';
import { AINO, BOT, COUNTY_CHANNELS, KAISA, TEAM, TENANT_ID, VEERA } from '../../infra/local/people.ts';
import { startSigningProxy } from '../../infra/local/signing-proxy.ts';
import { startTokenIssuer } from '../../infra/local/token-issuer.ts';

type Received = { readonly authorization: string; readonly activity: Record<string, unknown> };

const stack: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stack.splice(0).toReversed()) {
    await stop();
  }
});

const BOT_ID = BOT.id.slice(3);

async function standIn(answer: { status: number; body: string }): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const activity = text === '' ? {} : asObject(JSON.parse(text));
      received.push({ authorization: request.headers.authorization ?? '', activity });
      // Not chained: restify, once loaded in the process, makes writeHead return nothing.
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  stack.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, received };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString();
}

async function world(answer = { status: 200, body: '{"from":"app"}' }) {
  const app = await standIn(answer);
  const playground = await standIn({ status: 201, body: '{"id":"1700000000001"}' });
  const issuer = await startTokenIssuer(0, {
    botId: BOT_ID,
    appUrl: app.url,
    presentMs: () => Promise.resolve(Date.now()),
  });
  stack.push(issuer.stop);
  const { signActivityToken } = issuer;
  const proxy = await startSigningProxy(0, { appUrl: app.url, playgroundUrl: playground.url, signActivityToken });
  stack.push(proxy.stop);
  return { app, playground, issuer, url: `http://127.0.0.1:${proxy.port}`, port: proxy.port };
}

const MESSAGE = {
  type: 'message',
  text: '<at>Ratkaisupolku</at> uusi tapaus',
  serviceUrl: 'http://127.0.0.1:5555/connector',
  from: { id: AINO.teamsId, name: AINO.name, aadObjectId: AINO.aadObjectId },
  conversation: { id: '19:muu@thread.tacv2;messageid=1', conversationType: 'channel' },
};

const JSON_TYPE = { 'content-type': 'application/json' };
const FROM_PLAYGROUND = { ...JSON_TYPE, 'x-ms-agents-playground': 'true' };

function post(url: string, body: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('an activity that comes from this machine', () => {
  it('reaches the app with a token that the issuer vouches for, and the answer comes back', async () => {
    const { app, issuer, url } = await world({ status: 202, body: '{"from":"app"}' });
    const response = await post(url, MESSAGE);
    expect([response.status, await response.json()]).toEqual([202, { from: 'app' }]);

    const metadata = asObject(await (await fetch(`${issuer.url}/openid`)).json());
    const keys = (await (await fetch(String(metadata['jwks_uri']))).json()) as JSONWebKeySet;
    const token = app.received[0]?.authorization.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer: String(metadata['issuer']),
      audience: BOT_ID,
      maxTokenAge: '5m',
    });
    expect(payload['serviceurl']).toBe(MESSAGE.serviceUrl);
    expect(keys.keys[0]).toMatchObject({ endorsements: ['msteams'] });
  });

  it('keeps its sender, and only gets what Teams always says', async () => {
    const { app, url } = await world();
    await post(url, MESSAGE);
    expect(app.received[0]?.activity).toMatchObject({
      from: MESSAGE.from,
      channelId: 'msteams',
      recipient: BOT,
      conversation: { id: MESSAGE.conversation.id, tenantId: TENANT_ID },
      channelData: { tenant: { id: TENANT_ID } },
    });
  });

  it('keeps the tenant and recipient that it names', async () => {
    const { app, url } = await world();
    const foreign = { channelData: { tenant: { id: 'foreign' } }, recipient: { id: '28:other' } };
    await post(url, { ...MESSAGE, ...foreign });
    expect(app.received[0]?.activity).toMatchObject(foreign);
  });
});

describe('what is not passed on', () => {
  it.each([
    ['a page of another origin', { ...JSON_TYPE, origin: 'http://evil.example' }, MESSAGE, 403],
    ['a page of this machine', { ...JSON_TYPE, origin: 'http://127.0.0.1:3979' }, MESSAGE, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, MESSAGE, 415],
    ['plain text', { 'content-type': 'text/plain' }, MESSAGE, 415],
    ['a list', JSON_TYPE, [MESSAGE], 415],
    ['an activity without a service URL', JSON_TYPE, { ...MESSAGE, serviceUrl: undefined }, 400],
    ['a service URL elsewhere', JSON_TYPE, { ...MESSAGE, serviceUrl: 'https://smba.example/' }, 400],
    [
      'a service URL that only begins like this machine',
      JSON_TYPE,
      { ...MESSAGE, serviceUrl: 'http://127.0.0.1.evil.example/' },
      400,
    ],
    ['a body over the limit', JSON_TYPE, { ...MESSAGE, text: 'x'.repeat(600_000) }, 413],
  ])('%s', async (_name, headers, body, status) => {
    const { app, url } = await world();
    expect((await post(url, body, headers)).status).toBe(status);
    expect(app.received).toEqual([]);
  });

  it('a request for another host name, which is how a page reaches this machine under its own name', async () => {
    const { app, port } = await world();
    const status = await new Promise((resolve, reject) => {
      const headers = { ...JSON_TYPE, host: `rebound.example:${port}` };
      const sent = httpRequest(
        { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(MESSAGE));
    });
    expect(status).toBe(403);
    expect(app.received).toEqual([]);
  });
});

describe('the page where one chooses who to be', () => {
  const switchTo = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

  it('shows the present choice and changes it', async () => {
    const { url } = await world();
    expect(await (await fetch(url)).text()).toContain('Olet nyt <strong>Veera Virtanen</strong> (vapaaehtoinen)');
    expect((await switchTo(url, { person: 'kaisa', channel: 'Lappi' })).status).toBe(303);
    const page = await (await fetch(url)).text();
    expect(page).toContain('Olet nyt <strong>Kaisa Korhonen</strong> (ylläpitäjä)');
    expect(page).toContain('value="kaisa" checked');
    expect(page).toContain('value="Lappi" checked');
  });

  it('obeys its own form only', async () => {
    const { url } = await world();
    expect((await switchTo(url, { person: 'kaisa' }, { origin: 'http://evil.example' })).status).toBe(403);
    expect(await (await fetch(url)).text()).toContain('Olet nyt <strong>Veera Virtanen</strong>');
    expect((await switchTo(url, { person: 'kaisa' }, { origin: url })).status).toBe(303);
    expect(await (await fetch(url)).text()).toContain('Olet nyt <strong>Kaisa Korhonen</strong>');
  });

  it('stays with who was chosen when the form names nobody it knows', async () => {
    const { url } = await world();
    expect((await switchTo(url, { person: 'nobody', channel: 'Nowhere' })).status).toBe(303);
    expect(await (await fetch(url)).text()).toContain('Olet nyt <strong>Veera Virtanen</strong>');
  });

  it('cannot be framed and runs no script', async () => {
    const { url } = await world();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe('the Playground', () => {
  const THREAD = '19:maakunta-playground@thread.tacv2;messageid=1700000000000';
  const fromPlayground = {
    type: 'invoke',
    serviceUrl: 'http://127.0.0.1:5555/playground-connector',
    from: { id: VEERA.teamsId, name: VEERA.name, aadObjectId: VEERA.aadObjectId },
    conversation: { id: THREAD, conversationType: 'channel' },
    channelData: { channel: { id: '19:maakunta-playground@thread.tacv2' } },
  };
  const LAPPI = '19:lappi-ratkaisupolku@thread.tacv2';
  const PIRKANMAA = '19:pirkanmaa-ratkaisupolku@thread.tacv2';
  const choose = (url: string, form: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

  it('finds somebody there when it looks', async () => {
    const { url } = await world();
    expect((await fetch(`${url}/api/messages`, { method: 'HEAD' })).status).toBe(200);
  });

  it('speaks as the chosen person in the chosen county', async () => {
    const { app, url } = await world();
    await choose(url, { person: 'kaisa', channel: 'Lappi' });
    await post(url, fromPlayground, FROM_PLAYGROUND);
    expect(app.received[0]?.activity).toMatchObject({
      from: { id: KAISA.teamsId, name: KAISA.name, aadObjectId: KAISA.aadObjectId },
      conversation: { id: `${LAPPI};messageid=1700000000000` },
      channelData: { channel: { id: LAPPI } },
    });
  });

  it('tells the app of every channel that the whole team sees it', async () => {
    const { app, url } = await world();
    await choose(url, { channel: 'Lappi' });
    await post(url, fromPlayground, FROM_PLAYGROUND);
    await post(url, { ...fromPlayground, channelData: {} }, FROM_PLAYGROUND);
    expect(app.received.map(({ activity }) => asObject(activity['channelData'])['channel'])).toEqual([
      { id: LAPPI, name: 'Lappi', type: 'standard' },
      { id: LAPPI, name: 'Lappi', type: 'standard' },
    ]);

    const team = encodeURIComponent(TEAM.id);
    const listed = await fetch(`${url}/playground-connector/v3/teams/${team}/conversations`);
    expect(await listed.json()).toEqual({
      conversations: [TEAM, ...COUNTY_CHANNELS].map((channel) =>
        expect.objectContaining({ id: channel.id, type: 'standard' }),
      ),
    });
  });

  it('stays in the county where a thread began, whatever is chosen later', async () => {
    const { app, url } = await world();
    await post(url, fromPlayground, FROM_PLAYGROUND);
    await choose(url, { channel: 'Lappi' });
    await post(url, fromPlayground, FROM_PLAYGROUND);
    expect(app.received.map(({ activity }) => asObject(activity['conversation'])['id'])).toEqual([
      `${PIRKANMAA};messageid=1700000000000`,
      `${PIRKANMAA};messageid=1700000000000`,
    ]);
  });

  it('gets what the app posts in any county, and replies to it come from there', async () => {
    const { app, playground, url } = await world();
    const conversation = { id: LAPPI };
    const posted = await fetch(`${url}/playground-connector/v3/conversations/${encodeURIComponent(LAPPI)}/activities`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ type: 'message', conversation }),
    });
    expect([posted.status, await posted.json()]).toEqual([201, { id: '1700000000001' }]);
    expect(playground.received[0]?.activity).toMatchObject({
      conversation: { id: '19:maakunta-playground@thread.tacv2' },
    });

    const reply = {
      ...fromPlayground,
      conversation: { ...fromPlayground.conversation, id: THREAD.replace(/0$/, '1') },
    };
    await post(url, reply, FROM_PLAYGROUND);
    expect(app.received[0]?.activity).toMatchObject({ conversation: { id: `${LAPPI};messageid=1700000000001` } });
  });

  it('has one personal chat, which is the chosen person’s own', async () => {
    const { app, url } = await world();
    await choose(url, { person: 'aino' });
    const chat = { id: 'a:henkilokohtainen', conversationType: 'personal' };
    await post(url, { ...fromPlayground, conversation: chat, channelData: {} }, FROM_PLAYGROUND);
    expect(app.received[0]?.activity).toMatchObject({ conversation: { id: 'a:henkilokohtainen-aino' } });
    const members = await fetch(`${url}/playground-connector/v3/conversations/a%3Ahenkilokohtainen-aino/members`);
    expect(await members.json()).toMatchObject([{ id: AINO.teamsId, aadObjectId: AINO.aadObjectId }]);
  });
});
