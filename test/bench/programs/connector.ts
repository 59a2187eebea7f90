// Teams' side of the conversation, as fast as it can be: every team has the same members, every message is taken.
import { createServer } from 'node:http';
import { MEMBERS } from '../support/teams.ts';

const members = JSON.stringify({ members: MEMBERS });
let lastId = 1_700_000_000_000;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const path = request.url ?? '';
    lastId += 1;
    const isRoster = request.method === 'GET' && path.includes('members');
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(isRoster ? members : JSON.stringify({ id: String(lastId) }));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
