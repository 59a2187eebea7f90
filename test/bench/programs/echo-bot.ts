// What the app is compared with: the SDK's echo bot as its samples write it, with restify and its body parser, and with
// the same check of tokens. It keeps nothing and looks nothing up.
import { CloudAdapter, MessageFactory } from 'botbuilder';
import * as restify from 'restify';
import { LOCAL_BOT_ID } from '../../../src/config.ts';
import { TOKEN_MS } from '../../../src/platform/teams/attempt-limits.ts';
import { createBotAuthentication } from '../../../src/platform/teams/bot-authentication.ts';

const [, , issuer = ''] = process.argv;
const adapter = new CloudAdapter(createBotAuthentication({ kind: 'Local', botId: LOCAL_BOT_ID, issuer }, TOKEN_MS));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  // Both read the method as text; their types say so in different words.
  const { method = '', body, headers } = request;
  await adapter.process({ method, body, headers }, response, async (context) => {
    if (context.activity.type === 'message') {
      await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
